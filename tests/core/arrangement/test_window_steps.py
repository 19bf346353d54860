"""The steps by which staff change when a slide shows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest

from kiosk.core.arrangement.window_steps import step_end, step_first, step_last, step_start, toggle_day
from kiosk.core.time_window import TimeWindow

TODAY = date(2030, 3, 4)
FIRST, LAST = date(2030, 3, 10), date(2030, 3, 12)


@pytest.mark.parametrize(
    ("step", "before", "days", "first", "last"),
    [
        (step_first, TimeWindow(), 3, TODAY, None),
        (step_first, TimeWindow(first=FIRST), -1, date(2030, 3, 9), None),
        (step_first, TimeWindow(first=FIRST, last=LAST), 1, date(2030, 3, 11), LAST),
        (step_first, TimeWindow(first=FIRST, last=LAST), 7, date(2030, 3, 17), date(2030, 3, 17)),
        (step_first, TimeWindow(last=date(2030, 3, 1)), 0, TODAY, TODAY),
        (step_last, TimeWindow(), 3, None, TODAY),
        (step_last, TimeWindow(first=FIRST), 1, FIRST, FIRST),
        (step_last, TimeWindow(first=FIRST, last=LAST), -7, date(2030, 3, 5), date(2030, 3, 5)),
        (step_last, TimeWindow(first=FIRST, last=LAST), 1, FIRST, date(2030, 3, 13)),
    ],
)
def test_days_push_each_other(
    step: Callable[[TimeWindow, int, date], TimeWindow], before: TimeWindow, days: int, first: date | None, last: date | None
) -> None:
    assert step(before, days, TODAY) == TimeWindow(first=first, last=last)


@pytest.mark.parametrize(
    ("before", "day", "after"),
    [
        (frozenset(), 6, frozenset(range(6))),
        (frozenset(range(6)), 6, frozenset()),
        (frozenset({2}), 4, frozenset({2, 4})),
        (frozenset({2}), 2, frozenset()),
    ],
)
def test_no_weekday_is_every_weekday(before: frozenset[int], day: int, after: frozenset[int]) -> None:
    assert toggle_day(TimeWindow(weekdays=before), day).weekdays == after


@pytest.mark.parametrize(
    ("step", "hours", "steps", "after"),
    [
        (step_start, None, 1, (time(8, 30), time(18))),
        (step_end, None, -1, (time(8), time(17, 30))),
        (step_start, (time(8, 10), time(12)), 1, (time(8, 30), time(12))),
        (step_start, (time(8, 10), time(12)), -1, (time(8), time(12))),
        (step_end, (time(20), time(23, 30)), 1, (time(20), time(0))),
        (step_start, (time(0), time(6)), -1, (time(23, 30), time(6))),
    ],
)
def test_hours_go_by_half_hours_around_the_clock(
    step: Callable[[TimeWindow, int], TimeWindow],
    hours: tuple[time, time] | None,
    steps: int,
    after: tuple[time, time],
) -> None:
    assert step(TimeWindow(hours=hours), steps).hours == after
