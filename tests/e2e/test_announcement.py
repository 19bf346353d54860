"""An announcement: typed on the panel's own keyboard, in its band on loop and session, and gone by itself."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from msgspec.structs import replace

from kiosk.core.arrangement.arrangement import Announcement
from kiosk.core.arrangement.changes import AnnouncementChange, Changes
from kiosk.core.storage.pin import PinFile
from kiosk.core.storage.state_folder import StateFolder
from tests.e2e.content import PAPER, near
from tests.e2e.display import SIZE, Colour, Display
from tests.e2e.program import Start

PIN = "240681"
BAND: Colour = (0x0F, 0x5C, 0x6E)
# Where things are at 1280x720.
CORNER, WORDS = (30, 30), (300, 300)
ANNOUNCEMENT, FIELD, PUT_UP, SAVE = (595, 56), (640, 175), (894, 521), (1169, 56)
ROWS = {"qwertyuiop": (80, 394), "asdfghjkl": (143, 482), "zxcvbnm": (268, 570)}
KEYS = {letter: (x + round(124.4 * at), y) for letters, (x, y) in ROWS.items() for at, letter in enumerate(letters)}
SIGNS, MORE, SPACE, ERASE, FINISH = (205, 657), (329, 657), (640, 657), (951, 657), (1138, 657)
TWO, E_ACUTE = (205, 394), (267, 570)
SESSION_BAR = 132


def tap(display: Display, *points: tuple[int, int], pause: float = 0.25) -> None:
    for point in points:
        display.click(point)
        time.sleep(pause)


def soon(what: Callable[[], bool], seconds: float = 10) -> bool:
    limit = time.monotonic() + seconds
    while not what():
        if time.monotonic() > limit:
            return False
        time.sleep(0.1)
    return True


def has_band(display: Display, above: int = 0) -> bool:
    """Whether the band's colour runs along the lower edge, `above` px from it."""
    return all(near(colour, BAND) for colour in display.row(SIZE[1] - 5 - above, 2, 40))


def put_up(state: Path, text: str, seconds: float) -> None:
    """As another program would, with the same lock."""
    held = Announcement(text, datetime.now() + timedelta(seconds=seconds))
    changed = Changes(announcement=AnnouncementChange.PUT_UP)
    StateFolder(state).update(lambda now: replace(now, announcement=held), changed, datetime.now())


def test_a_line_is_typed_and_stands_on_loop_and_session(start: Start, display: Display, slides: Path, tmp_path: Path) -> None:
    (slides / "test" / "topic.es.yaml").write_text("title: Tema\n", encoding="utf-8")
    PinFile(tmp_path / "state").set_pin(PIN)
    program = start()
    program.wait_for("reloaded")
    time.sleep(1)
    assert not has_band(display)
    tap(display, *[CORNER] * 5, pause=0.1)
    time.sleep(1.5)
    for key in [*PIN, "Return"]:
        display.press(key)
    time.sleep(2.5)
    tap(display, ANNOUNCEMENT, pause=1.5)
    tap(display, FIELD, *(KEYS[letter] for letter in "caff"), MORE, E_ACUTE, SPACE, SIGNS, TWO, TWO, ERASE)
    # A keyboard that is plugged in writes into the same line.
    display.press("p")
    display.press("m")
    tap(display, FINISH, PUT_UP)
    assert not has_band(display), "nothing is shown before it is saved"
    tap(display, SAVE)
    program.wait_for("saved")
    assert soon(lambda: has_band(display))
    announcement = StateFolder(tmp_path / "state").read()[0].announcement
    assert announcement is not None
    assert announcement.text == "Caffé 2pm"
    tap(display, WORDS)
    program.wait_for("session_started")
    assert soon(lambda: has_band(display, above=SESSION_BAR))


def test_it_is_gone_by_itself_and_the_slide_has_its_room_back(start: Start, display: Display, tmp_path: Path) -> None:
    program = start()
    program.wait_for("reloaded")
    time.sleep(1)
    state = tmp_path / "state"
    put_up(state, "Soon over", 600)
    assert soon(lambda: has_band(display)), "the running kiosk sees what another program saved"
    put_up(state, "Soon over", 4)
    time.sleep(1.5)
    assert has_band(display)
    assert soon(lambda: not has_band(display), 8)
    assert soon(lambda: near(display.at((20, SIZE[1] - 5)), PAPER))
