"""The player: one pure state machine. `step(state, event, now)` gives the next state and what happened.

    mode      shows                        leaves by
    LOOP      slides, one after another    a touch -> SESSION; closing time -> CLOSED
    SESSION   what the patient asks for    Done -> LOOP; nothing for session_seconds -> WARNING
    WARNING   "Still reading?"             any touch -> SESSION; nothing for warning_seconds -> LOOP
    STAFF     the PIN pad or the panel     leaving it, or nothing for STAFF_SECONDS -> LOOP
    CLEANING  touches are ignored          its time is up -> LOOP
    CLOSED    nothing, outside the hours   a touch, if waking is allowed -> LOOP; opening time -> LOOP

`now` is seconds on a monotonic clock. `wake(state)` says when the next Tick is due. Everything that a patient changes
lies in `State.reading`, and leaving a session replaces it with `Reading()`: nothing can be forgotten there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from kiosk.core.arrangement.playlist import Entry, Playlist
from kiosk.core.layout.screen import TEXT_SIZES


class Mode(Enum):
    LOOP = "loop"
    SESSION = "session"
    WARNING = "warning"
    STAFF = "staff"
    CLEANING = "cleaning"
    CLOSED = "closed"


class Overlay(Enum):
    """What lies over the slide in a session."""

    NONE = "none"
    TOPICS = "topics"
    PICTURE = "picture"
    WORD = "word"
    LANGUAGES = "languages"


CLEANING_SECONDS = 60.0
STAFF_SECONDS = 120.0
# A slide that is still not laid out and decoded after this long is passed over.
READY_SECONDS = 8.0
# Five taps in the corner within this time ask for the PIN pad.
KNOCK_TAPS = 5
KNOCK_SECONDS = 3.0
# "The last page", before it is known how many there are.
LAST_PAGE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Times in seconds, from the settings. `wake_seconds` 0: a touch does not wake a closed kiosk."""

    session: float = 90.0
    warning: float = 30.0
    wake: float = 600.0


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that a patient changes. `language` "" is the slide's own; `text_size` counts from 0."""

    language: str = ""
    text_size: int = 0
    contrast: bool = False
    low_reach: bool = False
    page: int = 0
    pages: int = 1
    overlay: Overlay = Overlay.NONE
    # What the overlay is about: the picture's number, the word, the page of the menu.
    subject: str = ""


@dataclass(frozen=True, slots=True)
class State:
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
    limits: Limits = Limits()


# --- Events ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tick:
    """The time that `wake` asked for has come."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """What plays has changed: on disk, by staff, or by the clock."""

    playlist: Playlist


@dataclass(frozen=True, slots=True)
class Limited:
    """The settings' times have changed."""

    limits: Limits


@dataclass(frozen=True, slots=True)
class Shown:
    """The wanted slide is on the screen. `seconds`: how long its words need; `pages`: how many it has."""

    slide: str
    seconds: float
    pages: int


@dataclass(frozen=True, slots=True)
class Failed:
    """The wanted slide cannot be shown."""

    slide: str
    why: str = "it cannot be drawn"


@dataclass(frozen=True, slots=True)
class Touched:
    """A finger or a key went down. `corner`: in the upper left corner, where staff knock."""

    corner: bool = False


class Press(Enum):
    """What a control or a gesture asks for."""

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
    slide: str


@dataclass(frozen=True, slots=True)
class ShowPicture:
    number: int


@dataclass(frozen=True, slots=True)
class ShowWord:
    word: str


@dataclass(frozen=True, slots=True)
class MenuPage:
    number: int


@dataclass(frozen=True, slots=True)
class Speak:
    """Change the language, staying on the slide."""

    language: str


@dataclass(frozen=True, slots=True)
class Opened:
    """The opening hours begin (True) or end (False)."""

    is_open: bool


Event = Tick | Replaced | Limited | Shown | Failed | Touched | Press | GoTo | ShowPicture | ShowWord | MenuPage | Speak | Opened


# --- What happened ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SlideShown:
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
    slide: str
    why: str


@dataclass(frozen=True, slots=True)
class StaffAsked:
    """Somebody knocked: show the PIN pad."""


Effect = SlideShown | SessionStarted | SessionEnded | PassedOver | StaffAsked
Step = tuple[State, tuple[Effect, ...]]


