"""What only staff see: made after the first slide is on the screen, so that it costs the start no time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtQml import QQmlEngine

from kiosk.core import first_start
from kiosk.core.screen import Screen
from kiosk.qt import thumbnails
from kiosk.qt.desk import Desk
from kiosk.qt.driver import Driver
from kiosk.qt.preparer import Preparer
from kiosk.qt.programme import Programme
from kiosk.qt.staff import Staff


class Backstage(QObject):
    """Owns the staff's objects."""

    def __init__(
        self, driver: Driver, programme: Programme, preparer: Preparer, engine: QQmlEngine, state: Path, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails.Thumbnails(programme, preparer, self)
        engine.addImageProvider(thumbnails.PROVIDER, self._thumbnails.provider)
        self.desk = Desk(programme, programme.store, self)
        self.staff = Staff(driver, self.desk, self._thumbnails, first_start.claim(state), self)

    def resize(self, screen: Screen) -> None:
        self._thumbnails.resize(screen)

    def close(self) -> None:
        self.staff.close()
