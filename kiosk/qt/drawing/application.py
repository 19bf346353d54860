"""The Qt application: one per process, made before any font or window and ended after them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QGuiApplication

from kiosk.qt.drawing.fonts import load_fonts


@contextmanager
def application() -> Iterator[QGuiApplication]:
    """A Qt application with the program's fonts. Whatever was made with it must be closed before it ends."""
    made = QGuiApplication(sys.argv[:1])
    made.setApplicationName("kiosk")
    # What ends the program says so. A window that goes, as at the end of a session of the desktop, does not.
    made.setQuitOnLastWindowClosed(False)
    load_fonts()
    try:
        yield made
    finally:
        made.shutdown()
