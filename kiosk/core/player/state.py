"""The player's state, and what follows from it alone: its next waking, and the slides beside the present one."""

from __future__ import annotations

from msgspec import Struct, field

from kiosk.core.arrangement.playlist import Entry, Playlist
from kiosk.core.player import neighbours
from kiosk.core.player.events import Limits, Mode, Overlay

CLEANING_SECONDS = 60.0
STAFF_SECONDS = 120.0
# A slide that is still not laid out and decoded after this long is passed over.
READY_SECONDS = 8.0


class Reading(Struct, frozen=True):
    """Everything that a patient changes. `language` "" is the slide's own; `text_size` counts from 0."""

    language: str = ""
    text_size: int = 0
    contrast: bool = False
    low_reach: bool = False
    page: int = 0
    pages: int = 1
    overlay: Overlay = Overlay.NONE
    # The overlay's: the picture's number, the word, the page of the menu.
    subject: str = ""


class State(Struct, frozen=True):
    """`entry` is the slide wanted on the screen; `shown_at` is None until it is there.

    `pending` is a newer playlist, in which `entry` is missing: it takes over when the slide has had its time.
    """

    mode: Mode = Mode.LOOP
    playlist: Playlist = ()
    pending: Playlist | None = None
    entry: Entry | None = None
    asked_at: float = 0.0
    shown_at: float | None = None
    seconds: float = 0.0
    touched_at: float = 0.0
    reading: Reading = Reading()
    loop_language: int = 0
    knocks: tuple[float, ...] = ()
    awake_until: float | None = None
    is_open: bool = True
    limits: Limits = field(default_factory=Limits)

    @property
    def newest(self) -> Playlist:
        return self.playlist if self.pending is None else self.pending


def wake(state: State) -> float | None:
    """The time at which the next Tick is due, or None if nothing will happen by itself."""
    match state.mode:
        case Mode.LOOP:
            times = [] if state.entry is None else [_loop_due(state)]
            times += [] if state.awake_until is None else [state.awake_until]
            return min(times, default=None)
        case Mode.SESSION:
            return state.touched_at + state.limits.session
        case Mode.WARNING:
            return state.touched_at + state.limits.session + state.limits.warning
        case Mode.STAFF:
            return state.touched_at + STAFF_SECONDS
        case Mode.CLEANING:
            return state.touched_at + CLEANING_SECONDS
        case Mode.CLOSED:
            return None


def upcoming(state: State) -> Entry | None:
    """The slide that the loop shows next."""
    return neighbours.following_in_loop(state.newest, state.entry, state.playlist)


def neighbour(state: State, way: int) -> Entry | None:
    """The slide before (-1) or after (+1) in a session; None at the ends."""
    return neighbours.beside(state.newest, state.entry, state.playlist, way)


def _loop_due(state: State) -> float:
    if state.shown_at is None:
        return state.asked_at + READY_SECONDS
    return state.shown_at + state.seconds
