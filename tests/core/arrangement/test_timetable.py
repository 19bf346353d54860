"""The timetable of a day, and the slides that are never seen."""

from __future__ import annotations

import itertools
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core.arrangement import timetable
from kiosk.core.arrangement.arrangement import Arrangement, Decision
from kiosk.core.arrangement.playlist import playlist
from kiosk.core.arrangement.timetable import Reason, Unseen
from kiosk.core.content.deck import Deck, Show, Slide, Text
from kiosk.core.problem import Problem
from kiosk.core.settings import Settings
from kiosk.core.time_window import TimeWindow

# A Sunday; the clocks in Europe were set back four weeks before.
DAY = date(2026, 11, 22)


def slide(name: str, **values: object) -> Slide:
    return Slide(name, "t", (Text("en", "", name, "", "", "", 1),), **values)  # type: ignore[arg-type]


def deck(*slides: Slide) -> Deck:
    return Deck(slides=slides)


def shown(spans: tuple[timetable.Span, ...]) -> list[str]:
    what = ["".join(span.slides) if span.open else "closed" for span in spans]
    return [f"{span.start:%H:%M}-{span.end:%H:%M} {name}".strip() for span, name in zip(spans, what, strict=True)]


def hours(start: int, end: int) -> TimeWindow:
    return TimeWindow(hours=(time(start), time(end)))


@pytest.mark.parametrize(
    ("windows", "opening", "expected"),
    [
        ({}, (), ["00:00-00:00 ab"]),
        ({"a": hours(8, 12)}, (), ["00:00-08:00 b", "08:00-12:00 ab", "12:00-00:00 b"]),
        ({"a": hours(22, 6)}, (), ["00:00-06:00 ab", "06:00-22:00 b", "22:00-00:00 ab"]),
        ({"a": TimeWindow(weekdays=frozenset({0}))}, (), ["00:00-00:00 b"]),
        ({"a": TimeWindow(weekdays=frozenset({5}), hours=(time(22), time(6)))}, (), ["00:00-06:00 ab", "06:00-00:00 b"]),
        ({}, ("sunday 09:00-12:00",), ["00:00-09:00 closed", "09:00-12:00 ab", "12:00-00:00 closed"]),
        ({}, ("monday 09:00-12:00",), ["00:00-00:00 closed"]),
        ({"a": hours(7, 10)}, ("sunday 09:00-12:00",), ["00:00-09:00 closed", "09:00-10:00 ab", "10:00-12:00 b"]),
    ],
)
def test_a_day(windows: dict[str, TimeWindow], opening: tuple[str, ...], expected: list[str]) -> None:
    decisions = {name: Decision(window=window) for name, window in windows.items()}
    found = timetable.of_day(
        deck(slide("a"), slide("b")), Arrangement(decisions=decisions, settings=Settings(opening_hours=opening)), DAY
    )
    assert shown(found)[: len(expected)] == expected


def test_only_what_plays_in_the_loop_is_listed() -> None:
    broken = slide("d", error=Problem("d", 1, "x"))
    slides = deck(slide("a"), slide("b", show=Show.TOUCH), slide("c"), broken, slide("e", valid_until=date(2026, 1, 1)))
    arrangement = Arrangement(("c", "a"), {"c": Decision(show=Show.LOOP), "a": Decision(on=False)})
    assert shown(timetable.of_day(slides, arrangement, DAY)) == ["00:00-00:00 c"]


@pytest.mark.parametrize(
    ("window", "values", "opening", "reason"),
    [
        (TimeWindow(), {}, (), None),
        (hours(8, 8), {}, (), None),
        (TimeWindow(last=date(2026, 11, 21)), {}, (), Reason.OVER),
        (TimeWindow(), {"valid_until": date(2026, 1, 1)}, (), Reason.OVER),
        (TimeWindow(last=DAY), {}, (), None),
        (TimeWindow(first=date(2027, 11, 22)), {}, (), None),
        (TimeWindow(first=date(2027, 11, 23)), {}, (), Reason.NEVER),
        (TimeWindow(DAY, DAY, frozenset({0})), {}, (), Reason.NEVER),
        (TimeWindow(first=date(2026, 12, 2)), {"valid_until": date(2026, 12, 1)}, (), Reason.NEVER),
        (hours(20, 22), {}, ("monday 08:00-18:00",), Reason.CLOSED),
        (hours(17, 22), {}, ("monday 08:00-18:00",), None),
        (TimeWindow(weekdays=frozenset({1})), {}, ("monday 08:00-18:00",), Reason.CLOSED),
        (TimeWindow(weekdays=frozenset({1})), {}, ("monday 22:00-02:00",), None),
        (TimeWindow(last=date(2026, 11, 21), hours=(time(22), time(6))), {}, (), None),
    ],
)
def test_windows_that_never_come(
    window: TimeWindow, values: dict[str, object], opening: tuple[str, ...], reason: Reason | None
) -> None:
    arrangement = Arrangement(decisions={"a": Decision(window=window)}, settings=Settings(opening_hours=opening))
    expected = (Unseen("a", reason),) if reason else ()
    assert timetable.unseen(deck(slide("a", **values)), arrangement, DAY) == expected
    off = Arrangement(decisions={"a": Decision(on=False, window=window)}, settings=arrangement.settings)
    assert timetable.unseen(deck(slide("a", **values)), off, DAY) == ()


clock_times = st.sampled_from([time(0), time(6), time(8, 30), time(12), time(23, 59)])
dates = st.none() | st.dates(DAY - timedelta(3), DAY + timedelta(3))
windows = st.builds(TimeWindow, dates, dates, st.frozensets(st.integers(0, 6)), st.none() | st.tuples(clock_times, clock_times))


@settings(deadline=None)
@given(st.lists(windows, max_size=5), st.datetimes(datetime(2026, 11, 20), datetime(2026, 11, 25)))
def test_the_strip_says_what_the_loop_plays(found: list[TimeWindow], now: datetime) -> None:
    slides = deck(*(slide(str(at)) for at in range(len(found))))
    arrangement = Arrangement(decisions={str(at): Decision(window=window) for at, window in enumerate(found)})
    spans = timetable.of_day(slides, arrangement, now.date())
    assert spans[0].start == datetime.combine(now.date(), time())
    assert spans[-1].end == spans[0].start + timedelta(1)
    assert all(a.end == b.start for a, b in itertools.pairwise(spans))
    (span,) = (span for span in spans if span.start <= now < span.end)
    assert span.slides == tuple(entry.slide for entry in playlist(slides, arrangement, now))
