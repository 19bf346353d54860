"""The loop's first frame, kept for the splash of the next start."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from kiosk.core.run_options import RunOptions
from kiosk.qt import splash
from kiosk.qt.jobs import Jobs


class FirstFrame(QObject):
    """Looks and writes in the background."""

    def __init__(self, options: RunOptions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._options = options
        self._jobs = Jobs("first-frame", self)

    def keep(self, size: tuple[int, int], sources: tuple[Path, ...], grab: Callable[[], QImage | None]) -> None:
        """Keeps the frame that depends on `sources`, unless that was done before. `grab`: None when it shows no more."""

        def keep_unless(is_kept: bool) -> None:
            frame = None if is_kept else grab()
            if frame:
                self._jobs.run(partial(splash.keep, self._options, size, sources, frame))

        self._jobs.run(partial(splash.is_kept, self._options, size, sources), keep_unless)

    def close(self) -> None:
        self._jobs.close()
