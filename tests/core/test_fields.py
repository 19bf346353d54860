"""Named values: each kind takes what it says and nothing else, and every mistake is a problem with its line."""

from __future__ import annotations

from datetime import date, time
from enum import Enum

import pytest

from kiosk.core import fields
from kiosk.core.fields import DATE, HOURS, TEXT, TRUTH, Field, Invalid, Kind
from kiosk.core.problem import Problem, Severity


class Fruit(Enum):
    APPLE = "apple"
    PEAR = "pear"


NUMBER = fields.number(3, 300, "s")
FRUIT = fields.choice(Fruit)
LINES = fields.texts(5)


@pytest.mark.parametrize(
    ("kind", "value", "parsed"),
    [
        (TEXT, "  a\n b ", "a b"),
        (TEXT, 2026, "2026"),
        (TRUTH, False, False),
        (DATE, "2026-11-22", date(2026, 11, 22)),
        (DATE, date(2026, 11, 22), date(2026, 11, 22)),
        (HOURS, "22:00-06:30", (time(22), time(6, 30))),
        (NUMBER, 3, 3.0),
        (NUMBER, 300.0, 300.0),
        (FRUIT, "pear", Fruit.PEAR),
        (LINES, ["a", "12345"], ("a", "12345")),
        (LINES, (), ()),
    ],
)
def test_accepted(kind: Kind, value: object, parsed: object) -> None:
    assert kind.parse(value) == parsed


@pytest.mark.parametrize("value", [None, {}, [["a"]], float("nan"), "", "123456", 10**400, True, -1, "2026-13-45"])
@pytest.mark.parametrize("kind", [TRUTH, DATE, HOURS, NUMBER, FRUIT, LINES])
def test_refused_with_what_it_takes(kind: Kind, value: object) -> None:
    if kind is TRUTH and value is True:
        return
    with pytest.raises(Invalid, match=f"^takes {kind.takes}$"):
        kind.parse(value)


@pytest.mark.parametrize(
    ("name", "hint"), [("titel", "did you mean title?"), ("xyzzy", "known are title, text")], ids=["near", "far"]
)
def test_did_you_mean(name: str, hint: str) -> None:
    assert fields.did_you_mean(name, ("title", "text")) == hint


def test_every_mistake_is_a_problem_and_the_rest_is_read() -> None:
    values = [("a", 3, 1), ("b", 2, 2), ("a", 4, 3), ("c", 5, 4)]
    problems: list[Problem] = []

    def report(line: int, message: str, severity: Severity) -> None:
        problems.append(Problem("x", line, message, severity))

    assert fields.read(values, {"a": Field(NUMBER), "b": Field(NUMBER)}, report, "setting") == {"a": 3.0}
    assert problems == [
        Problem("x", 2, "setting b takes a number from 3 to 300 s"),
        Problem("x", 3, "a is given twice; keep one", Severity.WARNING),
        Problem("x", 4, "unknown setting 'c'; known are a, b", Severity.WARNING),
    ]
