"""The state folder: what staff decided, the last fifty saves of it, and the draft that was not saved yet.

`kiosk.toml` holds the decisions, `kiosk.toml.bak` what it held before, `history/000123.toml` each save; a file that
could not be read is set aside as `kiosk.toml.broken-1` before a new one takes its place.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from kiosk.core.arrangement.arrangement import Arrangement
from kiosk.core.files import Unreadable
from kiosk.core.problem import Problem
from kiosk.core.storage import arrangement_document, atomic_file
from kiosk.core.storage.arrangement_document import Newer, Version
from kiosk.core.storage.atomic_file import Busy, NotSaved

__all__ = ["KEPT_VERSIONS", "Busy", "NotSaved", "StateFolder", "Unreadable", "Version"]

KEPT_VERSIONS = 50
# Modification time in ns, size in bytes, inode: each save changes at least one of them.
Stamp = tuple[int, int, int]


@dataclass(frozen=True)
class _State:
    """The decisions that hold, the text they were read from, and why that is not the text of `kiosk.toml`."""

    arrangement: Arrangement
    text: str = ""
    problems: tuple[Problem, ...] = ()
    failure: Unreadable | None = None


class StateFolder:
    """One state folder. Holds nothing in memory, so that any number of processes may use the same folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "kiosk.toml"
        self._backup = folder / "kiosk.toml.bak"
        self._draft = folder / "draft.toml"
        self._history = folder / "history"

    # --- Reading -----------------------------------------------------------------------------

    def read(self) -> tuple[Arrangement, list[Problem]]:
        """What holds now, and what is wrong with the file. Never raises.

        A file that cannot be read whole counts for nothing: the last good version holds instead, with one problem.
        """
        state = self._state()
        return state.arrangement, list(state.problems)

    def stamp(self) -> Stamp:
        """Changes whenever somebody saves; (0, 0, 0) where nothing was saved."""
        try:
            status = os.stat(self.file)
        except (OSError, ValueError):
            return (0, 0, 0)
        return (status.st_mtime_ns, status.st_size, status.st_ino)

    def _state(self) -> _State:
        text: str | None = ""
        try:
            text = atomic_file.read_text(self.file)
            if text is not None:
                arrangement, problems = arrangement_document.read(text, str(self.file))
                return _State(arrangement, text, tuple(problems))
            failure, remedy = Unreadable("is missing"), "; save on the screen to write it anew"
        except Newer as error:
            failure, remedy = error, ""
        except Unreadable as error:
            failure, remedy = error, "; mend it, or save on the screen to write it anew"
        good = self._last_good()
        if good is None and text is None:
            return _State(Arrangement())
        arrangement, text = good or (Arrangement(), "")
        meanwhile = f"version {arrangement.number} plays meanwhile" if good else "the slides play as authored meanwhile"
        problem = Problem(str(self.file), failure.line, f"{failure}{remedy}; {meanwhile}")
        return _State(arrangement, text, (problem,), failure)

    def _last_good(self) -> tuple[Arrangement, str] | None:
        found = []
        for files in ((self._backup,), (self._history_file(number) for number in reversed(self._numbers()))):
            for file in files:
                if (read := self._read_version(file)) is not None:
                    found.append(read)
                    break
        # The backup comes first, for what was mended by hand in it, unless the history goes further.
        return max(found, key=lambda read: read[0].number, default=None)

    @staticmethod
    def _read_version(file: Path) -> tuple[Arrangement, str] | None:
        with suppress(Unreadable):
            if (text := atomic_file.read_text(file)) is not None:
                return arrangement_document.read(text, str(file))[0], text
        return None

    # --- Writing -----------------------------------------------------------------------------

    def write(self, arrangement: Arrangement, summary: str, now: datetime, same_as: int | None = None) -> Arrangement:
        """Saves the arrangement as a new version (`now` in local time) and returns it with its number.

        Raises NotSaved, and then everything is as it was before. `same_as` is the version that is brought back.
        """
        return self.update(lambda _: arrangement, summary, now, same_as)

    def update(
        self,
        change: Callable[[Arrangement], Arrangement],
        summary: str,
        now: datetime,
        same_as: int | None = None,
    ) -> Arrangement:
        """Reads, changes and saves while everybody else waits. Raises NotSaved, and whatever `change` raises."""
        with atomic_file.writing(self.folder):
            state = self._checked_state()
            return self._save(state, change(state.arrangement), Version(0, now, summary, same_as))

    def _checked_state(self) -> _State:
        state = self._state()
        if isinstance(state.failure, Newer):
            raise NotSaved(f"Not saved: {self.file} {state.failure}; nothing was overwritten.")
        return state

    def _save(self, state: _State, wanted: Arrangement, version: Version) -> Arrangement:
        number = max([state.arrangement.number, *self._numbers()]) + 1
        arrangement = replace(arrangement_document.normal(wanted), number=number)
        try:
            text = arrangement_document.changed(state.text, arrangement, version) if state.text else None
            kept = text is not None
            text = text or arrangement_document.fresh(arrangement, version)
            before = state.text or arrangement_document.fresh(Arrangement(), Version(0, version.saved_at, "as authored"))
        except ValueError as error:
            raise NotSaved(f"Not saved: the new state {error}; what was saved before is whole.") from None
        atomic_file.make_folder(self._history)
        if not self._history_file(state.arrangement.number).exists():
            atomic_file.write(self._history_file(state.arrangement.number), before.encode())
        copy = self._history_file(number)
        try:
            atomic_file.write(copy, text.encode())
            if state.failure is None and state.text:
                atomic_file.write(self._backup, state.text.encode())
            if os.path.lexists(self.file) and (state.failure or not kept):
                self._set_aside()
            atomic_file.write(self.file, text.encode())
        except OSError:
            with suppress(OSError):
                copy.unlink()
            raise
        self._forget_old()
        return arrangement

    def _set_aside(self) -> None:
        number = 1
        while os.path.lexists(aside := self.folder / f"{self.file.name}.broken-{number}"):
            number += 1
        try:
            # A second name leaves no moment without the first.
            os.link(self.file, aside)
        except OSError:
            os.rename(self.file, aside)
        atomic_file.sync(self.folder)

    # --- History -----------------------------------------------------------------------------

    def history(self) -> tuple[Version, ...]:
        """The last saves, newest first. What cannot be read is left out."""
        return tuple(self._versions())

    def version(self, number: int) -> Arrangement:
        """One of the history's versions. Raises Unreadable."""
        text = atomic_file.read_text(self._history_file(number))
        if text is None:
            raise Unreadable(f"version {number} is not kept")
        return replace(arrangement_document.read(text, str(self._history_file(number)))[0], number=number)

    def previous(self) -> Version | None:
        """The version before the one that holds; after it was brought back, the one before that, and so on."""
        state = self._state()
        with suppress(Unreadable):
            present = arrangement_document.version_of(state.text)
            base = present.number if present.same_as is None else present.same_as
            return next((version for version in self._versions() if version.number < base), None)
        return None

    def bring_back(self, number: int, now: datetime) -> Arrangement:
        """Saves a version of the history anew. Raises NotSaved or Unreadable."""
        return self.write(self.version(number), f"brought back version {number}", now, same_as=number)

    def _versions(self) -> Iterator[Version]:
        for number in reversed(self._numbers()):
            with suppress(Unreadable):
                if text := atomic_file.read_text(self._history_file(number)):
                    yield replace(arrangement_document.version_of(text), number=number)

    def _history_file(self, number: int) -> Path:
        return self._history / f"{number:06d}.toml"

    def _numbers(self) -> list[int]:
        try:
            names = os.listdir(self._history)
        except OSError:
            return []
        stems = (name.removesuffix(".toml") for name in names if name.endswith(".toml"))
        return sorted(int(stem) for stem in stems if stem.isascii() and stem.isdigit() and len(stem) < 12)

    def _forget_old(self) -> None:
        with suppress(OSError):
            for number in self._numbers()[:-KEPT_VERSIONS]:
                self._history_file(number).unlink()

    # --- Draft -------------------------------------------------------------------------------

    def save_draft(self, arrangement: Arrangement) -> None:
        """Keeps what was not saved yet; its number is that of the save it started from. Raises NotSaved."""
        draft = arrangement_document.normal(arrangement)
        try:
            text = arrangement_document.fresh(draft, Version(draft.number))
        except ValueError as error:
            raise NotSaved(f"Not saved: the draft {error}.") from None
        with atomic_file.writing(self.folder):
            atomic_file.write(self._draft, text.encode())

    def read_draft(self) -> Arrangement | None:
        """The draft, or None where there is none that can be read."""
        read = self._read_version(self._draft)
        return read[0] if read else None

    def clear_draft(self) -> None:
        """Raises NotSaved."""
        if os.path.lexists(self._draft):
            with atomic_file.writing(self.folder):
                atomic_file.remove(self._draft)

    # --- Export and import -------------------------------------------------------------------

    def export(self, target: Path, now: datetime) -> Path:
        """Writes the decisions and their history (never the PIN) as one file into a folder; raises NotSaved."""
        from kiosk.core.storage import export_file

        state = self._state()
        text = state.text or arrangement_document.fresh(
            state.arrangement, Version(state.arrangement.number, now, "as authored")
        )
        files = (self._history_file(number) for number in self._numbers())
        versions = {file.name: read[1] for file in files if (read := self._read_version(file))}
        return export_file.write(target, export_file.Backup(text, versions), now)

    def check_import(self, file: Path) -> Arrangement:
        """The decisions of an exported file, checked whole. Changes nothing. Raises Unreadable."""
        from kiosk.core.storage import export_file

        return arrangement_document.read(export_file.read(file).decisions, file.name)[0]

    def import_(self, file: Path, now: datetime) -> Arrangement:
        """Saves an exported file's decisions as a new version; its history too, where there is none here yet.

        Raises Unreadable for a file that is not right from end to end, NotSaved; in both cases nothing has changed.
        """
        from kiosk.core.storage import export_file

        found = export_file.read(file)
        arrangement, _ = arrangement_document.read(found.decisions, file.name)
        with atomic_file.writing(self.folder):
            taken: list[Path] = []
            try:
                if not self._numbers() and not os.path.lexists(self.file):
                    atomic_file.make_folder(self._history)
                    for name, text in found.versions.items():
                        taken.append(self._history / name)
                        atomic_file.write(taken[-1], text.encode())
                return self._save(self._checked_state(), arrangement, Version(0, now, f"brought in from {file.name}"))
            except (OSError, NotSaved):
                for copy in taken:
                    with suppress(OSError):
                        copy.unlink()
                raise
