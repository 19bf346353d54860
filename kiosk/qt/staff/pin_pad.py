"""The PIN pad: takes digits, has them checked in the background, and makes whoever guesses wait."""

from __future__ import annotations

import math
from collections.abc import Callable
from enum import IntEnum
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEnum, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.event_log import EventLog
from kiosk.core.files import Unreadable, Withheld
from kiosk.core.storage.atomic_file import NotSaved
from kiosk.core.storage.pin import PinFile
from kiosk.core.storage.pin_code import DIGITS
from kiosk.core.storage.pin_tries import Answer, Moment
from kiosk.core.storage.weak_pins import LONGEST, SHORTEST, RefusedPin, refusal
from kiosk.qt.bridge.declarations import Property, QmlUncreatable
from kiosk.qt.jobs import Jobs
from kiosk.qt.staff import storage_words

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1

Result = TypeVar("Result")


@QmlElement
@QmlUncreatable("made in Python")
class PinPadModel(QObject):
    """`opened`: the right PIN was entered; `renewed`: another one was chosen in its place.

    What is typed never leaves this object but to be looked at. The log is told of codes, and of wrong tries as a count.
    """

    @QEnum
    class Step(IntEnum):
        """The digits that are due: the PIN, a new one, the same once more; the code in the log where no PIN is set."""

        Enter = 0
        Choose = 1
        Repeat = 2
        Code = 3

    changed = Signal()
    opened = Signal()
    renewed = Signal()

    def __init__(self, pins: PinFile, log: EventLog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pins = pins
        self._log = log
        # argon2 takes its time, and the wrong tries are on the disk.
        self._jobs = Jobs("pin", self)
        # The right code was entered, in this sitting.
        self._may_choose = False
        # Wrong tries in this sitting, and before the right PIN since the last time that it was entered.
        self._wrong = 0
        self.wrong_before = 0
        # On the clock of `Moment`, in s.
        self._wait_until = 0.0
        self._typed = ""
        self._chosen = ""
        self._message = ""
        self._busy = False
        self._renewing = False
        self._sitting = 0
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._count_down)

    # --- for QML ---

    @Property(int, notify=changed)
    def length(self) -> int:
        """The number of digits typed."""
        return len(self._typed)

    @Property(int, notify=changed)
    def step(self) -> int:
        """One of `Step`."""
        if not self._renewing:
            if self._pins.is_set():
                return self.Step.Enter
            if not self._may_choose:
                return self.Step.Code
        return self.Step.Repeat if self._chosen else self.Step.Choose

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._message

    @Property(int, notify=changed)
    def wait(self) -> int:
        """Seconds until the next try is looked at."""
        return self.left()

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self._busy

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """True if the digits may be a PIN or the code."""
        return not self._busy and not self.left() and len(self._typed) >= SHORTEST

    @Slot(int)
    def type(self, digit: int) -> None:
        most = DIGITS if self.step == self.Step.Code else LONGEST
        if not self._busy and not self.left() and len(self._typed) < most and 0 <= digit <= 9:
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
                self._verify(typed)
            case self.Step.Code:
                self._take_code(self._pins.code.verify(typed, Moment.now()))
            case self.Step.Choose:
                why = refusal(typed)
                self._chosen = "" if why else typed
                self._say(storage_words.refused_pin(why) if why else "")
            case self.Step.Repeat if typed == self._chosen:
                self._have(partial(self._pins.set_pin, typed), self._take_stored)
                self._chosen = ""
            case _:
                self._chosen = ""
                self._say(QCoreApplication.translate("PinPadModel", "The two were not the same. Choose a PIN again."))

    # --- for the panel ---

    def prepare(self) -> None:
        """Reads the PIN once, so that a disk that fails later locks nobody out; without one, makes the code for the log."""
        self._jobs.run(lambda: self._pins.wait(Moment.now()), lambda _: self.offer_code())

    def start(self) -> None:
        """Begins a sitting, with whatever is left to wait."""
        self._reset()
        self.offer_code()
        if self.step == self.Step.Code:
            self._take_wait(self._pins.code.wait(Moment.now()))
        else:
            self._jobs.run(lambda: self._pins.wait(Moment.now()), partial(self._in_sitting, self._sitting, self._take_wait))
        self.changed.emit()

    def offer_code(self) -> None:
        """Has the log show a code where there is no PIN, if it does not show one already."""
        if not self._pins.is_set() and (code := self._pins.code.offer()):
            way = "to choose one on the screen, tap five times in the upper left corner and enter"
            self._log.say("pin_code", f"no staff PIN is set; {way} {code}", code=code)

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
        """Waits for the PIN that is being looked at."""
        self._reset()
        self._jobs.close()

    def _reset(self) -> None:
        self._sitting += 1
        self._log_wrong()
        self._typed = self._chosen = self._message = ""
        self._busy = self._renewing = self._may_choose = False
        self._wait_until = 0.0
        self._second.stop()

    def _say(self, message: str) -> None:
        self._message = message
        self.changed.emit()

    def left(self) -> int:
        """Seconds until the next try is looked at."""
        return max(math.ceil(self._wait_until - Moment.now().monotonic), 0)

    def _take_wait(self, seconds: float) -> None:
        if seconds > 0:
            self._wait_until = Moment.now().monotonic + seconds
            self._second.start()
        self.changed.emit()

    @Slot()
    def _count_down(self) -> None:
        if not self.left():
            self._second.stop()
            self._message = ""
        self.changed.emit()

    # --- in the background, and back ---

    def _verify(self, typed: str) -> None:
        sitting = self._sitting

        def answered(answer: Answer) -> None:
            self._count(answer)
            if sitting == self._sitting:
                self._take_answer(answer)
            else:
                self._log_wrong()

        self._busy = True
        self._jobs.run(lambda: self._pins.verify(typed, Moment.now()), answered)
        self._say("")

    def _count(self, answer: Answer) -> None:
        self._wrong += answer.looked_at and not answer.right

    def _log_wrong(self) -> None:
        """Tells how many were wrong, and never what was typed."""
        if self._wrong:
            self._log.write("wrong_codes" if self.step == self.Step.Code else "wrong_pins", count=self._wrong)
            self._wrong = 0

    def _take_code(self, answer: Answer) -> None:
        self._count(answer)
        if answer.right:
            self._log_wrong()
        self._may_choose = answer.right
        self._take_wait(answer.wait)
        self._say("" if answer.right else QCoreApplication.translate("PinPadModel", "That was not the code."))
        self.offer_code()

    def _have(self, work: Callable[[], Result], done: Callable[[Result], None]) -> None:
        self._busy = True
        in_sitting = partial(self._in_sitting, self._sitting)
        self._jobs.run(work, partial(in_sitting, done), partial(in_sitting, self._take_problem), (NotSaved, RefusedPin))
        self._say("")

    def _in_sitting(self, sitting: int, take: Callable[[Result], None], result: Result) -> None:
        """Answers to an earlier sitting count for nothing."""
        if sitting == self._sitting:
            take(result)

    def _take_answer(self, answer: Answer) -> None:
        self._busy = False
        if answer.right:
            self._reset()
            self.wrong_before = answer.wrong
            self.changed.emit()
            self.opened.emit()
            return
        self._take_wait(answer.wait)
        if isinstance(answer.problem, Unreadable) and not isinstance(answer.problem, Withheld):
            self._log.say("pin_unreadable", f"{self._pins.file} {answer.problem}; set the staff PIN anew with: main.py pin")
            self._say(storage_words.unreadable_pin())
        elif answer.problem:
            self._say(storage_words.sentence(answer.problem))
        else:
            self._say(QCoreApplication.translate("PinPadModel", "That was not the PIN."))
        self.offer_code()

    def _take_problem(self, error: Exception) -> None:
        self._busy = False
        self._say(storage_words.sentence(error))

    def _take_stored(self, stored: None) -> None:
        self._busy = False
        if self._renewing:
            self.renewed.emit()
        else:
            self._say(QCoreApplication.translate("PinPadModel", "The PIN is set. Enter it to go on."))
