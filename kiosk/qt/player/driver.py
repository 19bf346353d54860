"""The player's run: events one after another, a timer for the time that it asks for, and word of every effect."""

from __future__ import annotations

import math
import time
from collections import deque

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.core.player import player
from kiosk.core.player.events import Event, Tick
from kiosk.core.player.state import State

# Timers may fire early or, after a suspended night, late: the player looks at the clock itself. A wait is cut to this.
LONGEST_WAIT = 3600.0


class Driver(QObject):
    """Owns the player's state. `happened` carries an effect; `changed` the state before, once for each event that changed it.

    An event that a listener sends waits until all have heard of the present one, so that nobody is told of an old state.
    """

    changed = Signal(object)
    happened = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = State()
        self._events: deque[Event] = deque()
        self._sending = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tick)

    def send(self, event: Event) -> None:
        """Takes a step, and the steps that its listeners ask for; within a listener only notes the event."""
        self._events.append(event)
        if self._sending:
            return
        self._sending = True
        try:
            while self._events:
                self._step(self._events.popleft())
        finally:
            self._sending = False
            self._arm()

    def _step(self, event: Event) -> None:
        before = self.state
        self.state, effects = player.step(before, event, time.monotonic())
        for effect in effects:
            self.happened.emit(effect)
        if self.state != before:
            self.changed.emit(before)

    @Slot()
    def _tick(self) -> None:
        self.send(Tick())

    def _arm(self) -> None:
        # A step that failed has left events behind: they follow at once, not when the player next wakes.
        due = time.monotonic() if self._events else player.wake(self.state)
        if due is None:
            self._timer.stop()
        else:
            wait = min(max(due - time.monotonic(), 0.0), LONGEST_WAIT)
            self._timer.start(math.ceil(wait * 1000))
