"""The player's view, as QML shows it around the slide, and one slot for everything that a patient can ask for."""

from __future__ import annotations

import time
from enum import IntEnum

from PySide6.QtCore import QEnum, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlAnonymous, QmlElement

from kiosk.core.layout import theme as colours
from kiosk.core.layout.right_to_left import is_right_to_left
from kiosk.core.layout.screen import Screen
from kiosk.core.player import session_view
from kiosk.core.player.events import GoTo, MenuPage, Mode, Overlay, Press, ShowPicture, ShowWord, Speak
from kiosk.core.player.session_view import SessionView
from kiosk.core.player.state import State
from kiosk.qt.bridge.declarations import Property, QmlUncreatable
from kiosk.qt.bridge.theme import Theme
from kiosk.qt.drawing.fonts import name_of
from kiosk.qt.player.driver import Driver
from kiosk.qt.player.playlist_source import PlaylistSource
from kiosk.qt.player.session_overlays import SessionOverlays

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlAnonymous
class PlayerView(QObject):
    """The player's state as properties; each group of them has its own signal."""

    @QEnum
    class Mode(IntEnum):
        """The player's modes, in their order there."""

        Loop = 0
        Session = 1
        Warning = 2
        Staff = 3
        Cleaning = 4
        Closed = 5

    @QEnum
    class Overlay(IntEnum):
        """The player's overlays, in their order there."""

        Nothing = 0
        Topics = 1
        Picture = 2
        Word = 3
        Languages = 4

    modeChanged = Signal()
    placeChanged = Signal()
    overlayChanged = Signal()
    countdownChanged = Signal()
    textSizeChanged = Signal()
    languagesChanged = Signal()
    # The language code of the slide that is wanted.
    languageChanged = Signal(str)

    def __init__(
        self,
        driver: Driver,
        playlist_source: PlaylistSource,
        overlays: SessionOverlays,
        theme: Theme,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._driver = driver
        self._playlist_source = playlist_source
        self._overlays = overlays
        self._theme = theme
        self._view = SessionView()
        self._offered: tuple[str, ...] = ()
        self._second = QTimer(self)
        self._second.setSingleShot(True)
        self._second.timeout.connect(self.refresh)
        driver.changed.connect(self._on_state)

    @Slot(object)
    def _on_state(self, before: State) -> None:
        self.refresh()

    def resize(self, screen: Screen) -> None:
        self._theme.set_screen(screen)
        self._overlays.resize(screen)

    @Slot()
    def refresh(self) -> None:
        """Derives the view anew, and again when a countdown's second is over."""
        state = self._driver.state
        offered = self._playlist_source.languages_of(state.entry.slide) if state.entry else ()
        view = session_view.derive(state, self._playlist_source.deck, offered, time.monotonic())
        if view.countdown:
            self._second.start(1000)
        else:
            self._second.stop()
        before, self._view = self._view, view
        before_offered, self._offered = self._offered, offered
        self._theme.set_colours(colours.HIGH_CONTRAST if view.contrast else colours.LIGHT)
        self._theme.set_manners(
            mirrored=is_right_to_left(view.language),
            reduced_motion=self._playlist_source.arrangement.settings.reduced_motion,
            low_reach=view.low_reach,
        )
        if view.language != before.language:
            self.languageChanged.emit(view.language)
        if view != before:
            self._overlays.follow(view, state)
            self._tell_apart(before, view)
        if (offered, view.language) != (before_offered, before.language):
            self.languagesChanged.emit()

    def _tell_apart(self, before: SessionView, view: SessionView) -> None:
        """Emits the signals of the groups that differ."""
        for signal, names in (
            (self.modeChanged, ("mode", "prepared")),
            (self.placeChanged, ("place", "total", "can_go_back", "can_go_on")),
            (self.overlayChanged, ("overlay", "subject", "meaning")),
            (self.countdownChanged, ("countdown", "countdown_share")),
            (self.textSizeChanged, ("text_size",)),
        ):
            if any(getattr(before, name) != getattr(view, name) for name in names):
                signal.emit()

    # --- properties ---

    @Property(SessionOverlays, constant=True)
    def overlays(self) -> SessionOverlays:
        return self._overlays

    @Property(int, notify=modeChanged)
    def mode(self) -> int:
        """One of `Mode`."""
        return _MODES[self._view.mode]

    @Property(bool, notify=modeChanged)
    def hasSlides(self) -> bool:
        return self._view.prepared

    @Property(int, notify=placeChanged)
    def place(self) -> int:
        return self._view.place

    @Property(int, notify=placeChanged)
    def total(self) -> int:
        return self._view.total

    @Property(bool, notify=placeChanged)
    def canGoBack(self) -> bool:
        return self._view.can_go_back

    @Property(bool, notify=placeChanged)
    def canGoOn(self) -> bool:
        return self._view.can_go_on

    @Property(int, notify=overlayChanged)
    def overlay(self) -> int:
        """One of `Overlay`."""
        return _OVERLAYS[self._view.overlay]

    @Property(str, notify=overlayChanged)
    def subject(self) -> str:
        """The picture's number, the word, or the menu's page."""
        return self._view.subject

    @Property(str, notify=overlayChanged)
    def meaning(self) -> str:
        return self._view.meaning

    @Property(int, notify=countdownChanged)
    def countdown(self) -> int:
        """Seconds left of the warning or of cleaning."""
        return self._view.countdown

    @Property(float, notify=countdownChanged)
    def countdownShare(self) -> float:
        return self._view.countdown_share

    @Property(int, notify=textSizeChanged)
    def textSize(self) -> int:
        return self._view.text_size

    @Property(str, notify=languagesChanged)
    def otherLanguage(self) -> str:
        """The name of the one other language, in itself; "" if there is none."""
        return name_of(self._view.other_language) if self._view.other_language else ""

    @Property(bool, notify=languagesChanged)
    def manyLanguages(self) -> bool:
        return len(self._offered) > 2


_MODES = dict(zip(Mode, PlayerView.Mode, strict=True))
_OVERLAYS = dict(zip(Overlay, PlayerView.Overlay, strict=True))


@QmlElement
@QmlUncreatable("made in Python")
class SessionControls(PlayerView):
    """One slot for everything that a patient can ask for."""

    @Slot()
    def openSession(self) -> None:
        self._driver.send(Press.OPEN)

    @Slot()
    def next(self) -> None:
        self._driver.send(Press.NEXT)

    @Slot()
    def back(self) -> None:
        self._driver.send(Press.BACK)

    @Slot()
    def done(self) -> None:
        self._driver.send(Press.DONE)

    @Slot()
    def keepReading(self) -> None:
        self._driver.send(Press.STAY)

    @Slot()
    def openTopics(self) -> None:
        self._driver.send(Press.TOPICS)

    @Slot()
    def openLanguages(self) -> None:
        self._driver.send(Press.LANGUAGES)

    @Slot()
    def closeOverlay(self) -> None:
        self._driver.send(Press.CLOSE)

    @Slot()
    def changeTextSize(self) -> None:
        self._driver.send(Press.TEXT_SIZE)

    @Slot()
    def toggleContrast(self) -> None:
        self._driver.send(Press.CONTRAST)

    @Slot()
    def toggleLowReach(self) -> None:
        self._driver.send(Press.LOW_REACH)

    @Slot(str)
    def goTo(self, slide: str) -> None:
        """Opens a slide, by its id."""
        self._driver.send(GoTo(slide))

    @Slot(int)
    def showPicture(self, number: int) -> None:
        """Opens the slide's picture of this number, from 0."""
        self._driver.send(ShowPicture(number))

    @Slot(str)
    def showWord(self, word: str) -> None:
        self._driver.send(ShowWord(word))

    @Slot(int)
    def showMenuPage(self, number: int) -> None:
        self._driver.send(MenuPage(number))

    @Slot(str)
    def speak(self, language: str) -> None:
        """Changes the language, by its code."""
        self._driver.send(Speak(language))

    @Slot()
    def speakOther(self) -> None:
        self._driver.send(Speak(self._view.other_language))
