"""The player's words: its modes, the events that it takes, and the effects that it tells."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from kiosk.core.arrangement.playlist import Playlist


class Mode(Enum):
    LOOP = "loop"
    SESSION = "session"
    WARNING = "warning"
    STAFF = "staff"
    CLEANING = "cleaning"
    CLOSED = "closed"


class Overlay(Enum):
    """The layer over the slide in a session."""

    NONE = "none"
    TOPICS = "topics"
    PICTURE = "picture"
    WORD = "word"
    LANGUAGES = "languages"


class Limits(Struct, frozen=True):
    """Times in seconds, from the settings. `wake` 0: a touch does not wake a closed kiosk."""

    session: float = 90.0
    warning: float = 30.0
    wake: float = 600.0


# --- Events ----------------------------------------------------------------------------------


class Tick(Struct, frozen=True):
    """The coming of the time that `player.wake` asked for."""


class Replaced(Struct, frozen=True):
    """Another playlist: changed on disk, by staff, or by the clock."""

    playlist: Playlist


class Limited(Struct, frozen=True):
    """Other times in the settings."""

    limits: Limits


class Shown(Struct, frozen=True):
    """The arrival of the wanted slide on the screen. `seconds`: the time its words need; `pages`: their number."""

    slide: str
    seconds: float
    pages: int


class Failed(Struct, frozen=True):
    """The failure to show the wanted slide."""

    slide: str
    why: str = "it cannot be drawn"


class Opened(Struct, frozen=True):
    """The beginning (True) or the end (False) of the opening hours."""

    is_open: bool


class Touched(Struct, frozen=True):
    """A finger or a key going down. `corner`: in the upper left corner, where staff knock."""

    corner: bool = False


class Press(Enum):
    """The wish of a control or a gesture that needs no further word."""

    OPEN = "open"
    NEXT = "next"
    BACK = "back"
    DONE = "done"
    STAY = "stay"
    TOPICS = "topics"
    CLOSE = "close"
    TEXT_SIZE = "text_size"
    CONTRAST = "contrast"
    LOW_REACH = "low_reach"
    LANGUAGES = "languages"
    STAFF = "staff"
    LEAVE_STAFF = "leave_staff"
    CLEAN = "clean"


class GoTo(Struct, frozen=True):
    """Open a slide of the menu."""

    slide: str


class ShowPicture(Struct, frozen=True):
    """Open a picture of the slide; they count from 0."""

    number: int


class ShowWord(Struct, frozen=True):
    """Explain a word to know."""

    word: str


class MenuPage(Struct, frozen=True):
    """Turn to a page of the menu; they count from 0."""

    number: int


class Speak(Struct, frozen=True):
    """Change the language, staying on the slide."""

    language: str


Event = Tick | Replaced | Limited | Shown | Failed | Opened | Touched | Press | GoTo | ShowPicture | ShowWord | MenuPage | Speak


# --- Effects ---------------------------------------------------------------------------------


class SlideShown(Struct, frozen=True):
    """The coming of a slide onto the screen, to stay for `seconds` in the loop."""

    slide: str
    mode: Mode
    seconds: float


class SessionStarted(Struct, frozen=True):
    slide: str


class SessionEnded(Struct, frozen=True):
    why: str


class PassedOver(Struct, frozen=True):
    """A slide that could not be shown."""

    slide: str
    why: str


class StaffAsked(Struct, frozen=True):
    """A knock: the PIN pad is wanted."""


Effect = SlideShown | SessionStarted | SessionEnded | PassedOver | StaffAsked
