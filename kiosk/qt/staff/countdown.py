"""The wait at the PIN pad, told each second."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.core.storage.pin_tries import Moment


class Countdown(QObject):
    """`ticked`: another number of seconds is left. It counts on the clock of `Moment`, which nobody sets."""

    ticked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._until = 0.0
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._on_second)

    def start(self, seconds: float) -> None:
        if seconds > 0:
            self._until = Moment.now().monotonic + seconds
            self._second.start()

    def stop(self) -> None:
        self._until = 0.0
        self._second.stop()

    def left(self) -> int:
        """Seconds, the begun one included."""
        return max(math.ceil(self._until - Moment.now().monotonic), 0)

    @Slot()
    def _on_second(self) -> None:
        if not self.left():
            self._second.stop()
        self.ticked.emit()
