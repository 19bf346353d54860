"""The running kiosk: every object it consists of, made in one place and taken down in order."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import PySide6.QtQuick  # noqa: F401  the root object is a QQuickWindow only if this is imported
import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, QTranslator, Slot
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.core.event_log import EventLog
from kiosk.core.layout import screen
from kiosk.core.layout.screen import Screen
from kiosk.core.paths import UI
from kiosk.core.player.events import (
    Effect,
    Limited,
    Limits,
    Mode,
    Opened,
    PassedOver,
    Press,
    Replaced,
    SessionEnded,
    SessionStarted,
    SlideShown,
    StaffAsked,
)
from kiosk.core.problem import Problem
from kiosk.core.run_options import RunOptions
from kiosk.core.settings import Settings
from kiosk.core.storage.state_folder import StateFolder
from kiosk.core.storage.version import Summary
from kiosk.qt import splash
from kiosk.qt.bridge.theme import Theme
from kiosk.qt.drawing import icon_provider, picture_decoder
from kiosk.qt.drawing.fonts import load_script, load_words
from kiosk.qt.drawing.slide_preparer import SlidePreparer
from kiosk.qt.player.driver import Driver
from kiosk.qt.player.input_filter import InputFilter
from kiosk.qt.player.playlist_source import PlaylistSource
from kiosk.qt.player.session_controls import SessionControls
from kiosk.qt.player.session_overlays import SessionOverlays
from kiosk.qt.player.stage import Stage
from kiosk.qt.player.surroundings import Surroundings
from kiosk.qt.splash import Splash
from kiosk.qt.systemd_watchdog import SystemdWatchdog
from kiosk.qt.unix_signals import UnixSignals

if TYPE_CHECKING:
    from kiosk.qt.staff.backstage import Backstage


# Between two returns to the loop after an error.
RECOVERY_SECONDS = 10.0


class App(QObject):
    """Owns everything. The engine goes first, then what it shows."""

    def __init__(
        self, application: QGuiApplication, options: RunOptions, journal: EventLog, drawn: Splash | None = None
    ) -> None:
        super().__init__()
        self._application = application
        self._options = options
        self._log = journal
        self._splash = drawn
        self._size = (0, 0)
        self._measures: Screen | None = None
        self._settings_in_use = Settings()
        self._frames = 0
        self._settled_frames: int | None = None
        self._translator: QTranslator | None = None
        self.playlist_source = PlaylistSource(options.slides, StateFolder(options.state), self)
        self.driver = Driver(self)
        self.preparer = SlidePreparer(self)
        self.pictures = picture_decoder.PictureProvider()
        self.stage = Stage(self.driver, self.playlist_source, self.preparer, self.pictures, self)
        self.overlays = SessionOverlays(self.playlist_source, self.preparer, self.pictures, self)
        self.surroundings = Surroundings(self.playlist_source, self)
        self.theme = Theme(self)
        self.controls = SessionControls(self.driver, self.playlist_source, self.overlays, self.theme, self)
        self._backstage: Backstage | None = None
        self._watchdog = SystemdWatchdog(self)
        self._engine = QQmlApplicationEngine()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._start_rest)

    # --- start-up, in order ---

    def start(self) -> None:
        """Reads what the first slide needs, and shows it as soon as it is ready. The rest is read afterwards."""
        self._connect()
        self.playlist_source.open_first()
        self._lay_out_for_window_to_come()
        self._apply_programme()
        self.window = self._load_window()
        self._senses = InputFilter(self.window, self.driver, self.theme, self._options.turn, self)
        self._place_window()
        if not self.driver.state.playlist or self.stage.showing():
            self._show_window()

    def _connect(self) -> None:
        self.driver.happened.connect(self._on_effect)
        self.playlist_source.reloaded.connect(self._on_reloaded)
        self.playlist_source.changed.connect(self._apply_programme)
        self.stage.firstShown.connect(self._show_window)
        self.stage.turned.connect(self._on_turned)
        self.controls.languageChanged.connect(self._speak)
        if self._splash:
            self._splash.touched.connect(self._on_curtain_touched)

    def _load_window(self) -> QQuickWindow:
        engine = self._engine
        self.theme.attach(engine)
        engine.addImageProvider(picture_decoder.PROVIDER, self.pictures)
        engine.addImageProvider(icon_provider.PROVIDER, icon_provider.IconProvider())
        engine.addImportPath(str(UI.parent.parent))
        engine.setInitialProperties(
            {
                "controls": self.controls,
                "stage": self.stage,
                "surroundings": self.surroundings,
                "turn": self._options.turn,
                "visible": False,
            }
        )
        engine.loadFromModule("kiosk.ui", "Main")
        roots = engine.rootObjects()
        if not roots or not isinstance(roots[0], QQuickWindow):
            raise RuntimeError("the user interface could not be loaded; the lines above say why")
        window = roots[0]
        window.frameSwapped.connect(self._on_frame, Qt.ConnectionType.QueuedConnection)
        window.widthChanged.connect(self._on_resized)
        window.heightChanged.connect(self._on_resized)
        return window

    def _place_window(self) -> None:
        target = self._target_screen()
        self.window.setScreen(target)
        if self._options.windowed:
            self.window.resize(*self._options.windowed)
        else:
            self.window.setGeometry(target.geometry())
            self.window.setCursor(QCursor(Qt.CursorShape.BlankCursor))

    @Slot()
    def _show_window(self) -> None:
        if not hasattr(self, "window") or self.window.isVisible():
            return
        if self._options.windowed:
            self.window.show()
        else:
            self.window.showFullScreen()

    def _target_screen(self) -> object:
        screens = QGuiApplication.screens()
        return screens[min(self._options.screen, len(screens) - 1)]

    # --- measures ---

    def _lay_out_for_window_to_come(self) -> None:
        size = self._options.windowed
        if size is None:
            geometry = self._target_screen().geometry()
            size = (geometry.width(), geometry.height())
        self._resize(*size)

    @Slot()
    def _on_resized(self) -> None:
        if self.window.isVisible():
            self._resize(self.window.width(), self.window.height())

    def _resize(self, width: int, height: int) -> None:
        self._size = (width, height)
        shown_on = self._target_screen()
        millimetres = shown_on.physicalSize()
        # The screen reports its own size; a window on it has the screen's px per mm.
        share = (width / max(shown_on.geometry().width(), 1), height / max(shown_on.geometry().height(), 1))
        reported = (millimetres.width() * share[0], millimetres.height() * share[1])
        if self._options.turn % 180:
            width, height, reported = height, width, (reported[1], reported[0])
        measures = screen.screen(width, height, reported, self._settings())
        if measures != self._measures:
            self._measures = measures
            self.controls.resize(measures)
            if self._backstage:
                self._backstage.resize(measures)
        self.surroundings.refresh(measures)
        self.stage.resize(measures, self.surroundings.band)

    def _settings(self) -> Settings:
        return self.playlist_source.arrangement.settings

    # --- what plays ---

    @Slot()
    def _apply_programme(self) -> None:
        settings = self._settings()
        limits = Limits(settings.session_seconds, settings.warning_seconds, settings.wake_minutes * 60)
        self.driver.send(Limited(limits))
        for language in self.playlist_source.deck.languages():
            load_script(language)
        self.driver.send(Replaced(self.playlist_source.playlist()))
        self.driver.send(Opened(self.playlist_source.is_open()))
        self._resize(*self._size)
        if settings != self._settings_in_use:
            # Sizes and times of slides that wait their turn were worked out from the old ones.
            self._settings_in_use = settings
            self.preparer.forget()
        self.controls.refresh()
        self.stage.update()

    @Slot(list)
    def _on_reloaded(self, problems: list[Problem]) -> None:
        deck = self.playlist_source.deck
        self._log.write("reloaded", slides=len(deck.slides), problems=len(deck.problems))
        for problem in [*self.playlist_source.state_problems, *problems]:
            self._log.problem(problem)

    @Slot(str)
    def _speak(self, language: str) -> None:
        """The interface in the language of the slide, as far as it is translated."""
        if self._translator:
            self._application.removeTranslator(self._translator)
        self._translator = load_words(self._application, language)
        self._engine.retranslate()
        self.stage.update()

    @Slot(object)
    def _on_saved(self, summary: Summary) -> None:
        self._log.write("saved", **summary.details())

    # --- what happened ---

    @Slot(object)
    def _on_effect(self, effect: Effect) -> None:
        match effect:
            case SlideShown(slide=slide, mode=mode, seconds=seconds):
                self._log.write("shown", slide=slide, mode=mode.value, seconds=round(seconds, 1))
            case SessionStarted(slide=slide):
                self._log.write("session_started", slide=slide)
            case SessionEnded(why=why):
                self._log.write("session_ended", why=why)
            case PassedOver(slide=slide, why=why):
                self._log.problem(Problem(slide, 1, f"passed over: {why}"))
                if not self.playlist_source.complete:
                    # The one slide that was read cannot be shown: the others can.
                    self.playlist_source.reload()
            case StaffAsked():
                pass

    @Slot()
    def _on_frame(self) -> None:
        self._frames += 1
        if self._frames == 1:
            if self._splash is None:
                self._log.ready()
            self._watchdog.ready()
            self._change_curtain()
            self._open_backstage()
            # The whole folder is read once the first slide is on the screen, so that their number costs it nothing.
            QTimer.singleShot(0, self.playlist_source.reload)

    @Slot()
    def _on_curtain_touched(self) -> None:
        self.driver.send(Press.OPEN)

    def _change_curtain(self) -> None:
        """Takes the last run's first frame away from behind this one, and keeps this one if it differs."""
        if self._splash:
            self._splash.deleteLater()
            self._splash = None
        sources = self.playlist_source.first_sources()
        state = self.driver.state
        if not sources or state.mode is not Mode.LOOP or state.loop_language:
            return
        if not splash.is_kept(self._options, self._size, sources):
            frame = self.window.grabWindow()
            self.preparer.run(partial(splash.keep, self._options, self._size, sources, frame))

    def _open_backstage(self) -> None:
        from kiosk.qt.staff.backstage import Backstage

        self._backstage = Backstage(self.driver, self.playlist_source, self.preparer, self._engine, self._options.state, self)
        self._backstage.edit_session.saved.connect(self._on_saved)
        if self._measures:
            self._backstage.resize(self._measures)
        self.window.setProperty("staff", self._backstage.staff)
        # All that stays until the end has been made; the collector need not look through it ever again.
        gc.freeze()
        gc.enable()

    @Slot(int)
    def _on_turned(self, way: int) -> None:
        self._end_rest()
        # The longest transition lasts 600 ms; what is drawn after it is drawn for nothing.
        self._rest.start(900)

    @Slot()
    def _start_rest(self) -> None:
        self._settled_frames = self._frames

    def _end_rest(self) -> None:
        if self._settled_frames is not None:
            self._log.write("rest", frames=self._frames - self._settled_frames)
        self._settled_frames = None

    def recover(self) -> None:
        """To the loop, from whatever failed. Staff's unsaved work stays as a draft."""
        self.driver.send(Press.LEAVE_STAFF)
        self.driver.send(Press.DONE)

    # --- the end ---

    def close(self) -> None:
        """Takes everything down: threads first, then the engine, then the objects that it shows."""
        gc.unfreeze()
        self._end_rest()
        self.playlist_source.close()
        if self._backstage:
            self._backstage.close()
        self.preparer.close()
        self.window.hide()
        del self.window
        shiboken6.delete(self._engine)
        shiboken6.delete(self)


