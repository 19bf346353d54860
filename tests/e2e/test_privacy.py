"""Sessions leave nothing behind: no line in the log, and no byte in the state folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.core.paths import KEPT_FRAME
from tests.e2e.bar import DONE, THIRD_CARD, TOPICS, WORDS, has_bar
from tests.e2e.content import COLOURS, wait_for_slide, write_slide
from tests.e2e.display import Display
from tests.e2e.program import Program

CONTRAST, TEXT_SIZE = (296, 654), (208, 654)
SESSIONS = 6


@pytest.fixture(params=["json", "text"])
def program(request: pytest.FixtureRequest, display: Display, slides: Path, state: Path) -> Iterator[Program]:
    """As a clinic starts it. The loop rests at its first slide, so that each session finds it there."""
    write_slide(slides, "one", seconds=300)
    running = Program(slides, state, display.name, "--log", request.param, trail=False)
    yield running
    assert running.stop() == 0, running.log()


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file with its bytes and the time at which it was written, every folder with its time."""
    found = {"": (b"", folder.stat().st_mtime_ns)}
    for path in sorted(folder.rglob("*")):
        found[str(path.relative_to(folder))] = (path.read_bytes() if path.is_file() else b"", path.stat().st_mtime_ns)
    return found


def read_a_little(display: Display) -> None:
    """A session with everything that a patient changes, from the loop and back to it."""
    wait_for_slide(display, "one")
    display.click(WORDS)
    display.wait_until(lambda: has_bar(display), "the session's bar")
    with display.changing(205, 40, 600):
        display.click(TEXT_SIZE)
    display.click(CONTRAST)
    display.wait_until(lambda: not has_bar(display), "high contrast")
    display.click(CONTRAST)
    display.wait_until(lambda: has_bar(display), "the usual contrast")
    display.click(TOPICS)
    display.wait_for(THIRD_CARD, COLOURS["three"])
    display.click(THIRD_CARD)
    wait_for_slide(display, "three")
    display.click(DONE)
    wait_for_slide(display, "one")


def test_sessions_write_nothing_anywhere(program: Program, display: Display, state: Path) -> None:
    display.wait_until(lambda: "reloaded" in program.log() and (state / KEPT_FRAME).exists(), "the end of the start")
    # What the start itself writes in the background is written when this is over.
    read_a_little(display)
    files, lines = snapshot(state), program.log()
    for _ in range(SESSIONS):
        read_a_little(display)
    assert program.log() == lines
    assert snapshot(state) == files
    assert "ready" in lines
    assert not re.search(r"shown|session|rest\b|test/", lines)
