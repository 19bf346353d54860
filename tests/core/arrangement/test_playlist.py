"""The slides that play at a moment."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from kiosk.core.arrangement.arrangement import Arrangement, Decision
from kiosk.core.arrangement.playlist import Entry, playlist
from kiosk.core.content.deck import Deck, Show, Slide, Text
from kiosk.core.problem import Problem
from kiosk.core.time_window import TimeWindow

NOON = datetime(2026, 11, 22, 12, 0)


def slide(name: str, **values: object) -> Slide:
    return Slide(name, "t", (Text("en", "", name, "", "", "", 1),), **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("values", "decision", "entry"),
    [
        ({}, Decision(), Entry("a", "t", True)),
        ({}, Decision(on=False), None),
        ({"error": Problem("a", 1, "x")}, Decision(), None),
        ({"valid_from": date(2026, 11, 23)}, Decision(), None),
        ({"valid_from": date(2026, 11, 22)}, Decision(), Entry("a", "t", True)),
        ({"valid_until": date(2026, 11, 21)}, Decision(), None),
        ({"valid_until": date(2026, 11, 22)}, Decision(), Entry("a", "t", True)),
        ({}, Decision(window=TimeWindow(last=date(2026, 11, 21))), None),
        ({}, Decision(window=TimeWindow(weekdays=frozenset({0}))), None),
        ({}, Decision(window=TimeWindow(hours=(time(13), time(14)))), None),
        ({"valid_until": date(2026, 11, 21)}, Decision(window=TimeWindow(last=date(2027, 1, 1))), None),
        ({"show": Show.TOUCH}, Decision(), Entry("a", "t", False)),
        ({"show": Show.TOUCH}, Decision(show=Show.LOOP), Entry("a", "t", True)),
        ({}, Decision(show=Show.TOUCH), Entry("a", "t", False)),
        ({"seconds": 9.0}, Decision(), Entry("a", "t", True, 9.0)),
        ({"seconds": 9.0}, Decision(seconds=20.0), Entry("a", "t", True, 20.0)),
    ],
)
def test_playlist(values: dict[str, object], decision: Decision, entry: Entry | None) -> None:
    deck = Deck(slides=(slide("a", **values),))
    assert playlist(deck, Arrangement(decisions={"a": decision}), NOON) == ((entry,) if entry else ())


def test_playlist_is_in_the_decided_order() -> None:
    deck = Deck(slides=(slide("a"), slide("b"), slide("c")))
    assert [entry.slide for entry in playlist(deck, Arrangement(order=("c", "gone", "a")), NOON)] == ["c", "a", "b"]
    assert playlist(Deck(), Arrangement(order=("a",)), NOON) == ()
