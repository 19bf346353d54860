"""Between transitions nothing is drawn and nothing is computed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.bar import NEXT, open_session, step
from tests.e2e.content import write_slide
from tests.e2e.display import Display
from tests.e2e.program import Program, Start
from tests.needs import need

SECONDS = 2.0
SHARE = 0.002
TRIES = 6


def comes_to_rest(program: Program) -> bool:
    """Finds two seconds without an event in which it keeps less than SHARE of one processor busy.

    That is the process's own time, which its neighbours do not change. The first tries see the end of what went before.
    """
    return any(_is_at_rest(program) for _ in range(TRIES))


def _is_at_rest(program: Program) -> bool:
    before = program.seconds_of_work()
    return program.is_silent(SECONDS) and program.seconds_of_work() - before < SHARE * SECONDS


@pytest.mark.parametrize("renderer", ["software", "opengl"])
def test_nothing_moves_in_the_loop_and_in_a_session(start: Start, display: Display, slides: Path, renderer: str) -> None:
    write_slide(slides, "one", seconds=60)
    program = start(renderer=renderer, session_seconds=120.0, warning_seconds=30.0)
    program.wait_for("ready")
    need("" if renderer == "software" or program.draws_with_opengl() else "this X server has no OpenGL")
    program.wait_for("reloaded")
    assert comes_to_rest(program)
    open_session(program, display)
    assert comes_to_rest(program)
    step(program, display, NEXT, "two")
    assert comes_to_rest(program)
    step(program, display, NEXT, "three")
    assert [event["frames"] for event in program.logged("rest")] == [0, 0, 0]


def test_it_ends_when_it_is_told_to_even_at_rest(start: Start, slides: Path) -> None:
    # Python alone would run the signal's handler with the next event, which is the next slide's.
    write_slide(slides, "one", seconds=120)
    program = start()
    program.wait_for("reloaded")
    assert comes_to_rest(program)
    assert program.stop() == 0
