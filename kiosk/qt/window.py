"""The window on its screen: where it stands, how large it is, and the measures that slides are laid out for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtQuick import QQuickWindow

from kiosk.core.layout import screen
from kiosk.core.layout.screen import Screen
from kiosk.core.run_options import RunOptions
from kiosk.core.settings import Settings
from kiosk.qt.window_system import invisible_pointer

if TYPE_CHECKING:
    from kiosk.qt.full_screen import FullScreen


class WindowPlace(QObject):
    """`resized`: the window has another size, or its screen other measures.

    A screen that is unplugged takes the window to another one; it returns as soon as its own is back, known by its name.
    """

    resized = Signal()

    def __init__(self, options: RunOptions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._options = options
        self._window: QQuickWindow | None = None
        self._full_screen: FullScreen | None = None
        # The wanted screen's; "" as long as no screen of its number has been seen.
        self._screen_name = ""

    def adopt(self, window: QQuickWindow) -> None:
        """Places the window, unseen."""
        self._window = window
        window.setScreen(self._screen())
        if self._options.windowed:
            window.resize(*self._options.windowed)
        else:
            window.setGeometry(self._screen().geometry())
            # The window's own cursor is lost as soon as the pointer has been over a control.
            QGuiApplication.setOverrideCursor(invisible_pointer())
        window.widthChanged.connect(self._on_resized)
        window.heightChanged.connect(self._on_resized)
        for present in QGuiApplication.screens():
            self._follow(present)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._on_screen_added)
        application.screenRemoved.connect(self._on_screen)
        application.primaryScreenChanged.connect(self._on_screen)

    def show(self) -> bool:
        """False if it shows already, or there is none yet."""
        if self._window is None or self._window.isVisible():
            return False
        if self._options.windowed:
            self._window.show()
        else:
            self._window.showFullScreen()
        return True

    def hold(self) -> None:
        """Keeps the window where it is from now on, whatever takes it away; one with a frame goes where it is put."""
        if self._window and not self._options.windowed:
            from kiosk.qt.full_screen import FullScreen

            self._full_screen = FullScreen(self._window, self)

    def release(self) -> None:
        if self._full_screen:
            self._full_screen.close()

    def size(self) -> tuple[int, int]:
        """Width and height in px; before the window shows, those that it will have."""
        if self._window and self._window.isVisible():
            return self._window.width(), self._window.height()
        geometry = self._screen().geometry()
        return self._options.windowed or (geometry.width(), geometry.height())

    def measures(self, settings: Settings) -> Screen:
        """The measures for those who look at the picture, turned as it is."""
        width, height = self.size()
        shown_on = self._screen()
        millimetres, whole = shown_on.physicalSize(), shown_on.geometry()
        # The screen reports its own size; a window on it has the screen's px per mm.
        reported = (
            millimetres.width() * width / max(whole.width(), 1),
            millimetres.height() * height / max(whole.height(), 1),
        )
        if self._options.turn % 180:
            width, height, reported = height, width, (reported[1], reported[0])
        return screen.screen(width, height, reported, settings)

    def _screen(self) -> QScreen:
        """The wanted screen; while it is not there, the last of those that are. (With none plugged in, Qt has a stand-in.)"""
        screens = QGuiApplication.screens() or [QGuiApplication.primaryScreen()]
        if not self._screen_name and self._options.screen < len(screens):
            self._screen_name = screens[self._options.screen].name()
        named = [present for present in screens if present.name() == self._screen_name]
        return named[0] if named else screens[min(self._options.screen, len(screens) - 1)]

    def _follow(self, present: QScreen) -> None:
        present.geometryChanged.connect(self._on_screen)
        present.physicalSizeChanged.connect(self._on_screen)

    @Slot(QScreen)
    def _on_screen_added(self, added: QScreen) -> None:
        self._follow(added)
        self._on_screen()

    @Slot()
    def _on_screen(self) -> None:
        """Screens have come, gone or changed: the window goes to its own and fills it."""
        if self._window is None or not QGuiApplication.screens():
            return
        wanted = self._screen()
        if not self._options.windowed:
            self._window.setScreen(wanted)
            self._window.setGeometry(wanted.geometry())
        self._on_resized()

    @Slot()
    def _on_resized(self) -> None:
        if self._window and self._window.isVisible() and self._window.width() and self._window.height():
            self.resized.emit()
