"""The player's words: its modes, the events that it takes, and the effects that it tells."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

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


@dataclass(frozen=True, slots=True)
class Limits:
    """Times in seconds, from the settings. `wake` 0: a touch does not wake a closed kiosk."""

    session: float = 90.0
    warning: float = 30.0
    wake: float = 600.0


# --- Events ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tick:
    """The time that `player.wake` asked for has come."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """Another playlist: changed on disk, by staff, or by the clock."""

    playlist: Playlist


@dataclass(frozen=True, slots=True)
class Limited:
    """Other times in the settings."""

    limits: Limits


@dataclass(frozen=True, slots=True)
class Shown:
    """The wanted slide is on the screen. `seconds`: the time its words need; `pages`: their number."""

    slide: str
    seconds: float
    pages: int


@dataclass(frozen=True, slots=True)
class Failed:
    """The wanted slide cannot be shown."""

    slide: str
    why: str = "it cannot be drawn"


@dataclass(frozen=True, slots=True)
class Opened:
    """The opening hours begin (True) or end (False)."""

    is_open: bool


@dataclass(frozen=True, slots=True)
class Touched:
    """A finger or a key went down. `corner`: in the upper left corner, where staff knock."""

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


@dataclass(frozen=True, slots=True)
class GoTo:
    """Open a slide of the menu."""

    slide: str


@dataclass(frozen=True, slots=True)
class ShowPicture:
    """Open a picture of the slide; they count from 0."""

    number: int


@dataclass(frozen=True, slots=True)
class ShowWord:
    """Explain a word to know."""

    word: str


@dataclass(frozen=True, slots=True)
class MenuPage:
    """Turn to a page of the menu; they count from 0."""

    number: int


@dataclass(frozen=True, slots=True)
class Speak:
    """Change the language, staying on the slide."""

    language: str


Event = Tick | Replaced | Limited | Shown | Failed | Opened | Touched | Press | GoTo | ShowPicture | ShowWord | MenuPage | Speak


# --- Effects ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SlideShown:
    """A slide has come onto the screen, to stay for `seconds` in the loop."""

    slide: str
    mode: Mode
    seconds: float


@dataclass(frozen=True, slots=True)
class SessionStarted:
    slide: str


@dataclass(frozen=True, slots=True)
class SessionEnded:
    why: str


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A slide could not be shown."""

    slide: str
    why: str


@dataclass(frozen=True, slots=True)
class StaffAsked:
    """Somebody knocked: the PIN pad is wanted."""


Effect = SlideShown | SessionStarted | SessionEnded | PassedOver | StaffAsked
