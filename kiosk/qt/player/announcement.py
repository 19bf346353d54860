"""The band with staff's announcement."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.core.layout.announcement_band import Band, band
from kiosk.core.layout.screen import Screen
from kiosk.qt.bridge.declarations import Property, QmlUncreatable
from kiosk.qt.drawing.fonts import FontMeasure
from kiosk.qt.player.playlist_source import PlaylistSource

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made in Python")
class AnnouncementBandModel(QObject):
    """The announcement that stands now, set for the screen."""

    changed = Signal()

    def __init__(self, playlist_source: PlaylistSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._playlist_source = playlist_source
        self._measure = FontMeasure()
        self._band = Band()

    def refresh(self, screen: Screen) -> None:
        """Follows the clock and the screen's measures."""
        announcement = self._playlist_source.announcement()
        now = band(announcement.text if announcement else "", screen, self._measure)
        if now != self._band:
            self._band = now
            self.changed.emit()

    def room(self) -> float:
        """The height in px that slides leave free for the band; 0 without an announcement."""
        return self._band.height

    @Property(str, notify=changed)
    def text(self) -> str:
        return self._band.text

    @Property(float, notify=changed)
    def size(self) -> float:
        """The text's, in px."""
        return self._band.size

    @Property(float, notify=changed)
    def height(self) -> float:
        """The band's, in px; 0 without an announcement."""
        return self.room()
