"""The way into the staff's panel, and out of it: the pad, the right PIN, the draft of an earlier sitting."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.core.player.events import Mode, Press
from kiosk.core.player.state import State
from kiosk.qt.player.driver import Driver
from kiosk.qt.staff.edit_session import EditSession
from kiosk.qt.staff.pin_pad import PinPadModel

# Whoever only waits at the pad does not keep the slides from patients for longer than this, in s.
WAITING_SECONDS = 15.0


class StaffSitting(QObject):
    """`opened`: the right PIN was entered, and the edit is there. `left`: the player is in staff mode no more."""

    opened = Signal()
    left = Signal()
    busyChanged = Signal()

    def __init__(self, driver: Driver, edit_session: EditSession, pad: PinPadModel, parent: QObject) -> None:
        super().__init__(parent)
        self._driver = driver
        self._edit_session = edit_session
        self._pad = pad
        # Counts the times that somebody came to the pad or left: an answer to an earlier one opens nothing.
        self._sitting = 0
        self.busy = False
        driver.changed.connect(self._on_state)
        pad.opened.connect(self._unlock)
        pad.changed.connect(self._on_pad)
        if driver.state.mode is Mode.STAFF:
            pad.start()

    def in_sitting(self, act: Callable[[], object]) -> Callable[[], None]:
        """Wraps a step that is taken later, and only if nobody has come or left until then."""

        def later(sitting: int) -> None:
            if sitting == self._sitting:
                act()

        return partial(later, self._sitting)

    def leave(self) -> None:
        self._driver.send(Press.LEAVE_STAFF)

    @Slot(object)
    def _on_state(self, before: State) -> None:
        inside = self._driver.state.mode is Mode.STAFF
        if inside is (before.mode is Mode.STAFF):
            return
        self._sitting += 1
        self._set_busy(False)
        if inside:
            self._pad.start()
        else:
            self._pad.stop()
            self.left.emit()

    @Slot()
    def _unlock(self) -> None:
        if self._driver.state.mode is Mode.STAFF:
            self._set_busy(True)
            self._edit_session.open(self.in_sitting(self._open))

    def _open(self) -> None:
        self.opened.emit()
        self._set_busy(False)

    @Slot()
    def _on_pad(self) -> None:
        state = self._driver.state
        waits = self._pad.left() > 0 and state.mode is Mode.STAFF
        if waits and time.monotonic() - state.touched_at > WAITING_SECONDS:
            self.leave()

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.busyChanged.emit()
