"""Every setting, from its one table."""

from __future__ import annotations

import pytest

from kiosk.core import settings
from kiosk.core.problem import Problem, Severity
from kiosk.core.settings import DECLARED, Declared, Settings


@pytest.mark.parametrize(("name", "declared"), DECLARED.items(), ids=DECLARED)
def test_every_setting_is_explained_and_takes_its_default(name: str, declared: Declared) -> None:
    default = getattr(Settings(), name)
    assert default == declared.default
    assert declared.help
    assert declared.group
    assert settings.check(name, default) == default
    assert settings.check(name, list(default) if isinstance(default, tuple) else default) == default
    if isinstance(default, float):
        assert declared.unit
        assert declared.low <= default <= declared.high


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("session_seconds", 4, "takes a number from 5 to 900 s"),
        ("session_seconds", 901, "takes a number"),
        ("session_seconds", "90", "takes a number"),
        ("session_seconds", True, "takes a number"),
        ("session_seconds", float("nan"), "takes a number"),
        ("reduced_motion", 1, "takes true or false"),
        ("phrases", "one", "takes a list of texts"),
        ("phrases", [1], "takes a list of texts"),
        ("phrases", ["x" * 200], "takes a list of texts"),
        ("opening_hours", ["monday"], "takes hours such as"),
        ("opening_hours", ["noday 08:00-18:00"], "takes lines such as"),
    ],
)
def test_refused(name: str, value: object, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        settings.check(name, value)


def test_read_leaves_bad_values_at_their_default() -> None:
    lines = {"session_seconds": 3, "warning_second": 4, "reduced_motion": 5, "xyzzy": 6}
    values = {"session_seconds": 60, "warning_second": 9, "reduced_motion": "no", "xyzzy": 1}
    found, problems = settings.read(values, "state.toml", lines.__getitem__)
    assert found == Settings(session_seconds=60.0)
    assert problems[:2] == [
        Problem("state.toml", 4, "unknown setting 'warning_second'; did you mean warning_seconds?", Severity.WARNING),
        Problem("state.toml", 5, "setting reduced_motion takes true or false"),
    ]
    assert problems[2].message.startswith("unknown setting 'xyzzy'; known are session_seconds, ")


def test_nothing_set() -> None:
    assert settings.read({}, "state.toml") == (Settings(), [])
