"""Named values out of untrusted data: one parser for each kind of value, one did-you-mean, every mistake a problem."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, time
from enum import Enum
from typing import Any, TypeVar

from msgspec import Struct

from kiosk.core.problem import Severity
from kiosk.core.time_window import parse_hours

P = TypeVar("P")


class Invalid(ValueError):
    """A value that a field does not take; the message says what it takes."""


class Kind(Struct, frozen=True):
    """One kind of value. `parse` returns it or raises ValueError; `takes`: such as "a number from 3 to 300 seconds"."""

    parse: Callable[[object], Any]
    takes: str


class Field(Struct, frozen=True):
    """One named value: its kind, and what it is for."""

    kind: Kind
    help: str = ""


Fields = Mapping[str, Field]

# So many unknown names are reported one by one, with the nearest that is known; the others as a number.
MOST_UNKNOWN = 20
# Letters of a name that a message shows.
LONGEST_NAME = 60


def kind(takes: str, accept: Callable[[object], Any]) -> Kind:
    """A kind whose `accept` returns None, or raises, for what is not of it."""

    def parse(value: object) -> Any:
        try:
            accepted = accept(value)
        except (ValueError, TypeError, OverflowError):
            accepted = None
        if accepted is None:
            raise Invalid(f"takes {takes}")
        return accepted

    return Kind(parse, takes)


def _text(value: object) -> str | None:
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return " ".join(str(value).split())
    return None


def _date(value: object) -> date | None:
    if isinstance(value, str):
        return date.fromisoformat(value)
    return value if type(value) is date else None


def _hours(value: object) -> tuple[time, time] | None:
    return parse_hours(value) if isinstance(value, str) else None


TEXT = kind("text", _text)
TRUTH = kind("true or false", lambda value: value if isinstance(value, bool) else None)
DATE = kind("a date such as 2026-11-22", _date)
HOURS = kind("hours such as 08:00-18:00", _hours)


def number(low: float, high: float, unit: str = "") -> Kind:
    """Numbers from `low` to `high`, both included, as float. `unit` is what the message names."""

    def accept(value: object) -> float | None:
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
        return float(value) if is_number and low <= value <= high else None  # type: ignore[arg-type,operator]

    return kind(f"a number from {low:g} to {high:g} {unit}".rstrip(), accept)


def choice(members: type[Enum]) -> Kind:
    """The values of an enumeration."""
    return kind(f"one of {', '.join(str(member.value) for member in members)}", members)


def texts(longest: int, check: Callable[[str], object] | None = None) -> Kind:
    """Lists of texts of at most `longest` letters each, as a tuple. `check` raises ValueError for a text that is none."""
    takes = f"a list of texts of up to {longest} letters"

    def parse(value: object) -> tuple[str, ...]:
        if not isinstance(value, (list, tuple)) or not all(isinstance(text, str) and len(text) <= longest for text in value):
            raise Invalid(f"takes {takes}")
        for text in value if check else ():
            check(text)  # type: ignore[misc]
        return tuple(value)

    return Kind(parse, takes)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The nearest of the known names as a question; all of them, where none is near."""
    names = tuple(known)
    name = name[:LONGEST_NAME]
    # Needed where somebody has mistyped, and by no start.
    from difflib import get_close_matches

    near = get_close_matches(name, names, n=1)
    return f"did you mean {near[0]}?" if near else f"known are {', '.join(names)}"


def read(
    values: Iterable[tuple[str, object, P]], fields: Fields, report: Callable[[P, str, Severity], None], what: str = ""
) -> dict[str, Any]:
    """The good ones of named values. For each of the others `report` gets its place, the message and the severity.

    A place is what the caller finds a value by, such as a line. `what` stands before a name, such as "setting".
    """
    good: dict[str, Any] = {}
    unknown = 0
    last: P | None = None
    for name, value, place in values:
        if name not in fields:
            unknown, last = unknown + 1, place
            if unknown <= MOST_UNKNOWN:
                shown = name[:LONGEST_NAME]
                report(place, f"unknown {what or 'key'} {shown!r}; {did_you_mean(name, fields)}", Severity.WARNING)
        elif name in good:
            report(place, f"{name} is given twice; keep one", Severity.WARNING)
        else:
            try:
                good[name] = fields[name].kind.parse(value)
            except ValueError as error:
                report(place, f"{what} {name} {error}".lstrip(), Severity.ERROR)
    if last is not None and unknown > MOST_UNKNOWN:
        report(last, f"{unknown - MOST_UNKNOWN} more unknown {what or 'key'}s", Severity.WARNING)
    return good
