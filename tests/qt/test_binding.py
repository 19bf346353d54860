"""What the program takes for granted of PySide6 itself."""

import sys

from PySide6.QtCore import QObject


def test_a_call_that_returns_nothing_leaves_none_alone() -> None:
    """PySide6 6.12.0 under Python 3.11 loses a reference to None here, and the kiosk would end after a few hours."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("name")
    assert abs(sys.getrefcount(None) - before) < 100
