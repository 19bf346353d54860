"""The window's way onto the screen at a start: as soon as there is something to see, and whatever fails, soon after."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.core.player.events import Mode
from kiosk.qt.player.driver import Driver
from kiosk.qt.player.frame_meter import FrameMeter
from kiosk.qt.player.stage import Stage
from kiosk.qt.window import WindowPlace

# The first slide is waited for, so that it is the first thing to be seen; one that takes longer comes onto an empty page.
SLIDE_MS = 2_000
# A window of which nothing is drawn within this has no screen that is on.
FRAME_MS = 5_000


class WindowOpening(QObject):
    """`drawn`: the first picture is on the screen, be it black outside the opening hours.

    `over`: it is, or there is none to wait for: the screen may be off, and staff must get in when somebody turns it on.
    Comes once; its argument says whether a picture was drawn.
    """

    drawn = Signal()
    over = Signal(bool)

    def __init__(
        self, place: WindowPlace, driver: Driver, stage: Stage, frames: FrameMeter, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._place = place
        self._driver = driver
        self._stage = stage
        self._is_over = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._on_slide_late)
        driver.changed.connect(self._on_state)
        stage.firstShown.connect(self._look)
        frames.first.connect(self._on_frame)

    def begin(self) -> None:
        self._patience.start(SLIDE_MS)
        self._look()

    @Slot(object)
    def _on_state(self, before: object) -> None:
        self._look()

    @Slot()
    def _look(self) -> None:
        state = self._driver.state
        if self._stage.showing() or state.mode is not Mode.LOOP or state.entry is None:
            self._show()

    @Slot()
    def _on_slide_late(self) -> None:
        self._show()

    def _show(self) -> None:
        if self._place.show():
            self._patience.timeout.disconnect(self._on_slide_late)
            self._patience.timeout.connect(self._on_frame_late)
            self._patience.start(FRAME_MS)

    @Slot()
    def _on_frame(self) -> None:
        self._patience.stop()
        self.drawn.emit()
        self._end(True)

    @Slot()
    def _on_frame_late(self) -> None:
        self._end(False)

    def _end(self, drawn: bool) -> None:
        if not self._is_over:
            self._is_over = True
            self.over.emit(drawn)
