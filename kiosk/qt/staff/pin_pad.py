"""The PIN pad: takes digits, has them checked in the background, and makes whoever guesses wait."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QEnum, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.event_log import EventLog
from kiosk.core.files import Unreadable, Withheld
from kiosk.core.storage.pin import PinFile
from kiosk.core.storage.pin_code import DIGITS
from kiosk.core.storage.pin_tries import Answer
from kiosk.core.storage.weak_pins import LONGEST, SHORTEST, refusal
from kiosk.qt.bridge.declarations import Property, QmlUncreatable
from kiosk.qt.staff import storage_words
from kiosk.qt.staff.countdown import Countdown
from kiosk.qt.staff.pin_checks import PinChecks

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made in Python")
class PinPadModel(QObject):
    """`opened`: the right PIN was entered; `renewed`: another one was chosen in its place.

    What is typed never leaves this object but to be looked at.
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
        self._checks = PinChecks(pins, log, self)
        # The right code was entered, in this sitting.
        self._may_choose = False
        # The wrong tries between the last two times that the right PIN was entered.
        self.wrong_before = 0
        self._countdown = Countdown(self)
        self._countdown.ticked.connect(self._on_second)
        self._typed = ""
        self._chosen = ""
        self._message = ""
        self._busy = False
        self._renewing = False

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
                self._set_busy()
                self._checks.pin(typed, self._take_answer)
            case self.Step.Code:
                self._take_code(self._checks.code(typed))
            case self.Step.Choose:
                why = refusal(typed)
                self._chosen = "" if why else typed
                self._say(storage_words.refused_pin(why) if why else "")
            case self.Step.Repeat if typed == self._chosen:
                self._chosen = ""
                self._set_busy()
                self._checks.store(typed, self._take_stored, self._take_problem)
            case _:
                self._chosen = ""
                self._say(QCoreApplication.translate("PinPadModel", "The two were not the same. Choose a PIN again."))

    # --- for the panel ---

    @Slot()
    def look(self) -> None:
        """Looks whether there is a PIN, whenever somebody has written the state: without one, the log shows a code."""
        self._checks.prepare()
        self.changed.emit()

    def start(self) -> None:
        """Begins a sitting, with whatever is left to wait."""
        self._reset()
        self._checks.offer_code()
        self._checks.wait(self._take_wait)
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
        """Waits for the PIN that is being looked at."""
        self._reset()
        self._checks.close()

    def _reset(self) -> None:
        self._checks.begin()
        self._typed = self._chosen = self._message = ""
        self._busy = self._renewing = self._may_choose = False
        self._countdown.stop()

    def _say(self, message: str) -> None:
        self._message = message
        self.changed.emit()

    def left(self) -> int:
        """Seconds until the next try is looked at."""
        return self._countdown.left()

    def _take_wait(self, seconds: float) -> None:
        self._countdown.start(seconds)
        self.changed.emit()

    @Slot()
    def _on_second(self) -> None:
        if not self.left():
            self._message = ""
        self.changed.emit()

    # --- answers ---

    def _set_busy(self) -> None:
        self._busy = True
        self._say("")

    def _take_code(self, answer: Answer) -> None:
        self._may_choose = answer.right
        self._take_wait(answer.wait)
        self._say("" if answer.right else QCoreApplication.translate("PinPadModel", "That was not the code."))

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
            self._checks.tell_unreadable(answer.problem)
            self._say(storage_words.unreadable_pin())
        elif answer.problem:
            self._say(storage_words.sentence(answer.problem))
        else:
            self._say(QCoreApplication.translate("PinPadModel", "That was not the PIN."))
        self._checks.offer_code()

    def _take_problem(self, error: Exception) -> None:
        self._busy = False
        self._say(storage_words.sentence(error))

    def _take_stored(self, stored: None) -> None:
        self._busy = False
        if self._renewing:
            self.renewed.emit()
        else:
            self._say(QCoreApplication.translate("PinPadModel", "The PIN is set. Enter it to go on."))
