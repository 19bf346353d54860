"""Starts the kiosk: first what can be shown at once, then everything else."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from kiosk.core.event_log import EventLog
from kiosk.core.run_options import RunOptions
from kiosk.qt import splash
from kiosk.qt.drawing.application import application


def start(options: RunOptions, journal: EventLog) -> int:
    """Runs the kiosk until it is told to stop. Returns the exit code."""
    with application() as running:
        drawn = splash.draw(options, _size(options))
        if drawn:
            journal.ready()
        # From here on QML and all behaviour are loaded, which takes twice as long as all before.
        from kiosk.qt.app import run

        return run(running, options, journal, drawn)


def _size(options: RunOptions) -> tuple[int, int]:
    screens = QGuiApplication.screens()
    geometry = screens[min(options.screen, len(screens) - 1)].geometry()
    return options.windowed or (geometry.width(), geometry.height())
