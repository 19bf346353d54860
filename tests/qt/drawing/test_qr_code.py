"""The QR code: the wanted size, dark on white, with its quiet zone."""

from __future__ import annotations

from kiosk.qt.drawing.qr_code import qr_code


def test_a_code_has_its_quiet_zone() -> None:
    image = qr_code("https://example.org/biopsy", 290)
    assert (image.width(), image.height()) == (290, 290)
    assert {image.pixelColor(x, y).name() for x in range(20) for y in range(0, 290, 29)} == {"#ffffff"}
    assert image.pixelColor(38, 38).name() == "#000000"
