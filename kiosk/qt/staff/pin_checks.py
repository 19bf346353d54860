"""PINs and codes that are looked at in the background, and what the log is told of them: never what was typed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject

from kiosk.core.event_log import EventLog
from kiosk.core.files import Unreadable
from kiosk.core.storage.atomic_file import NotSaved
from kiosk.core.storage.pin import PinFile
from kiosk.core.storage.pin_tries import Answer, Moment
from kiosk.core.storage.weak_pins import RefusedPin
from kiosk.qt.jobs import Jobs

Result = TypeVar("Result")
_WAY = "to choose one on the screen, tap five times in the upper left corner and enter"


class PinChecks:
    """Those of one pad, sitting by sitting: an answer to an earlier one reaches nobody."""

    def __init__(self, pins: PinFile, log: EventLog, parent: QObject) -> None:
        self._pins = pins
        self._log = log
        # argon2 takes its time, and the wrong tries are on the disk.
        self._jobs = Jobs("pin", parent)
        self._sitting = 0
        self._wrong = 0

    def prepare(self) -> None:
        """Reads the PIN once, so that a disk that fails later locks nobody out; without one, makes the code for the log."""
        self._jobs.run(lambda: self._pins.wait(Moment.now()), lambda _: self.offer_code())

    def begin(self) -> None:
        """Begins another sitting. The log is told how many tries of the last one were wrong."""
        self._sitting += 1
        self._tell_wrong("pins" if self._pins.is_set() else "codes")

    def close(self) -> None:
        """Waits for what is being looked at."""
        self._jobs.close()

    def wait(self, done: Callable[[float], None]) -> None:
        """Seconds until the next try is looked at."""
        if self._pins.is_set():
            self._jobs.run(lambda: self._pins.wait(Moment.now()), self._in_sitting(done))
        else:
            done(self._pins.code.wait(Moment.now()))

    def pin(self, typed: str, done: Callable[[Answer], None]) -> None:
        take = self._in_sitting(done)
        sitting = self._sitting

        def answered(answer: Answer) -> None:
            self._count(answer)
            if sitting != self._sitting:
                self._tell_wrong("pins")
            take(answer)

        self._jobs.run(lambda: self._pins.verify(typed, Moment.now()), answered)

    def code(self, typed: str) -> Answer:
        answer = self._pins.code.verify(typed, Moment.now())
        self._count(answer)
        if answer.right:
            self._tell_wrong("codes")
        self.offer_code()
        return answer

    def store(self, typed: str, done: Callable[[None], None], failed: Callable[[Exception], None]) -> None:
        """Makes it the PIN. `failed` hears of NotSaved and RefusedPin."""
        work = partial(self._pins.set_pin, typed)
        self._jobs.run(work, self._in_sitting(done), self._in_sitting(failed), (NotSaved, RefusedPin))

    def offer_code(self) -> None:
        """Has the log show a code where there is no PIN, unless it shows one already."""
        if not self._pins.is_set() and (code := self._pins.code.offer()):
            self._log.say("pin_code", f"no staff PIN is set; {_WAY} {code}", code=code)

    def tell_unreadable(self, error: Unreadable) -> None:
        self._log.say("pin_unreadable", f"{self._pins.file} {error}; set the staff PIN anew with: main.py pin")

    def _in_sitting(self, take: Callable[[Result], None]) -> Callable[[Result], None]:
        def later(sitting: int, result: Result) -> None:
            if sitting == self._sitting:
                take(result)

        return partial(later, self._sitting)

    def _count(self, answer: Answer) -> None:
        self._wrong += answer.looked_at and not answer.right

    def _tell_wrong(self, kind: str) -> None:
        if self._wrong:
            self._log.write(f"wrong_{kind}", count=self._wrong)
            self._wrong = 0
