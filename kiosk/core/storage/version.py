"""One save: its number, when it was made, what it changed, and where it came from."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from kiosk.core.arrangement.changes import Changes
from kiosk.core.files import Unreadable


class Newer(Unreadable):
    """A document that a newer version of the kiosk has written. It is never overwritten."""


class Saved(Struct, frozen=True):
    """Made in the panel or at a terminal."""


class BroughtBack(Struct, frozen=True):
    """A version of the history, made to hold again."""

    number: int


class BroughtIn(Struct, frozen=True):
    """An exported file's decisions. `file` is its name without a folder."""

    file: str


class Authored(Struct, frozen=True):
    """The state before the first save: nothing was decided."""


class ClockConfirmed(Struct, frozen=True):
    """Nothing was decided but that the machine's clock is right, whatever an earlier save says."""


Origin = Saved | BroughtBack | BroughtIn | Authored | ClockConfirmed


class Summary(Struct, frozen=True):
    """A save in numbers. `changes` are counted for the origin Saved alone."""

    changes: Changes = Changes()
    origin: Origin = Saved()

    def details(self) -> dict[str, object]:
        """For the log: what changed, by name, in plain values."""
        match self.origin:
            case BroughtBack(number):
                return {"brought_back": number}
            case BroughtIn(file):
                return {"brought_in": file}
            case Saved() | Authored() | ClockConfirmed():
                return self.changes.details()


class Version(Struct, frozen=True):
    """One version of the history. `saved_at` is local time, to the second; None where it is not known.

    A save that is made while the clock is plainly wrong has none: it tells nothing, and cannot count against the right one.
    """

    number: int
    saved_at: datetime | None = None
    summary: Summary = Summary()

    @property
    def source(self) -> int:
        """The number of the version that this one repeats; its own, unless it was brought back."""
        return self.summary.origin.number if isinstance(self.summary.origin, BroughtBack) else self.number
