"""A problem with the content or a setting, as a value."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct


class Severity(Enum):
    """The weight of a problem: an error keeps a slide off the screen, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Problem(Struct, frozen=True):
    """Something wrong with the content or a setting, said so that its reader can mend it.

    `path` is relative to the slides folder where it lies inside it; `line` counts from 1.
    """

    path: str
    line: int
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.severity.value}: {self.message}"
