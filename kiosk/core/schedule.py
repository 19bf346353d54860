"""Dates, weekdays and hours: what plays at this moment, and when that next changes. All in local wall-clock time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kiosk.core.settings import WEEKDAYS


@dataclass(frozen=True, slots=True)
class Window:
    """When something shows. An empty field does not restrict; `weekdays` counts Monday as 0.

    `hours` is a span within one day, its end excluded; a span whose end is not after its start runs over midnight,
    and the part after midnight belongs to the day on which it started.
    """

    first: date | None = None
    last: date | None = None
    weekdays: frozenset[int] = frozenset()
    hours: tuple[time, time] | None = None

    def holds(self, now: datetime) -> bool:
        """Whether `now` lies inside."""
        if self.hours is None:
            return self._day_holds(now.date())
        start, end = self.hours
        moment = now.time()
        if start < end:
            return start <= moment < end and self._day_holds(now.date())
        if moment >= start:
            return self._day_holds(now.date())
        return moment < end and self._day_holds(now.date() - timedelta(days=1))

    def _day_holds(self, day: date) -> bool:
        if (self.first and day < self.first) or (self.last and day > self.last):
            return False
        return not self.weekdays or day.weekday() in self.weekdays


# When the picture may be darker (the setting "night_brightness").
NIGHT = Window(hours=(time(22), time(6)))


def next_change(windows: Iterable[Window], now: datetime) -> datetime:
    """The next moment at which any of the windows may open or close: an hour's edge, or midnight."""
    midnight = datetime.combine(now.date() + timedelta(days=1), time())
    edges = [midnight]
    for window in windows:
        for edge in window.hours or ():
            moment = datetime.combine(now.date(), edge)
            if now < moment < midnight:
                edges.append(moment)
    return min(edges)


def closing_time(opening: Iterable[Window], now: datetime) -> datetime:
    """The next end of the opening hours, within a day; midnight, where there is none."""
    windows = tuple(opening)
    days = [now.date() + timedelta(days=ahead) for ahead in (0, 1)]
    ends = sorted(datetime.combine(day, window.hours[1]) for window in windows if window.hours for day in days)
    for end in ends:
        before = end - timedelta(minutes=1)
        if now < end <= now + timedelta(days=1) and is_open(windows, before) and not is_open(windows, end):
            return end
    return datetime.combine(days[1], time())


def parse_hours(text: str) -> tuple[time, time]:
    """Reads "08:00-18:30". Raises ValueError that says what it takes."""
    try:
        start, end = (time.fromisoformat(part.strip()) for part in text.split("-"))
        if start.tzinfo or end.tzinfo:
            raise ValueError
    except ValueError:
        raise ValueError("takes hours such as 08:00-18:00") from None
    return (start, end)


def parse_opening(line: str) -> Window:
    """Reads "monday 08:00-18:00". Raises ValueError that says what it takes."""
    day, _, hours = line.strip().partition(" ")
    if day.lower() not in WEEKDAYS:
        raise ValueError("takes lines such as “monday 08:00-18:00”")
    return Window(weekdays=frozenset({WEEKDAYS.index(day.lower())}), hours=parse_hours(hours))


def is_open(opening: Iterable[Window], now: datetime) -> bool:
    """Whether the kiosk plays now. No opening hours at all mean always."""
    windows = tuple(opening)
    return not windows or any(window.holds(now) for window in windows)
