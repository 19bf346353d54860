"""Tells systemd that the kiosk is alive. If that stops, systemd ends the process and starts it anew.

All times are those of the monotonic clock: it stands still in a suspended machine, as systemd's own does for `WatchdogSec=`,
and nobody can set it. The service's `TimeoutStartSec=` covers the time before `ready`, so that a start asks for no extension.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.core.event_log import EventLog

# Says why the kiosk counts as dead at a time, or "". What was missed before the second time, both in s, does not count.
# Called by the GUI thread, or by another while the GUI thread hangs.
Check = Callable[[float, float], str]
# Signs of life in each period; sd_watchdog_enabled(3) asks for two at least.
SIGNS = 3
# A sign that comes later than this many intervals: the whole process stood still, or the machine had no time for it.
LATE = 1.5


class SystemdWatchdog(QObject):
    """Does nothing unless systemd asked for it (sd_notify(3): NOTIFY_SOCKET and WATCHDOG_USEC).

    The GUI thread sends the signs of life, so that they stop when it hangs, and holds them back while a check says why.
    The log says so as well: one line when they stop, one if they go on. `reported`: a sign was sent, be it heard or not.
    """

    reported = Signal()

    def __init__(self, log: EventLog, checks: Sequence[Check] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._checks = checks
        self._address = os.environ.get("NOTIFY_SOCKET", "")
        self._interval = 0.0
        self._last = 0.0
        self._since = 0.0
        self._holding_back = False
        self._witness: _Witness | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._check)

    def ready(self) -> None:
        """Reports that the kiosk shows what it has to show."""
        self._tell("READY=1")
        limit = os.environ.get("WATCHDOG_USEC", "")
        # In ms out of microseconds; 0 asks for none (sd_watchdog_enabled(3)).
        interval = int(limit) // (SIGNS * 1000) if limit.isdigit() else 0
        if self._address and interval and not self._witness:
            self._interval = interval / 1000
            self._last = self._since = time.monotonic()
            self._timer.start(interval)
            self._witness = _Witness(self._log, self._checks, 2 * self._interval)
            self._witness.start()

    def is_reporting(self) -> bool:
        """True if signs of life are sent, or held back."""
        return self._timer.isActive()

    def close(self, restarts: bool = False) -> None:
        """Reports the end. From now on `TimeoutStopSec=` holds; or, if the process `restarts` itself, one more period."""
        self._timer.stop()
        if self._witness:
            self._witness.close()
            self._witness = None
        self._tell("WATCHDOG=1" if restarts else "STOPPING=1")

    @Slot()
    def _check(self) -> None:
        now = time.monotonic()
        if now - self._last > LATE * self._interval and not self._holding_back:
            # After SIGCONT, after a pause of a virtual machine: everything else was late with this thread, and gets its time.
            self._since = now
        self._last = now
        if self._witness:
            self._witness.hear()
        reason = _reason(self._checks, now, self._since)
        if bool(reason) != self._holding_back:
            self._holding_back = bool(reason)
            self._log.write("watchdog", alive=not reason, message=reason or "it goes on")
        if not reason:
            self._tell("WATCHDOG=1")
            self.reported.emit()

    def _tell(self, message: str) -> None:
        if not self._address:
            return
        import socket

        # An abstract socket's name begins with @, which stands for a null byte.
        address = "\0" + self._address[1:] if self._address.startswith("@") else self._address
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
            try:
                # One that listens no more must not hold up the slides.
                sender.sendto(message.encode(), socket.MSG_DONTWAIT, address)
            except OSError:
                # Without systemd's ear there is nobody to tell; the slides matter more.
                return


class _Witness(threading.Thread):
    """Writes into the log that the GUI thread hangs, and where, which that thread itself cannot do any more.

    Code that hangs without giving Python's lock away silences this thread too; then the trace that faulthandler writes when
    systemd ends the process (SIGABRT) is all there is.
    """

    def __init__(self, log: EventLog, checks: Sequence[Check], patience: float) -> None:
        """`patience`: seconds without a word from the GUI thread."""
        super().__init__(name="watchdog", daemon=True)
        self._log = log
        self._checks = checks
        self._patience = patience
        self._word = threading.Event()
        self._ended = False

    def hear(self) -> None:
        """Takes the GUI thread's word that it is there."""
        self._word.set()

    def close(self) -> None:
        self._ended = True
        self._word.set()
        self.join()

    def run(self) -> None:
        told = False
        while not self._ended:
            began = time.monotonic()
            heard = self._word.wait(self._patience)
            now = time.monotonic()
            # Late itself: the whole process stood still, and that says nothing about the GUI thread.
            late = now - began > LATE * self._patience
            if heard:
                self._word.clear()
                told = False
            elif not told and not late:
                told = True
                frame = _reason(self._checks, now, 0.0)
                words = f"the GUI thread has not answered for {now - began:.0f} s, at {_place_of_gui_thread()}"
                self._log.write("watchdog", alive=False, message=f"{frame}; {words}" if frame else words)


def _reason(checks: Sequence[Check], now: float, since: float) -> str:
    return next(filter(None, (check(now, since) for check in checks)), "")


def _place_of_gui_thread() -> str:
    frame = sys._current_frames().get(threading.main_thread().ident or 0)
    return f"{Path(frame.f_code.co_filename).name}:{frame.f_lineno}" if frame else "?"