def step(state: State, event: Event, now: float) -> Step:
    """The state after `event`, and what happened on the way."""
    match event:
        case Tick():
            return _tick(state, now)
        case Replaced(playlist=playlist):
            return _replaced(state, playlist, now)
        case Limited(limits=limits):
            return replace(state, limits=limits), ()
        case Shown():
            return _shown(state, event, now)
        case Failed(slide=slide, why=why):
            return _pass_over(state, slide, why, now)
        case Opened(is_open=is_open):
            return _opened(state, is_open, now)
        case Touched(corner=corner):
            return _touched(state, corner, now)
        case _ if state.mode is Mode.CLEANING:
            return state, ()
        case Press():
            return _pressed(state, event, now)
        case GoTo() | ShowPicture() | ShowWord() | MenuPage() | Speak() if state.mode is Mode.SESSION:
            return _asked(state, event, now), ()
        case _:
            return state, ()


def wake(state: State) -> float | None:
    """When the next Tick is due, or None if nothing will happen by itself."""
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
    playlist = state.playlist if state.pending is None else state.pending
    return _neighbour(playlist, state.entry, state.playlist, +1, loop_only=True, around=True)


def neighbour(state: State, way: int) -> Entry | None:
    """The slide before (-1) or after (+1) in a session; None at the ends."""
    playlist = state.playlist if state.pending is None else state.pending
    return _neighbour(playlist, state.entry, state.playlist, way, loop_only=False, around=False)


# --- Time ------------------------------------------------------------------------------------


def _tick(state: State, now: float) -> Step:
    due = wake(state)
    if due is None or now < due:
        return state, ()
    match state.mode:
        case Mode.LOOP if state.awake_until is not None and now >= state.awake_until:
            return replace(state, mode=Mode.CLOSED, awake_until=None, knocks=()), ()
        case Mode.LOOP if state.shown_at is None and state.entry is not None:
            return _pass_over(state, state.entry.slide, "it was not ready in time", now)
        case Mode.LOOP:
            return _advance(state, now), ()
        case Mode.SESSION:
            # After a suspended computer wakes, the whole warning may be over as well.
            return _tick(replace(state, mode=Mode.WARNING), now)
        case Mode.WARNING:
            return _end_session(state, "no touch", now)
        case _:
            return _to_loop(state, now), ()


def _loop_due(state: State) -> float:
    if state.shown_at is None:
        return state.asked_at + READY_SECONDS
    return state.shown_at + state.seconds


def _advance(state: State, now: float) -> State:
    """The loop's next slide, out of the newest playlist. The language changes when the loop starts over."""
    following = upcoming(state)
    playlist = state.playlist if state.pending is None else state.pending
    rounds = state.loop_language
    if state.entry and following and _place(playlist, following) <= _place(state.playlist, state.entry):
        rounds += 1
    return _ask(replace(state, playlist=playlist, pending=None, loop_language=rounds), following, now)


def _ask(state: State, entry: Entry | None, now: float, page: int = 0) -> State:
    reading = replace(state.reading, page=page, pages=1, overlay=Overlay.NONE, subject="")
    return replace(state, entry=entry, asked_at=now, shown_at=None, reading=reading)


# --- The slides ------------------------------------------------------------------------------


def _replaced(state: State, playlist: Playlist, now: float) -> Step:
    """The slide on the screen stays until its end. If it is no longer in the playlist, so does the old playlist."""
    entry = state.entry
    if entry is None or (not _loops(playlist) and state.mode in (Mode.LOOP, Mode.CLOSED)):
        return _advance(replace(state, pending=playlist), now), ()
    place = _place(playlist, entry)
    unseen = state.shown_at is None and state.mode not in (Mode.SESSION, Mode.WARNING)
    if unseen and (place < 0 or not playlist[place].loop):
        return _advance(replace(state, pending=playlist), now), ()
    if place >= 0:
        return replace(state, playlist=playlist, pending=None, entry=playlist[place]), ()
    return replace(state, pending=playlist), ()


def _shown(state: State, event: Shown, now: float) -> Step:
    if state.entry is None or state.entry.slide != event.slide:
        return state, ()
    pages = max(event.pages, 1)
    reading = replace(state.reading, pages=pages, page=min(state.reading.page, pages - 1))
    if state.shown_at is not None:
        return replace(state, reading=reading), ()
    seconds = state.entry.seconds or event.seconds
    shown = replace(state, shown_at=now, seconds=seconds, reading=reading)
    return shown, (SlideShown(event.slide, state.mode, seconds),)


