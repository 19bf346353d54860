"""Screens, touch, graphics card and fonts, as Qt sees them. For `doctor`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QFontDatabase, QGuiApplication, QInputDevice

from kiosk.core.layout.screen import BELIEVABLE_INCHES
from kiosk.qt.drawing.fonts import FAMILY, load_fonts


def display_report() -> Iterator[tuple[str, str]]:
    """Lines for a person, each with its kind: "ok", "note" or "bad"."""
    application = QGuiApplication(sys.argv[:1])
    for number, screen in enumerate(QGuiApplication.screens()):
        size, mm = screen.geometry(), screen.physicalSize()
        inches = (mm.width() ** 2 + mm.height() ** 2) ** 0.5 / 25.4
        yield "ok", f"screen {number}: {size.width()} x {size.height()}, says it is {inches:.0f} inches"
        if not BELIEVABLE_INCHES[0] <= inches <= BELIEVABLE_INCHES[1]:
            yield "note", "that size is not believable; set screen_inches in the staff panel's settings"
    touch = [d.name() for d in QInputDevice.devices() if d.type() == QInputDevice.DeviceType.TouchScreen]
    yield ("ok", f"touch: {', '.join(touch)}") if touch else ("note", "touch: none found; a mouse works as well")
    gpu = Path("/dev/dri").is_dir() and any(Path("/dev/dri").iterdir())
    yield ("ok", "graphics card") if gpu else ("note", "no graphics card: drawn in software; set QT_QUICK_BACKEND=software")
    load_fonts()
    has_font = FAMILY in QFontDatabase.families()
    yield ("ok", f"font {FAMILY}") if has_font else ("bad", f"font {FAMILY} cannot be loaded; the resources folder is damaged")
    del application
