"""The running kiosk: every object that it consists of, made in one place, connected, and taken down in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQml import QQmlApplicationEngine

from kiosk.core import running_jobs
from kiosk.core.event_log import EventLog
from kiosk.core.layout.screen import Screen
from kiosk.core.player.events import Effect, Limited, Limits, Mode, Opened, PassedOver, Replaced
from kiosk.core.run_options import RunOptions
from kiosk.core.settings import Settings
from kiosk.core.storage.state_folder import StateFolder
from kiosk.qt import main_window
from kiosk.qt.bridge.theme import Theme
from kiosk.qt.drawing import picture_decoder
from kiosk.qt.drawing.fonts import load_script
from kiosk.qt.drawing.slide_preparer import SlidePreparer
from kiosk.qt.graphics import GraphicsWatch
from kiosk.qt.interface_language import InterfaceLanguage
from kiosk.qt.player.announcement import AnnouncementBandModel
from kiosk.qt.player.driver import Driver
from kiosk.qt.player.frame_meter import FrameMeter
from kiosk.qt.player.night import Night
from kiosk.qt.player.player_log import PlayerLog
from kiosk.qt.player.playlist_source import PlaylistSource
from kiosk.qt.player.session_controls import SessionControls
from kiosk.qt.player.session_overlays import SessionOverlays
from kiosk.qt.player.stage import Stage
from kiosk.qt.systemd_watchdog import SystemdWatchdog
from kiosk.qt.window import WindowPlace
from kiosk.qt.window_opening import WindowOpening
from kiosk.qt.window_system import wait_until_drawn

if TYPE_CHECKING:
    from kiosk.qt.first_frame import FirstFrame
    from kiosk.qt.splash import Splash
    from kiosk.qt.staff.staff_panel import StaffPanel


class App(QObject):
    """Owns everything. `started`: the first picture is on the screen, and all that stays has been made."""

    started = Signal()

    def __init__(self, application: QGuiApplication, options: RunOptions, log: EventLog, splash: Splash | None = None) -> None:
        super().__init__()
        self._options = options
        self._log = log
        self._splash = splash
        self._measures: Screen | None = None
        self._settings_in_use = Settings()
        self._engine = QQmlApplicationEngine()
        self._place = WindowPlace(options, self)
        self._language = InterfaceLanguage(application, self._engine, self)
        self._frames = FrameMeter(self)
        self._first_frame: FirstFrame | None = None
        self._watchdog = SystemdWatchdog(log, (self._frames.stall, running_jobs.stall), self)
        self.playlist_source = PlaylistSource(options.slides, StateFolder(options.state), self)
        self.driver = Driver(self)
        self.preparer = SlidePreparer(self)
        self.pictures = picture_decoder.PictureProvider()
        self.stage = Stage(self.driver, self.playlist_source, self.preparer, self.pictures, self)
        self.overlays = SessionOverlays(self.playlist_source, self.preparer, self.pictures, self)
        self.announcement = AnnouncementBandModel(self.playlist_source, self)
        self.night = Night(self.playlist_source, self)
        self.theme = Theme(self)
        self.controls = SessionControls(self.driver, self.playlist_source, self.overlays, self.theme, self)
        self.staff: StaffPanel | None = None
        self._opening = WindowOpening(self._place, self.driver, self.stage, self._frames, self)
        self._player_log = PlayerLog(log, self.playlist_source, self)

    # --- start-up, in order ---

    def start(self) -> None:
        """Reads what the first slide needs, and shows it as soon as it is ready; if there is none to wait for, what there is.

        The rest is read afterwards.

        Raises RuntimeError if the user interface cannot be loaded.
        """
        self._connect()
        self.playlist_source.open_first()
        self._apply_playlist()
        shown = {
            "announcement": self.announcement,
            "controls": self.controls,
            "framed": self._options.windowed is not None,
            "night": self.night,
            "stage": self.stage,
            "turn": self._options.turn,
        }
        self.window = main_window.load(self._engine, self.theme, self.pictures, shown)
        self._place.adopt(self.window)
        self._frames.watch(self.window)
        # QML looks for garbage so seldom that what sessions leave behind adds up: 10 KB each. At rest it takes 1 ms (measured).
        self._frames.settled.connect(self._on_settled)
        self._graphics = GraphicsWatch(self.window, self._log, self)
        self._opening.begin()

    def _connect(self) -> None:
        self.driver.happened.connect(self._player_log.on_effect)
        self.driver.happened.connect(self._on_effect)
        self.playlist_source.reloaded.connect(self._player_log.on_reloaded)
        self.playlist_source.stateTaken.connect(self._player_log.on_state_taken)
        self.playlist_source.changed.connect(self._apply_playlist)
        self.playlist_source.changed.connect(self._player_log.on_clock)
        self._place.resized.connect(self._measure)
        self.stage.turned.connect(self._frames.on_turned)
        self._opening.drawn.connect(self._on_first_frame)
        self._opening.over.connect(self._complete)
        self._frames.rested.connect(self._player_log.on_rested)
        self.controls.languageChanged.connect(self._language.speak)
        self.controls.languageChanged.connect(self.stage.on_language)
        shown = self.controls
        changes = (shown.modeChanged, shown.overlayChanged, shown.countdownChanged, shown.textSizeChanged)
        for changed in (*changes, self._place.resized):
            changed.connect(self._frames.expect)
        if self._splash:
            self._splash.touched.connect(self.controls.openSession)

    @Slot()
    def _on_first_frame(self) -> None:
        wait_until_drawn(self.window)
        if not self._splash:
            # A splash has shown the first slide before, and was told of.
            self._log.ready()

    @Slot(bool)
    def _complete(self, drawn: bool) -> None:
        """Makes all that nobody needs in order to see something."""
        if not drawn:
            self._log.write("no_picture", why="nothing was drawn so far; is the screen on?")
        if self._splash:
            self._splash.deleteLater()
            self._splash = None
        self._watch_input()
        self._place.hold()
        self._watchdog.ready()
        if drawn and self.stage.showing():
            self._keep_first_frame()
        self._make_staff_panel()
        # The whole folder is read once something is on the screen, so that the number of slides costs it nothing.
        QTimer.singleShot(0, self.playlist_source, self.playlist_source.reload)
        self.started.emit()

    def _watch_input(self) -> None:
        # Loaded only now that somebody can see what to touch: it takes the keys' names, and so 20 ms of a start.
        from kiosk.qt.player.input_filter import InputFilter

        self._input_filter = InputFilter(self.window, self.driver, self.theme, self._options.turn, self)

    def _keep_first_frame(self) -> None:
        sources, showing = self.playlist_source.first_sources(), self.stage.showing()

        def grab() -> QImage | None:
            state = self.driver.state
            untouched = state.mode is Mode.LOOP and not state.loop_language and self.stage.showing() is showing
            return self.window.grabWindow() if untouched else None

        if sources:
            from kiosk.qt.first_frame import FirstFrame

            self._first_frame = FirstFrame(self._options, self)
            self._first_frame.keep(self._place.size(), sources, grab)

    def _make_staff_panel(self) -> None:
        from kiosk.qt.staff.staff_panel import staff_panel

        self.staff = staff_panel(self.driver, self.playlist_source, self.preparer, self._engine, self._log, self)
        self.staff.edit_session.saved.connect(self._player_log.on_saved)
        if self._measures:
            self.staff.resize(self._measures)
        self.window.setProperty("staff", self.staff)

    # --- from one to the other ---

    @Slot()
    def _apply_playlist(self) -> None:
        """Hands on what plays now, with the settings that it plays by."""
        settings = self.playlist_source.arrangement.settings
        limits = Limits(settings.session_seconds, settings.warning_seconds, settings.wake_minutes * 60)
        self.driver.send(Limited(limits))
        for language in self.playlist_source.deck.languages():
            load_script(language)
        self.driver.send(Replaced(self.playlist_source.playlist()))
        self.driver.send(Opened(self.playlist_source.is_open()))
        self._measure()
        if settings != self._settings_in_use:
            # Sizes and times of slides that wait their turn were worked out from the old ones.
            self._settings_in_use = settings
            self.preparer.forget()
        self.controls.refresh()
        self.stage.update()

    @Slot()
    def _measure(self) -> None:
        measures = self._place.measures(self.playlist_source.arrangement.settings)
        if measures != self._measures:
            self._measures = measures
            self.controls.resize(measures)
            if self.staff:
                self.staff.resize(measures)
        self.announcement.refresh(measures)
        self.night.refresh()
        self.stage.resize(measures, self.announcement.room())

    @Slot(object)
    def _on_effect(self, effect: Effect) -> None:
        if isinstance(effect, PassedOver) and not self.playlist_source.complete:
            # The one slide that was read cannot be shown: the others can.
            self.playlist_source.reload()

    @Slot()
    def _on_settled(self) -> None:
        self._engine.collectGarbage()

    # --- the end ---

    def close(self, restarts: bool = False) -> None:
        """Takes everything down: first the threads, so that all is written; then QML; then the objects that it shows.

        `restarts`: the same process then starts anew.
        """
        self._watchdog.close(restarts)
        self._frames.end_rest()
        self._place.release()
        self.playlist_source.close()
        if self.staff:
            self.staff.close()
        if self._first_frame:
            self._first_frame.close()
        self.preparer.close()
        self._language.close()
        # The window belongs to the engine. Deleted by name, it takes along what Python knows of it and of its items.
        for window in self._engine.rootObjects():
            shiboken6.delete(window)
        shiboken6.delete(self._engine)
        shiboken6.delete(self)
