"""The session's bar at 1280x720: where its controls are, and what a click there must bring."""

from __future__ import annotations

from tests.e2e.content import has_slide, slide_id, wait_for_slide
from tests.e2e.display import Colour, Display, Point, near
from tests.e2e.program import Program

TOPICS, DONE, BACK, NEXT = (95, 654), (957, 654), (1070, 654), (1195, 654)
BACK_TO_SLIDE = (143, 654)
THIRD_CARD = (790, 220)
WORDS = (300, 500)
# Beside the words on Next, which has this ground as long as there is a next slide.
NEXT_GROUND, ACCENT = (1195, 640), (15, 92, 110)


def has_bar(display: Display, ground: Colour = ACCENT) -> bool:
    return near(display.at(NEXT_GROUND), ground, 2)


def open_session(program: Program, display: Display, name: str = "one") -> None:
    """Touches the loop once the whole folder is known and `name` is on the screen."""
    program.wait_for("reloaded")
    program.wait_for("shown", slide=slide_id(name))
    wait_for_slide(display, name)
    display.click(WORDS)
    assert program.wait_for("session_started")["slide"] == slide_id(name)
    display.wait_until(lambda: has_bar(display) and has_slide(display, name), "the session's bar")


def step(program: Program, display: Display, point: Point, name: str) -> None:
    """A click that must bring a slide, and its picture."""
    since = program.now
    display.click(point)
    program.wait_for("shown", since=since, slide=slide_id(name), mode="session")
    wait_for_slide(display, name)
