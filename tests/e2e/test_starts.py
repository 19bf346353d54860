"""A start in any state: the window appears at once, `ready` is logged with its picture, and staff get in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.core.arrangement.arrangement import Arrangement
from kiosk.core.arrangement.changes import Changes
from kiosk.core.settings import Settings
from kiosk.core.storage.pin import PinFile
from kiosk.core.storage.state_folder import StateFolder
from kiosk.core.time_window import WEEKDAYS
from tests.e2e.content import NAMES, PAPER, file_of, wait_for_slide
from tests.e2e.display import Colour, Display
from tests.e2e.panel import PIN, is_awake, knock
from tests.e2e.program import Start

BLACK: Colour = (0, 0, 0)
# Beside words and pictures, whatever is shown.
GROUND = (20, 400)


def closed_hours() -> tuple[str, ...]:
    """Opening hours that are not now, nor during the test: an hour, in three days."""
    then = datetime.now() + timedelta(days=3)
    return (f"{WEEKDAYS[then.weekday()]} 12:00-13:00",)


def close(slides: Path, state: Path) -> None:
    StateFolder(state).write(Arrangement(settings=Settings(opening_hours=closed_hours())), Changes(), datetime.now())


def close_for_good(slides: Path, state: Path) -> None:
    settings = Settings(opening_hours=closed_hours(), wake_minutes=0.0)
    StateFolder(state).write(Arrangement(settings=settings), Changes(), datetime.now())


def empty(slides: Path, state: Path) -> None:
    for name in NAMES:
        file_of(slides, name).unlink()


def take_away(slides: Path, state: Path) -> None:
    slides.rename(slides.with_name("elsewhere"))


def break_slides(slides: Path, state: Path) -> None:
    for name in NAMES:
        file_of(slides, name).write_bytes(b"---\ntitle: \xff\n")


def break_state(slides: Path, state: Path) -> None:
    StateFolder(state).file.write_text('{"form', encoding="utf-8")


def end_slides(slides: Path, state: Path) -> None:
    for name in NAMES:
        file_of(slides, name).write_text("---\ntitle: Over\nvalid_until: 2001-01-01\n---\nWords.\n", encoding="utf-8")


STARTS: dict[str, tuple[Callable[[Path, Path], None], Colour]] = {
    "closed": (close, BLACK),
    "closed, and no touch wakes it": (close_for_good, BLACK),
    "no slides": (empty, PAPER),
    "no slides folder": (take_away, PAPER),
    "no slide that can be read": (break_slides, PAPER),
    "no slide that is valid today": (end_slides, PAPER),
    "a broken state": (break_state, PAPER),
}


@pytest.mark.parametrize("way", ["knock", "keys"])
@pytest.mark.parametrize("name", STARTS)
def test_there_is_a_picture_and_staff_get_in(
    start: Start, display: Display, slides: Path, state: Path, name: str, way: str
) -> None:
    PinFile(state).set_pin(PIN)
    prepare, ground = STARTS[name]
    prepare(slides, state)
    program = start()
    program.wait_for("ready")
    display.wait_for(GROUND, ground)
    program.wait_for("reloaded")
    if way == "knock":
        knock(display)
    else:
        display.press("ctrl+alt+s")
        display.wait_until(lambda: is_awake(display), "the PIN pad")


def test_a_touch_wakes_a_kiosk_that_was_started_closed(start: Start, display: Display, slides: Path, state: Path) -> None:
    close(slides, state)
    program = start()
    program.wait_for("ready")
    program.wait_for("reloaded")
    assert program.logged("shown") == []
    display.click((640, 300))
    program.wait_for("shown")
    wait_for_slide(display, "one")
