"""The player's transitions, one function each: from a state and an event to the next state and its effects.

`player.TRANSITIONS` says which one an event takes in which mode. `now` is seconds on a monotonic clock.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from msgspec.structs import replace

from kiosk.core.arrangement.playlist import Entry
from kiosk.core.layout.screen import TEXT_SIZES
from kiosk.core.player import neighbours
from kiosk.core.player.events import (
    Effect,
    Event,
    Failed,
    GoTo,
    Limited,
    MenuPage,
    Mode,
    Opened,
    Overlay,
    PassedOver,
    Press,
    Replaced,
    SessionEnded,
    SessionStarted,
    Shown,
    ShowPicture,
    ShowWord,
    SlideShown,
    Speak,
    StaffAsked,
    Tick,
    Touched,
)
from kiosk.core.player.state import READY_SECONDS, Reading, State, neighbour, upcoming, wake

# "The last page", before it is known how many there are.
LAST_PAGE = 1_000_000

Step = tuple[State, tuple[Effect, ...]]


# --- Steps that several transitions take -----------------------------------------------------


def _want(state: State, entry: Entry | None, now: float, page: int = 0) -> State:
    """Asks for a slide, out of the newest playlist."""
    reading = replace(state.reading, page=page, pages=1, overlay=Overlay.NONE, subject="")
    return replace(state, entry=entry, asked_at=now, shown_at=None, reading=reading, playlist=state.newest, pending=None)


def _advance(state: State, now: float) -> State:
    """The loop's next slide. The language changes when the loop starts over."""
    following = upcoming(state)
    rounds = state.loop_language
    if state.entry and following:
        rounds += neighbours.place_of(state.newest, following) <= neighbours.place_of(state.playlist, state.entry)
    return _want(replace(state, loop_language=rounds), following, now)


def _to_loop(state: State, now: float) -> State:
    """Back to the loop at the slide that is on the screen, if it belongs there. Nothing of a session is left."""
    mode = Mode.LOOP if state.is_open else Mode.CLOSED
    here = next((e for e in state.newest if state.entry and e.slide == state.entry.slide and e.loop), None)
    clean = replace(state, mode=mode, reading=Reading(), knocks=(), awake_until=None)
    return _want(clean, here or upcoming(state), now)


def _to_staff(state: State, now: float) -> State:
    return replace(state, mode=Mode.STAFF, reading=Reading(), touched_at=now, knocks=())


def _read(state: State, **changes: Any) -> State:
    return replace(state, reading=replace(state.reading, **changes))


def _open(state: State, overlay: Overlay, subject: str = "") -> State:
    return _read(state, overlay=overlay, subject=subject)


def _turn(state: State, way: int, now: float) -> State:
    """One page on or back; over the slide's edge to the next slide, or to the last page of the one before."""
    reading = state.reading
    page = min(reading.page, reading.pages - 1) + way
    if reading.overlay is not Overlay.NONE:
        return _open(state, Overlay.NONE)
    if 0 <= page < reading.pages:
        return _read(state, page=page)
    following = neighbour(state, way)
    return _want(state, following, now, 0 if way > 0 else LAST_PAGE) if following else state


# --- Transitions: time, content, hours -------------------------------------------------------


def ignored(state: State, event: Event, now: float) -> Step:
    """The event means nothing in this mode, and does no harm."""
    return state, ()


def loop_on(state: State, event: Tick, now: float) -> Step:
    if state.awake_until is not None and now >= state.awake_until:
        return replace(state, mode=Mode.CLOSED, awake_until=None, knocks=()), ()
    if state.shown_at is None and state.entry is not None:
        return _advance(state, now), (PassedOver(state.entry.slide, "it was not ready in time"),)
    return _advance(state, now), ()


def warn(state: State, event: Tick, now: float) -> Step:
    warned = replace(state, mode=Mode.WARNING)
    due = wake(warned)
    # After a suspended computer wakes, the whole warning may be over as well.
    return time_out(warned, event, now) if due is not None and now >= due else (warned, ())


def time_out(state: State, event: Tick, now: float) -> Step:
    return _to_loop(state, now), (SessionEnded("no touch"),)


def to_loop(state: State, event: Event, now: float) -> Step:
    return _to_loop(state, now), ()


def replaced(state: State, event: Replaced, now: float) -> Step:
    """The slide on the screen stays until its end. If it is no longer in the playlist, so does the old playlist."""
    playlist, entry = event.playlist, state.entry
    none_loops = not any(other.loop for other in playlist)
    if entry is None or (none_loops and state.mode in (Mode.LOOP, Mode.CLOSED)):
        return _advance(replace(state, pending=playlist), now), ()
    place = neighbours.place_of(playlist, entry)
    unseen = state.shown_at is None and state.mode not in (Mode.SESSION, Mode.WARNING)
    if unseen and (place < 0 or not playlist[place].loop):
        return _advance(replace(state, pending=playlist), now), ()
    if place >= 0:
        return replace(state, playlist=playlist, pending=None, entry=playlist[place]), ()
    return replace(state, pending=playlist), ()


def limited(state: State, event: Limited, now: float) -> Step:
    return replace(state, limits=event.limits), ()


def shown(state: State, event: Shown, now: float) -> Step:
    """Late news of another slide changes nothing; of the same one, only its pages."""
    if state.entry is None or state.entry.slide != event.slide:
        return state, ()
    pages = max(event.pages, 1)
    seconds = state.entry.seconds or event.seconds
    counted = _read(state, pages=pages, page=min(state.reading.page, pages - 1))
    if state.shown_at is not None:
        return counted, ()
    return replace(counted, shown_at=now, seconds=seconds), (SlideShown(event.slide, state.mode, seconds),)