def _pass_over(state: State, slide: str, why: str, now: float) -> Step:
    """A slide that cannot be shown: the loop goes on, a session stays where the last good slide is."""
    if state.entry is None or state.entry.slide != slide or state.shown_at is not None:
        return state, ()
    if state.mode in (Mode.SESSION, Mode.WARNING):
        seconds = state.seconds or READY_SECONDS
        return replace(state, shown_at=now, seconds=seconds), (PassedOver(slide, why),)
    return _advance(state, now), (PassedOver(slide, why),)


def _loops(playlist: Playlist) -> Playlist:
    return tuple(entry for entry in playlist if entry.loop)


def _place(playlist: Playlist, entry: Entry) -> int:
    return next((at for at, other in enumerate(playlist) if other.slide == entry.slide), -1)


def _neighbour(
    playlist: Playlist, entry: Entry | None, before: Playlist, way: int, *, loop_only: bool, around: bool
) -> Entry | None:
    """The entry next to `entry`. If that has left the playlist, its place in the playlist before is where to look."""
    wanted = [other.loop or not loop_only for other in playlist]
    if not any(wanted):
        return None
    at = -1 if entry is None else _place(playlist, entry)
    if at < 0 and entry is not None:
        at = _survivor(playlist, before, entry, way)
    for distance in range(1, len(playlist) + 1):
        place = at + way * distance
        if not around and not 0 <= place < len(playlist):
            return None
        if wanted[place % len(playlist)]:
            return playlist[place % len(playlist)]
    return None


def _survivor(playlist: Playlist, before: Playlist, entry: Entry, way: int) -> int:
    """The place of the nearest earlier (way +1) or later (-1) entry that is still there."""
    start = _place(before, entry)
    for place in range(start - way, -1 if way > 0 else len(before), -way):
        if 0 <= place < len(before) and (at := _place(playlist, before[place])) >= 0:
            return at
    return -1 if way > 0 else len(playlist)


# --- Touch -----------------------------------------------------------------------------------


def _touched(state: State, corner: bool, now: float) -> Step:
    if state.mode is Mode.CLEANING:
        return state, ()
    knocks = tuple(at for at in state.knocks if now - at < KNOCK_SECONDS)
    knocks = (*knocks, now) if corner else ()
    state = replace(state, knocks=knocks)
    if len(knocks) >= KNOCK_TAPS and state.mode is not Mode.STAFF:
        return _pressed(state, Press.STAFF, now)
    match state.mode:
        case Mode.SESSION | Mode.STAFF:
            return replace(state, touched_at=now), ()
        case Mode.WARNING:
            # The release decides; until it comes, the countdown starts anew.
            return replace(state, touched_at=now - state.limits.session), ()
        case Mode.CLOSED if state.limits.wake > 0:
            # What played at closing time may be over by now.
            awake = replace(_to_loop(state, now), mode=Mode.LOOP, knocks=knocks, awake_until=now + state.limits.wake)
            return awake, ()
        case Mode.LOOP if state.awake_until is not None:
            return replace(state, awake_until=now + state.limits.wake), ()
        case _:
            return state, ()


def _pressed(state: State, press: Press, now: float) -> Step:
    match (state.mode, press):
        case (Mode.LOOP, Press.OPEN | Press.NEXT | Press.BACK) if state.entry is not None:
            return _start_session(state, now)
        case (Mode.WARNING, Press.DONE):
            return _end_session(state, "done", now)
        case (Mode.WARNING, Press.STAFF) | (Mode.SESSION, Press.STAFF):
            ended, effects = _end_session(state, "staff", now)
            return _to_staff(ended, now), (*effects, StaffAsked())
        case (Mode.WARNING, _):
            return replace(state, mode=Mode.SESSION, touched_at=now), ()
        case (Mode.SESSION, Press.DONE):
            return _end_session(state, "done", now)
        case (Mode.SESSION, _):
            return _asked(state, press, now), ()
        case (Mode.LOOP | Mode.CLOSED, Press.STAFF):
            return _to_staff(state, now), (StaffAsked(),)
        case (Mode.STAFF, Press.LEAVE_STAFF):
            return _to_loop(state, now), ()
        case (Mode.STAFF, Press.CLEAN):
            return replace(state, mode=Mode.CLEANING, touched_at=now), ()
        case _:
            return state, ()


