"""What follows a run, as processes: the same command once more under the same number, and the return after a leave."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.cli import ending
from kiosk.core.event_log import EventLog
from kiosk.core.storage.state_folder import StateFolder
from tests.cli.commands import ROOT

# Tells of itself, and begins again once.
PROGRAM = """
import json, os, sys
from kiosk.cli import ending
print(json.dumps([os.getpid(), sys.argv[1:], sys.prefix, os.environ["RUN"]]), flush=True)
if os.environ["RUN"] == "first":
    ending.run_again({**os.environ, "RUN": "second"})
"""
WORDS = ["--state", "a folder, 100 % $HOME", ""]


def runs(*line: str | Path, cwd: Path, **environment: str) -> list[list[object]]:
    own = {**os.environ, "RUN": "first", "PYTHONPATH": str(ROOT), **environment}
    done = subprocess.run([*line, *WORDS], cwd=cwd, env=own, capture_output=True, text=True, timeout=60, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the program as a script, as a module and as an installed command."""
    folder = tmp_path / "the waiting room, 100 % $HOME"
    folder.mkdir()
    (folder / "program.py").write_text(PROGRAM)
    command = folder / "command"
    command.write_text(f"#!{sys.executable}\n{PROGRAM}")
    command.chmod(0o755)
    return folder


@pytest.mark.parametrize(
    "line",
    [
        [sys.executable, "program.py"],
        [sys.executable, "-X", "utf8", "-m", "program"],
        [sys.executable, "-c", PROGRAM],
        ["./command"],
        ["python", "program.py"],
    ],
    ids=["script", "module", "text", "installed command", "found on the path"],
)
def test_the_same_command_runs_once_more_in_the_same_process(folder: Path, line: list[str]) -> None:
    first, second = runs(*line, cwd=folder, PATH=f"{Path(sys.executable).parent}:{os.environ['PATH']}")
    assert first[1:] == [WORDS, sys.prefix, "first"]
    assert second == [*first[:3], "second"]


def test_an_interpreter_in_a_folder_with_spaces_and_signs_is_the_same_again(folder: Path) -> None:
    (folder / ".venv").symlink_to(sys.prefix)
    first, second = runs(folder / ".venv" / "bin" / "python", folder / "program.py", cwd=folder.parent)
    assert second[:3] == first[:3]
    assert second[2] == str(folder / ".venv")


def test_an_interpreter_that_is_gone_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    ending.run_again({})
    assert capsys.readouterr().err == "kiosk: it cannot restart itself: /nowhere/python: No such file or directory\n"


@pytest.mark.parametrize(
    ("systemd_run", "problem"),
    [("exit 0", ""), ("echo 'No medium found' >&2; exit 1", "No medium found"), (None, "No such file or directory")],
)
def test_a_return_that_cannot_be_set_is_logged(
    state: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    systemd_run: str | None,
    problem: str,
) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, body in (("systemctl", "exit 5"), ("systemd-run", systemd_run)):
        if body:
            (programs / name).write_text(f'#!/bin/sh\necho "{name} $*" >> "{tmp_path / "calls"}"\n{body}\n')
            (programs / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(programs))
    ending.return_later(state, EventLog(as_json=True))
    line = json.loads(capsys.readouterr().err)
    assert (line["event"], line["returns_in_minutes"]) == ("left", 30)
    assert problem in line.get("problem", "")
    assert ("problem" in line) == bool(problem)
    calls = (tmp_path / "calls").read_text().splitlines()
    assert calls[0] == "systemctl --user stop kiosk-return.timer"
    if systemd_run:
        assert "--on-active=1800s" in calls[1]
        assert calls[1].endswith(" systemctl --user --no-block start kiosk.service")
    assert not StateFolder(state).file.exists(), "looking changes nothing"
