"""The start of the kiosk, in order: first what can be shown at once, then everything else."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from kiosk.core.event_log import EventLog
from kiosk.core.exit_codes import FAILED, RESTART, STOPPED
from kiosk.core.paths import KEPT_FRAME
from kiosk.core.run_options import RunOptions
from kiosk.core.stop_signals import StopSignals

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from kiosk.qt.splash import Splash

# Blocks of at least this many bytes are the system's again as soon as they are freed. A decoded picture has some MB.
LARGE_BLOCK = 256 * 1024
# <malloc.h>
_M_MMAP_THRESHOLD = -3


def start(options: RunOptions, log: EventLog) -> int:
    """Runs the kiosk until it is told to stop. Returns the exit code."""
    # First of all: from here on a signal ends it in order, at whatever moment it comes.
    signals = StopSignals()
    # A start makes much and drops little: looking for garbage meanwhile takes a tenth of its time (measured).
    gc.disable()
    # The state is nobody else's business, whatever writes there.
    os.umask(0o077)
    from kiosk.core.storage.single_run import AlreadyRunning, SingleRun

    try:
        claim = SingleRun(options.state)
    except AlreadyRunning as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return signals.end(FAILED)
    if claim.problem:
        log.say("unclaimed", claim.problem)
    from kiosk.qt.drawing.application import application

    with claim, application() as running:
        splash = _show_splash(options, log)
        code = STOPPED if signals.told else _run(running, options, log, splash, signals)
    return signals.end(code)


def _show_splash(options: RunOptions, log: EventLog) -> Splash | None:
    """Shows the last run's first frame, if it still holds."""
    if not (options.state / KEPT_FRAME).exists():
        return None
    from kiosk.qt import splash

    drawn = splash.draw(options)
    if drawn:
        log.ready()
    return drawn


def _run(running: QGuiApplication, options: RunOptions, log: EventLog, splash: Splash | None, signals: StopSignals) -> int:
    # From here on QML and all behaviour are loaded, which takes twice as long as all before.
    from kiosk.qt import graphics
    from kiosk.qt.app import App
    from kiosk.qt.recovery import Recovery

    graphics.choose(log)
    app = App(running, options, log, splash)
    recovery = Recovery(app.driver, log)
    recovery.install()
    app.started.connect(_save_memory)
    try:
        app.start()
    except RuntimeError as error:
        print(f"kiosk: {error}", file=sys.stderr)
        code = FAILED
    else:
        code = _run_until_told(running, options.quit_after, signals)
    app.close(restarts=code == RESTART)
    recovery.close()
    return code


def _run_until_told(running: QGuiApplication, quit_after: float | None, signals: StopSignals) -> int:
    """Handles events until a signal, staff, or `quit_after` seconds end it. Returns the exit code."""
    from PySide6.QtCore import QTimer

    from kiosk.qt.unix_signals import UnixSignals

    def stop() -> None:
        # `quit` asks every window first, and ours never agrees.
        running.exit(STOPPED)

    told = UnixSignals(signals, stop)
    if quit_after is not None:
        QTimer.singleShot(round(quit_after * 1000), stop)
    code = running.exec()
    told.close()
    return code


def _save_memory() -> None:
    """From the first slide on, what is not needed any more is given back: garbage, and the memory of pictures."""
    gc.enable()
    # glibc raises its limit to the largest block that was ever freed, and then keeps all smaller ones, in pieces, for each
    # thread: after some hours that is half of the process's memory (measured: 104 MB instead of 70; mallopt(3)).
    import ctypes

    with suppress(AttributeError):
        ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, LARGE_BLOCK)
