"""Dates, weekdays and hours: what plays at this moment, and when that next changes. All in local wall-clock time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from msgspec import Struct

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class TimeWindow(Struct, frozen=True):
    """The time in which something shows. An empty field does not restrict; `weekdays` counts Monday as 0.

    `hours` is a span within one day, its end excluded; a span whose end is not after its start runs over midnight,
    and the part after midnight belongs to the day on which it started.
    """

    first: date | None = None
    last: date | None = None
    weekdays: frozenset[int] = frozenset()
    hours: tuple[time, time] | None = None

    def holds(self, now: datetime | None) -> bool:
        """True while `now` lies inside. Where the time is not known (None), only what has no limits holds."""
        if now is None:
            return self == TimeWindow()
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
NIGHT = TimeWindow(hours=(time(22), time(6)))


def next_change(windows: Iterable[TimeWindow], now: datetime) -> datetime:
    """The next moment at which any of the windows may open or close: an hour's edge, or midnight."""
    midnight = datetime.combine(now.date() + timedelta(days=1), time())
    edges = [midnight]
    for window in windows:
        for edge in window.hours or ():
            moment = datetime.combine(now.date(), edge)
            if now < moment < midnight:
                edges.append(moment)
    return min(edges)


def parse_hours(text: str) -> tuple[time, time]:
    """Reads "08:00-18:30". Raises ValueError that says what it takes."""
    try:
        start, end = (time.fromisoformat(part.strip()) for part in text.split("-"))
        if start.tzinfo or end.tzinfo:
            raise ValueError
    except ValueError:
        raise ValueError("takes hours such as 08:00-18:00") from None
    return (start, end)