def _is_awaited(state: State, slide: str) -> bool:
    return state.entry is not None and state.entry.slide == slide and state.shown_at is None


def pass_over(state: State, event: Failed, now: float) -> Step:
    """The loop goes on."""
    if not _is_awaited(state, event.slide):
        return state, ()
    return _advance(state, now), (PassedOver(event.slide, event.why),)


def keep_last(state: State, event: Failed, now: float) -> Step:
    """A session stays where the last good slide is."""
    if not _is_awaited(state, event.slide):
        return state, ()
    return replace(state, shown_at=now, seconds=state.seconds or READY_SECONDS), (PassedOver(event.slide, event.why),)


def hours(state: State, event: Opened, now: float) -> Step:
    """Notes the hours; a session may finish."""
    return replace(state, is_open=event.is_open), ()


def hours_loop(state: State, event: Opened, now: float) -> Step:
    """At closing time the loop ends at once, unless somebody woke it; at opening time it needs no waking any more."""
    if event.is_open:
        return replace(state, is_open=True, awake_until=None), ()
    mode = Mode.CLOSED if state.awake_until is None else Mode.LOOP
    return replace(state, is_open=False, mode=mode), ()


def hours_closed(state: State, event: Opened, now: float) -> Step:
    state = replace(state, is_open=event.is_open)
    return (_to_loop(state, now) if event.is_open else state), ()


# --- Transitions: touch ----------------------------------------------------------------------


def touched(state: State, event: Touched, now: float) -> Step:
    return replace(state, touched_at=now), ()


def put_off(state: State, event: Touched, now: float) -> Step:
    # The release decides; until it comes, the countdown starts anew.
    return replace(state, touched_at=now - state.limits.session), ()


def stay_awake(state: State, event: Touched, now: float) -> Step:
    return (state if state.awake_until is None else replace(state, awake_until=now + state.limits.wake)), ()


def wake_up(state: State, event: Touched, now: float) -> Step:
    if state.limits.wake <= 0:
        return state, ()
    # What played at closing time may be over by now.
    awake = replace(_to_loop(state, now), mode=Mode.LOOP, knocks=state.knocks, awake_until=now + state.limits.wake)
    return awake, ()


def start(state: State, event: Press, now: float) -> Step:
    """Opens a session at the slide on the screen, where there is one."""
    if state.entry is None:
        return state, ()
    started = replace(state, mode=Mode.SESSION, touched_at=now, reading=Reading(), awake_until=None)
    return started, (SessionStarted(state.entry.slide),)


def stay(state: State, event: Press, now: float) -> Step:
    return replace(state, mode=Mode.SESSION, touched_at=now), ()


def end(state: State, event: Press, now: float) -> Step:
    return _to_loop(state, now), (SessionEnded("done"),)


def staff(state: State, event: Press, now: float) -> Step:
    return _to_staff(state, now), (StaffAsked(),)


def staff_ends(state: State, event: Press, now: float) -> Step:
    return _to_staff(_to_loop(state, now), now), (SessionEnded("staff"), StaffAsked())


def clean(state: State, event: Press, now: float) -> Step:
    return replace(state, mode=Mode.CLEANING, touched_at=now), ()


# --- Transitions: what a patient asks for in a session ---------------------------------------

AnyEvent = TypeVar("AnyEvent", bound=Event)
Wish = Callable[[State, AnyEvent, float], State]


def by_patient(wish: Wish[AnyEvent]) -> Callable[[State, AnyEvent, float], Step]:
    """Makes a transition of a wish, which is a touch as well and has no effects."""

    @wraps(wish)
    def transition(state: State, event: AnyEvent, now: float) -> Step:
        return wish(replace(state, touched_at=now), event, now), ()

    return transition


@by_patient
def next_page(state: State, event: Press, now: float) -> State:
    return _turn(state, +1, now)


@by_patient
def page_before(state: State, event: Press, now: float) -> State:
    return _turn(state, -1, now)


@by_patient
def topics(state: State, event: Press, now: float) -> State:
    return _open(state, Overlay.TOPICS)


@by_patient
def languages(state: State, event: Press, now: float) -> State:
    return _open(state, Overlay.LANGUAGES)


@by_patient
def close(state: State, event: Press, now: float) -> State:
    return _open(state, Overlay.NONE)


@by_patient
def text_size(state: State, event: Press, now: float) -> State:
    return _read(state, text_size=(state.reading.text_size + 1) % TEXT_SIZES)


@by_patient
def contrast(state: State, event: Press, now: float) -> State:
    return _read(state, contrast=not state.reading.contrast)


@by_patient
def low_reach(state: State, event: Press, now: float) -> State:
    return _read(state, low_reach=not state.reading.low_reach)


@by_patient
def speak(state: State, event: Speak, now: float) -> State:
    return _read(state, language=event.language, overlay=Overlay.NONE, subject="")


@by_patient
def picture(state: State, event: ShowPicture, now: float) -> State:
    return _open(state, Overlay.PICTURE, str(event.number))


@by_patient
def word(state: State, event: ShowWord, now: float) -> State:
    return _open(state, Overlay.WORD, event.word)


@by_patient
def menu_page(state: State, event: MenuPage, now: float) -> State:
    return _open(state, Overlay.TOPICS, str(event.number))


@by_patient
def go_to(state: State, event: GoTo, now: float) -> State:
    entry = next((entry for entry in state.newest if entry.slide == event.slide), None)
    return _open(state, Overlay.NONE) if entry is None else _want(state, entry, now)
