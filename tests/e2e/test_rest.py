"""Between transitions nothing is drawn and nothing is computed."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.e2e.bar import NEXT, open_session
from tests.e2e.content import slide_id, write_slide
from tests.e2e.display import Display
from tests.e2e.program import Program, Start

SECONDS = 5.0
SHARE = 0.002


def share_of_work(program: Program) -> float:
    """The part of one processor that the program keeps busy over five seconds; the better of two tries."""
    shares = []
    for _ in range(2):
        before = program.seconds_of_work()
        time.sleep(SECONDS)
        shares.append((program.seconds_of_work() - before) / SECONDS)
        if shares[-1] < SHARE:
            break
    return min(shares)


@pytest.mark.parametrize("renderer", ["software", "opengl"])
def test_nothing_moves_in_the_loop_and_in_a_session(start: Start, display: Display, slides: Path, renderer: str) -> None:
    write_slide(slides, "one", seconds=40)
    program = start(renderer=renderer, session_seconds=120, warning_seconds=30)
    program.wait_for("ready", timeout=20)
    if renderer == "opengl" and not any("OpenGL" in line and "renderer" in line.lower() for line in program.words):
        pytest.skip("this X server has no OpenGL")
    program.wait_for("reloaded")
    time.sleep(2)
    assert share_of_work(program) < SHARE
    open_session(program, display)
    time.sleep(1)
    assert share_of_work(program) < SHARE
    since = program.now
    display.click(NEXT)
    program.wait_for("shown", since=since, slide=slide_id("two"))
    time.sleep(1.5)
    display.click(NEXT)
    program.wait_for("shown", since=since, slide=slide_id("three"))
    assert [told["frames"] for told in program.told("rest")] == [0, 0, 0]


def test_the_loop_rests_between_its_transitions(start: Start) -> None:
    program = start()
    program.wait_for("shown", timeout=25, slide=slide_id("three"), since=8)
    assert [told["frames"] for told in program.told("rest")][1:4] == [0, 0, 0]
