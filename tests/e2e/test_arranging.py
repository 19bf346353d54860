"""A receptionist's two minutes: the PIN, a new order, a slide off, seconds, an announcement, and what the loop then plays."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.core.storage.pin import PinFile
from kiosk.core.storage.state_folder import StateFolder
from tests.e2e import panel
from tests.e2e.content import COLOURS, file_of
from tests.e2e.display import Display, near
from tests.e2e.panel import ACCENT, FADED, PIN, WHITE
from tests.e2e.program import Start

ROWS = (182, 293, 405, 517)
HANDLE, THUMBNAIL, TITLE, SWITCH = 69, 200, 330, 723
# The left edge of the row that is chosen, and where the knob of a switch is that is off.
CHOSEN, KNOB = 33, 700
MORE_SECONDS = (1015, 487)
AUTOMATIC_GROUND, NOT_AUTOMATIC = (1120, 460), (228, 240, 241)
FIRST_PHRASE, HALF_AN_HOUR, PUT_UP = (300, 311), (910, 310), (894, 521)
PUT_UP_GROUND, HALF_AN_HOUR_GROUND, STANDING_GROUND = (894, 480), (910, 285), (700, 274)


@pytest.fixture
def slides(slides: Path) -> Path:
    """Four slides of three seconds each."""
    text = file_of(slides, "two").read_text(encoding="utf-8")
    (slides / "test" / "4-four.md").write_text(text.replace("two.svg", "other.svg"), encoding="utf-8")
    return slides


@pytest.fixture(autouse=True)
def pin(state: Path) -> None:
    PinFile(state).set_pin(PIN)


def wait_for_rows(display: Display, *names: str) -> None:
    def stand() -> bool:
        return all(near(display.at((THUMBNAIL, y)), COLOURS[name]) for y, name in zip(ROWS, names, strict=True))

    display.wait_until(stand, f"rows {names}")


def test_a_receptionist_rearranges_the_loop(start: Start, display: Display, state: Path) -> None:
    program = start()
    program.wait_for("reloaded", slides=4)
    panel.enter(display)
    wait_for_rows(display, "one", "two", "three", "other")
    display.drag([(HANDLE, ROWS[3] + (ROWS[0] - 30 - ROWS[3]) * step // 12) for step in range(13)])
    wait_for_rows(display, "other", "one", "two", "three")
    panel.tap(display, (SWITCH, ROWS[2]), (KNOB, ROWS[2]), WHITE)
    panel.tap(display, (TITLE, ROWS[1]), (CHOSEN, ROWS[1]), ACCENT)
    display.wait_for(AUTOMATIC_GROUND, ACCENT)
    panel.tap(display, MORE_SECONDS, AUTOMATIC_GROUND, NOT_AUTOMATIC)
    panel.tap(display, panel.ANNOUNCEMENT, PUT_UP_GROUND, FADED)
    panel.tap(display, FIRST_PHRASE, PUT_UP_GROUND, ACCENT)
    panel.tap(display, HALF_AN_HOUR, HALF_AN_HOUR_GROUND, ACCENT)
    panel.tap(display, PUT_UP, STANDING_GROUND, ACCENT)
    since = program.now
    display.click(panel.SAVE)
    saved = program.wait_for("saved")
    counts = {name: saved[name] for name in saved.keys() - {"event", "at"}}
    assert counts == {"moved": 1, "switched_off": 1, "timed": 1, "announcement": "put up"}

    # The slide that was on the screen has its time first.
    program.wait_for("shown", since=since, slide="test/4-four")
    loop = [(event["slide"], event["seconds"]) for event in program.logged("shown", since) if event["mode"] == "loop"]
    assert loop == [("test/1-one", 5), ("test/3-three", 3), ("test/4-four", 3)]
    assert program.stop() == 0
    assert PIN not in program.log()

    again = start()
    again.wait_for("shown", slide="test/1-one")
    assert [event["slide"] for event in again.logged("shown")] == ["test/4-four", "test/1-one"]
    announcement = StateFolder(state).read()[0].announcement
    assert announcement is not None
    assert "20 minutes" in announcement.text


def test_the_pad_counts_wrong_tries_and_the_slides_go_on(start: Start, display: Display) -> None:
    program = start()
    program.wait_for("reloaded")
    panel.knock(display)
    for _ in range(2):
        panel.type_pin(display, "999999")
        display.wait_until(lambda: panel.is_awake(display), "the pad after a wrong PIN")
    panel.type_pin(display, "999999")
    display.wait_until(lambda: panel.is_asleep(display), "the wait after the third")
    since = program.now
    display.click(*(panel.KEYS[digit] for digit in PIN), panel.OK)
    assert panel.is_asleep(display)
    # Nobody got in; the loop comes back by itself while the wait is still on.
    program.wait_for("shown", since=since, mode="loop")
    assert program.logged("saved") == []
