"""The machine's clock, and whether what it says can be right.

A clock without a battery begins anew in 1970, or on the day that the system was made; one that broke may stand in 2099. What
lies between the last save and ten years after the program was built is believed: nothing here could tell better.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import Enum

from kiosk import __built__

# The clocks on the walls of two zones are at most 26 hours apart (UTC-12 and UTC+14, daylight saving included): whoever
# sets another zone, or carries the machine there, has not set its clock back.
TOLERANCE = timedelta(hours=26)
EARLIEST = datetime.fromisoformat(__built__) - TOLERANCE
# A machine is replaced, and the program is, before that.
LATEST = datetime.fromisoformat(__built__) + timedelta(days=3653)


class Doubt(Enum):
    """The reason why the clock is plainly wrong."""

    BEFORE_BUILD = "it is before the program was built"
    BEFORE_SAVE = "it is before the last save"
    TOO_LATE = "it is more than ten years after the program was built"


def doubt(now: datetime, saved_at: datetime | None) -> Doubt | None:
    """The reason not to believe `now`; None for a time that can be. Both local, `saved_at` None where nothing was saved."""
    if now < EARLIEST:
        return Doubt.BEFORE_BUILD
    if now > LATEST:
        return Doubt.TOO_LATE
    return Doubt.BEFORE_SAVE if saved_at and now < saved_at - TOLERANCE else None


def local_now() -> datetime:
    """Local time by the zone that the machine is set to now, also where it was set to another one meanwhile."""
    time.tzset()
    return datetime.now()


class Clock:
    """The machine's clock beside the time of the last save, `saved_at`. `says` gives local time."""

    def __init__(self, saved_at: datetime | None = None, says: Callable[[], datetime] = local_now) -> None:
        self.saved_at = saved_at
        self.says = says

    def doubt(self) -> Doubt | None:
        return doubt(self.says(), self.saved_at)

    def now(self) -> datetime | None:
        """Local time; None while the clock is plainly wrong."""
        now = self.says()
        return None if doubt(now, self.saved_at) else now

    def proposal(self) -> datetime:
        """The time from which it is soonest set right: the clock's, or the last one that is known to be past."""
        return self.now() or max(EARLIEST, self.saved_at or EARLIEST)


class Part(Enum):
    """A part of a date and time that is set by itself."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    HOUR = "hour"
    MINUTE = "minute"


def stepped(moment: datetime, part: Part, steps: int) -> datetime:
    """One part moved on, from its last value to its first; the others stay, as far as the month has that day.

    The year stays among those that a clock is believed to say.
    """
    # No start has a use for it.
    from calendar import monthrange

    year, month, day = moment.year, moment.month, moment.day
    match part:
        case Part.YEAR:
            year = min(max(year + steps, EARLIEST.year), LATEST.year)
        case Part.MONTH:
            month = (month - 1 + steps) % 12 + 1
        case Part.DAY:
            day = (day - 1 + steps) % monthrange(year, month)[1] + 1
        case Part.HOUR:
            return moment.replace(hour=(moment.hour + steps) % 24)
        case Part.MINUTE:
            return moment.replace(minute=(moment.minute + steps) % 60)
    return moment.replace(year=year, month=month, day=min(day, monthrange(year, month)[1]))
