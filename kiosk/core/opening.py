"""The opening hours as the panel edits them: spans of a weekday in minutes, one line of the setting each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import time

from kiosk.core.schedule import parse_opening
from kiosk.core.settings import WEEKDAYS

STEP = 30
DAY = 24 * 60


@dataclass(frozen=True, slots=True, order=True)
class Opening:
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
USUAL_WEEK = tuple(Opening(weekday, *USUAL) for weekday in range(5))


def read(lines: Iterable[str]) -> tuple[Opening, ...]:
    """The spans by weekday and start. Raises ValueError for a line that is none."""
    found = []
    for line in lines:
        window = parse_opening(line)
        assert window.hours is not None
        start, end = (edge.hour * 60 + edge.minute for edge in window.hours)
        found += [Opening(weekday, start, (end - start) % DAY or DAY) for weekday in window.weekdays]
    return tuple(sorted(found))


def lines(openings: Iterable[Opening]) -> tuple[str, ...]:
    return tuple(opening.line() for opening in sorted(openings))


def switch(openings: Sequence[Opening], weekday: int) -> tuple[Opening, ...]:
    """Closes a weekday, or opens it at the usual hours. The last open day stays: none at all would mean always."""
    rest = tuple(opening for opening in openings if opening.weekday != weekday)
    if len(rest) == len(openings):
        return (*rest, Opening(weekday, *USUAL))
    return rest or tuple(openings)


def step_start(opening: Opening, steps: int) -> Opening:
    """Earlier or later by multiples of `STEP`, within the day; the end stays."""
    start = _stepped(opening.start, steps)
    end = opening.start + opening.length
    return replace(opening, start=start, length=end - start) if 0 <= start < DAY and 0 < end - start <= DAY else opening


def step_end(opening: Opening, steps: int) -> Opening:
    """Earlier or later by multiples of `STEP`, at most a whole day after the start."""
    length = _stepped(opening.start + opening.length, steps) - opening.start
    return replace(opening, length=length) if 0 < length <= DAY else opening


def _stepped(minutes: int, steps: int) -> int:
    """The next multiples of `STEP`, also from a time that lies between two."""
    whole = minutes // STEP if steps > 0 else -(-minutes // STEP)
    return (whole + steps) * STEP


def changed(openings: Sequence[Opening], old: Opening, new: Opening) -> tuple[Opening, ...]:
    """With one span put in another's place, unless the two would run into a neighbour of the same day."""
    others = tuple(opening for opening in openings if opening != old)
    clash = any(
        other.weekday == new.weekday and other.start < new.start + new.length and new.start < other.start + other.length
        for other in others
    )
    return tuple(openings) if clash else tuple(sorted((*others, new)))
