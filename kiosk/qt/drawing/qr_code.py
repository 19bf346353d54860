"""The QR code of a web address."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage


def qr_code(address: str, side: int) -> QImage:
    """A QR code of a web address, dark on white with its quiet zone, `side` px wide."""
    import segno
    from PySide6.QtCore import Qt

    matrix = [list(row) for row in segno.make(address, error="m", micro=False).matrix_iter(border=4)]
    small = QImage(len(matrix), len(matrix), QImage.Format.Format_RGB32)
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            small.setPixelColor(x, y, QColor("#000000" if dark else "#FFFFFF"))
    return small.scaled(side, side, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.FastTransformation)
