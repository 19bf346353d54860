"""The window is not closed by anybody, nor by the end of the desktop's session; the program itself ends all the same."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QCloseEvent
from pytestqt.qtbot import QtBot

from tests.qt import slides_on_disk
from tests.qt.conftest import Launch
from tests.qt.test_app import ready

HOME = Path(__file__).resolve().parents[2]
# The real start, with a timer that tries what ends other programs, and what ends this one.
PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QGuiApplication
from kiosk.core.event_log import EventLog
from kiosk.core.run_options import RunOptions
from kiosk.qt import start as starting
from kiosk.qt.app import App

def attempt():
    application = QGuiApplication.instance()
    # What a session manager has Qt do in the end.
    QCoreApplication.sendEvent(application, QEvent(QEvent.Type.Quit))
    QCoreApplication.quit()
    for window in QGuiApplication.topLevelWindows():
        assert window.isVisible()
        window.close()
        assert window.isVisible(), "it has closed"
    print("still there", flush=True)
    QTimer.singleShot(0, lambda: application.exit(3))

class Watched(App):
    def start(self):
        super().start()
        self.started.connect(lambda: QTimer.singleShot(0, attempt))

import kiosk.qt.app
kiosk.qt.app.App = Watched
slides, state = map(Path, sys.argv[1:])
sys.exit(starting.start(RunOptions(slides, state, (640, 400), quit_after=30.0), EventLog()))
"""


def test_a_close_request_is_refused(launch: Launch, tmp_path: Path, qtbot: QtBot) -> None:
    app = ready(launch(slides_on_disk.write(tmp_path / "slides")), qtbot)
    request = QCloseEvent()
    QCoreApplication.sendEvent(app.window, request)
    assert not request.isAccepted()
    assert not app.window.close()
    assert app.window.isVisible()


def test_what_ends_other_programs_leaves_it_running_and_its_own_way_out_works(tmp_path: Path) -> None:
    slides_on_disk.write(tmp_path / "slides")
    command = [sys.executable, "-c", PROGRAM, str(tmp_path / "slides"), str(tmp_path / "state")]
    ended = subprocess.run(command, cwd=HOME, capture_output=True, text=True, timeout=60)
    assert (ended.returncode, ended.stdout) == (3, "still there\n"), ended.stderr
    assert "Error" not in ended.stderr
