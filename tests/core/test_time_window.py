"""Dates, weekdays and hours."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import settings as run
from hypothesis import strategies as st

from kiosk.core import opening_hours, time_window
from kiosk.core.time_window import TimeWindow

SUNDAY = date(2026, 11, 22)


def at(text: str, day: int = 22) -> datetime:
    return datetime.combine(SUNDAY.replace(day=day), time.fromisoformat(text))


def hours(start: str, end: str, **more: object) -> TimeWindow:
    return TimeWindow(hours=(time.fromisoformat(start), time.fromisoformat(end)), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("window", "now", "holds"),
    [
        (TimeWindow(), at("00:00"), True),
        (TimeWindow(first=SUNDAY), at("00:00"), True),
        (TimeWindow(first=SUNDAY), at("23:59", 21), False),
        (TimeWindow(last=SUNDAY), at("23:59:59"), True),
        (TimeWindow(last=SUNDAY), at("00:00", 23), False),
        (TimeWindow(weekdays=frozenset({6})), at("12:00"), True),
        (TimeWindow(weekdays=frozenset({6})), at("12:00", 23), False),
        (hours("08:00", "18:00"), at("08:00"), True),
        (hours("08:00", "18:00"), at("18:00"), False),
        (hours("08:00", "18:00"), at("07:59:59"), False),
        (hours("22:00", "06:00"), at("23:00"), True),
        (hours("22:00", "06:00"), at("05:59"), True),
        (hours("22:00", "06:00"), at("06:00"), False),
        (hours("08:00", "08:00"), at("07:00"), True),
        (hours("22:00", "06:00", weekdays=frozenset({6})), at("05:00", 23), True),
        (hours("22:00", "06:00", weekdays=frozenset({6})), at("05:00"), False),
        (hours("22:00", "06:00", last=SUNDAY), at("05:00", 23), True),
        (hours("22:00", "06:00", first=SUNDAY), at("05:00"), False),
    ],
)
def test_window(window: TimeWindow, now: datetime, holds: bool) -> None:
    assert window.holds(now) is holds


@pytest.mark.parametrize(
    ("windows", "now", "change"),
    [
        ([], at("12:00"), at("00:00", 23)),
        ([hours("08:00", "18:00")], at("07:00"), at("08:00")),
        ([hours("08:00", "18:00")], at("08:00"), at("18:00")),
        ([hours("08:00", "18:00")], at("18:00"), at("00:00", 23)),
        ([hours("08:00", "18:00"), hours("09:30", "10:00")], at("09:00"), at("09:30")),
    ],
)
def test_next_change(windows: list[TimeWindow], now: datetime, change: datetime) -> None:
    assert time_window.next_change(windows, now) == change


minutes = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))
windows = st.builds(
    TimeWindow,
    st.none() | st.dates(SUNDAY, SUNDAY + timedelta(3)),
    st.none() | st.dates(SUNDAY, SUNDAY + timedelta(3)),
    st.frozensets(st.integers(0, 6)),
    st.none() | st.tuples(minutes, minutes),
)


@run(deadline=None)
@given(windows, st.datetimes(at("00:00"), at("00:00", 26)), st.floats(0, 0.999))
def test_nothing_changes_before_the_next_change(window: TimeWindow, now: datetime, share: float) -> None:
    change = time_window.next_change([window], now)
    assert now < change <= now + timedelta(days=1)
    assert window.holds(now + (change - now) * share) == window.holds(now)


@pytest.mark.parametrize("text", ["08:00-18:00", " 08:00 - 18:00 "])
def test_hours(text: str) -> None:
    assert time_window.parse_hours(text) == (time(8), time(18))


@pytest.mark.parametrize("text", ["", "8-18", "08:00", "08:00-18:00-20:00", "25:00-26:00", "08:00+01:00-18:00", "a-b"])
def test_bad_hours(text: str) -> None:
    with pytest.raises(ValueError, match="takes hours such as"):
        time_window.parse_hours(text)


def test_opening_lines() -> None:
    assert opening_hours.parse_opening(" Sunday 08:00-18:00 ") == hours("08:00", "18:00", weekdays=frozenset({6}))
    with pytest.raises(ValueError, match="takes lines such as"):
        opening_hours.parse_opening("someday 08:00-18:00")


def test_is_open() -> None:
    opening = [opening_hours.parse_opening("sunday 08:00-18:00")]
    assert opening_hours.is_open([], at("03:00"))
    assert opening_hours.is_open(iter(opening), at("08:00"))
    assert not opening_hours.is_open(opening, at("18:00"))
    assert not opening_hours.is_open(opening, at("12:00", 23))
