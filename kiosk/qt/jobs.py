"""Work that would keep the screen waiting: done in a thread, one job after another, its result brought to the GUI thread."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.core import running_jobs

Result = TypeVar("Result")
# A drive that does not answer any more must not keep the program from ending, in s.
PATIENCE_SECONDS = 10.0


class Jobs(QObject):
    """A queue of jobs with a thread of its own, which the first job starts. Jobs in one queue never overtake each other.

    One that takes longer than a moment calls `running_jobs.sign_of_life` as it goes on, else the watchdog takes it for dead.
    """

    _ended = Signal()

    def __init__(self, name: str, parent: QObject | None = None, may_hang: bool = False) -> None:
        """`may_hang`: who made it notices by itself that a job goes on for ever, and the watchdog does not."""
        super().__init__(parent)
        self._name = name
        self._may_hang = may_hang
        self._thread: threading.Thread | None = None
        # None ends the thread.
        self._waiting: SimpleQueue[_Job | None] = SimpleQueue()
        self._done: SimpleQueue[_Job] = SimpleQueue()
        self._ended.connect(self._deliver)

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
        errors: tuple[type[Exception], ...] = (),
    ) -> None:
        """Has `work` done in the thread and hands what it returns to `done`, in the GUI thread.

        Of what it raises, `errors` go to `failed`, everything else to `sys.excepthook`; in the GUI thread as well.
        """
        if self._thread is None:
            # A daemon: what still hangs after `close` must not keep the interpreter from ending.
            self._thread = threading.Thread(target=self._work, name=self._name, daemon=True)
            self._thread.start()
        self._waiting.put(_Job(work, done, failed, errors))

    def close(self, drop: bool = False) -> None:
        """Waits until all jobs are done, or with `drop` the one under way alone.

        Their results are no longer handed on; an error that nobody expected still is.
        """
        if self._thread is None:
            return
        while drop and not self._waiting.empty():
            with suppress(Empty):
                self._waiting.get_nowait()
        self._waiting.put(None)
        self._thread.join(PATIENCE_SECONDS)
        self._thread = None
        while not self._done.empty():
            self._done.get().report()

    def _work(self) -> None:
        while job := self._waiting.get():
            running_jobs.begin(self._name, self._may_hang)
            job.do()
            running_jobs.end()
            self._done.put(job)
            try:
                self._ended.emit()
            except RuntimeError:
                # `close` lost its patience, and Qt's part of this object is gone.
                return

    @Slot()
    def _deliver(self) -> None:
        if not self._done.empty():
            self._done.get().finish()


class _Job:
    """Work, its outcome, and who is to hear of it."""

    def __init__(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], object] | None,
        failed: Callable[[Exception], object] | None,
        errors: tuple[type[Exception], ...],
    ) -> None:
        self._work = work
        self._done = done
        self._failed = failed
        self._errors = errors
        self._result: Any = None
        self._error: Exception | None = None

    def do(self) -> None:
        try:
            self._result = self._work()
        except Exception as error:  # whatever it is, the GUI thread hears of it
            self._error = error

    def finish(self) -> None:
        if self._failed and isinstance(self._error, self._errors):
            self._failed(self._error)
        elif self._error:
            self.report()
        elif self._done:
            self._done(self._result)

    def report(self) -> None:
        """Has an error handled that nobody is waiting for, or nobody any more."""
        if self._error and not isinstance(self._error, self._errors):
            sys.excepthook(type(self._error), self._error, self._error.__traceback__)
