"""SIGTERM and Ctrl+C, turned into an event of the GUI thread."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, Slot


class UnixSignals(QObject):
    """Calls `stop` in the event loop.

    Python runs a signal's handler between two of its own instructions: at rest that may take minutes to come, and in the
    middle of drawing, closing the window is no good idea. Hence the byte through a pipe, which the event loop waits for.
    """

    def __init__(self, stop: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = stop
        self._receiving, self._sending = os.pipe()
        for end in (self._receiving, self._sending):
            os.set_blocking(end, False)
        self._notifier = QSocketNotifier(self._receiving, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        signal.set_wakeup_fd(self._sending, warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, _heed)

    def close(self) -> None:
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for end in (self._receiving, self._sending):
            os.close(end)

    @Slot()
    def _on_signal(self) -> None:
        if set(os.read(self._receiving, 64)) & {signal.SIGINT, signal.SIGTERM}:
            self._stop()


def _heed(number: int, frame: object) -> None:
    """Does nothing: the byte in the pipe calls the event loop, which acts."""
