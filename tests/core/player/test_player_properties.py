"""The player under whatever may happen: 200 steps of any event at any time, with any playlists."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import settings as run
from hypothesis import strategies as st

from kiosk.core.arrangement.playlist import Entry, Playlist
from kiosk.core.player import player
from kiosk.core.player.events import (
    Event,
    Failed,
    GoTo,
    Limited,
    Limits,
    MenuPage,
    Mode,
    Opened,
    Press,
    Replaced,
    SessionEnded,
    SessionStarted,
    Shown,
    ShowPicture,
    ShowWord,
    SlideShown,
    Speak,
    Tick,
    Touched,
)
from kiosk.core.player.state import CLEANING_SECONDS, STAFF_SECONDS, Reading, State

STEPS = 200
NAMES = "abcdef"
LIMITS = (Limits(), Limits(20, 5, 0), Limits(5, 30, 60))
# Waits in s: none, a finger's, a slide's, a session's, a suspended night's.
WAITS = (0.0, 0.2, 0.5, 3.0, 8.0, 20.0, 31.0, 89.0, 125.0, 700.0, 40_000.0)

Act = Callable[[State, list[Playlist]], Event]


def wanted(state: State) -> str:
    return state.entry.slide if state.entry else "a"


ACTS: list[Act] = [
    lambda state, lists: Tick(),
    # The stage answers more often than anything else happens.
    *[lambda state, lists, s=s: Shown(wanted(state), s, 1 + int(s) % 3) for s in (3.0, 8.0, 20.0, 45.0)],  # type: ignore[misc]
    *[lambda state, lists: Failed(wanted(state))] * 2,
    lambda state, lists: Shown("f", 8.0, 1),
    lambda state, lists: Failed("f"),
    *[lambda state, lists, n=n: Replaced(lists[n % len(lists)]) for n in range(4)],  # type: ignore[misc]
    *[lambda state, lists, n=n: Limited(LIMITS[n]) for n in range(3)],  # type: ignore[misc]
    *[lambda state, lists: Touched()] * 3,
    *[lambda state, lists: Touched(corner=True)] * 4,
    *[lambda state, lists, press=press: press for press in (*Press, Press.OPEN, Press.OPEN, Press.NEXT)],  # type: ignore[misc]
    *[lambda state, lists, name=name: GoTo(name) for name in NAMES[:3]],  # type: ignore[misc]
    lambda state, lists: ShowPicture(0),
    lambda state, lists: ShowWord("word"),
    lambda state, lists: MenuPage(1),
    lambda state, lists: Speak("es"),
    *[lambda state, lists: Opened(True)] * 2,
    *[lambda state, lists: Opened(False)] * 3,
]

entries = st.builds(Entry, st.sampled_from(NAMES), st.just("t"), st.booleans(), st.none() | st.sampled_from([5.0, 300.0]))
playlists = st.lists(entries, max_size=6, unique_by=lambda entry: entry.slide).map(tuple)
scripts = st.lists(st.tuples(st.integers(0, len(WAITS) - 1), st.integers(0, len(ACTS) - 1)), min_size=STEPS, max_size=STEPS)


@dataclass
class Kiosk:
    """The player as the driver runs it, with everything that must always hold checked after each step."""

    lists: list[Playlist]
    state: State = field(default_factory=State)
    now: float = 1000.0
    newest: Playlist = ()
    touched_at: float = 0.0
    asked_from: Playlist = ()
    modes: set[Mode] = field(default_factory=set)

    def act(self, wait: float, act: Act) -> None:
        self.rest_until(self.now + wait)
        self.send(act(self.state, self.lists))

    def rest_until(self, end: float) -> None:
        """Lets time pass. The timer fires whenever the player asked for it; one tick must always be enough."""
        while (due := player.wake(self.state)) is not None and due <= end:
            # A loop of many hours is no news after its first rounds: the machine was suspended for the rest.
            self.now = max(self.now, due) if end - due < 1000 else end
            before = self.state
            self.send(Tick())
            assert self.state != before, "a tick that was due changed nothing"
        self.now = end

    def send(self, event: Event) -> None:
        before = self.state
        if isinstance(event, Replaced):
            self.newest = event.playlist
        if isinstance(event, Touched | Press | GoTo | Speak | ShowPicture | ShowWord | MenuPage):
            self.touched_at = self.now
        self.state, effects = player.step(before, event, self.now)
        if self.state.entry != before.entry:
            self.asked_from = self.newest
        self.modes.add(self.state.mode)
        for effect in effects:
            match effect:
                case SessionStarted():
                    assert self.state.reading == Reading()
                case SessionEnded():
                    assert self.state.reading == Reading()
                    assert self.state.mode in (Mode.LOOP, Mode.CLOSED, Mode.STAFF)
                case SlideShown(slide=slide, mode=mode):
                    self.check_shown(slide, mode)
        self.check()

    def check_shown(self, slide: str, mode: Mode) -> None:
        assert slide in {entry.slide for entry in self.asked_from}, "shown, though it was not in the playlist"
        if mode not in (Mode.SESSION, Mode.WARNING):
            assert slide in {entry.slide for entry in self.newest if entry.loop}, "in the loop, though it does not belong there"

    def check(self) -> None:
        state = self.state
        if state.mode in (Mode.SESSION, Mode.WARNING):
            assert state.entry is not None
        else:
            # The number of pages comes with the slide; nothing else is left of any reader.
            assert state.reading == Reading(pages=state.reading.pages)
        if state.mode is Mode.LOOP and any(entry.loop for entry in self.newest):
            assert state.entry is not None, "the loop shows nothing, though there is something"
            assert player.wake(state) is not None
        for entry in (state.entry, player.upcoming(state)):
            assert entry is None or entry.slide in NAMES
        self.check_limit()

    def check_limit(self) -> None:
        """Nobody's session is left to the next reader."""
        limits = self.state.limits
        if self.state.mode in (Mode.SESSION, Mode.WARNING):
            due = player.wake(self.state)
            assert due is not None
            ends = due + (limits.warning if self.state.mode is Mode.SESSION else 0)
            assert ends <= self.touched_at + limits.session + limits.warning + 1e-6

    def let_go(self) -> None:
        """From here on nobody touches anything: it must come home by time alone."""
        limits = self.state.limits
        longest = max(limits.session + limits.warning, STAFF_SECONDS, CLEANING_SECONDS)
        for _ in range(200):
            if self.state.mode in (Mode.LOOP, Mode.CLOSED):
                break
            due = player.wake(self.state)
            assert due is not None, "nothing will ever end this"
            assert due <= self.now + longest + 1e-6
            self.rest_until(max(due, self.now))
        assert self.state.mode in (Mode.LOOP, Mode.CLOSED)
        assert self.state.reading.overlay == Reading().overlay


