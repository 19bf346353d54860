"""Fingers and keys, seen before any control: every one of them counts as a sign that somebody is there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTouchEvent
from PySide6.QtQuick import QQuickWindow

from kiosk.core.player.player import Press, Touched
from kiosk.qt.player.driver import Driver
from kiosk.qt.player.session_controls import SessionControls

# The corner in which staff knock, as a share of the screen's short side.
CORNER = 0.16

_KEYS = {
    Qt.Key.Key_Right: Press.NEXT,
    Qt.Key.Key_Down: Press.NEXT,
    Qt.Key.Key_PageDown: Press.NEXT,
    Qt.Key.Key_Space: Press.NEXT,
    Qt.Key.Key_Left: Press.BACK,
    Qt.Key.Key_Up: Press.BACK,
    Qt.Key.Key_PageUp: Press.BACK,
    Qt.Key.Key_Escape: Press.DONE,
    Qt.Key.Key_Home: Press.TOPICS,
}


class InputFilter(QObject):
    """Watches one window. `turn` is how far the picture is rotated, in degrees clockwise."""

    def __init__(
        self, window: QQuickWindow, driver: Driver, controls: SessionControls, turn: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._driver = driver
        self._controls = controls
        self._turn = turn
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.MouseButtonPress if isinstance(event, QMouseEvent):
                self._driver.send(Touched(self._in_corner(event.position())))
            case QEvent.Type.TouchBegin if isinstance(event, QTouchEvent):
                self._driver.send(Touched(self._in_corner(event.points()[0].position())))
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        staff = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        self._driver.send(Touched())
        if event.key() == Qt.Key.Key_S and event.modifiers() == staff:
            self._driver.send(Press.STAFF)
            return True
        press = _KEYS.get(Qt.Key(event.key()))
        focused = self._window.activeFocusItem()
        # A control that somebody reached with the Tab key, or a text field, takes its keys itself.
        if press is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or _takes_keys(focused):
            return False
        if self._controls.mirrored and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            press = Press.BACK if press is Press.NEXT else Press.NEXT
        if press is Press.DONE and self._controls.overlay != "none":
            press = Press.CLOSE
        self._driver.send(press)
        return True

    def _in_corner(self, point: QPointF) -> bool:
        width, height = self._window.width(), self._window.height()
        corner = CORNER * min(width, height)
        x, y = point.x(), point.y()
        match self._turn % 360:
            case 90:
                x, y = y, width - x
            case 180:
                x, y = width - x, height - y
            case 270:
                x, y = height - y, x
        return x < corner and y < corner


def _takes_keys(item: QObject | None) -> bool:
    return item is not None and bool(item.property("activeFocusOnTab"))
