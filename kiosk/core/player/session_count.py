"""The one figure about sessions that is logged: how many there were yesterday, if they were not few."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

# Fewer than this are not told: on a quiet day a small number could be somebody.
LEAST = 5


class SessionCount(Struct, frozen=True):
    """The sessions that began on a day. Kept in memory alone."""

    day: date
    sessions: int = 0

    def one_more(self) -> SessionCount:
        return replace(self, sessions=self.sessions + 1)

    def yesterday(self, today: date) -> int | None:
        """The number to be told on the day after; None for fewer than `LEAST`, and where the clock went elsewhere."""
        return self.sessions if self.sessions >= LEAST and today - self.day == timedelta(days=1) else None
