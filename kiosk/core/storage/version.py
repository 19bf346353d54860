"""One save: its number, when it was made, what it changed, and where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.core.arrangement.changes import Changes
from kiosk.core.files import Unreadable


class Newer(Unreadable):
    """A document that a newer version of the kiosk has written. It is never overwritten."""


@dataclass(frozen=True, slots=True)
class Saved:
    """Made in the panel or at a terminal."""


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """A version of the history, made to hold again."""

    number: int


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """An exported file's decisions. `file` is its name without a folder."""

    file: str


@dataclass(frozen=True, slots=True)
class Authored:
    """The state before the first save: nothing was decided."""


Origin = Saved | BroughtBack | BroughtIn | Authored


@dataclass(frozen=True, slots=True)
class Summary:
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
            case Saved() | Authored():
                return self.changes.details()


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the history. `saved_at` is local time, to the second; None where it is not known."""

    number: int
    saved_at: datetime | None = None
    summary: Summary = Summary()

    @property
    def source(self) -> int:
        """The number of the version that this one repeats; its own, unless it was brought back."""
        return self.summary.origin.number if isinstance(self.summary.origin, BroughtBack) else self.number
