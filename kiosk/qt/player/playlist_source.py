"""The source of the playlist: the deck from disk and the staff's arrangement, watched, and laid over the clock."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.core import opening_hours, time_window
from kiosk.core.arrangement.arrangement import Announcement, Arrangement, running_order
from kiosk.core.arrangement.playlist import Playlist, next_change, playlist
from kiosk.core.clock import Clock
from kiosk.core.content import library
from kiosk.core.content.deck import Deck, Slide, Trouble
from kiosk.core.problem import Problem
from kiosk.core.storage.state_folder import Stamp, StateFolder
from kiosk.core.time_window import TimeWindow
from kiosk.qt.jobs import Jobs
from kiosk.qt.player.slides_loader import SlidesLoader

# The wall clock may be set at any time: what plays is worked out again at least this often.
RECHECK_MS = 60_000
# While it is plainly wrong: what sets it by the network does so within seconds of the network's coming.
DOUBTFUL_MS = 5_000


class _State(Struct, frozen=True):
    """The staff's decisions, the problems of their file, the stamp of the save that they come from, and its time."""

    stamp: Stamp
    arrangement: Arrangement
    problems: list[Problem]
    saved_at: datetime | None


class _First(Struct, frozen=True):
    """The deck with the first slide that plays now, and what that depends on."""

    deck: Deck
    sources: tuple[Path, ...]


