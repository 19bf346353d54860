"""The player: one pure state machine. `step(state, event, now)` gives the next state and the effects on the way.

    mode      shows                        leaves by
    LOOP      slides, one after another    a touch -> SESSION; closing time -> CLOSED
    SESSION   what the patient asks for    Done -> LOOP; nothing for session_seconds -> WARNING
    WARNING   "Still reading?"             any touch -> SESSION; nothing for warning_seconds -> LOOP
    STAFF     the PIN pad or the panel     leaving it, or nothing for STAFF_SECONDS -> LOOP
    CLEANING  touches are ignored          its time is up -> LOOP
    CLOSED    nothing, outside the hours   a touch, if waking is allowed -> LOOP; opening time -> LOOP

`now` is seconds on a monotonic clock. `wake(state)` says when the next Tick is due. `TRANSITIONS` is the machine as a
table: each event in each mode. Everything that a patient changes lies in `State.reading`, and leaving a
session replaces it with `Reading()`: nothing can be forgotten there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from kiosk.core.player import staff_knock
from kiosk.core.player import transitions as to
from kiosk.core.player.events import (
    Event,
    Failed,
    GoTo,
    Limited,
    MenuPage,
    Mode,
    Opened,
    Press,
    Replaced,
    Shown,
    ShowPicture,
    ShowWord,
    Speak,
    Tick,
    Touched,
)
from kiosk.core.player.state import State, neighbour, upcoming, wake
from kiosk.core.player.transitions import Step, ignored

__all__ = ["neighbour", "step", "upcoming", "wake"]

# A transition takes one kind of event, or any: its row says which.
Row = tuple[Callable[[State, Any, float], Step], ...]
# The columns: LOOP, SESSION, WARNING, STAFF, CLEANING, CLOSED.
MODES = tuple(Mode)
# fmt: off
TRANSITIONS: dict[Press | type[Event], Row] = {
    Tick:              (to.loop_on,    to.warn,        to.time_out,   to.to_loop,  to.to_loop, ignored),
    Replaced:          (to.replaced,   to.replaced,    to.replaced,   to.replaced, to.replaced, to.replaced),
    Limited:           (to.limited,    to.limited,     to.limited,    to.limited,  to.limited, to.limited),
    Shown:             (to.shown,      to.shown,       to.shown,      to.shown,    to.shown,   to.shown),
    Failed:            (to.pass_over,  to.keep_last,   to.keep_last,  to.pass_over, to.pass_over, to.pass_over),
    Opened:            (to.hours_loop, to.hours,       to.hours,      to.hours,    to.hours,   to.hours_closed),
    Touched:           (to.stay_awake, to.touched,     to.put_off,    to.touched,  ignored,    to.wake_up),
    Press.OPEN:        (to.start,      to.touched,     to.stay,       ignored,     ignored,    ignored),
    Press.NEXT:        (to.start,      to.next_page,   to.stay,       ignored,     ignored,    ignored),
    Press.BACK:        (to.start,      to.page_before, to.stay,       ignored,     ignored,    ignored),
    Press.DONE:        (ignored,       to.end,         to.end,        ignored,     ignored,    ignored),
    Press.STAY:        (ignored,       to.touched,     to.stay,       ignored,     ignored,    ignored),
    Press.TOPICS:      (ignored,       to.topics,      to.stay,       ignored,     ignored,    ignored),
    Press.CLOSE:       (ignored,       to.close,       to.stay,       ignored,     ignored,    ignored),
    Press.TEXT_SIZE:   (ignored,       to.text_size,   to.stay,       ignored,     ignored,    ignored),
    Press.CONTRAST:    (ignored,       to.contrast,    to.stay,       ignored,     ignored,    ignored),
    Press.LOW_REACH:   (ignored,       to.low_reach,   to.stay,       ignored,     ignored,    ignored),
    Press.LANGUAGES:   (ignored,       to.languages,   to.stay,       ignored,     ignored,    ignored),
    Press.STAFF:       (to.staff,      to.staff_ends,  to.staff_ends, ignored,     ignored,    to.staff),
    Press.LEAVE_STAFF: (ignored,       to.touched,     to.stay,       to.to_loop,  ignored,    ignored),
    Press.CLEAN:       (ignored,       to.touched,     to.stay,       to.clean,    ignored,    ignored),
    GoTo:              (ignored,       to.go_to,       ignored,       ignored,     ignored,    ignored),
    ShowPicture:       (ignored,       to.picture,     ignored,       ignored,     ignored,    ignored),
    ShowWord:          (ignored,       to.word,        ignored,       ignored,     ignored,    ignored),
    MenuPage:          (ignored,       to.menu_page,   ignored,       ignored,     ignored,    ignored),
    Speak:             (ignored,       to.speak,       ignored,       ignored,     ignored,    ignored),
}
# fmt: on


def step(state: State, event: Event, now: float) -> Step:
    """The state after `event`, and the effects on the way."""
    match event:
        case Tick() if not _is_due(state, now):
            return state, ()
        case Touched(corner=corner) if state.mode is not Mode.CLEANING:
            state = replace(state, knocks=staff_knock.counted(state.knocks, corner, now))
            if staff_knock.is_complete(state.knocks) and state.mode is not Mode.STAFF:
                event = Press.STAFF
    row = TRANSITIONS[event if isinstance(event, Press) else type(event)]
    return row[MODES.index(state.mode)](state, event, now)


def _is_due(state: State, now: float) -> bool:
    due = wake(state)
    return due is not None and now >= due
