"""Word of changes on disk, as far as the system gives it: in the slides folder, and in the state folder."""

from __future__ import annotations

import os
import time
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from kiosk.core import files
from kiosk.core.content.deck import Deck

# Editors write a file in several steps; the folder is read once they are through.
SETTLE_MS = 250
# A tool that writes without end is read all the same after this long: a change is to be seen within two seconds.
LONGEST_SETTLE_MS = 1500
# Ten thousand watches take 0.3 s: the screen gets its turn after this many seconds of it.
SLICE_SECONDS = 0.004
# When one was refused, no more are asked for during this long, in s: Qt writes a line of its own for each that is.
REFUSED_SECONDS = 3600.0


class Places(Struct, frozen=True):
    """The files and folders to watch; each folder with what tells it from another one that comes to stand in its place."""

    files: frozenset[str]
    folders: dict[str, tuple[int, int]]


def places_of(deck: Deck) -> Places:
    """Everything that a deck was read from. Asks the disk, which may take its time."""
    stamps = deck.sources.stamps
    names = frozenset(str(deck.root / name) for name, stamp in stamps.items() if stamp != files.GONE)
    # A file's folder tells when it is replaced; the parent of the slides folder, when that is.
    folders = {str(deck.root.parent), str(deck.root), *(str(deck.root / topic.id) for topic in deck.topics)}
    folders.update({name.rpartition("/")[0] for name in names})
    known = {folder: files.identity(folder) for folder in folders}
    return Places(names, {folder: identity for folder, identity in known.items() if any(identity)})


class SlidesWatch(QObject):
    """`slidesChanged`: the slides folder is to be read again. `stateChanged`: somebody has written the state.

    Where the system gives no word (all of inotify's watches are used up, or the file system has none), neither comes.
    `refusedChanged`: whether it refuses to watch some places.
    """

    slidesChanged = Signal()
    stateChanged = Signal()
    refusedChanged = Signal()

    def __init__(self, root: Path, state: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = str(root)
        self._above = str(root.parent)
        self._state = str(state)
        self.refused = False
        self._folders: dict[str, tuple[int, int]] = {}
        self._first_change = 0.0
        self._refused_until = 0.0
        # Still to be watched, the last first.
        self._waiting: list[str] = []
        self._watcher = QFileSystemWatcher(self)
        self._next_slice = QTimer(self)
        self._next_slice.setSingleShot(True)
        self._next_slice.timeout.connect(self._add_some)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self.slidesChanged)
        self._watcher.directoryChanged.connect(self._on_change)
        self._watcher.fileChanged.connect(self._on_change)

    def follow(self, places: Places) -> None:
        """Watches these places and no others."""
        folders = dict(places.folders)
        if Path(self._state).is_dir():
            folders.setdefault(self._state, files.identity(self._state))
        wanted = places.files | folders.keys()
        watched = {*self._watcher.files(), *self._watcher.directories()}
        # What is watched is the folder that was there then, not the one that has taken its place.
        replaced = {name for name in watched & folders.keys() if self._folders.get(name) != folders[name]}
        if leaving := (watched - wanted) | replaced:
            self._watcher.removePaths(sorted(leaving))
        self._folders = folders
        fresh = wanted - (watched - replaced)
        # Folders first: where there are not enough watches for all, most changes are still told of.
        self._waiting = sorted(fresh - folders.keys(), reverse=True) + sorted(fresh & folders.keys(), reverse=True)
        if fresh:
            self._add_some()
        else:
            self._set_refused(False)

    @Slot()
    def _add_some(self) -> None:
        if time.monotonic() < self._refused_until:
            return
        end = time.monotonic() + SLICE_SECONDS
        while self._waiting and time.monotonic() < end:
            path = self._waiting.pop()
            # One that has gone meanwhile is none that was refused.
            if not self._add(path) and os.path.exists(path):
                self._refused_until = time.monotonic() + REFUSED_SECONDS
                self._waiting = []
                self._set_refused(True)
                return
        if self._waiting:
            self._next_slice.start(0)
            return
        self._set_refused(False)
        # What happened between the reading and this was told to nobody.
        self.change_soon()

    def _add(self, path: str) -> bool:
        if not self._watcher.addPath(path):
            return False
        if self._looks_by_itself():
            # Every second, at every file, in the GUI thread: then rather at each rescan, in the background.
            self._watcher.removePath(path)
            return False
        if path == self._state:
            self.stateChanged.emit()
        return True

    def _set_refused(self, refused: bool) -> None:
        if refused is not self.refused:
            self.refused = refused
            self.refusedChanged.emit()

    def _looks_by_itself(self) -> bool:
        """True if the system had no inotify to give, in whose place Qt looks at all files itself."""
        return any(engine.metaObject().className().startswith("QPolling") for engine in self._watcher.children())

    def change_soon(self) -> None:
        """Has the slides read once all is quiet; at the latest LONGEST_SETTLE_MS after the first change."""
        now = time.monotonic()
        if not self._settle.isActive():
            self._first_change = now
        left = LONGEST_SETTLE_MS - 1000 * (now - self._first_change)
        self._settle.start(max(min(SETTLE_MS, round(left)), 0))

    @Slot(str)
    def _on_change(self, path: str) -> None:
        # One folder may lie in the other, or beside it under a name that begins alike: only the whole path tells.
        if path == self._state:
            self.stateChanged.emit()
        if path != self._state or path in (self._root, self._above):
            self.change_soon()