def _asked(state: State, event: Event, now: float) -> State:
    """What a patient asks for within a session."""
    state = replace(state, touched_at=now)
    reading = state.reading
    match event:
        case Press.NEXT | Press.BACK if reading.overlay is not Overlay.NONE:
            return replace(state, reading=replace(reading, overlay=Overlay.NONE, subject=""))
        case Press.NEXT:
            return _turn(state, +1, now)
        case Press.BACK:
            return _turn(state, -1, now)
        case Press.TOPICS:
            return _overlay(state, Overlay.TOPICS)
        case Press.LANGUAGES:
            return _overlay(state, Overlay.LANGUAGES)
        case Press.CLOSE:
            return _overlay(state, Overlay.NONE)
        case Press.TEXT_SIZE:
            reading = replace(reading, text_size=(reading.text_size + 1) % TEXT_SIZES)
        case Press.CONTRAST:
            reading = replace(reading, contrast=not reading.contrast)
        case Press.LOW_REACH:
            reading = replace(reading, low_reach=not reading.low_reach)
        case Speak(language=language):
            reading = replace(reading, language=language, overlay=Overlay.NONE, subject="")
        case ShowPicture(number=number):
            return _overlay(state, Overlay.PICTURE, str(number))
        case ShowWord(word=word):
            return _overlay(state, Overlay.WORD, word)
        case MenuPage(number=number):
            return _overlay(state, Overlay.TOPICS, str(number))
        case GoTo(slide=slide):
            newest = state.playlist if state.pending is None else state.pending
            entry = next((entry for entry in newest if entry.slide == slide), None)
            if entry is None:
                return _overlay(state, Overlay.NONE)
            return _ask(replace(state, playlist=newest, pending=None), entry, now)
    return replace(state, reading=reading)


def _overlay(state: State, overlay: Overlay, subject: str = "") -> State:
    return replace(state, reading=replace(state.reading, overlay=overlay, subject=subject))


def _turn(state: State, way: int, now: float) -> State:
    """One page on or back; over the slide's edge to the next slide, or to the last page of the one before."""
    reading = state.reading
    page = min(reading.page, reading.pages - 1) + way
    if 0 <= page < reading.pages:
        return replace(state, reading=replace(reading, page=page))
    following = neighbour(state, way)
    if following is None:
        return state
    newest = state.playlist if state.pending is None else state.pending
    return _ask(replace(state, playlist=newest, pending=None), following, now, 0 if way > 0 else LAST_PAGE)


# --- Modes -----------------------------------------------------------------------------------


def _start_session(state: State, now: float) -> Step:
    assert state.entry is not None
    started = replace(state, mode=Mode.SESSION, touched_at=now, reading=Reading(), awake_until=None)
    return started, (SessionStarted(state.entry.slide),)


def _end_session(state: State, why: str, now: float) -> Step:
    return _to_loop(state, now), (SessionEnded(why),)


def _to_loop(state: State, now: float) -> State:
    """Back to the loop at the slide that is on the screen, if it belongs there. Nothing of a session is left."""
    newest = state.playlist if state.pending is None else state.pending
    mode = Mode.LOOP if state.is_open else Mode.CLOSED
    clean = replace(state, mode=mode, reading=Reading(), knocks=(), awake_until=None, playlist=newest, pending=None)
    place = -1 if state.entry is None else _place(newest, state.entry)
    entry = newest[place] if place >= 0 and newest[place].loop else upcoming(state)
    return _ask(clean, entry, now)


def _to_staff(state: State, now: float) -> State:
    return replace(state, mode=Mode.STAFF, reading=Reading(), touched_at=now, knocks=())


def _opened(state: State, is_open: bool, now: float) -> Step:
    """At closing time a session may finish; the loop ends at once."""
    state = replace(state, is_open=is_open)
    match state.mode:
        case Mode.LOOP if not is_open and state.awake_until is None:
            return replace(state, mode=Mode.CLOSED), ()
        case Mode.LOOP if is_open:
            return replace(state, awake_until=None), ()
        case Mode.CLOSED if is_open:
            return _to_loop(state, now), ()
        case _:
            return state, ()
