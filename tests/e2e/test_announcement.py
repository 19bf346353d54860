"""An announcement: typed on the panel's own keyboard, in its band on loop and session, and gone by itself."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from msgspec.structs import replace

from kiosk.core.arrangement.arrangement import Announcement
from kiosk.core.arrangement.changes import AnnouncementChange, Changes
from kiosk.core.storage.pin import PinFile
from kiosk.core.storage.state_folder import StateFolder
from tests.e2e import panel
from tests.e2e.content import PAPER
from tests.e2e.display import SIZE, Display, Point, near
from tests.e2e.panel import ACCENT, PIN, WHITE
from tests.e2e.program import Start

WORDS = (300, 300)
FIELD, FIRST_CARD, PUT_UP, PUT_UP_GROUND, STANDING_GROUND = (640, 175), (700, 311), (894, 521), (894, 480), (700, 274)
# Where the keyboard has its keys, which are white, and beside the sign on the last one its ground.
ROWS = {"qwertyuiop": (80, 394), "asdfghjkl": (143, 482), "zxcvbnm": (268, 570)}
KEYS = {letter: (x + round(124.4 * at), y) for letters, (x, y) in ROWS.items() for at, letter in enumerate(letters)}
SIGNS, MORE, SPACE, ERASE, FINISH, FINISH_GROUND = (205, 657), (329, 657), (640, 657), (951, 657), (1138, 657), (1080, 635)
TWO, E_ACUTE = (205, 394), (267, 570)
SESSION_BAR = 132
LAST_LINE = SIZE[1] - 5


def has_band(display: Display, above: int = 0) -> bool:
    """The band's colour along the lower edge, `above` px from it."""
    return all(near(colour, ACCENT) for colour in display.row(LAST_LINE - above, 2, 40))


def type_key(display: Display, key: Point) -> None:
    """A tap on a key, after which the line of text has changed."""
    with display.changing(FIELD[1], 40, 600):
        display.click(key)


def turn_keyboard(display: Display, key: Point) -> None:
    """A tap after which the keyboard has other letters."""
    with display.changing(KEYS["q"][1], 60, 1220):
        display.click(key)


def put_up(state: Path, until: datetime) -> None:
    """As another program would, with the same lock."""
    announcement = Announcement("Soon over", until)
    changes = Changes(announcement=AnnouncementChange.PUT_UP)
    StateFolder(state).update(lambda now: replace(now, announcement=announcement), changes, datetime.now())


def test_a_line_is_typed_and_stands_on_loop_and_session(start: Start, display: Display, slides: Path, state: Path) -> None:
    # Two languages, so that the keyboard has the letters of both.
    (slides / "test" / "topic.es.yaml").write_text("title: Tema\n", encoding="utf-8")
    PinFile(state).set_pin(PIN)
    program = start()
    program.wait_for("reloaded")
    panel.knock(display)
    display.press(*PIN, "Return")
    display.wait_for(panel.SAVE_GROUND, panel.YELLOW)
    panel.tap(display, panel.ANNOUNCEMENT, FIRST_CARD, WHITE)
    panel.tap(display, FIELD, FINISH_GROUND, ACCENT)
    for letter in "caff":
        type_key(display, KEYS[letter])
    turn_keyboard(display, MORE)
    type_key(display, E_ACUTE)
    type_key(display, SPACE)
    turn_keyboard(display, SIGNS)
    for key in (TWO, TWO, ERASE):
        type_key(display, key)
    # A keyboard that is plugged in writes into the same line.
    display.press("p", "m")
    panel.tap(display, FINISH, PUT_UP_GROUND, ACCENT)
    panel.tap(display, PUT_UP, STANDING_GROUND, ACCENT)
    assert not has_band(display), "nothing is shown before it is saved"
    display.click(panel.SAVE)
    program.wait_for("saved")
    display.wait_until(lambda: has_band(display), "the band")
    announcement = StateFolder(state).read()[0].announcement
    assert announcement is not None
    assert announcement.text == "Caffé 2pm"
    since = program.now
    display.click(WORDS)
    program.wait_for("session_started", since=since)
    display.wait_until(lambda: has_band(display, above=SESSION_BAR), "the band above the session's bar")


def test_it_is_gone_by_itself_and_the_slide_has_its_room_back(start: Start, display: Display, state: Path) -> None:
    program = start()
    program.wait_for("reloaded")
    put_up(state, datetime.now() + timedelta(minutes=10))
    # The running kiosk sees what another program saved.
    display.wait_until(lambda: has_band(display), "the band")
    until = datetime.now() + timedelta(seconds=4)
    put_up(state, until)
    display.wait_until(lambda: not has_band(display), "the loop without the band")
    assert datetime.now() >= until
    display.wait_for((20, LAST_LINE), PAPER)
