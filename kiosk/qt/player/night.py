"""The darkness of the night."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.qt.bridge.declarations import Property, QmlUncreatable
from kiosk.qt.player.playlist_source import PlaylistSource

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made in Python")
class Night(QObject):
    """The share of the picture's brightness that is taken away now."""

    changed = Signal()

    def __init__(self, playlist_source: PlaylistSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._playlist_source = playlist_source
        self._darkness = 0.0

    def refresh(self) -> None:
        """Follows the clock."""
        darkness = self._playlist_source.darkness()
        if darkness != self._darkness:
            self._darkness = darkness
            self.changed.emit()

    @Property(float, notify=changed)
    def darkness(self) -> float:
        """0 to 1."""
        return self._darkness
