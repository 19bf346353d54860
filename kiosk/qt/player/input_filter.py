"""Fingers and keys, seen before any control: every one of them counts as a sign that somebody is there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTouchEvent
from PySide6.QtQuick import QQuickWindow

from kiosk.core.player.events import Mode, Overlay, Press, Touched
from kiosk.qt.bridge.theme import Theme
from kiosk.qt.player.driver import Driver

# The corner in which staff knock, as a share of the screen's short side.
CORNER = 0.16

# What a key asks for, wherever the focus is.
_KEYS = {
    Qt.Key.Key_Right: Press.NEXT,
    Qt.Key.Key_Down: Press.NEXT,
    Qt.Key.Key_PageDown: Press.NEXT,
    Qt.Key.Key_Left: Press.BACK,
    Qt.Key.Key_Up: Press.BACK,
    Qt.Key.Key_PageUp: Press.BACK,
    Qt.Key.Key_Escape: Press.DONE,
    Qt.Key.Key_Home: Press.TOPICS,
}
# What these ask for, unless the focus shows on a control: there they press it.
_PRESSING_KEYS = {
    Qt.Key.Key_Space: Press.NEXT,
    Qt.Key.Key_Return: Press.NEXT,
    Qt.Key.Key_Enter: Press.NEXT,
}


class InputFilter(QObject):
    """Watches one window. `turn` is how far the picture is rotated, in degrees clockwise."""

    def __init__(self, window: QQuickWindow, driver: Driver, theme: Theme, turn: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._driver = driver
        self._theme = theme
        self._turn = turn
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.MouseButtonPress if isinstance(event, QMouseEvent):
                self._touched(event.position())
            case QEvent.Type.TouchBegin if isinstance(event, QTouchEvent):
                self._touched(event.points()[0].position())
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                return self._key(event)
        return False

    def _touched(self, point: QPointF) -> None:
        self._theme.set_manners(keys=False)
        self._driver.send(Touched(self._in_corner(point)))

    def _key(self, event: QKeyEvent) -> bool:
        """True for a key that no control may have."""
        showing = self._theme.manners.keys
        self._theme.set_manners(keys=True)
        self._driver.send(Touched())
        if (
            event.key() == Qt.Key.Key_S
            and event.modifiers() == Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            self._driver.send(Press.STAFF)
            return True
        press = self._press(Qt.Key(event.key()), showing)
        if press is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        self._driver.send(press)
        return True

    def _press(self, key: Qt.Key, focus_shows: bool) -> Press | None:
        """The press that a key stands for; None where it is a control's, or nobody's. Staff's panel has all keys itself."""
        state = self._driver.state
        if state.mode is Mode.STAFF:
            return None
        press = _KEYS.get(key)
        if press is None and not (focus_shows and self._on_control()):
            press = _PRESSING_KEYS.get(key)
        if press is Press.DONE and state.reading.overlay is not Overlay.NONE:
            return Press.CLOSE
        if self._theme.manners.mirrored and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return Press.BACK if press is Press.NEXT else Press.NEXT
        return press

    def _on_control(self) -> bool:
        """True with the focus on something that a key can press."""
        item = self._window.activeFocusItem()
        return item is not None and bool(item.property("activeFocusOnTab"))

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
