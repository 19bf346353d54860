"""A patient touches: real clicks on the real bar."""

from __future__ import annotations

import time

from tests.e2e.bar import BACK, BACK_TO_SLIDE, DONE, NEXT, PICTURE, THIRD_CARD, TOPICS, open_session, step
from tests.e2e.content import COLOURS, near, slide_id
from tests.e2e.display import Display
from tests.e2e.program import Start

LONG = {"session_seconds": 60, "warning_seconds": 30}
SHORT = {"session_seconds": 5, "warning_seconds": 5}


def test_a_touch_opens_the_slide_that_it_touched_and_only_that(start: Start, display: Display) -> None:
    program = start(**LONG)
    open_session(program, display, "two")
    assert near(display.at(PICTURE), COLOURS["two"])
    time.sleep(4)
    assert program.told("shown")[-1]["slide"] == slide_id("two"), "a session never advances by itself"


def test_next_back_and_done(start: Start, display: Display) -> None:
    program = start(**LONG)
    open_session(program, display)
    step(program, display, NEXT, "two")
    step(program, display, NEXT, "three")
    since = program.now
    display.click(NEXT)
    time.sleep(0.5)
    assert program.now == since, "there is nothing after the last slide"
    step(program, display, BACK, "two")
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
        program.wait_for("shown", since=since, slide=slide_id(name))
        time.sleep(0.5)


def test_a_swipe_follows_the_finger_and_turns_the_page(start: Start, display: Display) -> None:
    program = start(**LONG)
    open_session(program, display)
    since = program.now
    with display.finger([(1000 - 25 * step, 300) for step in range(24)]):
        time.sleep(0.3)
        assert near(display.at((300, 560)), COLOURS["one"]), "the picture has come along with the finger"
        assert near(display.at((1270, 560)), COLOURS["two"]) is False, "and the next slide's is still on its way"
    program.wait_for("shown", since=since, slide=slide_id("two"), mode="session")
    time.sleep(0.6)
    assert near(display.at(PICTURE), COLOURS["two"])
    since = program.now
    display.drag([(300 + 25 * step, 300) for step in range(24)])
    program.wait_for("shown", since=since, slide=slide_id("one"), mode="session")


def test_a_finger_that_comes_back_turns_nothing(start: Start, display: Display) -> None:
    program = start(**LONG)
    open_session(program, display)
    since = program.now
    there = [(800 - 20 * step, 300) for step in range(10)]
    display.drag([*there, *reversed(there)], hold=0.3)
    time.sleep(0.6)
    assert program.now == since
    assert near(display.at(PICTURE), COLOURS["one"])


def test_topics_lead_to_a_slide_and_back(start: Start, display: Display) -> None:
    program = start(**LONG)
    open_session(program, display)
    display.click(TOPICS)
    time.sleep(0.8)
    assert near(display.at(THIRD_CARD), COLOURS["three"])
    display.click(BACK_TO_SLIDE)
    time.sleep(0.5)
    assert near(display.at(PICTURE), COLOURS["one"])
    display.click(TOPICS)
    time.sleep(0.8)
    step(program, display, THIRD_CARD, "three")


def test_a_tap_opens_the_picture_large_and_another_closes_it(start: Start, display: Display) -> None:
    program = start(**LONG)
    open_session(program, display)
    beside = (400, 300)
    assert not near(display.at(beside), COLOURS["one"])
    display.click(PICTURE)
    time.sleep(0.8)
    assert near(display.at(beside), COLOURS["one"])
    display.click(beside)
    time.sleep(0.5)
    assert not near(display.at(beside), COLOURS["one"])
    assert near(display.at(PICTURE), COLOURS["one"])


def test_nothing_leads_to_the_warning_and_then_to_the_start(start: Start, display: Display) -> None:
    program = start(**SHORT)
    open_session(program, display)
    step(program, display, NEXT, "two")
    started, since = program.told("session_started")[0]["at"], program.now
    ended = program.wait_for("session_ended", timeout=15)
    last_touch = program.told("shown")[-1]["at"] if program.now == since else None
    assert ended["why"] == "no touch"
    assert ended["at"] - started >= 10
    assert last_touch is None or ended["at"] - last_touch >= 0
    program.wait_for("shown", since=since, mode="loop")


def test_a_touch_on_the_warning_stays(start: Start, display: Display) -> None:
    program = start(**SHORT)
    open_session(program, display)
    bright = display.at((20, 20))
    time.sleep(5.5)
    assert sum(display.at((20, 20))) < sum(bright) - 150, "the warning dims what lies below it"
    display.click((60, 60))
    time.sleep(0.7)
    assert near(display.at((20, 20)), bright)
    touched = time.monotonic()
    program.wait_for("session_ended", timeout=14, why="no touch")
    assert time.monotonic() - touched >= 9
    assert len(program.told("session_ended")) == 1
