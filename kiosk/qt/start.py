"""The start of the kiosk, in order: first what can be shown at once, then everything else."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from kiosk.core.event_log import EventLog
from kiosk.core.exit_codes import FAILED
from kiosk.core.paths import KEPT_FRAME
from kiosk.core.run_options import RunOptions

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from kiosk.qt.splash import Splash


def start(options: RunOptions, log: EventLog) -> int:
    """Runs the kiosk until it is told to stop. Returns the exit code."""
    # A start makes much and drops little: looking for garbage meanwhile takes a tenth of its time (measured).
    gc.disable()
    # The state is nobody else's business, whatever writes there.
    os.umask(0o077)
    from kiosk.core.storage.single_run import AlreadyRunning, SingleRun

    try:
        claim = SingleRun(options.state)
    except AlreadyRunning as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return FAILED
    if claim.problem:
        log.say("unclaimed", claim.problem)
    from kiosk.qt.drawing.application import application

    with claim, application() as running:
        splash = _show_splash(options, log)
        return _run(running, options, log, splash)


def _show_splash(options: RunOptions, log: EventLog) -> Splash | None:
    """Shows the last run's first frame, if it still holds."""
    if not (options.state / KEPT_FRAME).exists():
        return None
    from kiosk.qt import splash

    drawn = splash.draw(options)
    if drawn:
        log.ready()
    return drawn


def _run(running: QGuiApplication, options: RunOptions, log: EventLog, splash: Splash | None) -> int:
    # From here on QML and all behaviour are loaded, which takes twice as long as all before.
    from kiosk.qt.app import App
    from kiosk.qt.recovery import Recovery

    app = App(running, options, log, splash)
    recovery = Recovery(app.driver, log)
    recovery.install()
    app.started.connect(_collect_garbage)
    try:
        app.start()
    except RuntimeError as error:
        print(f"kiosk: {error}", file=sys.stderr)
        code = 1
    else:
        code = _run_until_told(running, options.quit_after)
    app.close()
    recovery.close()
    return code


def _run_until_told(running: QGuiApplication, quit_after: float | None) -> int:
    """Handles events until a signal, staff, or `quit_after` seconds end it. Returns the exit code."""
    from PySide6.QtCore import QTimer

    from kiosk.qt.unix_signals import UnixSignals

    signals = UnixSignals(running.quit)
    if quit_after is not None:
        QTimer.singleShot(round(quit_after * 1000), running.quit)
    code = running.exec()
    signals.close()
    return code


def _collect_garbage() -> None:
    gc.enable()
