"""The settings from a terminal."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.cli import main
from kiosk.cli.settings import settings
from kiosk.core.arrangement.arrangement import Arrangement, Decision
from kiosk.core.arrangement.changes import Changes
from kiosk.core.settings import DECLARED, FIELDS, NAMES, Settings
from kiosk.core.storage.state_folder import StateFolder


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


def saved(state: Path) -> Settings:
    arrangement, problems = StateFolder(state).read()
    assert problems == []
    return arrangement.settings


@pytest.mark.parametrize(
    ("words", "name", "value"),
    [
        (["session_seconds", "60"], "session_seconds", 60.0),
        (["session_seconds", "7.5"], "session_seconds", 7.5),
        (["reduced_motion", "true"], "reduced_motion", True),
        (["reduced_motion", "YES"], "reduced_motion", True),
        (["languages", "es", "en"], "languages", ("es", "en")),
        (
            ["opening_hours", "monday 08:00-18:00", "friday 22:00-06:00"],
            "opening_hours",
            ("monday 08:00-18:00", "friday 22:00-06:00"),
        ),
        (["phrases", "Late today."], "phrases", ("Late today.",)),
        (["phrases"], "phrases", ()),
    ],
)
def test_a_value_is_set_shown_and_reset(
    state: Path, capsys: pytest.CaptureFixture[str], words: list[str], name: str, value: object
) -> None:
    assert settings(["set", *words], state) == 0
    assert saved(state) == Settings(**{name: value})
    assert capsys.readouterr().out == f"Saved as version 1: set {name.replace('_', ' ')}.\n"
    assert settings(["get", name], state) == 0
    typed = {("reduced_motion", "YES"): ["true"]}.get(tuple(words), words[1:])
    assert capsys.readouterr().out.splitlines() == typed
    assert settings(["reset", name], state) == 0
    assert saved(state) == Settings()
    assert settings(["reset", name], state) == 0
    assert "already" in capsys.readouterr().out
    assert StateFolder(state).read()[0].number == 2


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("set session_seconds 4", "session_seconds takes a number from 5 to 900 s (default 90): Time without a touch"),
        ("set session_seconds long", "takes a number from 5 to 900 s"),
        ("set session_seconds nan", "takes a number from 5 to 900 s"),
        ("set session_seconds 10 20", "takes a number from 5 to 900 s"),
        ("set reduced_motion 2", "takes true or false (default false)"),
        ("set opening_hours monday", "takes hours such as 08:00-18:00"),
        ("set opening_hours noday 08:00-18:00", "takes lines such as"),
        ("set session_secons 60", "did you mean session_seconds?"),
        ("get session_secons", "did you mean session_seconds?"),
        ("reset xyzzy", "known are session_seconds, "),
        ("set session_seconds", "settings set NAME VALUE..."),
        ("set", "settings set NAME VALUE..."),
        ("get", "settings get NAME"),
        ("dance", "settings list"),
    ],
)
def test_a_mistyped_command_saves_nothing_and_names_the_remedy(
    state: Path, capsys: pytest.CaptureFixture[str], words: str, says: str
) -> None:
    assert settings(words.split(), state) == 2
    streams = capsys.readouterr()
    assert says in streams.err
    assert streams.out == ""
    assert not state.exists()


def test_the_list_has_every_setting_with_what_it_takes_and_its_default(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings(["set", "session_seconds", "60"], state)
    capsys.readouterr()
    assert settings([], state) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[::2]] == list(NAMES)
    assert lines[0].split() == ["session_seconds", "60"]
    for line, (name, declared) in zip(lines[1::2], DECLARED.items(), strict=True):
        assert declared.help in line
        assert FIELDS[name].kind.takes in line
        assert declared.unit in line
        assert ", default " in line
    assert lines[1].endswith("a number from 5 to 900 s, default 90")


def test_everything_else_that_was_decided_stays(state: Path) -> None:
    decided = Arrangement(("t/b", "t/a"), {"t/a": Decision(on=False)}, Settings(warning_seconds=20.0))
    StateFolder(state).write(decided, Changes(), datetime(2026, 11, 22, 10, 0))
    assert settings(["set", "session_seconds", "60"], state) == 0
    expected = replace(decided, settings=Settings(warning_seconds=20.0, session_seconds=60.0), number=2)
    assert StateFolder(state).read() == (expected, [])


def test_a_state_that_cannot_be_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert settings(["set", "session_seconds", "60"], Path("/dev/null/x")) == 1
    assert "Not saved" in capsys.readouterr().err


def test_what_is_wrong_with_the_file_is_said(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings(["set", "session_seconds", "60"], state)
    StateFolder(state).file.write_text("{")
    capsys.readouterr()
    assert settings(["get", "session_seconds"], state) == 0
    streams = capsys.readouterr()
    assert streams.out == "60\n"
    assert "not whole JSON" in streams.err


def test_it_is_one_of_the_commands(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["settings", "--state", str(state), "set", "screen_inches", "-1"]) == 2
    assert "takes a number from 0 to 150 in" in capsys.readouterr().err
    assert main(["settings", "--state", str(state), "set", "screen_inches", "21.5"]) == 0
    assert saved(state).screen_inches == 21.5
