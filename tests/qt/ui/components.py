"""Runs the tests of the QML components beside it: `python -m tests.qt.ui.components`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QQmlEngine
from PySide6.QtQuickTest import QUICK_TEST_MAIN_WITH_SETUP

from kiosk.qt.bridge.theme import Theme
from kiosk.qt.drawing import icon_provider


class Setup(QObject):
    """A theme that shows the focus, as after a key."""

    @Slot(QQmlEngine)
    def qmlEngineAvailable(self, engine: QQmlEngine) -> None:
        self.theme = Theme()
        self.theme.set_manners(keys=True)
        self.theme.attach(engine)
        engine.addImageProvider(icon_provider.PROVIDER, icon_provider.IconProvider())


if __name__ == "__main__":
    sys.exit(QUICK_TEST_MAIN_WITH_SETUP("components", Setup, [*sys.argv], str(Path(__file__).parent)))