class PlaylistSource(QObject):
    """`reloaded` carries the new problems; `changed` says that playlist, settings or opening hours may differ.

    `rescanned`: what could not be read may be tried again. `troubleChanged`: of the slides folder as a whole.
    `stateWritten`: something in the state folder has changed. `stateTaken`: somebody else has saved other decisions.
    """

    reloaded = Signal(list)
    changed = Signal()
    rescanned = Signal()
    troubleChanged = Signal()
    stateWritten = Signal()
    stateTaken = Signal()

    def __init__(self, root: Path, store: StateFolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.root = root
        self.store = store
        # The one time that the state is read in the GUI thread: without it there is no first slide.
        state = _state_of(store)
        self._state_stamp = state.stamp
        self.arrangement, self.state_problems = state.arrangement, state.problems
        self.clock = Clock(state.saved_at)
        self._first: tuple[Path, ...] = ()
        # As they were when they could not be drawn.
        self._undrawable: dict[str, Slide] = {}
        # Apart, so that what staff save elsewhere does not wait for ten thousand slides.
        self._slides = SlidesLoader(root, store.folder, self)
        self._state_jobs = Jobs("state-watch", self)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._on_clock)
        self._slides.loaded.connect(self._on_loaded)
        self._slides.rescanned.connect(self.rescanned)
        self._slides.troubleChanged.connect(self.troubleChanged)
        self._slides.watch.stateChanged.connect(self.look_at_state)
        self._slides.watch.stateChanged.connect(self.stateWritten)

    @property
    def deck(self) -> Deck:
        """The slides as they are on disk, or were when they could last be read."""
        return self._slides.deck

    @property
    def complete(self) -> bool:
        """False while only the first slide was read."""
        return self._slides.complete

    @property
    def trouble(self) -> Trouble:
        """What is wrong with the slides folder as a whole."""
        return self._slides.trouble

    def open_first(self) -> None:
        """Reads just enough to show the first slide that plays now."""
        if found := self._slides.first(self._find_first):
            self._first = found.sources
            self._slides.begin(found.deck)

    def _find_first(self) -> _First:
        """In the background; the GUI thread waits meanwhile."""
        listing = library.scan(self.root)
        order = running_order(self.arrangement.order, listing.ids())
        for slide_id in order:
            deck = library.read(listing, only=[slide_id])
            if any(entry.loop for entry in playlist(deck, self.arrangement, self.clock.now())):
                return _First(deck, self._sources_of_first(listing, deck, slide_id == order[0]))
        return _First(library.read(listing, only=[]), ())

    def _sources_of_first(self, listing: library.SlidesFolder, deck: Deck, leads: bool) -> tuple[Path, ...]:
        """The files and folders that decide what the first slide is and how it looks; none if the clock decides too."""
        decisions = self.arrangement.decisions.values()
        settings = self.arrangement.settings
        slide = deck.slides[0]
        timed = bool(slide.valid_from or slide.valid_until or settings.opening_hours or self.arrangement.announcement)
        if not leads or timed or settings.night_brightness < 1 or any(d.window != TimeWindow() for d in decisions):
            return ()
        names = [name for folder in listing.folders for name in folder.sources.names]
        names += deck.sources.slides.get(slide.id, ())
        folders = [self.root / folder.name for folder in listing.folders]
        return (self.root, *folders, *(self.root / name for name in dict.fromkeys(names)), self.store.file)

    def first_sources(self) -> tuple[Path, ...]:
        """The files and folders that the first frame depends on; empty if the clock or the order decides too."""
        return self._first

    def playlist(self) -> Playlist:
        """The slides that play now. Those that could not be drawn are left out until they change."""
        entries = playlist(self.deck, self.arrangement, self.clock.now())
        return tuple(entry for entry in entries if not self._is_undrawable(entry.slide))

    def _is_undrawable(self, slide_id: str) -> bool:
        return slide_id in self._undrawable and self._undrawable[slide_id] is self.deck.slide(slide_id)

    def is_open(self) -> bool:
        return opening_hours.is_open(opening_hours.windows(self.arrangement.settings.opening_hours), self.clock.now())

    def announcement(self) -> Announcement | None:
        """The announcement of staff, as long as it holds."""
        return self.arrangement.announced(self.clock.now())

    def darkness(self) -> float:
        """The share of the picture's brightness that is taken away now, 0 to 1."""
        return 1 - self.arrangement.settings.night_brightness if time_window.NIGHT.holds(self.clock.now()) else 0.0

    def languages_of(self, slide_id: str) -> tuple[str, ...]:
        """The languages that a patient may choose on a slide: its topic's, as far as the settings allow them."""
        slide = self.deck.slide(slide_id)
        topic = self.deck.topic(slide.topic) if slide else None
        allowed = self.arrangement.settings.languages
        exist = tuple(text.language for text in topic.texts) if topic else ()
        return tuple(code for code in exist if not allowed or code in allowed)

    def cannot_draw(self, slide_id: str) -> None:
        """Leaves a slide out until it changes, or can be drawn after all."""
        if slide := self.deck.slide(slide_id):
            self._undrawable[slide_id] = slide

    def can_draw(self, slide_ids: Iterable[str]) -> None:
        """Takes up again slides that could not be drawn."""
        for slide_id in slide_ids:
            self._undrawable.pop(slide_id, None)
        self._on_clock()

    @Slot()
    def reload(self) -> None:
        """Reads the whole folder in the background. A change during that is read right after."""
        self._slides.reload()

    def arranged(self, arrangement: Arrangement) -> None:
        """Takes over what staff saved."""
        self.arrangement = arrangement
        self._on_clock()

    def close(self) -> None:
        """Waits for the threads."""
        self._slides.close()
        self._state_jobs.close()

    # --- following the disk ---

    @Slot(list)
    def _on_loaded(self, problems: list[Problem]) -> None:
        self._undrawable = {key: slide for key, slide in self._undrawable.items() if self._is_undrawable(key)}
        self.reloaded.emit(problems)
        self._on_clock()

    @Slot()
    def look_at_state(self) -> None:
        """Reads the state in the background, if somebody else has written it, or it is there no more or again."""
        work = partial(_state_after, self.store, self._state_stamp, self.arrangement)
        self._state_jobs.run(work, self._take_state)

    def _take_state(self, state: _State | None) -> None:
        # Two looks may have been under way at once.
        if state and state.stamp != self._state_stamp:
            self._state_stamp = state.stamp
            self.arrangement, self.state_problems = state.arrangement, state.problems
            self.clock.saved_at = state.saved_at
            self.stateTaken.emit()
            self._on_clock()

    @Slot()
    def _on_clock(self) -> None:
        self.look_at_state()
        self.changed.emit()
        self._clock.start(self._until_change())

    def _until_change(self) -> int:
        """Milliseconds until what plays may change by itself."""
        now = self.clock.now()
        if now is None:
            return DOUBTFUL_MS
        return min(int((next_change(self.arrangement, now) - now).total_seconds() * 1000) + 50, RECHECK_MS)


def _state_of(store: StateFolder, held: Arrangement | None = None) -> _State:
    # The stamp first: a save in between is then seen as a later one.
    stamp = store.stamp()
    return _State(stamp, *store.read(held), store.saved_at())


def _state_after(store: StateFolder, known: Stamp, held: Arrangement) -> _State | None:
    """The state, unless it is that of the known stamp. What was held goes on where it is lost."""
    return None if store.stamp() == known else _state_of(store, held)
