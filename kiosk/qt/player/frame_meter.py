"""The frames that a window draws: the first one, how many at rest, and whether one that is due comes."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQuick import QQuickWindow

# A page stands when nothing was drawn for so long: longer than a busy machine lets a transition's next step wait. What is drawn
# from then on is drawn for nothing; and a page that never stands is a rest that never comes.
SETTLED_MS = 900
# A frame that is due comes within this, in s. A first touch, which loads a session's QML, takes one second on a slow machine.
FRAME_SECONDS = 5.0


class FrameMeter(QObject):
    """`first`: a frame was drawn for the first time. `settled`: a page stands, and a rest begins.

    `rested`: a rest is over, with so many frames drawn in it.
    """

    first = Signal()
    settled = Signal()
    rested = Signal(int)

    def __init__(self, parent: QObject | None = None, most: float = FRAME_SECONDS) -> None:
        """`most`: seconds within which a frame that is due must be drawn."""
        super().__init__(parent)
        self._most = most
        self._window: QQuickWindow | None = None
        self._frames = 0
        self._frames_before_rest: int | None = None
        # The monotonic time in s since which a frame is due; None at rest.
        self._due_since: float | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLED_MS)
        self._settle.timeout.connect(self._begin_rest)

    def watch(self, window: QQuickWindow) -> None:
        self._window = window
        window.frameSwapped.connect(self._on_frame)

    @Slot()
    def expect(self) -> None:
        """Notes that the picture changes, and asks for the frame: a change that alters no pixel brings none by itself."""
        if self._window is None:
            return
        if self._due_since is None:
            self._due_since = time.monotonic()
        self._window.update()

    def stall(self, now: float, since: float) -> str:
        """Words for the log if a frame was due and did not come in time, else "". A frame that is due at `since` is not late.

        `now` and `since` are monotonic times in s.
        """
        if self._window is None or not self._window.isExposed():
            # Of a window that nobody can see Qt draws nothing: a screen that is off, another console, a minimised window.
            self._due_since = None
        if self._due_since is None:
            return ""
        waits = now - max(self._due_since, since)
        return f"a frame was due {waits:.0f} s ago and none was painted" if waits > self._most else ""

    @Slot(int)
    def on_turned(self, way: int) -> None:
        """Another page comes: a rest ends, and the next begins once that page stands."""
        self.end_rest()
        self._settle.start()
        self.expect()

    def end_rest(self) -> None:
        if self._frames_before_rest is not None:
            self.rested.emit(self._frames - self._frames_before_rest)
        self._frames_before_rest = None

    @Slot()
    def _begin_rest(self) -> None:
        self._frames_before_rest = self._frames
        self.settled.emit()

    @Slot()
    def _on_frame(self) -> None:
        self._frames += 1
        self._due_since = None
        if self._settle.isActive():
            self._settle.start()
        if self._frames == 1:
            # Later: nothing may be shown, hidden or made while Qt is still within the frame.
            QTimer.singleShot(0, self, self._on_first)

    @Slot()
    def _on_first(self) -> None:
        self.first.emit()
