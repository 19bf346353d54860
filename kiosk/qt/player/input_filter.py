"""Fingers and keys, seen before any control: every one of them counts as a sign that somebody is there.

What no control here has a use for, none gets: keys and chords that are not on a list, mouse buttons but the left one, and
whatever would open a menu or bring something in from another program.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTouchEvent, QWheelEvent
from PySide6.QtQuick import QQuickWindow

from kiosk.core.player.events import Mode, Overlay, Press, Touched
from kiosk.qt.bridge.theme import Theme
from kiosk.qt.player.driver import Driver

# The corner in which staff knock, as a share of the screen's short side.
CORNER = 0.16

# What a key asks for, wherever the focus is.
_KEYS: dict[int, Press] = {
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
_PRESSING_KEYS: dict[int, Press] = {
    Qt.Key.Key_Space: Press.NEXT,
    Qt.Key.Key_Return: Press.NEXT,
    Qt.Key.Key_Enter: Press.NEXT,
}
# What else a patient's controls understand: the way from one to the other.
_MOVING_KEYS: set[int] = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
# What else staff's understand: lists, and a line of text. Beside letters, digits and signs.
_EDITING_KEYS: set[int] = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_End}
# With Ctrl: undo, redo, cut, copy, paste, all of it.
_EDITING_CHORDS: set[int] = {Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_X, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_A}
_PATIENTS_KEYS = _KEYS.keys() | _PRESSING_KEYS.keys() | _MOVING_KEYS
_STAFFS_KEYS = _PATIENTS_KEYS | _EDITING_KEYS

_NONE = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_STAFFS_CHORD = _CTRL | Qt.KeyboardModifier.AltModifier
# A key of the number block is the same key; AltGr, which some letters need, is no chord.
_NO_CHORD = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier

# Menus, things dragged in, and gestures of a touchpad: there is nothing here for them.
_UNWANTED = {
    QEvent.Type.ContextMenu,
    QEvent.Type.DragEnter,
    QEvent.Type.DragMove,
    QEvent.Type.Drop,
    QEvent.Type.NativeGesture,
}
_MOUSE = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick}
_KEYBOARD = {QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride}


def is_allowed(key: int, modifiers: Qt.KeyboardModifier, text: str, staff: bool) -> bool:
    """True for a key that a control may have; `text` is what it types, `staff` that the panel or its PIN pad is open."""
    held = modifiers & ~_NO_CHORD
    if not staff:
        return key in _PATIENTS_KEYS and (held == _NONE or (held == _SHIFT and key in _MOVING_KEYS))
    if key in _STAFFS_KEYS:
        return not held & ~(_CTRL | _SHIFT)
    if held & _CTRL:
        return key in _EDITING_CHORDS and not held & ~(_CTRL | _SHIFT)
    return held in (_NONE, _SHIFT) and text.isprintable() and text != ""


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
        """True for what no control may have."""
        kind = event.type()
        if kind in _MOUSE and isinstance(event, QMouseEvent):
            return self._mouse(event)
        if kind == QEvent.Type.TouchBegin and isinstance(event, QTouchEvent):
            self._touched(event.points()[0].position())
        elif kind in _KEYBOARD and isinstance(event, QKeyEvent):
            return self._key(event)
        elif kind == QEvent.Type.Wheel and isinstance(event, QWheelEvent):
            # It scrolls staff's lists; with a key held it might do more.
            return not self._staff_is_in() or event.modifiers() != _NONE
        elif kind in _UNWANTED:
            event.ignore()
            return True
        return False

    def _staff_is_in(self) -> bool:
        return self._driver.state.mode is Mode.STAFF

    def _mouse(self, event: QMouseEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:
            self._touched(event.position())
        return event.button() != Qt.MouseButton.LeftButton

    def _touched(self, point: QPointF) -> None:
        self._theme.set_manners(keys=False)
        self._driver.send(Touched(self._in_corner(point)))

    def _key(self, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and self._is_ours(event):
            return True
        return not is_allowed(event.key(), event.modifiers(), event.text(), self._staff_is_in())

    def _is_ours(self, event: QKeyEvent) -> bool:
        """Does what a key asks for wherever the focus is, if it does."""
        showing = self._theme.manners.keys
        self._theme.set_manners(keys=True)
        self._driver.send(Touched())
        if event.key() == Qt.Key.Key_S and event.modifiers() == _STAFFS_CHORD:
            self._driver.send(Press.STAFF)
            return True
        press = self._press(event.key(), showing)
        if press is None or event.modifiers() & ~_NO_CHORD:
            return False
        self._driver.send(press)
        return True

    def _press(self, key: int, focus_shows: bool) -> Press | None:
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
