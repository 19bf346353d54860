"""The source of the playlist: the deck from disk and the staff's arrangement, watched, and laid over the clock."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from kiosk.core import opening_hours, time_window
from kiosk.core.arrangement.arrangement import Announcement, Arrangement, running_order
from kiosk.core.arrangement.playlist import Playlist, next_change, playlist
from kiosk.core.clock import Clock
from kiosk.core.content import library
from kiosk.core.content.deck import Deck, Slide
from kiosk.core.problem import Problem
from kiosk.core.storage.state_folder import Stamp, StateFolder
from kiosk.core.time_window import TimeWindow
from kiosk.qt.jobs import Jobs

# Editors write a file in several steps; the deck is read once they are through.
SETTLE_MS = 250
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


class PlaylistSource(QObject):
    """`reloaded` carries the new problems; `changed` says that playlist, settings or opening hours may differ.

    `stateTaken`: somebody else has written the state.
    """

    reloaded = Signal(list)
    changed = Signal()
    stateTaken = Signal()

    def __init__(self, root: Path, store: StateFolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.root = root
        self.store = store
        self.deck = Deck(root=root)
        # The one time that the state is read in the GUI thread: without it there is no first slide.
        state = _state_of(store)
        self._state_stamp = state.stamp
        self.arrangement, self.state_problems = state.arrangement, state.problems
        self.clock = Clock(state.saved_at)
        # False while only the first slide was read.
        self.complete = False
        self._identity = _identity(root)
        self._first: tuple[Path, ...] = ()
        self._undrawable: dict[str, Slide] = {}
        self._reported: set[Problem] = set()
        self._loading = False
        self._again = False
        # Apart, so that what staff save elsewhere does not wait for ten thousand slides.
        self._library_jobs = Jobs("library", self)
        self._state_jobs = Jobs("state-watch", self)
        self._watcher = QFileSystemWatcher(self)
        self._settle = self._timer(SETTLE_MS, self.reload)
        self._clock = self._timer(RECHECK_MS, self._on_clock)
        self._watcher.directoryChanged.connect(self._on_disk)
        self._watcher.fileChanged.connect(self._on_disk)

    def _timer(self, milliseconds: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer

    def open_first(self) -> None:
        """Reads just enough to show the first slide that plays now."""
        listing = library.scan(self.root)
        order = running_order(self.arrangement.order, listing.ids())
        for slide_id in order:
            deck = library.read(listing, only=[slide_id])
            if any(entry.loop for entry in playlist(deck, self.arrangement, self.clock.now())):
                self.deck = deck
                self._first = self._sources_of_first(listing, slide_id == order[0])
                return
        self.deck = library.read(listing, only=[])
        self._report(self.deck.problems)

    def _sources_of_first(self, listing: library.SlidesFolder, leads: bool) -> tuple[Path, ...]:
        """The files and folders that decide what the first slide is and how it looks; none if the clock decides too."""
        decisions = self.arrangement.decisions.values()
        settings = self.arrangement.settings
        slide = self.deck.slides[0]
        timed = bool(slide.valid_from or slide.valid_until or settings.opening_hours or self.arrangement.announcement)
        if not leads or timed or settings.night_brightness < 1 or any(d.window != TimeWindow() for d in decisions):
            return ()
        names = [name for folder in listing.folders for name, _ in folder.stamps] + [name for name, _ in slide.stamps]
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
        slide = self.deck.slide(slide_id)
        if slide:
            self._undrawable[slide_id] = slide

    @Slot()
    def reload(self) -> None:
        """Reads the whole folder in the background. A change during that is read right after."""
        if self._loading:
            self._again = True
            return
        self._loading = True
        self._library_jobs.run(partial(library.load, self.root, self.deck), self._take, self._on_load_failed, (Exception,))

    def arranged(self, arrangement: Arrangement) -> None:
        """Takes over what staff saved."""
        self.arrangement = arrangement
        self._on_clock()

    def close(self) -> None:
        """Waits for the threads."""
        self._library_jobs.close()
        self._state_jobs.close()

    # --- following the disk ---

    def _on_load_failed(self, error: Exception) -> None:
        """The deck stays as it was, and the next change on disk is read again."""
        self._loading = False
        raise error

    def _take(self, deck: Deck) -> None:
        self._loading = False
        self.complete = True
        had_slides = any(slide.error is None for slide in self.deck.slides)
        if deck.slides or not had_slides:
            self.deck = deck
        self._watch()
        self._report(deck.problems)
        self._on_clock()
        if self._again:
            self._again = False
            self._settle.start()

    def _report(self, problems: tuple[Problem, ...]) -> None:
        fresh = [problem for problem in problems if problem not in self._reported]
        self._reported = set(problems)
        self.reloaded.emit(fresh)

    def _watch(self) -> None:
        """Follows every folder and every file that the deck was read from."""
        self._identity = _identity(self.root)
        names = {name for slide in self.deck.slides for name, _ in slide.stamps}
        folders = {str(self.root), str(self.root.parent), str(self.store.folder)} | {
            str(self.root / topic.id) for topic in self.deck.topics
        }
        wanted = folders | {str(self.root / name) for name in names}
        watched = {*self._watcher.files(), *self._watcher.directories()}
        fresh = [path for path in wanted - watched if Path(path).exists()]
        if fresh:
            self._watcher.addPaths(fresh)

    @Slot(str)
    def _on_disk(self, path: str) -> None:
        if path.startswith(str(self.store.folder)):
            self.look_at_state()
        elif path != str(self.root.parent):
            self._settle.start()
        elif self._identity != _identity(self.root):
            # Replaced as a whole: what is watched so far is the old folder.
            self._watcher.removePaths([*self._watcher.files(), *self._watcher.directories()])
            self._settle.start()

    def look_at_state(self) -> None:
        """Reads the state in the background, if somebody else has written it, or it is there no more or again."""
        # A folder that was away is no longer watched.
        if str(self.store.folder) not in self._watcher.directories() and self.store.folder.is_dir():
            self._watcher.addPath(str(self.store.folder))
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


def _identity(folder: Path) -> tuple[int, int]:
    """Tells a folder from another one that has come to stand in its place; (0, 0) for none."""
    try:
        status = folder.stat()
    except OSError:
        return (0, 0)
    return (status.st_dev, status.st_ino)