def run(running: QGuiApplication, options: RunOptions, journal: EventLog, drawn: Splash | None) -> int:
    """Runs the kiosk until it is told to stop. `drawn`: the last run's first frame, if it is up. Returns the exit code."""
    app = App(running, options, journal, drawn)
    sys.excepthook = survivor(app, journal)
    try:
        app.start()
    except RuntimeError as error:
        print(f"kiosk: {error}", file=sys.stderr)
        return 1
    signals = UnixSignals(running.quit)
    if options.quit_after is not None:
        QTimer.singleShot(round(options.quit_after * 1000), running.quit)
    code = running.exec()
    signals.close()
    app.close()
    return code


def survivor(app: App, journal: EventLog) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """An error is told, and the kiosk goes back to its slides. The player's timer is still set."""
    told = [-RECOVERY_SECONDS]

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        import traceback

        where = traceback.extract_tb(trace)[-1] if trace else None
        place = f"{Path(where.filename).name}:{where.lineno}" if where else "?"
        journal.write("error", kind=kind.__name__, message=str(error), place=place)
        # Once in a while only: what fails on the way back must not send it back again without end.
        if time.monotonic() - told[0] > RECOVERY_SECONDS:
            told[0] = time.monotonic()
            QTimer.singleShot(0, app, app.recover)

    return hook
