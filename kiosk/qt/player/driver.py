"""Runs the player: feeds it events, wakes it when it wants to be woken, and tells what happened."""

from __future__ import annotations

import math
import time

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.core.player import player
from kiosk.core.player.events import Effect, Event, Tick
from kiosk.core.player.state import State

# Timers may fire early or, after a suspended night, late: the player looks at the clock itself. A wait is cut to this.
LONGEST_WAIT = 3600.0


class Driver(QObject):
    """Owns the player's state. `changed` carries the state before; `happened` an effect."""

    changed = Signal(object)
    happened = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = State()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tick)

    def send(self, event: Event) -> None:
        before = self.state
        self.state, effects = player.step(before, event, time.monotonic())
        self._arm()
        for effect in effects:
            self._tell(effect)
        if self.state != before:
            self.changed.emit(before)

    def _tell(self, effect: Effect) -> None:
        self.happened.emit(effect)

    def _tick(self) -> None:
        self.send(Tick())

    def _arm(self) -> None:
        due = player.wake(self.state)
        if due is None:
            self._timer.stop()
        else:
            wait = min(max(due - time.monotonic(), 0.0), LONGEST_WAIT)
            self._timer.start(math.ceil(wait * 1000))
