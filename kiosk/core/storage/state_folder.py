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

from msgspec import Struct
from msgspec.structs import replace

from kiosk.core import clock
from kiosk.core.arrangement.arrangement import Arrangement
from kiosk.core.arrangement.changes import Changes
from kiosk.core.files import Unreadable
from kiosk.core.problem import Problem, Severity
from kiosk.core.storage import atomic_file
from kiosk.core.storage.atomic_file import Busy, NotSaved
from kiosk.core.storage.history import History
from kiosk.core.storage.version import Authored, BroughtBack, BroughtIn, ClockConfirmed, Newer, Summary, Version

__all__ = ["Busy", "NotSaved", "StateFolder", "Unreadable", "Version"]

# Modification time in ns, size in bytes, inode: each save changes at least one of them.
Stamp = tuple[int, int, int]
_AS_AUTHORED = Summary(origin=Authored())


class _State(Struct, frozen=True):
    """The arrangement that holds, the document that it was read from, and why that is not the one in `kiosk.json`."""

    arrangement: Arrangement
    data: bytes = b""
    problems: tuple[Problem, ...] = ()
    failure: Unreadable | None = None


class StateFolder:
    """One state folder. Holds nothing in memory, so that any number of processes may use the same folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "kiosk.json"
        self._backup = folder / "kiosk.json.bak"
        self._draft = folder / "draft.json"
        self._history = History(folder / "history")

    # --- Reading -----------------------------------------------------------------------------

    def read(self) -> tuple[Arrangement, list[Problem]]:
        """The arrangement that holds now, and everything that is wrong with the file. Never raises.

        A file that cannot be read whole counts for nothing: the last good version holds instead, with one problem.
        """
        state = self._state()
        return state.arrangement, [*state.problems, *_leftovers(self.folder)]

    def stamp(self) -> Stamp:
        """Changes whenever somebody saves; (0, 0, 0) where nothing was saved."""
        try:
            status = os.stat(self.file)
        except (OSError, ValueError):
            return (0, 0, 0)
        return (status.st_mtime_ns, status.st_size, status.st_ino)

    def saved_at(self) -> datetime | None:
        """The local time of the last save, as far as it tells one."""
        return self._history.saved_at()

    def _state(self) -> _State:
        data: bytes | None = b""
        try:
            if (document := _read(self.file)) is not None:
                return document
            data = None
            failure, remedy = Unreadable("is missing"), "; save on the screen to write it anew"
        except Newer as error:
            failure, remedy = error, ""
        except Unreadable as error:
            failure, remedy = error, "; save on the screen to write it anew"
        good = self._last_good()
        if good is None and data is None:
            return _State(Arrangement())
        holding = good or _State(Arrangement())
        meanwhile = f"version {holding.arrangement.number} plays" if good else "the slides play as authored"
        problem = Problem(str(self.file), failure.line, f"{failure}{remedy}; {meanwhile} meanwhile")
        return replace(holding, problems=(problem,), failure=failure)

    def _last_good(self) -> _State | None:
        versions = (self._history.file(number) for number in reversed(self._history.numbers()))
        good = (_read_if_whole(self._backup), next(filter(None, map(_read_if_whole, versions)), None))
        # The backup comes first, unless the history goes further.
        return max((state for state in good if state), key=lambda state: state.arrangement.number, default=None)

    # --- Writing -----------------------------------------------------------------------------

    def write(self, arrangement: Arrangement, changes: Changes, now: datetime) -> Arrangement:
        """Saves the arrangement as a new version (`now` in local time) and returns it with its number.

        Raises NotSaved, and then everything is as it was before.
        """
        return self.update(lambda _: arrangement, changes, now)

    def update(self, change: Callable[[Arrangement], Arrangement], changes: Changes, now: datetime) -> Arrangement:
        """Reads, changes and saves while everybody else waits. Raises NotSaved, and whatever `change` raises."""
        return self._update(change, Summary(changes), now)

    def _update(self, change: Callable[[Arrangement], Arrangement], summary: Summary, now: datetime) -> Arrangement:
        with atomic_file.writing(self.folder):
            state = self._checked_state()
            return self._save(state, change(state.arrangement), Version(0, now, summary))

    def _checked_state(self) -> _State:
        state = self._state()
        if isinstance(state.failure, Newer):
            raise NotSaved(f"Not saved: {self.file} {state.failure}; nothing was overwritten.")
        return state

    def _save(self, state: _State, wanted: Arrangement, version: Version) -> Arrangement:
        from kiosk.core.storage import arrangement_document

        version = _believed(version, self.saved_at())
        number = max([state.arrangement.number, *self._history.numbers()]) + 1
        arrangement = replace(arrangement_document.normal(wanted), number=number)
        try:
            data = arrangement_document.encode(arrangement, version)
        except ValueError as error:
            raise NotSaved(f"Not saved: the new state {error}; what was saved before is whole.") from None
        if not self._history.file(state.arrangement.number).exists():
            self._history.add(state.arrangement.number, state.data or _authored(version.saved_at))
        try:
            self._history.add(number, data)
            if state.failure is None and state.data:
                atomic_file.write(self._backup, state.data)
            if state.failure and os.path.lexists(self.file):
                atomic_file.set_aside(self.file)
            atomic_file.write(self.file, data)
        except OSError:
            self._history.remove(number)
            raise
        self._history.forget_old()
        return arrangement

    # --- History -----------------------------------------------------------------------------

    def history(self) -> tuple[Version, ...]:
        """The last saves, newest first. What cannot be read is left out."""
        return tuple(self._history.versions())

    def version(self, number: int) -> Arrangement:
        """One of the history's versions. Raises Unreadable."""
        state = _read(self._history.file(number))
        if state is None:
            raise Unreadable(f"version {number} is not kept")
        return replace(state.arrangement, number=number)

    def previous(self) -> Version | None:
        """The version before the one that holds; after it was brought back, the one before that, and so on."""
        from kiosk.core.storage import arrangement_document

        with suppress(Unreadable):
            present = arrangement_document.version_of(self._state().data)
            return next((version for version in self._history.versions() if version.number < present.source), None)
        return None

    def bring_back(self, number: int, now: datetime) -> Arrangement:
        """Saves a version of the history anew. Raises NotSaved or Unreadable."""
        arrangement = self.version(number)
        return self._update(lambda _: arrangement, Summary(origin=BroughtBack(number)), now)

    def confirm_clock(self, now: datetime) -> Arrangement:
        """Saves that `now` is right, also where it is before the last save. Raises NotSaved."""
        return self._update(lambda arrangement: arrangement, Summary(origin=ClockConfirmed()), now)

    # --- Draft -------------------------------------------------------------------------------

    def save_draft(self, arrangement: Arrangement) -> None:
        """Keeps what was not saved yet; its number is that of the save it started from. Raises NotSaved."""
        from kiosk.core.storage import arrangement_document

        try:
            data = arrangement_document.encode(arrangement_document.normal(arrangement), Version(arrangement.number))
        except ValueError as error:
            raise NotSaved(f"Not saved: the draft {error}.") from None
        with atomic_file.writing(self.folder):
            atomic_file.write(self._draft, data)

    def read_draft(self) -> Arrangement | None:
        """The draft, or None where there is none that can be read."""
        state = _read_if_whole(self._draft)
        return state.arrangement if state else None

    def clear_draft(self) -> None:
        """Raises NotSaved."""
        if os.path.lexists(self._draft):
            with atomic_file.writing(self.folder):
                atomic_file.remove(self._draft)

    # --- Export and import -------------------------------------------------------------------

    def export(self, target: Path, now: datetime) -> Path:
        """Writes the decisions and their history (never the PIN) as one file into a folder; raises NotSaved."""
        from kiosk.core.storage import export_file

        files = (self._history.file(number) for number in self._history.numbers())
        versions = {file.name: state.data for file in files if (state := _read_if_whole(file))}
        return export_file.write(target, self._state().data or _authored(now), versions, now)

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
        with atomic_file.writing(self.folder):
            taken: list[int] = []
            try:
                if not self._history.numbers() and not os.path.lexists(self.file):
                    for name, data in backup.versions.items():
                        taken.append(int(name.removesuffix(".json")))
                        self._history.add(taken[-1], data)
                return self._save(self._checked_state(), backup.arrangement, version)
            except (OSError, NotSaved):
                for number in taken:
                    self._history.remove(number)
                raise


def _leftovers(folder: Path) -> list[Problem]:
    former = folder / "kiosk.toml"
    if not os.path.lexists(former):
        return []
    message = "counts for nothing: decisions are kept in kiosk.json; set them anew, and remove this file"
    return [Problem(str(former), 1, message, Severity.WARNING)]


def _believed(version: Version, before: datetime | None) -> Version:
    """The version without its time, if the clock was plainly wrong."""
    confirmed = isinstance(version.summary.origin, ClockConfirmed)
    wrong = version.saved_at and clock.doubt(version.saved_at, None if confirmed else before)
    return replace(version, saved_at=None) if wrong else version


def _authored(now: datetime | None) -> bytes:
    from kiosk.core.storage import arrangement_document

    return arrangement_document.encode(Arrangement(), Version(0, now, _AS_AUTHORED))


def _read(file: Path) -> _State | None:
    """The state that a document holds; None where there is none. Raises Unreadable."""
    if (data := atomic_file.read(file)) is None:
        return None
    from kiosk.core.storage import arrangement_document

    arrangement, problems = arrangement_document.read(data, str(file))
    return _State(arrangement, data, tuple(problems))


def _read_if_whole(file: Path) -> _State | None:
    with suppress(Unreadable):
        return _read(file)
    return None
