"""The opening hours as the panel edits them: spans of a weekday in minutes, one line of the setting each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from kiosk.core.time_window import WEEKDAYS, TimeWindow, parse_hours

STEP = 30
DAY = 24 * 60


class OpeningSpan(Struct, frozen=True, order=True):
    """One span of a weekday (Monday is 0): when it starts, in minutes after midnight, and for how many minutes."""

    weekday: int
    start: int
    length: int

    @property
    def begins(self) -> time:
        return time(self.start // 60, self.start % 60)

    @property
    def ends(self) -> time:
        end = (self.start + self.length) % DAY
        return time(end // 60, end % 60)

    def line(self) -> str:
        """As the setting holds it, such as "monday 08:00-18:00"."""
        return f"{WEEKDAYS[self.weekday]} {self.begins:%H:%M}-{self.ends:%H:%M}"


# What stands for a weekday that is switched on.
USUAL = (8 * 60, 10 * 60)
USUAL_WEEK = tuple(OpeningSpan(weekday, *USUAL) for weekday in range(5))


def read(lines: Iterable[str]) -> tuple[OpeningSpan, ...]:
    """The spans by weekday and start. Raises ValueError for a line that is none."""
    spans: list[OpeningSpan] = []
    for line in lines:
        window = parse_opening(line)
        assert window.hours is not None
        start, end = (edge.hour * 60 + edge.minute for edge in window.hours)
        spans += [OpeningSpan(weekday, start, (end - start) % DAY or DAY) for weekday in window.weekdays]
    return tuple(sorted(spans))


def lines(openings: Iterable[OpeningSpan]) -> tuple[str, ...]:
    return tuple(opening.line() for opening in sorted(openings))


def switch(openings: Sequence[OpeningSpan], weekday: int) -> tuple[OpeningSpan, ...]:
    """Closes a weekday, or opens it at the usual hours. The last open day stays: none at all would mean always."""
    rest = tuple(opening for opening in openings if opening.weekday != weekday)
    if len(rest) == len(openings):
        return (*rest, OpeningSpan(weekday, *USUAL))
    return rest or tuple(openings)


def step_start(opening: OpeningSpan, steps: int) -> OpeningSpan:
    """Earlier or later by multiples of `STEP`, within the day; the end stays."""
    start = _stepped(opening.start, steps)
    end = opening.start + opening.length
    return replace(opening, start=start, length=end - start) if 0 <= start < DAY and 0 < end - start <= DAY else opening


def step_end(opening: OpeningSpan, steps: int) -> OpeningSpan:
    """Earlier or later by multiples of `STEP`, at most a whole day after the start."""
    length = _stepped(opening.start + opening.length, steps) - opening.start
    return replace(opening, length=length) if 0 < length <= DAY else opening


def _stepped(minutes: int, steps: int) -> int:
    """The next multiples of `STEP`, also from a time that lies between two."""
    whole = minutes // STEP if steps > 0 else -(-minutes // STEP)
    return (whole + steps) * STEP


def changed(openings: Sequence[OpeningSpan], old: OpeningSpan, new: OpeningSpan) -> tuple[OpeningSpan, ...]:
    """With one span put in another's place, unless the two would run into a neighbour of the same day."""
    others = tuple(opening for opening in openings if opening != old)
    clash = any(
        other.weekday == new.weekday and other.start < new.start + new.length and new.start < other.start + other.length
        for other in others
    )
    return tuple(openings) if clash else tuple(sorted((*others, new)))


def parse_opening(line: str) -> TimeWindow:
    """Reads "monday 08:00-18:00". Raises ValueError that says what it takes."""
    day, _, hours = line.strip().partition(" ")
    if day.lower() not in WEEKDAYS:
        raise ValueError("takes lines such as “monday 08:00-18:00”")
    return TimeWindow(weekdays=frozenset({WEEKDAYS.index(day.lower())}), hours=parse_hours(hours))


@lru_cache(maxsize=16)
def windows(lines: tuple[str, ...]) -> tuple[TimeWindow, ...]:
    """The lines of the setting as windows. Raises ValueError for a line that is none."""
    return tuple(parse_opening(line) for line in lines)


def is_open(opening: Iterable[TimeWindow], now: datetime | None) -> bool:
    """True while the kiosk plays. No opening hours at all mean always; so does a time that is not known (None)."""
    windows = tuple(opening)
    return not windows or now is None or any(window.holds(now) for window in windows)


def closing_time(opening: Iterable[TimeWindow], now: datetime) -> datetime:
    """The next end of the opening hours, within a day; midnight, where there is none."""
    windows = tuple(opening)
    days = [now.date() + timedelta(days=ahead) for ahead in (0, 1)]
    ends = sorted(datetime.combine(day, window.hours[1]) for window in windows if window.hours for day in days)
    for end in ends:
        before = end - timedelta(minutes=1)
        if now < end <= now + timedelta(days=1) and is_open(windows, before) and not is_open(windows, end):
            return end
    return datetime.combine(days[1], time())
