"""The program's icons, recoloured for the theme."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from kiosk.core.paths import RESOURCES

PROVIDER = "icons"
_INK = b"#14303B"


class IconProvider(QQuickImageProvider):
    """Serves "name/rrggbb"."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        name, _, colour = id.partition("/")
        side = max(requestedSize.width(), 1)
        image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        source = (RESOURCES / "icons" / f"{name}.svg").read_bytes()
        painter = QPainter(image)
        QSvgRenderer(QByteArray(source.replace(_INK, f"#{colour}".encode()))).render(painter)
        painter.end()
        return image