@run(deadline=None, max_examples=60)
@given(st.lists(playlists, min_size=1, max_size=4), scripts)
def test_whatever_happens(lists: list[Playlist], script: list[tuple[int, int]]) -> None:
    kiosk = Kiosk(lists)
    kiosk.send(Replaced(lists[0]))
    for wait, act in script:
        kiosk.act(WAITS[wait], ACTS[act])
    kiosk.let_go()


@run(deadline=None, max_examples=60)
@given(st.lists(playlists, min_size=1, max_size=4), scripts.map(lambda script: script[:40]), st.integers(0, 40))
def test_an_end_of_a_session_equals_the_start(lists: list[Playlist], script: list[tuple[int, int]], end: int) -> None:
    kiosk = Kiosk(lists)
    kiosk.send(Replaced((Entry("a", "t", True), *(e for e in lists[0] if e.slide != "a"))))
    kiosk.send(Press.OPEN)
    for wait, act in script[:end]:
        kiosk.act(WAITS[wait], ACTS[act])
    for last in (Press.DONE, Press.STAFF, Tick()):
        after, _ = player.step(kiosk.state, last, kiosk.now + 500)
        if kiosk.state.mode in (Mode.SESSION, Mode.WARNING):
            assert after.reading == Reading()
            assert (after.knocks, after.awake_until) == ((), None)


def test_every_mode_is_reached() -> None:
    chance = random.Random(20261122)
    modes: set[Mode] = set()
    for _ in range(300):
        every = [Entry(name, "t", chance.random() < 0.7) for name in NAMES]
        lists = [tuple(chance.sample(every, chance.randint(0, 6))) for _ in range(4)]
        kiosk = Kiosk(lists)
        kiosk.send(Replaced(lists[0]))
        for _ in range(STEPS):
            kiosk.act(chance.choice(WAITS[:7]), chance.choice(ACTS))
        kiosk.let_go()
        modes |= kiosk.modes
    assert modes == set(Mode)
