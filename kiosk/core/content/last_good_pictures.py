"""The pictures' files as they were last read, for when they cannot be: a drive that is away, a file that is half copied."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from kiosk.core import running_jobs
from kiosk.core.content import picture_check
from kiosk.core.files import Unreadable

# Files, not pixels: the pictures of 15 slides take 0.3 MB as SVG, of 40 with photographs of a megabyte less than this.
KEPT_BYTES = 24_000_000


class LastGoodPictures:
    """The files' bytes, the last shown first, in at most `most` bytes. For one thread."""

    def __init__(self, most: int = KEPT_BYTES) -> None:
        self._most = most
        self._files: OrderedDict[Path, bytes] = OrderedDict()
        self._size = 0

    def read(self, file: Path, root: Path) -> bytes:
        """The picture's bytes, checked; those that were last good where the file is no longer. Raises Unreadable."""
        try:
            data = picture_check.read(file, root)
        except Unreadable:
            if file not in self._files:
                raise
            self._files.move_to_end(file)
            return self._files[file]
        self._forget(file)
        self._files[file] = data
        self._size += len(data)
        while self._size > self._most:
            self._forget(next(iter(self._files)))
        return data

    def fill(self, files: Iterable[Path], root: Path) -> None:
        """Reads files that are not known yet, in their order, as long as there is room. Never raises."""
        for file in files:
            if self._size >= self._most:
                return
            if file not in self._files:
                running_jobs.sign_of_life()
                with suppress(Unreadable):
                    self.read(file, root)

    def _forget(self, file: Path) -> None:
        self._size -= len(self._files.pop(file, b""))
