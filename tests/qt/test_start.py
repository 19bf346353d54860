"""The order of a start, and its end where there is nothing to show."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from kiosk.core.paths import KEPT_FRAME
from tests.qt import slides_on_disk

HOME = Path(__file__).resolve().parents[2]
# The program with a part of it replaced, in a process of its own: Qt starts once in a process.
PROGRAM = """
import sys
from kiosk.core.event_log import EventLog
from kiosk.core.run_options import RunOptions
from pathlib import Path
from kiosk.qt import main_window
from kiosk.qt.start import start

slides, state = map(Path, sys.argv[1:])
{change}
sys.exit(start(RunOptions(slides, state, (640, 400)), EventLog(sessions=True)))
"""
NO_INTERFACE = """
def load(*arguments):
    raise RuntimeError("the user interface could not be loaded; the lines above say why")
main_window.load = load
"""
GARBAGE = """
import atexit, gc
atexit.register(lambda: print("garbage is collected:", gc.isenabled()))
"""


def run(tmp_path: Path, change: str) -> subprocess.Popen[str]:
    slides = tmp_path / "slides"
    if not slides.exists():
        slides_on_disk.write(slides)
    command = [sys.executable, "-c", PROGRAM.format(change=change), str(slides), str(tmp_path / "state")]
    return subprocess.Popen(command, cwd=HOME, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_without_an_interface_it_says_so_and_ends(tmp_path: Path) -> None:
    program = run(tmp_path, NO_INTERFACE)
    _, errors = program.communicate()
    assert program.returncode == 1
    assert errors.splitlines() == ["kiosk: the user interface could not be loaded; the lines above say why"]


def until_kept(program: subprocess.Popen[str], frame: Path) -> list[str]:
    """The names of the events until the slides are read and a first frame is kept for the next start."""
    assert program.stderr
    events = []
    for line in program.stderr:
        events.append(line.split("] ")[1].split()[0])
        if {"ready", "shown", "reloaded"} <= set(events):
            break
    while not frame.exists():
        assert program.poll() is None, events
        time.sleep(0.01)
    return events


def test_it_says_ready_once_and_ends_at_the_first_start_and_the_next(tmp_path: Path) -> None:
    for start in ("first", "with the first frame kept"):
        program = run(tmp_path, GARBAGE)
        events = until_kept(program, tmp_path / "state" / KEPT_FRAME)
        program.terminate()
        output, errors = program.communicate()
        assert program.returncode == 0, errors
        events += [line.split("] ")[1].split()[0] for line in errors.splitlines()]
        assert events.count("ready") == 1, events
        order = ("shown", "ready") if start == "first" else ("ready", "shown")
        assert [event for event in events if event in order] == list(order), start
        assert output == "garbage is collected: True\n"
