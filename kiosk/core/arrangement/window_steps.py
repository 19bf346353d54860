"""The steps by which staff change when a slide shows: days, weekdays and hours that stay in order."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from msgspec.structs import replace

from kiosk.core.time_window import WEEKDAYS, TimeWindow

# Minutes.
HOURS_STEP = 30
OFFICE_HOURS = (time(8), time(18))
EVERY_DAY = frozenset(range(len(WEEKDAYS)))


def step_first(window: TimeWindow, days: int, today: date) -> TimeWindow:
    """Moves the first day; it starts at today, and pushes the last day before it."""
    first = window.first + timedelta(days) if window.first else today
    return replace(window, first=first, last=max(window.last, first) if window.last else None)


def step_last(window: TimeWindow, days: int, today: date) -> TimeWindow:
    """Moves the last day; it starts at today or the first day, and pushes the first day before it."""
    last = window.last + timedelta(days) if window.last else max(today, window.first or today)
    return replace(window, last=last, first=min(window.first, last) if window.first else None)


def toggle_day(window: TimeWindow, weekday: int) -> TimeWindow:
    """Takes a weekday (0 is Monday) out or in. None at all would mean never; it means every day instead."""
    days = (window.weekdays or EVERY_DAY) ^ {weekday}
    return replace(window, weekdays=frozenset() if days == EVERY_DAY else days)


def step_start(window: TimeWindow, steps: int) -> TimeWindow:
    start, end = window.hours or OFFICE_HOURS
    return replace(window, hours=(_stepped(start, steps), end))


def step_end(window: TimeWindow, steps: int) -> TimeWindow:
    start, end = window.hours or OFFICE_HOURS
    return replace(window, hours=(start, _stepped(end, steps)))


def _stepped(value: time, steps: int) -> time:
    """The next half hour, around the clock."""
    minutes = value.hour * 60 + value.minute
    on_grid = minutes // HOURS_STEP if steps > 0 else -(-minutes // HOURS_STEP)
    moved = (on_grid + steps) * HOURS_STEP % (24 * 60)
    return (datetime.min + timedelta(minutes=moved)).time()
