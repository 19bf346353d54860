"""The state folder: the arrangement that holds, the last fifty saves of it, and the draft that was not saved yet.

`kiosk.json` holds the arrangement, `kiosk.json.bak` the one before it, `history/000123.json` each save; a file that
could not be read whole is set aside as `kiosk.json.broken-1` before a new one takes its place.

What reads and writes documents is imported where that is done: it costs 10 to 20 ms, and a first start reads none.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from kiosk.core import clock
from kiosk.core.arrangement.arrangement import Arrangement
from kiosk.core.arrangement.changes import Changes
from kiosk.core.files import Unreadable
from kiosk.core.problem import Problem
from kiosk.core.storage import atomic_file, saved_state
from kiosk.core.storage.atomic_file import Busy, Fault, NotSaved
from kiosk.core.storage.history import History, file_name
from kiosk.core.storage.open_folder import OpenFolder, open_folder
from kiosk.core.storage.saved_state import BACKUP, DOCUMENT, DRAFT, SavedState
from kiosk.core.storage.version import Authored, BroughtBack, BroughtIn, ClockConfirmed, Newer, Summary, Version

__all__ = ["Busy", "NotSaved", "StateFolder", "Unreadable", "Version"]

# Modification time in ns, size in bytes, inode: each save changes at least one of them.
Stamp = tuple[int, int, int]
_AS_AUTHORED = Summary(origin=Authored())
# What is written to see whether there is room for a save: it writes the document up to three times.
_PROBE, _LEAST_ROOM, _COPIES = "room", 65_536, 3


class StateFolder:
    """One state folder. Holds nothing in memory, so that any number of processes may use the same folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / DOCUMENT

    # --- Reading -----------------------------------------------------------------------------

    def read(self, held: Arrangement | None = None) -> tuple[Arrangement, list[Problem]]:
        """The arrangement that holds now, and everything that is wrong with the file. Never raises.

        A file that cannot be read whole counts for nothing: the last good version holds instead, with one problem. `held`:
        the arrangement that this process knows, which goes on if nothing later can be read.
        """
        state = saved_state.read(self.folder, held)
        return state.arrangement, [*state.problems]

    def stamp(self) -> Stamp:
        """Changes whenever somebody saves; (0, 0, 0) where nothing was saved."""
        try:
            status = os.lstat(self.file)
        except (OSError, ValueError):
            return (0, 0, 0)
        return (status.st_mtime_ns, status.st_size, status.st_ino)

    def saved_at(self) -> datetime | None:
        """The local time of the last save, as far as it tells one."""
        with suppress(OSError), open_folder(self.folder) as folder:
            return History(folder).saved_at()
        return None

    def fault(self) -> NotSaved | None:
        """The reason why nothing can be saved now, found by writing as much as a save does; None where it can be."""
        try:
            with atomic_file.writing(self.folder) as folder:
                room = max(_LEAST_ROOM, self.stamp()[1] * _COPIES)
                try:
                    atomic_file.write(folder, _PROBE, bytes(room))
                finally:
                    atomic_file.remove(folder, _PROBE)
        except Busy:
            return None
        except NotSaved as error:
            return error
        return None

    # --- Writing -----------------------------------------------------------------------------

    def write(self, arrangement: Arrangement, changes: Changes, now: datetime) -> Arrangement:
        """Saves the arrangement as a new version (`now` in local time) and returns it with its number.

        Raises NotSaved, and then everything is as it was before.
        """
        return self.update(lambda _: arrangement, changes, now)

    def update(
        self,
        change: Callable[[Arrangement], Arrangement],
        changes: Changes,
        now: datetime,
        held: Arrangement | None = None,
    ) -> Arrangement:
        """Reads, changes and saves while everybody else waits; `held` as in `read`.

        Raises NotSaved, and whatever `change` raises.
        """
        with atomic_file.writing(self.folder) as folder:
            state = _checked_state(folder, held)
            return _save(folder, state, change(state.arrangement), Version(0, now, Summary(changes)))

    # --- History -----------------------------------------------------------------------------

    def history(self) -> tuple[Version, ...]:
        """The last saves, newest first. What cannot be read is left out."""
        with suppress(OSError), open_folder(self.folder) as folder:
            return tuple(History(folder).versions())
        return ()

    def version(self, number: int) -> Arrangement:
        """One of the history's versions. Raises Unreadable."""
        with suppress(OSError), open_folder(self.folder) as folder:
            if state := saved_state.version_in(folder, number):
                return replace(state.arrangement, number=number)
        raise Unreadable(f"version {number} is not kept")

    def previous(self) -> Version | None:
        """The version before the one that holds; after it was brought back, the one before that, and so on."""
        from kiosk.core.storage import arrangement_document

        with suppress(Unreadable):
            present = arrangement_document.version_of(saved_state.read(self.folder).data)
            return next((version for version in self.history() if version.number < present.source), None)
        return None

    def bring_back(self, number: int, now: datetime) -> Arrangement:
        """Saves a version of the history anew. Raises NotSaved or Unreadable."""
        arrangement = self.version(number)
        with atomic_file.writing(self.folder) as folder:
            version = Version(0, now, Summary(origin=BroughtBack(number)))
            return _save(folder, _checked_state(folder), arrangement, version)

    def confirm_clock(self, now: datetime) -> Arrangement:
        """Saves that `now` is right, also where it is before the last save. Raises NotSaved."""
        with atomic_file.writing(self.folder) as folder:
            state = _checked_state(folder)
            return _save(folder, state, state.arrangement, Version(0, now, Summary(origin=ClockConfirmed())))

    # --- Draft -------------------------------------------------------------------------------

    def save_draft(self, arrangement: Arrangement) -> None:
        """Keeps what was not saved yet; its number is that of the save it started from. Raises NotSaved."""
        from kiosk.core.storage import arrangement_document

        try:
            data = arrangement_document.encode(arrangement_document.normal(arrangement), Version(arrangement.number))
        except ValueError as error:
            raise NotSaved(f"Not saved: the draft {error}.", Fault.NO_TEXT) from None
        with atomic_file.writing(self.folder) as folder:
            atomic_file.write(folder, DRAFT, data)

    def read_draft(self) -> Arrangement | None:
        """The draft, or None where there is none that can be read."""
        with suppress(OSError, Unreadable), open_folder(self.folder) as folder:
            state = saved_state.read_document(folder, DRAFT)
            return state.arrangement if state else None
        return None

    def clear_draft(self) -> None:
        """Raises NotSaved."""
        if os.path.lexists(self.folder / DRAFT):
            with atomic_file.writing(self.folder) as folder:
                atomic_file.remove(folder, DRAFT)

    # --- Export and import -------------------------------------------------------------------

    def export(self, target: Path, now: datetime) -> Path:
        """Writes the decisions and their history (never the PIN) as one file into a folder; raises NotSaved."""
        from kiosk.core.storage import export_file

        versions: dict[str, bytes] = {}
        with suppress(OSError), open_folder(self.folder) as folder:
            for number in History(folder).numbers():
                with suppress(Unreadable):
                    if state := saved_state.version_in(folder, number):
                        versions[file_name(number)] = state.data
        return export_file.write(target, saved_state.read(self.folder).data or _authored(now), versions, now)

    def check_import(self, file: Path) -> Arrangement:
        """The decisions of an exported file, checked whole. Changes nothing. Raises Unreadable."""
        from kiosk.core.storage import export_file

        return export_file.read(file).arrangement

    def import_(self, file: Path, now: datetime) -> Arrangement:
        """Saves an exported file's decisions as a new version; its history too, where there is none here yet.

        Raises Unreadable for a file that is not right from end to end, NotSaved; in both cases nothing has changed.
        """
        from kiosk.core.storage import export_file

        backup = export_file.read(file)
        version = Version(0, now, Summary(origin=BroughtIn(file.name)))
        with atomic_file.writing(self.folder) as folder:
            history = History(folder)
            taken: list[int] = []
            try:
                if not history.numbers() and not folder.exists(DOCUMENT):
                    for name, data in backup.versions.items():
                        taken.append(int(name.removesuffix(".json")))
                        history.add(taken[-1], data)
                return _save(folder, _checked_state(folder), backup.arrangement, version)
            except (OSError, NotSaved):
                for number in taken:
                    history.remove(number)
                raise


