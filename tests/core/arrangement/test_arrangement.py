"""What staff decided, laid over a deck."""

from __future__ import annotations

from datetime import date, datetime, time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import settings as run
from hypothesis import strategies as st

from kiosk.core.arrangement.arrangement import Arrangement, Decision, Entry, one_line, playlist, running_order
from kiosk.core.content.deck import Deck, Show, Slide, Text
from kiosk.core.problem import Problem
from kiosk.core.time_window import TimeWindow

NOON = datetime(2026, 11, 22, 12, 0)


@pytest.mark.parametrize(
    ("decided", "authored", "order"),
    [
        ("", "abc", "abc"),
        ("abc", "", ""),
        ("cab", "abc", "cab"),
        ("cxa", "abc", "cab"),
        ("ca", "abc", "cab"),
        ("ca", "nabc", "ncab"),
        ("ba", "abxyz", "bxyza"),
        ("aab", "ab", "ab"),
        ("c", "abcd", "abcd"),
    ],
)
def test_running_order(decided: str, authored: str, order: str) -> None:
    assert "".join(running_order(decided, authored)) == order


letters = st.lists(st.sampled_from("abcdefghij"), unique=True).map("".join)


@run(deadline=None)
@given(letters, letters)
def test_running_order_is_a_permutation_that_keeps_what_was_decided(decided: str, authored: str) -> None:
    order = running_order(decided, authored)
    assert sorted(order) == sorted(authored)
    assert [slide for slide in order if slide in decided] == [slide for slide in decided if slide in authored]
    for before, slide in pairwise(authored):
        if slide not in decided:
            assert order[order.index(slide) - 1] == before
    assert running_order(order, authored) == order


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


@pytest.mark.parametrize(("text", "line"), [(" a\n\tb ", "a b"), ("a\x07b\x00", "ab"), ("Grüße ✓", "Grüße ✓"), ("\ud800", "")])
def test_one_line(text: str, line: str) -> None:
    assert one_line(text) == line
