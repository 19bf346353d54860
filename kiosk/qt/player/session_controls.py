"""What QML shows around the slide, and what it sends: the player's view and the patient's presses."""

from __future__ import annotations

import time

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.layout import theme
from kiosk.core.layout.right_to_left import is_right_to_left
from kiosk.core.layout.screen import Screen
from kiosk.core.player import session_view
from kiosk.core.player.player import GoTo, MenuPage, Overlay, Press, ShowPicture, ShowWord, Speak, State
from kiosk.core.player.session_view import SessionView
from kiosk.qt.bridge.theme import Metrics, Palette
from kiosk.qt.drawing.fonts import name_of
from kiosk.qt.player.driver import Driver
from kiosk.qt.player.playlist_source import PlaylistSource
from kiosk.qt.player.session_overlays import SessionOverlays

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made in Python")
class SessionControls(QObject):
    """One view of the player's state. `changed` says that any of it has changed."""

    changed = Signal()
    languageChanged = Signal(str)

    def __init__(
        self, driver: Driver, playlist_source: PlaylistSource, overlays: SessionOverlays, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._driver = driver
        self._playlist_source = playlist_source
        self._overlays = overlays
        self._view = SessionView()
        self._palette = Palette(self)
        self._metrics = Metrics(self)
        self._second = QTimer(self)
        self._second.setSingleShot(True)
        self._second.timeout.connect(self.refresh)
        driver.changed.connect(self._on_state)

    def _on_state(self, before: State) -> None:
        self.refresh()

    def resize(self, screen: Screen) -> None:
        self._metrics.use(screen)
        self._overlays.resize(screen)
        self.changed.emit()

    def refresh(self) -> None:
        """Derives the view anew, and again when a countdown's second is over."""
        before = self._view
        now = time.monotonic()
        state = self._driver.state
        self._view = session_view.derive(state, self._playlist_source.deck, self.offered(), now)
        if self._view.countdown:
            self._second.start(1000)
        else:
            self._second.stop()
        if self._view == before:
            return
        self._palette.use(theme.HIGH_CONTRAST if self._view.contrast else theme.LIGHT)
        if self._view.language != before.language:
            self.languageChanged.emit(self._view.language)
        self._overlays.follow(self._view, state)
        self.changed.emit()

    def offered(self) -> tuple[str, ...]:
        """The languages that a patient may choose on this slide."""
        state = self._driver.state
        return self._playlist_source.languages_of(state.entry.slide) if state.entry else ()

    # --- properties ---

    @Property(Palette, constant=True)
    def palette(self) -> Palette:
        return self._palette

    @Property(Metrics, constant=True)
    def metrics(self) -> Metrics:
        return self._metrics

    @Property(SessionOverlays, constant=True)
    def overlays(self) -> SessionOverlays:
        return self._overlays

    @Property(str, notify=changed)
    def mode(self) -> str:
        return self._view.mode.value

    @Property(bool, notify=changed)
    def hasSlides(self) -> bool:
        return self._view.prepared

    @Property(int, notify=changed)
    def place(self) -> int:
        return self._view.place

    @Property(int, notify=changed)
    def total(self) -> int:
        return self._view.total

    @Property(bool, notify=changed)
    def canGoBack(self) -> bool:
        return self._view.can_go_back

    @Property(bool, notify=changed)
    def canGoOn(self) -> bool:
        return self._view.can_go_on

    @Property(str, notify=changed)
    def overlay(self) -> str:
        return self._view.overlay.value

    @Property(str, notify=changed)
    def subject(self) -> str:
        return self._view.subject

    @Property(str, notify=changed)
    def meaning(self) -> str:
        return self._view.meaning

    @Property(int, notify=changed)
    def countdown(self) -> int:
        return self._view.countdown

    @Property(float, notify=changed)
    def countdownShare(self) -> float:
        return self._view.countdown_share

    @Property(int, notify=changed)
    def textSize(self) -> int:
        return self._view.text_size

    @Property(bool, notify=changed)
    def highContrast(self) -> bool:
        return self._view.contrast

    @Property(bool, notify=changed)
    def lowReach(self) -> bool:
        return self._view.low_reach

    @Property(bool, notify=changed)
    def mirrored(self) -> bool:
        return is_right_to_left(self._view.language)

    @Property(str, notify=changed)
    def otherLanguage(self) -> str:
        """The name of the one other language, in itself; "" if there is none."""
        return name_of(self._view.other_language) if self._view.other_language else ""

    @Property(bool, notify=changed)
    def manyLanguages(self) -> bool:
        return len(self.offered()) > 2

    @Property(bool, notify=changed)
    def reducedMotion(self) -> bool:
        return self._playlist_source.arrangement.settings.reduced_motion

    @Property(bool, notify=changed)
    def pictureOpen(self) -> bool:
        return self._view.overlay is Overlay.PICTURE

    # --- slots ---

    @Slot(str)
    def press(self, what: str) -> None:
        self._driver.send(Press(what))

    @Slot(str)
    def goTo(self, slide: str) -> None:
        self._driver.send(GoTo(slide))

    @Slot(int)
    def showPicture(self, number: int) -> None:
        self._driver.send(ShowPicture(number))

    @Slot(str)
    def showWord(self, word: str) -> None:
        self._driver.send(ShowWord(word))

    @Slot(int)
    def menuPage(self, number: int) -> None:
        self._driver.send(MenuPage(number))

    @Slot()
    def speakOther(self) -> None:
        self._driver.send(Speak(self._view.other_language))

    @Slot(str)
    def speak(self, language: str) -> None:
        self._driver.send(Speak(language))
