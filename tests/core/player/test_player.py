"""The player, as tables: every mode, and every event in it. Time is handed in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

import pytest
from msgspec.structs import replace

from kiosk.core.arrangement.playlist import Entry
from kiosk.core.player import player
from kiosk.core.player.events import (
    Effect,
    Event,
    Failed,
    GoTo,
    Limited,
    Limits,
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
from kiosk.core.player.state import CLEANING_SECONDS, READY_SECONDS, STAFF_SECONDS, Reading, State
from kiosk.core.player.transitions import ignored

A, B, C = (Entry(name, "t", loop=True) for name in "abc")
HIDDEN = Entry("h", "t", loop=False)
LIMITS = Limits(session=90, warning=30, wake=600)


def play(state: State, *events: Event, now: float = 0.0) -> tuple[State, list[Effect]]:
    told: list[Effect] = []
    for event in events:
        state, effects = player.step(state, event, now)
        told += effects
    return state, told


def loop(*entries: Entry, at: Entry | None = None) -> State:
    """The loop at `at` (the first entry), on the screen since 0 s for 10 s."""
    entry = at or entries[0]
    return State(playlist=entries, entry=entry, shown_at=0.0, seconds=10.0, limits=LIMITS)


def session(*entries: Entry, at: Entry | None = None, now: float = 0.0) -> State:
    return play(loop(*entries, at=at), Press.OPEN, now=now)[0]


def warning() -> State:
    return play(session(A, B, C), Tick(), now=90.0)[0]


def staff() -> State:
    return play(loop(A, B, C), Press.STAFF)[0]


def closed() -> State:
    return play(loop(A, B, C), Opened(False))[0]


def cleaning() -> State:
    return play(staff(), Press.CLEAN)[0]


ALL = {
    Mode.LOOP: loop(A, B, C),
    Mode.SESSION: session(A, B, C),
    Mode.WARNING: warning(),
    Mode.STAFF: staff(),
    Mode.CLEANING: cleaning(),
    Mode.CLOSED: closed(),
}


@pytest.mark.parametrize("mode", Mode)
def test_the_table_of_modes_is_whole(mode: Mode) -> None:
    assert ALL[mode].mode is mode


_ = None
LOOP, SESSION, WARNING, STAFF, CLEANING, CLOSED = Mode


@pytest.mark.parametrize(
    ("event", "leads_to"),
    [
        # from LOOP, SESSION, WARNING, STAFF, CLEANING, CLOSED; _ stays
        (Press.OPEN, (SESSION, _, SESSION, _, _, _)),
        (Press.NEXT, (SESSION, _, SESSION, _, _, _)),
        (Press.BACK, (SESSION, _, SESSION, _, _, _)),
        (Press.DONE, (_, LOOP, LOOP, _, _, _)),
        (Press.STAY, (_, _, SESSION, _, _, _)),
        (Press.TOPICS, (_, _, SESSION, _, _, _)),
        (Press.CLOSE, (_, _, SESSION, _, _, _)),
        (Press.TEXT_SIZE, (_, _, SESSION, _, _, _)),
        (Press.CONTRAST, (_, _, SESSION, _, _, _)),
        (Press.LOW_REACH, (_, _, SESSION, _, _, _)),
        (Press.LANGUAGES, (_, _, SESSION, _, _, _)),
        (Press.STAFF, (STAFF, STAFF, STAFF, _, _, STAFF)),
        (Press.LEAVE_STAFF, (_, _, SESSION, LOOP, _, _)),
        (Press.CLEAN, (_, _, SESSION, CLEANING, _, _)),
        (Touched(), (_, _, _, _, _, LOOP)),
        (Tick(), (_, _, _, _, _, _)),
        (GoTo("b"), (_, _, _, _, _, _)),
        (Speak("es"), (_, _, _, _, _, _)),
        (ShowPicture(0), (_, _, _, _, _, _)),
        (ShowWord("x"), (_, _, _, _, _, _)),
        (MenuPage(1), (_, _, _, _, _, _)),
        (Opened(False), (CLOSED, _, _, _, _, _)),
        (Opened(True), (_, _, _, _, _, LOOP)),
        (Shown("a", 5, 1), (_, _, _, _, _, _)),
        (Failed("a"), (_, _, _, _, _, _)),
        (Replaced((B, C)), (_, _, _, _, _, _)),
        (Replaced(()), (_, _, _, _, _, _)),
        (Limited(LIMITS), (_, _, _, _, _, _)),
    ],
    ids=str,
)
def test_what_leads_where(event: Event, leads_to: Sequence[Mode | None]) -> None:
    found = {mode: play(state, event, now=1.0)[0].mode for mode, state in ALL.items()}
    assert found == {mode: target or mode for mode, target in zip(Mode, leads_to, strict=True)}


def test_every_event_has_a_row_with_every_mode() -> None:
    kinds = {*get_args(Event), *Press} - {Press}
    assert set(player.TRANSITIONS) == kinds
    assert {len(row) for row in player.TRANSITIONS.values()} == {len(Mode)}


@pytest.mark.parametrize("mode", Mode)
def test_an_ignored_event_changes_nothing(mode: Mode) -> None:
    state = ALL[mode]
    place = player.MODES.index(mode)
    samples: list[Event] = [*Press, GoTo("b"), Speak("es"), ShowPicture(0), ShowWord("x"), MenuPage(1), Tick()]
    for event in samples:
        if player.TRANSITIONS[event if isinstance(event, Press) else type(event)][place] is ignored:
            assert play(state, event, now=1.0) == (state, []), event


def test_every_press_is_in_the_table() -> None:
    marks = next(mark for mark in test_what_leads_where.pytestmark if mark.name == "parametrize")  # type: ignore[attr-defined]
    assert {row[0] for row in marks.args[1]} >= set(Press)


# --- Time ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mode", "due", "then"),
    [
        (LOOP, 10.0, LOOP),
        (SESSION, 90.0, WARNING),
        (WARNING, 120.0, LOOP),
        (STAFF, STAFF_SECONDS, LOOP),
        (CLEANING, CLEANING_SECONDS, LOOP),
    ],
)
def test_time_alone(mode: Mode, due: float, then: Mode) -> None:
    state = ALL[mode]
    assert player.wake(state) == due
    assert play(state, Tick(), now=due - 0.01) == (state, []), "a timer that fires early changes nothing"
    assert play(state, Tick(), now=due)[0].mode is then


def test_closed_waits_for_an_event() -> None:
    assert player.wake(closed()) is None
    assert play(closed(), Tick(), now=1e9)[0] == closed()


def test_a_suspended_night_ends_session_and_warning_at_once() -> None:
    state, told = play(session(A, B), Tick(), now=50_000.0)
    assert state.mode is LOOP
    assert told == [SessionEnded("no touch")]


def test_a_touch_puts_the_warning_off_but_the_release_decides() -> None:
    touched, _ = play(warning(), Touched(), now=110.0)
    assert touched.mode is WARNING
    assert player.wake(touched) == 140.0
    stays, _ = play(touched, Press.STAY, now=111.0)
    assert (stays.mode, player.wake(stays)) == (SESSION, 201.0)


def test_a_closed_kiosk_wakes_for_its_time_and_sleeps_again() -> None:
    state, _ = play(closed(), Touched(), now=1000.0)
    assert (state.mode, state.awake_until) == (LOOP, 1600.0)
    state, _ = play(state, Shown("a", 10_000.0, 1), Touched(), now=1100.0)
    assert player.wake(state) == 1700.0
    assert play(state, Tick(), now=1700.0)[0].mode is CLOSED


def test_a_closed_kiosk_that_must_not_wake() -> None:
    state, _ = play(closed(), Limited(replace(LIMITS, wake=0)), Touched(), now=5.0)
    assert state.mode is CLOSED


def test_waking_shows_nothing_that_is_over() -> None:
    state, _ = play(closed(), Replaced((B, C)), Touched(), now=5.0)
    assert state.entry == B


def test_a_session_outlasts_closing_time() -> None:
    state, _ = play(session(A, B), Opened(False), now=5.0)
    assert state.mode is SESSION
    assert play(state, Press.DONE, now=6.0)[0].mode is CLOSED


def test_new_limits_hold_at_once() -> None:
    state, _ = play(session(A, B), Limited(Limits(session=20, warning=5)), now=5.0)
    assert player.wake(state) == 20.0


# --- The loop --------------------------------------------------------------------------------


def order_of(state: State, rounds: int) -> str:
    names = ""
    now = 0.0
    for _ in range(rounds):
        assert state.entry is not None
        names += state.entry.slide
        state, _ = play(state, Shown(state.entry.slide, 8.0, 1), now=now)
        now = player.wake(state) or 0.0
        state, _ = play(state, Tick(), now=now)
    return names


@pytest.mark.parametrize(
    ("entries", "order"),
    [((A, B, C), "abcabca"), ((A,), "aaaaaaa"), ((A, HIDDEN, C), "acacaca")],
)
def test_the_loop_goes_round(entries: tuple[Entry, ...], order: str) -> None:
    assert order_of(loop(*entries), 7) == order


def test_the_loop_counts_its_rounds() -> None:
    state, seen = loop(A, B), []
    for number in range(5):
        seen.append(state.loop_language)
        assert state.entry is not None
        state, _ = play(state, Shown(state.entry.slide, 10.0, 1), now=10.0 * number)
        state, _ = play(state, Tick(), now=10.0 * number + 10)
    assert seen == [0, 0, 1, 1, 2]


def test_the_authors_seconds_go_first() -> None:
    state, _ = play(State(limits=LIMITS), Replaced((replace(A, seconds=33.0),)))
    state, told = play(state, Shown("a", 9.0, 1), now=1.0)
    assert told == [SlideShown("a", LOOP, 33.0)]
    assert player.wake(state) == 34.0


def test_a_slide_that_is_not_ready_is_passed_over() -> None:
    state, _ = play(loop(A, B), Tick(), now=10.0)
    assert player.wake(state) == 10.0 + READY_SECONDS
    state, told = play(state, Tick(), now=18.0)
    assert told == [PassedOver("b", "it was not ready in time")]
    assert state.entry == A


def test_a_slide_that_fails_is_passed_over() -> None:
    state, _ = play(loop(A, B, C), Tick(), now=10.0)
    state, told = play(state, Failed("b", "why"), now=10.5)
    assert (state.entry, told) == (C, [PassedOver("b", "why")])


@pytest.mark.parametrize("event", [Shown("c", 5, 1), Failed("c"), Failed("a"), Shown("a", 5, 1)])
def test_news_that_is_late_changes_nothing(event: Event) -> None:
    assert play(loop(A, B, C), event, now=1.0) == (loop(A, B, C), [])


def test_in_a_session_a_failing_slide_stays_where_it_is() -> None:
    state, told = play(session(A, B, C), Press.NEXT, Failed("b", "why"), now=2.0)
    assert (state.mode, state.entry, told) == (SESSION, B, [PassedOver("b", "why")])


# --- What plays changes ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "at", "after", "follows"),
    [
        ((A, B, C), A, (A, C, B), C),
        ((A, B, C), B, (B, A), A),
        ((A, B, C), B, (A, C), C),
        ((A, B, C), C, (A, B), A),
        ((A, B, C), A, (B, C), B),
        ((A, B, C), A, (HIDDEN,), None),
        ((A, B, C), A, (), None),
        ((A,), A, (B, C), B),
    ],
)
def test_the_slide_on_the_screen_has_its_time(
    before: tuple[Entry, ...], at: Entry, after: tuple[Entry, ...], follows: Entry | None
) -> None:
    state, _ = play(loop(*before, at=at), Replaced(after), now=3.0)
    if any(entry.loop for entry in after):
        assert (state.entry, player.wake(state)) == (at, 10.0)
        state, _ = play(state, Tick(), now=10.0)
    assert state.entry == follows
    assert state.playlist == after


@pytest.mark.parametrize("after", [(A, C), (A, replace(B, loop=False), C)])
def test_a_slide_that_nobody_has_seen_yet_is_dropped_at_once(after: tuple[Entry, ...]) -> None:
    state, _ = play(loop(A, B, C), Tick(), now=10.0)
    assert (state.entry, state.shown_at) == (B, None)
    state, _ = play(state, Replaced(after), now=10.1)
    assert state.entry == C


def test_nothing_to_show_then_something() -> None:
    state, _ = play(State(), Tick(), Touched(), Press.OPEN, now=1.0)
    assert (state.mode, state.entry, player.wake(state)) == (LOOP, None, None)
    state, _ = play(state, Replaced((A,)), now=2.0)
    assert state.entry == A


def test_a_session_keeps_its_slide_when_it_is_switched_off() -> None:
    state, _ = play(session(A, B, C, at=B), Replaced((A, C)), now=1.0)
    assert state.entry == B
    assert play(state, Press.NEXT, now=2.0)[0].entry == C
    assert play(state, Press.BACK, now=2.0)[0].entry == A
    assert play(state, Press.DONE, now=2.0)[0].entry == C


# --- The session -----------------------------------------------------------------------------


def test_a_session_starts_where_it_was_touched() -> None:
    state, told = play(loop(A, B, C, at=B), Press.OPEN, now=4.0)
    assert (state.entry, state.reading, told) == (B, Reading(), [SessionStarted("b")])


@pytest.mark.parametrize(
    ("at", "press", "entry"),
    [(A, Press.NEXT, HIDDEN), (HIDDEN, Press.NEXT, C), (C, Press.NEXT, C), (C, Press.BACK, HIDDEN), (A, Press.BACK, A)],
)
def test_next_and_back_take_touch_only_slides_and_stop_at_the_ends(at: Entry, press: Press, entry: Entry) -> None:
    assert play(session(A, HIDDEN, C, at=at), press, now=1.0)[0].entry == entry


def test_pages_come_before_slides() -> None:
    state, _ = play(session(A, B), Shown("a", 9, 2), Press.NEXT, now=1.0)
    assert (state.entry, state.reading.page) == (A, 1)
    state, _ = play(state, Press.NEXT, Shown("b", 9, 1), now=2.0)
    assert (state.entry, state.reading.page, state.reading.pages) == (B, 0, 1)
    state, _ = play(state, Press.BACK, Shown("a", 9, 2), now=3.0)
    assert (state.entry, state.reading.page) == (A, 1)


def test_fewer_pages_after_a_change_of_size() -> None:
    state, _ = play(session(A, B), Shown("a", 9, 3), Press.NEXT, Press.NEXT, Shown("a", 9, 2), now=1.0)
    assert state.reading.page == 1


FRESH = Reading()


@pytest.mark.parametrize(
    ("events", "reading"),
    [
        ([Press.TOPICS], replace(FRESH, overlay=Overlay.TOPICS)),
        ([Press.TOPICS, MenuPage(2)], replace(FRESH, overlay=Overlay.TOPICS, subject="2")),
        ([Press.LANGUAGES], replace(FRESH, overlay=Overlay.LANGUAGES)),
        ([ShowPicture(1)], replace(FRESH, overlay=Overlay.PICTURE, subject="1")),
        ([ShowWord("CT")], replace(FRESH, overlay=Overlay.WORD, subject="CT")),
        ([ShowWord("CT"), Press.CLOSE], FRESH),
        ([Press.TOPICS, Press.NEXT], FRESH),
        ([Press.TOPICS, GoTo("gone")], FRESH),
        ([Press.TEXT_SIZE], replace(FRESH, text_size=1)),
        ([Press.TEXT_SIZE] * 3, FRESH),
        ([Press.CONTRAST], replace(FRESH, contrast=True)),
        ([Press.CONTRAST] * 2, FRESH),
        ([Press.LOW_REACH], replace(FRESH, low_reach=True)),
        ([Press.LANGUAGES, Speak("es")], replace(FRESH, language="es")),
    ],
)
def test_what_a_patient_changes(events: list[Event], reading: Reading) -> None:
    state, _ = play(session(A, B), *events, now=1.0)
    assert (state.reading, state.entry, state.touched_at) == (reading, A, 1.0)
    for end in (Press.DONE, Press.STAFF):
        assert play(state, end, now=2.0)[0].reading == Reading()
    assert play(state, Tick(), now=1000.0)[0].reading == Reading()


def test_going_to_a_slide_takes_the_newest_playlist() -> None:
    state, _ = play(session(A, B, at=A), Replaced((B, C)), GoTo("c"), now=1.0)
    assert (state.entry, state.playlist, state.pending) == (C, (B, C), None)


def test_a_session_never_goes_on_by_itself() -> None:
    state, _ = play(session(A, B), Shown("a", 5.0, 1), now=0.0)
    assert play(state, Tick(), now=80.0)[0] == state


@pytest.mark.parametrize(
    ("entries", "at", "entry"),
    [((A, B, C), B, B), ((A, HIDDEN, C), HIDDEN, C), ((A, HIDDEN), HIDDEN, A), ((HIDDEN,), HIDDEN, None)],
)
def test_the_loop_goes_on_from_where_the_session_was(entries: tuple[Entry, ...], at: Entry, entry: Entry | None) -> None:
    state, told = play(session(*entries, at=at), Press.DONE, now=5.0)
    assert (state.entry, told) == (entry, [SessionEnded("done")])


# --- Staff -----------------------------------------------------------------------------------


def knock(state: State, times: Sequence[float], corner: bool = True) -> tuple[State, list[Effect]]:
    told: list[Effect] = []
    for now in times:
        state, effects = play(state, Touched(corner), now=now)
        told += effects
    return state, told


@pytest.mark.parametrize("mode", [LOOP, SESSION, WARNING, CLOSED])
def test_five_taps_in_the_corner(mode: Mode) -> None:
    start = ALL[mode].touched_at + 91
    state, told = knock(ALL[mode], [start + n * 0.5 for n in range(5)])
    assert state.mode is STAFF
    assert told[-1] == StaffAsked()


@pytest.mark.parametrize(
    ("times", "corner"), [([0, 0.1, 0.2, 0.3], True), ([0, 1, 2, 3, 4], True), ([0, 0.1, 0.2, 0.3, 0.4, 0.5], False)]
)
def test_what_is_no_knock(times: list[float], corner: bool) -> None:
    assert knock(loop(A), times, corner)[0].mode is LOOP


def test_a_tap_elsewhere_starts_the_knocks_anew() -> None:
    state, _ = knock(loop(A), [0, 0.1, 0.2, 0.3])
    state, _ = play(state, Touched(), now=0.4)
    assert knock(state, [0.5])[0].mode is LOOP


def test_staff_stay_while_they_touch() -> None:
    state, _ = play(staff(), Touched(), now=100.0)
    assert player.wake(state) == 100.0 + STAFF_SECONDS


def test_cleaning_ignores_every_finger() -> None:
    state = cleaning()
    events = [Touched(), Touched(True), *Press, GoTo("b"), Speak("es"), ShowPicture(0)]
    assert play(state, *events, now=1.0) == (state, [])
