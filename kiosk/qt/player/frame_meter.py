"""The frames that a window draws: the first one, and how many at rest."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQuick import QQuickWindow

# The longest transition lasts 600 ms; what is drawn after it is drawn for nothing.
SETTLED_MS = 900


class FrameMeter(QObject):
    """`first`: a frame was drawn for the first time. `rested`: a rest is over, with so many frames drawn in it."""

    first = Signal()
    rested = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._frames = 0
        self._frames_before_rest: int | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLED_MS)
        self._settle.timeout.connect(self._begin_rest)

    def watch(self, window: QQuickWindow) -> None:
        window.frameSwapped.connect(self._on_frame)

    @Slot(int)
    def on_turned(self, way: int) -> None:
        """Another page comes: a rest ends, and the next begins once that page stands."""
        self.end_rest()
        self._settle.start()

    def end_rest(self) -> None:
        if self._frames_before_rest is not None:
            self.rested.emit(self._frames - self._frames_before_rest)
        self._frames_before_rest = None

    @Slot()
    def _begin_rest(self) -> None:
        self._frames_before_rest = self._frames

    @Slot()
    def _on_frame(self) -> None:
        self._frames += 1
        if self._frames == 1:
            # Later: nothing may be shown, hidden or made while Qt is still within the frame.
            QTimer.singleShot(0, self, self._on_first)

    @Slot()
    def _on_first(self) -> None:
        self.first.emit()
