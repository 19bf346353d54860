"""The window kept full screen, on top and focused, whatever takes it away."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QWindow

from kiosk.qt.x11_screen import X11Screen

# The desktop is given time to do all that it does at once; a second is the limit, with a try to spare.
TRY_MS = 250
# What cannot be mended after so many tries is tried at this pace.
MANY_TRIES, SLOW_MS = 20, 2_000
# Under Wayland, where the compositor may as well have switched the screen off for the night.
WAYLAND_MANY_TRIES, WAYLAND_SLOW_MS = 8, 30_000


class FullScreen(QObject):
    """Watches one window that shows. Nothing ticks while nothing is wrong.

    Under Wayland a program can neither raise itself nor take the focus; asking to be full screen again is all it can do. There
    the compositor must have nothing else to show (cage). After a frame that changes nothing, cage 0.1 asks for no other one
    until something else changes on the screen; Qt, which waits to be asked, then draws nothing any more, and says after 100 ms
    that the window is not exposed. Taken away and shown again, it is drawn.
    """

    def __init__(self, window: QWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._x11: X11Screen | None = None
        self._disturbed = False
        self._tries = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._restore)
        for signal in (window.visibilityChanged, window.activeChanged, window.screenChanged):
            signal.connect(self.look)
        for signal in (window.xChanged, window.yChanged, window.widthChanged, window.heightChanged):
            signal.connect(self.look)
        if QGuiApplication.platformName() == "xcb":
            # Without it, what Qt tells is still there.
            with suppress(OSError, AttributeError):
                self._x11 = X11Screen(int(window.winId()), self)
                self._x11.disturbed.connect(self._on_disturbed)
        else:
            window.installEventFilter(self)
        self.look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Expose:
            self.look()
        return False

    @Slot()
    def look(self) -> None:
        """Mends soon what is wrong now."""
        if self._is_wrong() and not self._timer.isActive():
            self._timer.start(self._pace())

    def close(self) -> None:
        """Lets the window go."""
        self._timer.stop()
        self._window.disconnect(self)
        self._window.removeEventFilter(self)
        if self._x11:
            self._x11.close()

    @Slot()
    def _on_disturbed(self) -> None:
        self._disturbed = True
        self.look()

    def _is_wrong(self) -> bool:
        if self._x11 is None:
            return self._window.visibility() != QWindow.Visibility.FullScreen or not self._window.isExposed()
        return self._disturbed or self._x11.covered or not self._fills() or not self._window.isActive()

    def _fills(self) -> bool:
        window = self._window
        shown = window.visibility() == QWindow.Visibility.FullScreen and window.isExposed()
        return shown and window.geometry() == window.screen().geometry()

    @Slot()
    def _restore(self) -> None:
        if not self._is_wrong():
            self._tries = 0
            return
        # Still covered after it was raised, and nothing has come since: raising it is not enough.
        in_vain = self._tries > 0 and not self._disturbed
        self._tries += 1
        self._disturbed = False
        window = self._window
        if not self._fills():
            if window.visibility() == QWindow.Visibility.FullScreen and not window.isExposed():
                # Another program has taken it off the screen, which Qt does not know; or the compositor asks for no frame.
                window.hide()
            window.setGeometry(window.screen().geometry())
            window.showFullScreen()
        if self._x11:
            if self._x11.covered and in_vain:
                self._x11.clear_away()
            self._x11.raise_above()
            if not window.isActive():
                window.requestActivate()
                self._x11.focus()
        # Whether it helped is seen at the next look.
        self._timer.start(self._pace())

    def _pace(self) -> int:
        """The time until the next try, in ms."""
        if self._x11 is None:
            return TRY_MS if self._tries < WAYLAND_MANY_TRIES else WAYLAND_SLOW_MS
        return TRY_MS if self._tries < MANY_TRIES else SLOW_MS