def _checked_state(folder: OpenFolder, held: Arrangement | None = None) -> SavedState:
    state = saved_state.read_in(folder, held)
    if isinstance(state.failure, Newer):
        raise NotSaved(f"Not saved: {folder.path / DOCUMENT} {state.failure}; nothing was overwritten.", Fault.NEWER)
    return state


def _save(folder: OpenFolder, state: SavedState, wanted: Arrangement, version: Version) -> Arrangement:
    from kiosk.core.storage import arrangement_document

    history = History(folder)
    version = _believed(version, history.saved_at())
    kept = history.numbers()
    number = max([state.arrangement.number, *kept]) + 1
    arrangement = replace(arrangement_document.normal(wanted), number=number)
    try:
        data = arrangement_document.encode(arrangement, version)
    except ValueError as error:
        raise NotSaved(f"Not saved: the new state {error}; what was saved before is whole.", Fault.NO_TEXT) from None
    if state.arrangement.number not in kept:
        history.add(state.arrangement.number, state.data or _document(state.arrangement, version.saved_at))
    try:
        history.add(number, data)
        if state.failure is None and state.data:
            atomic_file.write(folder, BACKUP, state.data)
        if state.failure and folder.exists(DOCUMENT):
            atomic_file.set_aside(folder, DOCUMENT)
        atomic_file.write(folder, DOCUMENT, data)
    except OSError:
        history.remove(number)
        raise
    history.forget_old()
    return arrangement


def _believed(version: Version, before: datetime | None) -> Version:
    """The version without its time, if the clock was plainly wrong."""
    confirmed = isinstance(version.summary.origin, ClockConfirmed)
    wrong = version.saved_at and clock.doubt(version.saved_at, None if confirmed else before)
    return replace(version, saved_at=None) if wrong else version


def _document(arrangement: Arrangement, now: datetime | None) -> bytes:
    """The document of what held without one: nothing was saved yet, or it is only remembered."""
    from kiosk.core.storage import arrangement_document

    return arrangement_document.encode(arrangement, Version(arrangement.number)) if arrangement.number else _authored(now)


def _authored(now: datetime | None) -> bytes:
    from kiosk.core.storage import arrangement_document

    return arrangement_document.encode(Arrangement(), Version(0, now, _AS_AUTHORED))
