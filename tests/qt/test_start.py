"""The order of a start, and its end where there is nothing to show."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.qt import slides_on_disk

HOME = Path(__file__).resolve().parents[2]
# The program with a part of it replaced, in a process of its own: Qt starts once in a process.
PROGRAM = """
import sys
from kiosk.core.event_log import EventLog
from kiosk.core.run_options import RunOptions
from pathlib import Path
from kiosk.qt.app import App
from kiosk.qt.start import start

slides, state = map(Path, sys.argv[1:])
{change}
sys.exit(start(RunOptions(slides, state, (640, 400), quit_after=1.0), EventLog(sessions=True)))
"""
NO_INTERFACE = """
def load(app):
    raise RuntimeError("the user interface could not be loaded; the lines above say why")
App._load_window = load
"""
GARBAGE = """
import atexit, gc
atexit.register(lambda: print("garbage is collected:", gc.isenabled()))
"""


def run(tmp_path: Path, change: str) -> subprocess.CompletedProcess[str]:
    slides = tmp_path / "slides"
    if not slides.exists():
        slides_on_disk.write(slides)
    command = [sys.executable, "-c", PROGRAM.format(change=change), str(slides), str(tmp_path / "state")]
    return subprocess.run(command, cwd=HOME, capture_output=True, text=True, timeout=60)


def test_without_an_interface_it_says_so_and_ends(tmp_path: Path) -> None:
    ended = run(tmp_path, NO_INTERFACE)
    assert ended.returncode == 1
    assert ended.stderr.splitlines() == ["kiosk: the user interface could not be loaded; the lines above say why"]


def test_it_says_ready_once_and_ends_at_the_first_start_and_the_next(tmp_path: Path) -> None:
    for start in ("first", "with the first frame kept"):
        ended = run(tmp_path, GARBAGE)
        assert ended.returncode == 0, ended.stderr
        events = [line.split("] ")[1].split()[0] for line in ended.stderr.splitlines()]
        assert events.count("ready") == 1, ended.stderr
        order = ("shown", "ready") if start == "first" else ("ready", "shown")
        assert [event for event in events if event in order] == list(order), start
        assert ended.stdout == "garbage is collected: True\n"
