"""A patient touches: real clicks on the real bar."""

from __future__ import annotations

import time

from tests.e2e.bar import BACK, BACK_TO_SLIDE, DONE, NEXT, THIRD_CARD, TOPICS, open_session, step
from tests.e2e.content import COLOURS, has_slide, slide_id, wait_for_slide
from tests.e2e.display import Display, near
from tests.e2e.program import Start

LONG = {"session_seconds": 300.0, "warning_seconds": 30.0}
SHORT = {"session_seconds": 5.0, "warning_seconds": 5.0}
PICTURE = (1000, 300)
# Within the picture of a slide once it is open large, on paper before.
BESIDE = (400, 300)


def test_next_back_and_done(start: Start, display: Display) -> None:
    program = start(**LONG)
    open_session(program, display)
    step(program, display, NEXT, "two")
    step(program, display, NEXT, "three")
    since = program.now
    # There is nothing after the last slide: what comes next is what Back brings.
    display.click(NEXT)
    step(program, display, BACK, "two")
    assert [event["slide"] for event in program.logged("shown", since)] == [slide_id("two")]
    since = program.now
    display.click(DONE)
    assert program.wait_for("session_ended")["why"] == "done"
    program.wait_for("shown", since=since, mode="loop", slide=slide_id("three"))


def test_the_outer_edges_and_the_keys_turn_pages_too(start: Start, display: Display) -> None:
    program = start(**LONG)
    open_session(program, display)
    step(program, display, (1272, 300), "two")
    step(program, display, (8, 300), "one")
    for key, name in (("space", "two"), ("Right", "three"), ("Left", "two")):
        since = program.now
        display.press(key)
        program.wait_for("shown", since=since, slide=slide_id(name), mode="session")
        wait_for_slide(display, name)


def test_a_swipe_follows_the_finger_and_turns_the_page(start: Start, display: Display) -> None:
    program = start(**LONG)
    open_session(program, display)
    since = program.now
    with display.finger([(1000 - 25 * step, 300) for step in range(24)]):
        display.wait_for((300, 560), COLOURS["one"])  # the picture has come along with the finger
        assert not near(display.at((1270, 560)), COLOURS["two"]), "and the next slide's is still on its way"
        assert program.logged("shown", since) == []
    program.wait_for("shown", since=since, slide=slide_id("two"), mode="session")
    wait_for_slide(display, "two")
    since = program.now
    display.drag([(300 + 25 * step, 300) for step in range(24)])
    program.wait_for("shown", since=since, slide=slide_id("one"), mode="session")


def test_a_finger_that_comes_back_turns_nothing(start: Start, display: Display) -> None:
    program = start(**LONG)
    open_session(program, display)
    since = program.now
    there = [(800 - 20 * step, 300) for step in range(10)]
    with display.finger(there):
        display.wait_until(lambda: not has_slide(display, "one"), "the slide that comes along")
        display.move(reversed(there))
        wait_for_slide(display, "one")
    step(program, display, NEXT, "two")
    assert [event["slide"] for event in program.logged("shown", since)] == [slide_id("two")]


def test_topics_lead_to_a_slide_and_back(start: Start, display: Display) -> None:
    program = start(**LONG)
    open_session(program, display)
    display.click(TOPICS)
    display.wait_for(THIRD_CARD, COLOURS["three"])
    display.click(BACK_TO_SLIDE)
    wait_for_slide(display, "one")
    display.click(TOPICS)
    display.wait_for(THIRD_CARD, COLOURS["three"])
    step(program, display, THIRD_CARD, "three")


def test_a_tap_opens_the_picture_large_and_another_closes_it(start: Start, display: Display) -> None:
    program = start(**LONG)
    open_session(program, display)
    display.click(PICTURE)
    display.wait_for(BESIDE, COLOURS["one"])
    display.click(BESIDE)
    wait_for_slide(display, "one")
    assert not near(display.at(BESIDE), COLOURS["one"])


def test_a_session_never_advances_and_ends_when_nobody_touches(start: Start, display: Display) -> None:
    program = start(**SHORT)
    open_session(program, display, "two")
    step(program, display, NEXT, "three")
    since, turned = program.now, program.logged("shown")[-1]
    ended = program.wait_for("session_ended")
    assert ended["why"] == "no touch"
    meanwhile = program.events[since : program.events.index(ended)]
    assert "shown" not in [event["event"] for event in meanwhile], "the loop has three seconds a slide, a session has not"
    assert ended["at"] - program.logged("session_started")[0]["at"] >= 10
    # The click came a little before the slide that it brought.
    assert ended["at"] - turned["at"] >= 9
    program.wait_for("shown", since=since, mode="loop")


def test_a_touch_on_the_warning_stays(start: Start, display: Display) -> None:
    program = start(**SHORT)
    open_session(program, display)
    corner = (20, 20)
    bright = display.at(corner)
    display.wait_until(lambda: sum(display.at(corner)) < sum(bright) - 150, "the warning, which dims what lies below it")
    touched = time.monotonic()
    display.click((60, 60))
    display.wait_for(corner, bright)
    program.wait_for("session_ended", why="no touch")
    assert time.monotonic() - touched >= 10
    assert len(program.logged("session_ended")) == 1
