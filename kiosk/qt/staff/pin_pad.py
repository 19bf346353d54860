"""The PIN pad: takes digits, has them looked at in the background, and makes whoever guesses wait."""

from __future__ import annotations

import math
import time
from concurrent.futures import ThreadPoolExecutor
from enum import IntEnum
from functools import partial

from PySide6.QtCore import Property, QCoreApplication, QEnum, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.storage import first_start
from kiosk.core.storage.atomic_file import NotSaved
from kiosk.core.storage.pin import LONGEST, SHORTEST, Answer, Moment, PinFile

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made in Python")
class PinPadModel(QObject):
    """`opened`: the right PIN was entered; `renewed`: another one was chosen in its place.

    What is typed never leaves this object but to be looked at.

    `is_first_start`: this run of the program may choose the PIN on the screen for `first_start.OPEN_SECONDS`.
    """

    @QEnum
    class Step(IntEnum):
        """What the digits are: the PIN, a new one, the same once more; or no PIN is set and none may be chosen here."""

        Enter = 0
        Choose = 1
        Repeat = 2
        Shut = 3

    changed = Signal()
    opened = Signal()
    renewed = Signal()
    _answered = Signal(int, object)
    _stored = Signal(int, str)

    def __init__(self, pins: PinFile, is_first_start: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pins = pins
        self._choose_until = time.monotonic() + first_start.OPEN_SECONDS if is_first_start else 0.0
        self._typed = ""
        self._chosen = ""
        self._message = ""
        self._wait = 0
        self._busy = False
        self._renewing = False
        # Answers to an earlier sitting count for nothing.
        self._sitting = 0
        self._thread: ThreadPoolExecutor | None = None
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._count_down)
        self._answered.connect(self._take_answer)
        self._stored.connect(self._take_stored)

    # --- for QML ---

    @Property(int, notify=changed)
    def length(self) -> int:
        """How many digits are typed."""
        return len(self._typed)

    @Property(int, notify=changed)
    def step(self) -> int:
        """One of `Step`."""
        if not self._renewing:
            if self._pins.is_set():
                return self.Step.Enter
            if time.monotonic() >= self._choose_until:
                return self.Step.Shut
        return self.Step.Repeat if self._chosen else self.Step.Choose

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._message

    @Property(int, notify=changed)
    def wait(self) -> int:
        """Seconds until the next try is looked at."""
        return self._wait

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self._busy

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether what is typed may be a PIN."""
        return not self._busy and self._wait == 0 and len(self._typed) >= SHORTEST and self.step != self.Step.Shut

    @Slot(int)
    def type(self, digit: int) -> None:
        if not self._busy and self._wait == 0 and len(self._typed) < LONGEST and 0 <= digit <= 9:
            self._typed += str(digit)
            self._say("")

    @Slot()
    def erase(self) -> None:
        if not self._busy:
            self._typed = self._typed[:-1]
            self._say("")

    @Slot()
    def submit(self) -> None:
        if not self.ready:
            return
        typed, self._typed = self._typed, ""
        match self.step:
            case self.Step.Enter:
                self._have(partial(self._look, self._sitting, typed))
            case self.Step.Choose:
                self._chosen = typed
                self._say("")
            case self.Step.Repeat if typed == self._chosen:
                self._have(partial(self._store, self._sitting, typed))
                self._chosen = ""
            case _:
                self._chosen = ""
                self._say(QCoreApplication.translate("PinPadModel", "The two were not the same. Choose a PIN again."))

    # --- for the panel ---

    def start(self) -> None:
        """Begins a sitting, with whatever is left to wait."""
        self._reset()
        self._wait = math.ceil(self._pins.wait(Moment.now()))
        if self._wait:
            self._second.start()
        self.changed.emit()

    def renew(self) -> None:
        """Has another PIN chosen, after the right one was entered."""
        self._reset()
        self._renewing = True
        self.changed.emit()

    def stop(self) -> None:
        """Forgets what was typed."""
        self._reset()
        self.changed.emit()

    def close(self) -> None:
        """Waits for what is being looked at."""
        self._reset()
        if self._thread:
            self._thread.shutdown(wait=True, cancel_futures=True)

    def _reset(self) -> None:
        self._sitting += 1
        self._typed = self._chosen = self._message = ""
        self._busy = self._renewing = False
        self._wait = 0
        self._second.stop()

    def _say(self, message: str) -> None:
        self._message = message
        self.changed.emit()

    @Slot()
    def _count_down(self) -> None:
        self._wait = math.ceil(self._pins.wait(Moment.now()))
        if self._wait <= 0:
            self._second.stop()
            self._message = ""
        self.changed.emit()

    # --- argon2 takes its time: in the background ---

    def _have(self, job: partial[None]) -> None:
        self._busy = True
        self._thread = self._thread or ThreadPoolExecutor(1, thread_name_prefix="pin")
        self._thread.submit(job)
        self._say("")

    def _look(self, sitting: int, pin: str) -> None:
        self._answered.emit(sitting, self._pins.verify(pin, Moment.now()))

    def _store(self, sitting: int, pin: str) -> None:
        try:
            self._pins.set_pin(pin)
            self._stored.emit(sitting, "")
        except (NotSaved, ValueError) as error:
            self._stored.emit(sitting, str(error))

    @Slot(int, object)
    def _take_answer(self, sitting: int, answer: Answer) -> None:
        if sitting != self._sitting:
            return
        self._busy = False
        if answer.right:
            self._reset()
            self.changed.emit()
            self.opened.emit()
            return
        self._wait = math.ceil(answer.wait)
        if self._wait:
            self._second.start()
        self._say(answer.problem or QCoreApplication.translate("PinPadModel", "That was not the PIN."))

    @Slot(int, str)
    def _take_stored(self, sitting: int, problem: str) -> None:
        if sitting != self._sitting:
            return
        self._busy = False
        if problem:
            self._say(problem)
        elif self._renewing:
            self.renewed.emit()
        else:
            self._say(QCoreApplication.translate("PinPadModel", "The PIN is set. Enter it to go on."))
