"""The staff's side at 1280x720: where its controls are, what they look like, and the way in."""

from __future__ import annotations

from tests.e2e.display import Colour, Display, Point, near

PIN = "240681"
ACCENT: Colour = (15, 92, 110)
WHITE: Colour = (255, 255, 255)
# The ground of a main button that cannot be used now.
FADED: Colour = (164, 188, 189)

CORNER = (30, 30)
# The pad: a key's number, and beside the word on OK its ground.
KEYS = {"123456789"[at]: (486 + 153 * (at % 3), 220 + 105 * (at // 3)) for at in range(9)} | {"0": (639, 536)}
OK, OK_GROUND = (792, 536), (740, 510)
KEY_GROUND = (440, 200)
# The bar of the slide order and of the announcement's page.
ANNOUNCEMENT, SAVE = (595, 56), (1169, 56)
# The first slide is on, or off.
FIRST_SWITCH = (738, 182)
SAVE_GROUND, YELLOW = (1169, 25), (255, 224, 138)
# The settings' last page, and on it what ends the program.
SETTINGS, THIS_KIOSK, THIS_KIOSK_GROUND, PALE = (787, 56), (120, 614), (36, 614), (228, 240, 241)
RESTART, RESTART_GROUND, RESTART_NOW, LEAVE = (1000, 351), (390, 410), (390, 441), (1000, 439)


def is_awake(display: Display) -> bool:
    """A pad that takes digits, with none typed."""
    return near(display.at(KEY_GROUND), WHITE, 2) and not near(display.at(OK_GROUND), ACCENT, 40)


def is_asleep(display: Display) -> bool:
    """A pad that takes no digits: a PIN is being looked at, or has to be waited for."""
    return near(display.at(OK_GROUND), FADED, 12) and not near(display.at(KEY_GROUND), WHITE, 2)


def knock(display: Display) -> None:
    """Five taps in the corner, after which the pad is there."""
    display.click_repeatedly(CORNER, 5)
    display.wait_until(lambda: is_awake(display), "the PIN pad")


def type_pin(display: Display, pin: str) -> None:
    """Types the digits with the finger, and then OK."""
    for digit in pin:
        display.click(KEYS[digit])
    display.wait_for(OK_GROUND, ACCENT)
    display.click(OK)


def enter(display: Display) -> None:
    """To the slide order, by knocking and the right PIN."""
    knock(display)
    type_pin(display, PIN)
    display.wait_for(SAVE_GROUND, YELLOW)


def open_this_kiosk(display: Display) -> None:
    """From the slide order to the page from which the kiosk is restarted and left."""
    tap(display, SETTINGS, THIS_KIOSK_GROUND, PALE)
    tap(display, THIS_KIOSK, THIS_KIOSK_GROUND, ACCENT)


def restart(display: Display) -> None:
    """From the slides to the press that restarts the kiosk."""
    enter(display)
    open_this_kiosk(display)
    tap(display, RESTART, RESTART_GROUND, ACCENT)
    display.click(RESTART_NOW)


def leave(display: Display) -> None:
    """From the slides to the press that ends the kiosk."""
    enter(display)
    open_this_kiosk(display)
    display.click(LEAVE)
    display.wait_until(lambda: is_awake(display), "the PIN pad")
    type_pin(display, PIN)


def tap(display: Display, point: Point, ground: Point, colour: Colour) -> None:
    """A tap after which the ground has the colour."""
    display.click(point)
    display.wait_for(ground, colour)
