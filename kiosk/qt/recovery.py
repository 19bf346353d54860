"""The way back after an error that nobody caught: it is logged, and the kiosk goes back to its slides."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.core.event_log import EventLog
from kiosk.core.player.events import Press
from kiosk.qt.player.driver import Driver

# Between two returns to the loop. What fails on the way back must not send it back again without end.
RECOVERY_SECONDS = 10.0


class Recovery(QObject):
    """Takes the place of `sys.excepthook` from `install` to `close`. The player's timer stays set whatever fails."""

    def __init__(self, driver: Driver, log: EventLog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._driver = driver
        self._log = log
        self._last = -RECOVERY_SECONDS
        self._before = sys.excepthook

    def install(self) -> None:
        sys.excepthook = self.on_error

    def close(self) -> None:
        sys.excepthook = self._before

    def on_error(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        import traceback

        where = traceback.extract_tb(trace)[-1] if trace else None
        place = f"{Path(where.filename).name}:{where.lineno}" if where else "?"
        self._log.write("error", kind=kind.__name__, message=str(error), place=place)
        if time.monotonic() - self._last > RECOVERY_SECONDS:
            self._last = time.monotonic()
            QTimer.singleShot(0, self, self._to_loop)

    @Slot()
    def _to_loop(self) -> None:
        """Staff's unsaved work stays as a draft."""
        self._driver.send(Press.LEAVE_STAFF)
        self._driver.send(Press.DONE)
