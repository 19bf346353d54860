"""The session's bar at 1280x720: where its controls are, and what a click there must bring."""

from __future__ import annotations

import time

from tests.e2e.content import COLOURS, near, slide_id
from tests.e2e.display import Display, Point
from tests.e2e.program import Program

TOPICS, DONE, BACK, NEXT = (95, 654), (957, 654), (1070, 654), (1195, 654)
BACK_TO_SLIDE = (143, 654)
THIRD_CARD = (790, 220)
WORDS, PICTURE = (300, 500), (1000, 300)


def open_session(program: Program, display: Display, name: str = "one") -> None:
    program.wait_for("shown", slide=slide_id(name))
    program.wait_for("reloaded")
    time.sleep(1)
    display.click(WORDS)
    assert program.wait_for("session_started")["slide"] == slide_id(name)
    time.sleep(0.8)


def step(program: Program, display: Display, point: Point, name: str) -> None:
    """A click that must bring a slide, and its picture."""
    since = program.now
    display.click(point)
    program.wait_for("shown", since=since, slide=slide_id(name), mode="session")
    time.sleep(0.8)
    assert near(display.at(PICTURE), COLOURS[name])
