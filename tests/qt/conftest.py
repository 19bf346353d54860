"""Qt without a screen and without a GPU, decided before it is imported. A test that leaves something running fails."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"

import io
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from kiosk.core.event_log import EventLog
from kiosk.core.run_options import RunOptions
from kiosk.qt.app import App
from kiosk.qt.drawing.fonts import load_fonts

# A machine that is busy with something else takes long; what does not come fails all the same.
PATIENCE_MS = 60_000


class PatientBot(QtBot):
    """Waits longer than five seconds."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **details: Any) -> SignalBlocker:
        return super().waitSignal(signal, timeout=timeout, **details)


@pytest.fixture
def qtbot(qapp: QGuiApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture(autouse=True)
def nothing_left(qapp: QGuiApplication) -> Iterator[None]:
    """After the test no timer ticks and no thread lives that was not there before."""
    threads = set(threading.enumerate())
    timers = _ticking()
    yield
    QCoreApplication.sendPostedEvents()
    assert set(threading.enumerate()) <= threads
    assert _ticking() - timers == set()


def _ticking() -> set[QTimer]:
    return {thing for thing in shiboken6.getAllValidWrappers() if type(thing) is QTimer and thing.isActive()}


@pytest.fixture(scope="session")
def fonts(qapp: QGuiApplication) -> None:
    load_fonts()


Launch = Callable[..., App]


@pytest.fixture
def launch(fonts: None, qapp: QGuiApplication, tmp_path: Path) -> Iterator[Launch]:
    """The whole program in a window that nobody sees, one at a time. `root` is its slides folder."""
    running: list[App] = []

    def end() -> None:
        while running:
            app = running.pop()
            # A test may have ended it itself.
            if shiboken6.isValid(app):
                app.close()

    def run(root: Path, size: tuple[int, int] = (1280, 720), turn: int = 0) -> App:
        end()
        app = App(qapp, RunOptions(root, tmp_path / "state", size, turn=turn), EventLog(stream=io.StringIO()))
        running.append(app)
        app.start()
        return app

    yield run
    end()
