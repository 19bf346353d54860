"""The history: the last fifty versions, one immutable document each, `000123.json`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime

from msgspec.structs import replace

from kiosk.core import clock
from kiosk.core.files import Unreadable
from kiosk.core.storage import atomic_file
from kiosk.core.storage.open_folder import OpenFolder
from kiosk.core.storage.version import Version

KEPT_VERSIONS = 50
FOLDER = "history"
_ENDING = ".json"


def file_name(number: int) -> str:
    return f"{number:06d}{_ENDING}"


class History:
    """The versions in the folder `history` of an open state folder. Holds nothing in memory."""

    def __init__(self, state: OpenFolder) -> None:
        self._state = state

    def numbers(self) -> list[int]:
        """The numbers of the versions that are kept, ascending."""
        try:
            with self._state.inside(FOLDER) as folder:
                names = folder.names()
        except OSError:
            return []
        stems = (name.removesuffix(_ENDING) for name in names if name.endswith(_ENDING))
        return sorted(int(stem) for stem in stems if stem.isascii() and stem.isdigit() and len(stem) < 12)

    def read(self, number: int) -> bytes | None:
        """A version's document; None where it is not kept. Raises Unreadable."""
        try:
            with self._state.inside(FOLDER) as folder:
                return atomic_file.read(folder, file_name(number))
        except OSError:
            return None

    def versions(self) -> Iterator[Version]:
        """The versions, newest first. One that cannot be read is left out."""
        from kiosk.core.storage import arrangement_document

        for number in reversed(self.numbers()):
            with suppress(Unreadable):
                if data := self.read(number):
                    yield replace(arrangement_document.version_of(data), number=number)

    def saved_at(self) -> datetime | None:
        """The time of the newest save that tells one which may be; None without any."""
        # Nothing was saved before a first start, and reading what was costs an import.
        times = (version.saved_at for version in self.versions()) if self.numbers() else ()
        return next((time for time in times if time and time <= clock.LATEST), None)

    def add(self, number: int, data: bytes) -> None:
        """Keeps a version. The caller holds the lock. Raises OSError."""
        with self._state.inside(FOLDER, make=True) as folder:
            atomic_file.write(folder, file_name(number), data)

    def remove(self, number: int) -> None:
        """Forgets a version, as well as that is possible."""
        with suppress(OSError), self._state.inside(FOLDER) as folder:
            folder.remove(file_name(number))

    def forget_old(self) -> None:
        """Leaves the last `KEPT_VERSIONS`."""
        for number in self.numbers()[:-KEPT_VERSIONS]:
            self.remove(number)
