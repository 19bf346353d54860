"""`run` as a process where there is no screen, and how it is ended."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.commands import ROOT, run


def test_without_a_screen_it_names_what_works_without_one(slides: Path, state: Path) -> None:
    done = run("run", "--slides", slides, "--state", state)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("kiosk: there is no screen here.")
    assert {"check", "render", "run"} <= set(done.stderr.split())
    assert not state.exists()


def test_it_ends_by_itself_when_asked_to(slides: Path, state: Path) -> None:
    done = run("--slides", slides, "--state", state, "--offscreen", "--quit-after", "0.1", "--log", "json")
    assert done.returncode == 0, done.stderr


@contextmanager
def running(slides: Path, state: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, ROOT / "main.py", "--slides", slides, "--state", state, "--offscreen", "--log", "json"]
    command.append("--log-sessions")
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("event", ["shown", "ready", "reloaded"])
def test_a_signal_ends_it_well_at_any_moment_from_the_first_slide_on(
    slides: Path, state: Path, event: str, number: signal.Signals
) -> None:
    with running(slides, state) as process:
        assert process.stderr is not None
        assert any(line.startswith("{") and json.loads(line)["event"] == event for line in process.stderr)
        process.send_signal(number)
        remaining = process.stderr.read()
        assert process.wait(60) == 0
        assert "error" not in remaining.casefold()
