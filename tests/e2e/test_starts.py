"""A matrix of starts: in any condition, on any kind of screen, there is a picture and staff get in."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from kiosk.core.arrangement.arrangement import Arrangement
from kiosk.core.arrangement.changes import Changes
from kiosk.core.paths import KEPT_FRAME
from kiosk.core.settings import Settings
from kiosk.core.storage.pin import PinFile
from kiosk.core.storage.state_folder import StateFolder
from kiosk.core.time_window import WEEKDAYS
from tests.e2e.content import NAMES, PAPER, file_of, wait_for_slide
from tests.e2e.display import Colour, Display, near, x_server
from tests.e2e.panel import PIN, SAVE_GROUND, YELLOW, is_awake, knock, type_pin
from tests.e2e.program import HOME, Program, Start
from tests.e2e.surroundings import compositor
from tests.faketime import clock_says
from tests.needs import need_tools

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


def keep_open(slides: Path, state: Path) -> None:
    settings = Settings(opening_hours=tuple(f"{day} 00:00-00:00" for day in WEEKDAYS))
    StateFolder(state).write(Arrangement(settings=settings), Changes(), datetime.now())


def nothing(slides: Path, state: Path) -> None:
    """A state folder that is not there yet, and the slides as they are."""


class Condition(Struct, frozen=True):
    """What a start finds. `ground`: the colour beside words and pictures. `again`: the last run has kept its first frame."""

    prepare: Callable[[Path, Path], None]
    ground: Colour = PAPER
    has_pin: bool = True
    clock: str = ""
    again: bool = False

    def environment(self) -> dict[str, str]:
        return clock_says(self.clock) if self.clock else {}


CONDITIONS = {
    "open": Condition(keep_open),
    "closed": Condition(close, BLACK),
    "no slides": Condition(empty),
    "broken state": Condition(break_state),
    "no PIN": Condition(keep_open, has_pin=False),
    "clock at 2020": Condition(keep_open, clock="@2020-01-01 12:00:00"),
    "first start": Condition(nothing, has_pin=False),
    "kept first frame": Condition(nothing, again=True),
}
# More of what a start may find, on one kind of screen.
OTHERS = {
    "closed, and no touch wakes it": Condition(close_for_good, BLACK),
    "no slides folder": Condition(take_away),
    "no slide that can be read": Condition(break_slides),
    "no slide that is valid today": Condition(end_slides),
}


@pytest.fixture
def prepared(request: pytest.FixtureRequest, slides: Path, state: Path) -> Condition:
    condition: Condition = request.param
    if condition.has_pin:
        PinFile(state).set_pin(PIN)
    condition.prepare(slides, state)
    return condition


def each(conditions: dict[str, Condition]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("prepared", conditions.values(), ids=conditions, indirect=True)


def get_in(program: Program, display: Display, condition: Condition) -> None:
    """To the panel, by knocking; without a PIN by the code in the log, and a PIN of one's own."""
    knock(display)
    if not condition.has_pin:
        for typed in (program.wait_for("pin_code")["code"], PIN, PIN):
            type_pin(display, typed)
            display.wait_until(lambda: is_awake(display), "the pad")
    type_pin(display, PIN)
    # Below a sentence about the clock or the state, it stands lower.
    x, top = SAVE_GROUND
    heights = range(top, top + 200, 4)
    display.wait_until(lambda: any(near(display.at((x, y)), YELLOW, 2) for y in heights), "the panel")


def try_start(start: Start, display: Display, state: Path, condition: Condition, **options: Any) -> None:
    """There is a picture when `ready` is said, and staff get in."""
    if condition.again:
        program = start(**options)
        program.wait_for("reloaded")
        display.wait_until((state / KEPT_FRAME).exists, "the first frame that is kept")
        assert program.stop() == 0
    program = start(extra=condition.environment(), **options)
    program.wait_for("ready")
    display.wait_for(GROUND, condition.ground)
    program.wait_for("reloaded")
    get_in(program, display, condition)


@each(CONDITIONS | OTHERS)
def test_on_x11(start: Start, display: Display, state: Path, prepared: Condition) -> None:
    try_start(start, display, state, prepared)


@pytest.fixture(scope="module")
def under_cage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Display, Path]]:
    """A display with cage on it, and its socket."""
    need_tools("Xvfb", "xdotool", "cage", "Xwayland")
    with x_server(tmp_path_factory.mktemp("cage")) as display, compositor(display, "-d") as socket:
        yield display, socket


@each(CONDITIONS)
def test_on_wayland_under_cage(start: Start, under_cage: tuple[Display, Path], state: Path, prepared: Condition) -> None:
    display, socket = under_cage
    try_start(start, display, state, prepared, wayland=socket)


@each(CONDITIONS)
def test_offscreen(slides: Path, state: Path, prepared: Condition) -> None:
    folders = ["--slides", str(slides), "--state", str(state)]
    command = [sys.executable, str(HOME / "tests" / "e2e" / "offscreen_visitor.py"), PIN, *folders]
    environment = os.environ | {"PYTHONPATH": str(HOME), "QT_QUICK_BACKEND": "software"} | prepared.environment()
    for _ in range(1 + prepared.again):
        visit = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
        assert visit.returncode == 0, visit.stderr
        seen, came = visit.stdout.splitlines()
        assert seen == ("a black picture" if prepared.ground == BLACK else "a picture"), visit.stderr
        assert came == "in", visit.stderr
    assert '"event": "error"' not in visit.stderr


@each({"closed": CONDITIONS["closed"], "no slides": CONDITIONS["no slides"]})
def test_staff_get_in_by_keys(start: Start, display: Display, prepared: Condition) -> None:
    program = start()
    program.wait_for("ready")
    program.wait_for("reloaded")
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
