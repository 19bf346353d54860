"""Starts the kiosk: first what can be shown at once, then everything else."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from kiosk.core.journal import Journal
from kiosk.core.options import Options
from kiosk.qt import curtain
from kiosk.qt.application import application


def start(options: Options, journal: Journal) -> int:
    """Runs the kiosk until it is told to stop. Returns the exit code."""
    with application() as running:
        drawn = curtain.draw(options, _size(options))
        if drawn:
            journal.ready()
        # From here on QML and all behaviour are loaded, which takes twice as long as all before.
        from kiosk.qt.app import run

        return run(running, options, journal, drawn)


def _size(options: Options) -> tuple[int, int]:
    screens = QGuiApplication.screens()
    geometry = screens[min(options.screen, len(screens) - 1)].geometry()
    return options.windowed or (geometry.width(), geometry.height())
