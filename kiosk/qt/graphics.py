"""The way in which Qt Quick draws: with OpenGL, or where there is none by software alone."""

from __future__ import annotations

import os

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QOpenGLContext
from PySide6.QtQuick import QQuickWindow

from kiosk.core.event_log import EventLog
from kiosk.core.exit_codes import FAILED, RESTART

# Qt's own variable: read when the first window is drawn, and handed on to whatever this process runs anew as.
BACKEND = "QT_QUICK_BACKEND"
SOFTWARE = "software"


def choose(log: EventLog) -> None:
    """Falls back to software where no OpenGL context can be made: Qt Quick ends the process there. Before the first window.

    Where there is one, its drivers are loaded here instead of with the first frame, so that asking costs a start nothing.
    """
    if BACKEND in os.environ or "QSG_RHI_BACKEND" in os.environ:
        return
    if not QOpenGLContext().create():
        os.environ[BACKEND] = SOFTWARE
        _tell(log, "no OpenGL here")


class GraphicsWatch(QObject):
    """Restarts the program with the software renderer when the graphics card is lost, or fails after all.

    Qt Quick cannot change its renderer while it runs, and ends the process when nobody listens to its error.
    """

    def __init__(self, window: QQuickWindow, log: EventLog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        # No slot of ours can take this signal's enum, and what is none must not be connected by its name.
        window.sceneGraphError.connect(lambda error, message: self._on_error(message))

    def _on_error(self, message: str) -> None:
        words = " ".join(message.split())
        if os.environ.get(BACKEND) == SOFTWARE:
            self._log.write("error", kind="renderer", message=words, place="software")
            QCoreApplication.exit(FAILED)
            return
        os.environ[BACKEND] = SOFTWARE
        _tell(self._log, words)
        QCoreApplication.exit(RESTART)


def _tell(log: EventLog, why: str) -> None:
    log.say("renderer", f"{SOFTWARE}: {why}", why=why)
