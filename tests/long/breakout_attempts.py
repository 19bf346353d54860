"""The table of attempts to get out of the kiosk: keys, chords, clicks, gestures, and what other programs ask for."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from string import ascii_lowercase

from tests.e2e.breakout import GROUND, Attempt, Meant, Screen
from tests.e2e.display import SIZE, Point
from tests.e2e.windows import Windows

LOOP, SESSION, PAD, OTHER = Screen.LOOP, Screen.SESSION, Screen.PAD, Screen.OTHER
FUNCTION_KEYS = [f"F{number}" for number in range(1, 13)]
ARROWS = ["Left", "Right", "Up", "Down"]
RIGHT, BOTTOM = SIZE[0] - 1, SIZE[1] - 1
CORNERS = {"upper left": (0, 0), "upper right": (RIGHT, 0), "lower left": (0, BOTTOM), "lower right": (RIGHT, BOTTOM)}
EDGES = {"left": (0, 300), "right": (RIGHT, 300), "top": (300, 0), "bottom": (300, BOTTOM)}
MIDDLE = (640, 360)
# A finger that touches the loop opens a session, wherever it is.
TOUCH: Meant = {LOOP: (LOOP, SESSION)}
# In a session it may touch a control, on the pad a key.
ANYTHING: Meant = {LOOP: (LOOP, SESSION, OTHER), SESSION: (SESSION, LOOP, OTHER), PAD: (PAD, OTHER)}
# What a keyboard is meant to do: it turns pages, shows the focus, presses what has it, and types digits.
READING: Meant = {LOOP: (SESSION, LOOP), SESSION: (SESSION, OTHER), PAD: (PAD, OTHER)}
FOCUS: Meant = {SESSION: (SESSION, OTHER), PAD: (PAD, OTHER)}
DIGIT: Meant = {PAD: (PAD, OTHER)}
# The way in for staff leads to the pad from everywhere.
KNOCK: Meant = {LOOP: (PAD,), SESSION: (PAD,)}
# Letters of the menu that openbox has for a window: Close, Iconify, Layer below, Send to the next desktop.
WINDOW_MENU = ("c", "n", "l b", "s Down Return")
FIVE_TAPS = " ".join(["click 1"] * 5)


def key(chord: str, meant: Meant | None = None) -> Attempt:
    return Attempt(chord, f"key {chord}", meant=meant or {})


def keys(modifiers: str, names: Iterable[str]) -> list[Attempt]:
    return [key(f"{modifiers}+{name}") for name in names]


def at(point: Point) -> str:
    return f"mousemove {point[0]} {point[1]}"


def drag(*points: Point, button: int = 1) -> str:
    """A way of many small steps from point to point, as a finger goes it."""
    steps = [at(points[0]), f"mousedown {button}"]
    for start, end in pairwise(points):
        for step in range(1, 9):
            steps.append(at((start[0] + (end[0] - start[0]) * step // 8, start[1] + (end[1] - start[1]) * step // 8)))
    return " ".join([*steps, f"mouseup {button}"])


def held(modifier: str, words: str) -> str:
    return f"keydown {modifier} {words} keyup {modifier}"


def _function_keys() -> list[Attempt]:
    chords = [key(name) for name in FUNCTION_KEYS]
    for modifiers in ("alt", "ctrl", "shift", "super", "ctrl+alt", "ctrl+shift", "alt+shift"):
        chords += keys(modifiers, FUNCTION_KEYS)
    return chords


def _letters() -> list[Attempt]:
    plain = [key(name) for name in ("a", "q", "s", "x")]
    return [
        *plain,
        *keys("ctrl", ascii_lowercase),
        *keys("ctrl+shift", ascii_lowercase),
        *keys("alt", ascii_lowercase),
        *keys("super", ascii_lowercase),
        # Ctrl+Alt+S asks for the PIN, as five taps do.
        *keys("ctrl+alt", [letter for letter in ascii_lowercase if letter != "s"]),
        Attempt("ctrl+alt+s", "key ctrl+alt+s", meant=KNOCK),
    ]


def _digits_and_signs() -> list[Attempt]:
    digits = [key(str(number), DIGIT) for number in (0, 7)]
    signs = ("plus", "minus", "equal", "0", "comma", "period", "slash", "backslash", "bracketleft", "grave")
    return [
        *digits,
        key("KP_5", DIGIT),
        *[key(name) for name in ("slash", "period", "plus", "minus", "asciitilde", "question", "colon")],
        *keys("ctrl", [*signs, "1", "9"]),
        *keys("alt", ["0", "1", "9", "grave", "period"]),
        *keys("super", ["1", "9", "plus", "minus", "period", "grave"]),
        Attempt("alt and a code on the number pad", held("alt", "key KP_0 key KP_1 key KP_6 key KP_9")),
        Attempt("ctrl+shift+u and a code", "key ctrl+shift+u key a key e key space", meant=READING),
    ]


def _escape_and_tab() -> list[Attempt]:
    modifiers = ("alt", "ctrl", "super", "ctrl+shift", "ctrl+alt", "alt+shift", "ctrl+alt+shift")
    return [
        key("Escape", {SESSION: (LOOP,)}),
        key("shift+Escape"),
        *[key(f"{modifier}+Escape") for modifier in modifiers],
        key("Tab", FOCUS),
        key("shift+Tab", FOCUS),
        *[key(f"{modifier}+Tab", FOCUS) for modifier in modifiers],
        Attempt("alt held, Tab three times", held("alt", "key Tab key Tab key Tab"), meant=FOCUS),
        Attempt("Tab twenty times", " ".join(["key Tab"] * 20), meant=FOCUS),
        Attempt("Tab and Return", "key Tab key Return", meant={**READING, SESSION: ANYTHING[SESSION], PAD: (PAD, OTHER, LOOP)}),
    ]


def _editing_keys() -> list[Attempt]:
    modifiers = (
        "alt",
        "ctrl",
        "shift",
        "super",
        "ctrl+alt",
        "ctrl+shift",
        "alt+shift",
        "super+shift",
        "ctrl+alt+shift",
        "ctrl+super",
    )
    places = ("Home", "End", "Prior", "Next", "Insert", "Delete", "BackSpace")
    return [
        *[key(name, READING) for name in (*ARROWS, "Prior", "Next")],
        key("Home", {SESSION: (OTHER,)}),
        *[key(name) for name in ("End", "Insert", "Delete", "BackSpace")],
        *[chord for modifier in modifiers for chord in keys(modifier, ARROWS)],
        *[chord for modifier in ("alt", "ctrl", "shift", "ctrl+alt") for chord in keys(modifier, places)],
        *[key(name, READING) for name in ("space", "Return", "KP_Enter")],
        *[
            chord
            for modifier in ("alt", "ctrl", "shift", "super", "ctrl+shift", "ctrl+alt")
            for chord in keys(modifier, ("space", "Return"))
        ],
    ]


def _system_keys() -> list[Attempt]:
    names = (
        "Print",
        "Menu",
        "Pause",
        "Scroll_Lock",
        "Super_L",
        "Super_R",
        "Alt_L",
        "Alt_R",
        "Control_L",
        "ISO_Level3_Shift",
        "Help",
        "Undo",
    )
    locks = [Attempt(f"{name} twice", f"key {name} key {name}") for name in ("Caps_Lock", "Num_Lock")]
    return [
        *[key(name) for name in names],
        *locks,
        *[chord for modifier in ("alt", "ctrl", "shift", "super") for chord in keys(modifier, ("Print", "Menu", "Pause"))],
        key("ctrl+Break"),
        key("alt+Sys_Req"),
        *[
            Attempt(
                f"alt+space, then {chosen}",
                f"key alt+space key {chosen.replace(' ', ' key ')}",
                meant=READING if "Return" in chosen else {},
            )
            for chosen in WINDOW_MENU
        ],
        Attempt("SysRq, letter by letter", held("alt", held("Sys_Req", "key r key e key i key s key u key b"))),
        Attempt("Shift five times (sticky keys)", " ".join(["key Shift_L"] * 5)),
        Attempt("Shift for a second (slow keys)", "keydown Shift_L sleep 1 keyup Shift_L"),
        Attempt("both Shift keys", held("Shift_L", "key Shift_R")),
        Attempt("Super twice", "key Super_L key Super_L"),
        Attempt("Control twice", "key Control_L key Control_L"),
        Attempt("a letter held down", "keydown q sleep 0.5 keyup q"),
    ]


def _media_keys() -> list[Attempt]:
    sound = "AudioRaiseVolume AudioLowerVolume AudioMute AudioPlay AudioNext"
    web = "WWW HomePage Mail Search Favorites Back Forward Reload Refresh"
    programs = "Explorer MyComputer Calculator Tools Terminal Launch1 Launch5 LaunchA LaunchB TaskPane Documents"
    files = "Open New Save Close Cut Copy Paste"
    power = "PowerOff Sleep WakeUp Suspend Eject ScreenSaver MonBrightnessUp Display TouchpadToggle RotateWindows"
    names = " ".join((sound, web, programs, files, power))
    return [key(f"XF86{name}") for name in names.split()]


def _input_methods() -> list[Attempt]:
    names = (
        "Multi_key",
        "Henkan",
        "Muhenkan",
        "Hangul",
        "Hangul_Hanja",
        "Zenkaku_Hankaku",
        "Kanji",
        "Eisu_toggle",
        "ISO_Next_Group",
    )
    return [
        *[key(name) for name in names],
        Attempt("a composed letter", "key Multi_key key apostrophe key e"),
        Attempt("a dead key and a letter", "key dead_acute key a"),
        Attempt("a dead key twice", "key dead_circumflex key dead_circumflex"),
    ]


def _clicks() -> list[Attempt]:
    ground = at(GROUND)
    buttons = {
        "right": 3,
        "middle (paste)": 2,
        "wheel up": 4,
        "wheel down": 5,
        "wheel left": 6,
        "wheel right": 7,
        "back": 8,
        "forward": 9,
    }
    table = [Attempt(f"{name} click", f"{ground} click {number}", meant=TOUCH) for name, number in buttons.items()]
    for modifier in ("ctrl", "alt", "shift", "super", "ctrl+alt", "alt+shift"):
        # xdotool's keydown takes one key at a time.
        for name, number in {"left": 1, "right": 3, "middle": 2, "wheel up": 4, "wheel down": 5}.items():
            words = f"click {number}"
            for part in reversed(modifier.split("+")):
                words = held(part, words)
            table.append(Attempt(f"{modifier} and {name} click", f"{ground} {words}", meant=TOUCH))
    return [
        *table,
        Attempt("a click", f"{ground} click 1", meant=TOUCH),
        Attempt("a double click", f"{ground} click 1 click 1", meant=TOUCH),
        Attempt("a triple click", f"{ground} click 1 click 1 click 1", meant=TOUCH),
        Attempt("a double click on words", f"{at((200, 210))} click 1 click 1", meant=TOUCH),
        Attempt("a double click on a picture", f"{at((1000, 300))} click 1 click 1", meant=ANYTHING),
        Attempt("a right click on words", f"{at((200, 210))} click 3", meant=TOUCH),
        Attempt("a right click on a picture", f"{at((1000, 300))} click 3", meant=TOUCH),
        Attempt("a right click in the middle", f"{at(MIDDLE)} click 3", meant=TOUCH),
        Attempt("a right double click", f"{ground} click 3 click 3", meant=TOUCH),
        Attempt("ten wheel clicks on a picture", f"{at((1000, 300))} " + " ".join(["click 5"] * 10), meant=TOUCH),
        Attempt("ctrl and ten wheel clicks", f"{at((1000, 300))} " + held("ctrl", " ".join(["click 4"] * 10)), meant=TOUCH),
        Attempt("left and right button together", f"{ground} mousedown 1 mousedown 3 mouseup 3 mouseup 1", meant=TOUCH),
        Attempt(
            "all three buttons together",
            f"{ground} mousedown 1 mousedown 2 mousedown 3 mouseup 3 mouseup 2 mouseup 1",
            meant=TOUCH,
        ),
        Attempt(
            "a right click, then Down and Return",
            f"{ground} click 3 key Down key Return",
            meant={**READING, LOOP: (SESSION, OTHER)},
        ),
    ]


def _taps() -> list[Attempt]:
    table = [Attempt(f"a tap in the {name} corner", f"{at(point)} click 1", meant=ANYTHING) for name, point in CORNERS.items()]
    table += [
        Attempt(f"a right click in the {name} corner", f"{at(point)} click 3", meant=TOUCH) for name, point in CORNERS.items()
    ]
    for name in ("upper right", "lower left", "lower right"):
        table.append(Attempt(f"five taps in the {name} corner", f"{at(CORNERS[name])} {FIVE_TAPS}", meant=ANYTHING))
    return [
        *table,
        Attempt("five taps in the corner of staff", f"{at((30, 30))} {FIVE_TAPS}", meant=KNOCK),
        Attempt("four taps in the corner of staff", f"{at((30, 30))} {' '.join(['click 1'] * 4)}", meant=ANYTHING),
        Attempt(
            "taps everywhere",
            " ".join(f"{at((x, y))} click 1" for x, y in ((300, 300), (20, 700), (1200, 20), (640, 90))),
            meant=ANYTHING,
        ),
    ]


def _gestures() -> list[Attempt]:
    table = [Attempt(f"a drag from the {name} edge", drag(point, MIDDLE), meant=ANYTHING) for name, point in EDGES.items()]
    table += [Attempt(f"a drag to the {name} edge", drag(MIDDLE, point), meant=ANYTHING) for name, point in EDGES.items()]
    table += [Attempt(f"a drag from the {name} corner", drag(point, MIDDLE), meant=ANYTHING) for name, point in CORNERS.items()]
    table += [Attempt(f"a drag to the {name} corner", drag(GROUND, point), meant=ANYTHING) for name, point in CORNERS.items()]
    for modifier in ("alt", "ctrl", "shift", "super"):
        for name, button in (("left", 1), ("middle", 2), ("right", 3)):
            words = held(modifier, drag(GROUND, (400, 300), button=button))
            table.append(Attempt(f"{modifier} and a drag with the {name} button", words, meant=ANYTHING))
    return [
        *table,
        Attempt("a long press", f"{at(GROUND)} mousedown 1 sleep 1.2 mouseup 1", meant=TOUCH),
        Attempt("a long press on words", f"{at((200, 210))} mousedown 1 sleep 1.2 mouseup 1", meant=TOUCH),
        Attempt("a long press on a picture", f"{at((1000, 300))} mousedown 1 sleep 1.2 mouseup 1", meant=ANYTHING),
        Attempt("a long right press", f"{at(GROUND)} mousedown 3 sleep 1.2 mouseup 3", meant=TOUCH),
        Attempt("a drag over words (selection)", drag((60, 170), (600, 380)), meant=ANYTHING),
        Attempt("a drag over words, then ctrl+c", f"{drag((60, 170), (600, 380))} key ctrl+c", meant=ANYTHING),
        Attempt("a picture dragged out", drag((1000, 300), (1000, BOTTOM)), meant=ANYTHING),
        Attempt("a fast swipe", f"{at((1100, 300))} mousedown 1 {at((200, 300))} mouseup 1", meant=ANYTHING),
        Attempt("a fast swipe back", f"{at((200, 300))} mousedown 1 {at((1100, 300))} mouseup 1", meant=ANYTHING),
        Attempt("a swipe down", f"{at((640, 50))} mousedown 1 {at((640, 650))} mouseup 1", meant=ANYTHING),
        Attempt("a swipe up", f"{at((640, 650))} mousedown 1 {at((640, 50))} mouseup 1", meant=ANYTHING),
        Attempt("a circle", drag(MIDDLE, (740, 260), (840, 360), (740, 460), MIDDLE), meant=ANYTHING),
        Attempt("a scribble", drag((60, 560), (600, 100), (70, 120), (610, 560), (60, 330)), meant=ANYTHING),
    ]


INPUT = [
    *_function_keys(),
    *_letters(),
    *_digits_and_signs(),
    *_escape_and_tab(),
    *_editing_keys(),
    *_system_keys(),
    *_media_keys(),
    *_input_methods(),
    *_clicks(),
    *_taps(),
    *_gestures(),
]
# What other programs on the same X server may ask for, or do. Clients of a Wayland compositor have no such means.
MESSAGES = [
    Attempt("WM_DELETE_WINDOW", message=Windows.ask_to_close),
    Attempt("WM_TAKE_FOCUS", message=Windows.offer_focus),
    Attempt("_NET_CLOSE_WINDOW", message=Windows.ask_manager_to_close),
    Attempt("_NET_WM_STATE without full screen", message=Windows.leave_full_screen),
    Attempt("_NET_WM_STATE without on top", message=Windows.leave_top),
    Attempt("_NET_WM_DESKTOP to another", message=Windows.leave_desktop),
    Attempt("WM_CHANGE_STATE to iconic", message=Windows.iconify),
    Attempt("a smaller size", message=Windows.shrink),
    Attempt("below all others", message=Windows.lower),
    Attempt("taken off the screen", message=Windows.hide),
    Attempt("the focus given to the root", message=Windows.focus_root),
    Attempt("the focus given to nobody", message=Windows.focus_nothing),
    Attempt("another window on top", message=Windows.cover),
    Attempt("another window on top, with the focus", message=Windows.cover_with_focus),
    Attempt("another window on top that nobody manages", message=Windows.cover_unmanaged),
    Attempt("a selection pasted", f"{at(GROUND)} click 2 key shift+Insert key ctrl+v", Windows.own_selection, TOUCH),
]
# What openbox lets through, with the settings that it comes with: for a moment the kiosk is covered, hidden or without the
# focus. The README tells of it.
LET_THROUGH = {
    "another desktop": [
        *[f"super+F{number}" for number in range(1, 5)],
        *[f"{modifiers}+{arrow}" for modifiers in ("ctrl+alt", "alt+shift") for arrow in ARROWS],
        *[f"{modifiers} and wheel {way} click" for modifiers in ("alt", "ctrl+alt", "alt+shift") for way in ("up", "down")],
    ],
    "the desktop without its windows": ["super+d"],
    "the list of windows": [
        *[f"{modifiers}+Tab" for modifiers in ("alt", "alt+shift", "ctrl+alt")],
        *[f"super+shift+{arrow}" for arrow in ARROWS],
        "alt held, Tab three times",
    ],
    "the window's menu": ["alt+space", *[f"alt+space, then {chosen}" for chosen in WINDOW_MENU]],
    "below all others": ["alt+Escape", "alt and middle click", "alt and a drag with the middle button"],
    "a program, or the complaint that it is missing": [
        "super+e",
        *["Print", "alt+Print", "alt+Sys_Req", "SysRq, letter by letter"],
    ],
}
