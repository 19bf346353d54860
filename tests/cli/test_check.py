"""`check` as a process: what goes where, and the exit code. What it finds: tests/seeded."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.cli.commands import ROOT, run

SCREEN = ("--screen", "800x600")


def test_slides_without_a_mistake(slides: Path, state: Path) -> None:
    done = run("check", "--slides", slides, "--state", state, *SCREEN)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("3 slides: 0 errors, 0 warnings; reading grade: t en ")
    assert not state.exists()


def test_a_warning_alone_is_no_failure(slides: Path, state: Path) -> None:
    (slides / "t" / "1-why.es.md").unlink()
    done = run("check", "--slides", slides, "--state", state, *SCREEN)
    assert done.returncode == 0
    assert done.stdout.startswith("t/1-why.md:1: warning: there is no translation into es;")
    assert "0 errors, 1 warning;" in done.stderr


def test_an_error_is_one_on_paper_and_for_machines(slides: Path, state: Path) -> None:
    (slides / "t" / "1-why.md").write_text("---\ntitle: Why\nlayout: nonsense\n---\nText.\n")
    done = run("check", "--slides", slides, "--state", state, "--json", *SCREEN)
    assert done.returncode == 1
    assert ("t/1-why.md", 3, "error") in [(p["path"], p["line"], p["severity"]) for p in json.loads(done.stdout)["problems"]]


def test_a_reader_that_has_seen_enough_is_no_mistake(slides: Path, state: Path) -> None:
    """As `check | head` does: the pipe is shut before the first line."""
    (slides / "t" / "1-why.es.md").unlink()
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, ROOT / "main.py", "check", "--slides", slides, "--state", state, *SCREEN]
    with open(writing, "wb") as shut:
        done = subprocess.run(command, stdout=shut, stderr=subprocess.PIPE, text=True, timeout=240, check=False)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr
