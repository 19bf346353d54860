"""What only staff see: made after the first slide is on the screen, so that it costs the start no time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtQml import QQmlEngine

from kiosk.core.layout.screen import Screen
from kiosk.core.storage import first_start
from kiosk.qt.drawing.slide_preparer import SlidePreparer
from kiosk.qt.player.driver import Driver
from kiosk.qt.player.playlist_source import PlaylistSource
from kiosk.qt.staff import thumbnails
from kiosk.qt.staff.edit_session import EditSession
from kiosk.qt.staff.staff_panel import StaffPanel


class Backstage(QObject):
    """Owns the staff's objects."""

    def __init__(
        self,
        driver: Driver,
        playlist_source: PlaylistSource,
        preparer: SlidePreparer,
        engine: QQmlEngine,
        state: Path,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails.Thumbnails(playlist_source, preparer, self)
        engine.addImageProvider(thumbnails.PROVIDER, self._thumbnails.provider)
        self.edit_session = EditSession(playlist_source, playlist_source.store, self)
        self.staff = StaffPanel(driver, self.edit_session, self._thumbnails, first_start.claim(state), self)

    def resize(self, screen: Screen) -> None:
        self._thumbnails.resize(screen)

    def close(self) -> None:
        self.staff.close()
