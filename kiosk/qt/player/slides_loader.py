"""The deck as it is on disk, read in the background: at each change, and from time to time where nobody tells of one."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TypeVar

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.core import running_jobs
from kiosk.core.content import library
from kiosk.core.content.deck import Deck, Trouble
from kiosk.core.problem import Problem, Severity
from kiosk.qt.jobs import Jobs
from kiosk.qt.player.slides_watch import Places, SlidesWatch, places_of

# How long a change may go unnoticed where the system does not tell of it (no inotify on NFS, none left, a drive mounted
# over a folder). Looking at 10,000 slides that have not changed takes 0.15 s of one processor: a quarter of a per cent.
RESCAN_MS = 60_000
# While there is nothing to show, or the folder is away, somebody stands before the screen and waits for it.
URGENT_RESCAN_MS = 5_000
# When most slides go at once, a copy may be under way: it is believed when nothing has come back for so long.
HALF_GONE_MS = 10_000
JOBS = "library"
# A file that takes longer than this to read is on a drive that does not answer.
SLOW_SECONDS = 10.0
# The window comes without a slide if the folder does not yield the first one within this time, in s.
FIRST_PATIENCE = 3.0
UNWATCHED = (
    "the system does not tell of all changes, its watches are used up: they are seen within a minute;"
    " raise fs.inotify.max_user_watches and max_user_instances to see them at once"
)

Found = TypeVar("Found")


class _Reading(Struct, frozen=True):
    """A deck, where it was read from, and whether it says something new."""

    deck: Deck
    places: Places
    is_new: bool


class SlidesLoader(QObject):
    """Keeps `deck` in step with the disk, and the last good one where that cannot be read.

    `loaded` carries the new problems, when the deck or its problems are others; nothing is told of a folder that has not
    changed. `rescanned`: what could not be read may be tried again. `troubleChanged`: the folder as a whole, for staff.
    """

    loaded = Signal(list)
    rescanned = Signal()
    troubleChanged = Signal()

    def __init__(self, root: Path, state: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.deck = Deck(root=root)
        # False while only the first slide was read.
        self.complete = False
        self.trouble = Trouble.NONE
        self.watch = SlidesWatch(root, state, self)
        self._root = root
        # Of the last reading, and all that was last told.
        self._problems: tuple[Problem, ...] = ()
        self._reported: set[Problem] = set()
        self._unwatched = Problem(str(root), 1, UNWATCHED, Severity.WARNING)
        self._loading = False
        self._again = False
        self._rescanning = False
        # The ids that were left when most had gone, and since when there were no others.
        self._rest: tuple[str, ...] = ()
        self._rest_since = 0.0
        # A drive that does not answer is told to staff, and no reason to end: the slides that play on would go with it.
        self._jobs = Jobs(JOBS, self, may_hang=True)
        self._rescan = self._timer(self._on_rescan)
        self._patience = self._timer(self._on_patience)
        self.watch.slidesChanged.connect(self.reload)
        self.watch.refusedChanged.connect(self._on_refused)

    def _timer(self, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(slot)
        return timer

    def first(self, find: Callable[[], Found]) -> Found | None:
        """What `find` reads in the background; None if that takes longer than FIRST_PATIENCE.

        Read in the GUI thread, a drive that does not answer would keep the window away.
        """
        answer: SimpleQueue[Found | None] = SimpleQueue()

        def work() -> None:
            found = None
            try:
                found = find()
            finally:
                answer.put(found)

        self._jobs.run(work)
        try:
            return answer.get(timeout=FIRST_PATIENCE)
        except Empty:
            self._on_slow()
            return None

    def begin(self, deck: Deck) -> None:
        """Takes a deck of which only the first slide was read."""
        self.deck = deck
        self._tell(deck.trouble)
        if not deck.slides:
            self._problems = deck.problems
            self._report(is_new=True)

    @Slot()
    def reload(self) -> None:
        """Reads what has changed. A change during that is read right after."""
        if self._loading:
            self._again = True
            return
        self._loading = True
        self._patience.start(round(1000 * SLOW_SECONDS))
        self._jobs.run(partial(_read, self._root, self.deck), self._take, self._on_failed, (Exception,))

    def close(self) -> None:
        """Waits for the thread."""
        self._jobs.close()

    # --- what came of it ---

    @Slot()
    def _on_rescan(self) -> None:
        self._rescanning = True
        # Whoever writes the state goes unnoticed as well.
        self.watch.stateChanged.emit()
        self.reload()

    @Slot()
    def _on_patience(self) -> None:
        if self._loading and running_jobs.silence(JOBS, time.monotonic()) >= SLOW_SECONDS:
            self._on_slow()
        if self._loading:
            self._patience.start(round(1000 * SLOW_SECONDS))

    def _on_slow(self) -> None:
        self._tell(Trouble.SLOW)
        self._problems = (Problem(str(self._root), 1, "the slides folder does not answer; what was read before goes on"),)
        self._report()

    def _on_failed(self, error: Exception) -> None:
        """The deck stays as it was."""
        self._end(URGENT_RESCAN_MS)
        message = f"the slides could not be read ({type(error).__name__}: {error}); what was read before goes on"
        self._tell(Trouble.UNREADABLE)
        self._problems = (Problem(str(self._root), 1, message),)
        self._report()

    def _take(self, reading: _Reading) -> None:
        rescanned = self._rescanning
        # First of all, so that the next reading comes whatever fails here.
        self._end(URGENT_RESCAN_MS)
        before, deck = self.trouble, reading.deck
        first, self.complete = not self.complete, True
        is_held = self._is_held(deck)
        if not is_held and (deck.slides or not _good(self.deck)):
            self.deck = deck
        self._tell(deck.trouble)
        self._problems = deck.problems
        self.watch.follow(reading.places)
        self._report(is_new=first or (reading.is_new and self.deck is deck))
        if rescanned or before not in (Trouble.NONE, self.trouble):
            self.rescanned.emit()
        if is_held:
            self._rescan.start(HALF_GONE_MS)
        elif _good(self.deck) and deck.trouble in (Trouble.NONE, Trouble.PARTLY):
            self._rescan.start(RESCAN_MS)

    def _end(self, wait: int) -> None:
        """The end of a reading; the next one comes by itself in `wait` ms, or soon if there was a change meanwhile."""
        self._loading = self._rescanning = False
        self._patience.stop()
        self._rescan.start(wait)
        if self._again:
            self._again = False
            self.watch.change_soon()

    def _is_held(self, deck: Deck) -> bool:
        """True for a deck that has lost most of its slides, until these same few have been there for HALF_GONE_MS."""
        if not deck.slides or not library.is_half_gone(self.deck, deck):
            self._rest = ()
            return False
        ids, now = tuple(slide.id for slide in deck.slides), time.monotonic()
        if ids != self._rest:
            self._rest, self._rest_since = ids, now
        return 1000 * (now - self._rest_since) < HALF_GONE_MS

    @Slot()
    def _on_refused(self) -> None:
        self._report()

    def _tell(self, trouble: Trouble) -> None:
        if trouble is not self.trouble:
            self.trouble = trouble
            self.troubleChanged.emit()

    def _report(self, is_new: bool = False) -> None:
        """Says what is new; the same as the last time is not said again."""
        problems = (*self._problems, self._unwatched) if self.watch.refused else self._problems
        fresh = [problem for problem in problems if problem not in self._reported]
        if is_new or set(problems) != self._reported:
            self._reported = set(problems)
            self.loaded.emit(fresh)


def _good(deck: Deck) -> bool:
    return any(slide.error is None for slide in deck.slides)


def _read(root: Path, known: Deck) -> _Reading:
    deck = library.load(root, known)
    return _Reading(deck, places_of(deck), not library.is_same(known, deck))
