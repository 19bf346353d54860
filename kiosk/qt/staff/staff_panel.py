"""The staff's panel: its pages, and the draft that stays when it locks."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QEnum, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QQmlEngine

from kiosk.core.event_log import EventLog
from kiosk.core.layout.screen import Screen
from kiosk.core.player.events import Press
from kiosk.core.storage.pin import PinFile
from kiosk.qt.bridge.declarations import Property, QmlUncreatable
from kiosk.qt.drawing.slide_preparer import SlidePreparer
from kiosk.qt.player.driver import Driver
from kiosk.qt.player.playlist_source import PlaylistSource
from kiosk.qt.staff import storage_words
from kiosk.qt.staff.announcement_page import AnnouncementModel
from kiosk.qt.staff.backup_page import BackupModel
from kiosk.qt.staff.clock_page import ClockModel
from kiosk.qt.staff.edit_session import EditSession
from kiosk.qt.staff.history_page import HistoryModel
from kiosk.qt.staff.pin_pad import PinPadModel
from kiosk.qt.staff.settings_page import SettingsModel
from kiosk.qt.staff.slide_order import SlideOrderModel
from kiosk.qt.staff.staff_sitting import StaffSitting
from kiosk.qt.staff.state_watch import StateWatch
from kiosk.qt.staff.this_kiosk import ThisKioskModel
from kiosk.qt.staff.thumbnails import PROVIDER, Thumbnails
from kiosk.qt.staff.timetable_page import TimetableModel

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made in Python")
class StaffPanel(QObject):
    """Locked (at the pad) whenever the player is not in staff mode. `notice` is one plain sentence, or "" for none."""

    @QEnum
    class Page(IntEnum):
        Pad = 0
        Slides = 1
        Announcement = 2
        Settings = 3
        History = 4
        Timetable = 5
        Backup = 6
        Clock = 7

    changed = Signal()
    busyChanged = Signal()

    def __init__(
        self,
        driver: Driver,
        edit_session: EditSession,
        thumbnails: Thumbnails,
        log: EventLog,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.edit_session = edit_session
        self._driver = driver
        self._thumbnails = thumbnails
        self._page = self.Page.Pad
        self._has_draft = False
        # What has happened, and what is the matter with the state folder until it is mended.
        self._message = ""
        self._trouble = ""
        pins = PinFile(edit_session.store.folder)
        self._pad = PinPadModel(pins, log, self)
        self._pad.look()
        edit_session.playlist_source.stateWritten.connect(self._pad.look)
        self._sitting = StaffSitting(driver, edit_session, self._pad, self)
        self._machine = ThisKioskModel(pins, edit_session.playlist_source, log, self)
        self._order = SlideOrderModel(edit_session, thumbnails, self)
        self._announcement = AnnouncementModel(edit_session, self)
        self._settings = SettingsModel(edit_session, self)
        self._history = HistoryModel(edit_session, self)
        self._timetable = TimetableModel(edit_session, self)
        self._backup = BackupModel(edit_session, self)
        self._clock = ClockModel(edit_session.playlist_source, self)
        self._watch = StateWatch(edit_session, log, self)
        self._watch.changed.connect(self._on_trouble)
        edit_session.failed.connect(self._tell)
        self._sitting.opened.connect(self._unlock)
        self._sitting.left.connect(self._lock)
        self._sitting.busyChanged.connect(self.busyChanged)

    def close(self) -> None:
        """Keeps what was not saved, and waits until everything is written."""
        self._lock()
        self.edit_session.close()
        self._pad.close()
        self._machine.close()
        self._backup.close()
        self._clock.close()

    def resize(self, screen: Screen) -> None:
        self._thumbnails.resize(screen)

    # --- for QML ---

    @Property(int, notify=changed)
    def page(self) -> int:
        """One of `Page`."""
        return self._page

    @Property(PinPadModel, constant=True)
    def pad(self) -> PinPadModel:
        return self._pad

    @Property(SlideOrderModel, constant=True)
    def order(self) -> SlideOrderModel:
        return self._order

    @Property(AnnouncementModel, constant=True)
    def announcing(self) -> AnnouncementModel:
        return self._announcement

    @Property(SettingsModel, constant=True)
    def house(self) -> SettingsModel:
        return self._settings

    @Property(ThisKioskModel, constant=True)
    def machine(self) -> ThisKioskModel:
        return self._machine

    @Property(HistoryModel, constant=True)
    def past(self) -> HistoryModel:
        return self._history

    @Property(TimetableModel, constant=True)
    def timetable(self) -> TimetableModel:
        return self._timetable

    @Property(BackupModel, constant=True)
    def backup(self) -> BackupModel:
        return self._backup

    @Property(ClockModel, constant=True)
    def clock(self) -> ClockModel:
        return self._clock

    @Property(bool, notify=changed)
    def hasDraft(self) -> bool:
        """True if an earlier sitting left something unsaved, and nobody has said yet what becomes of it."""
        return self._has_draft

    @Property(bool, notify=busyChanged)
    def busy(self) -> bool:
        """True while the draft of an earlier sitting is read, after the right PIN."""
        return self._sitting.busy

    @Property(str, notify=changed)
    def notice(self) -> str:
        # The same sentence may stand in both.
        return " ".join(dict.fromkeys(filter(None, (self._message, self._trouble))))

    @Slot(int)
    def open(self, page: int) -> None:
        """Opens one of `Page`. Only the right PIN leads away from the pad."""
        if self._page != self.Page.Pad and page in set(self.Page) - {self.Page.Pad, self._page}:
            self._page = self.Page(page)
            self.changed.emit()

    @Slot(bool)
    def takeDraft(self, wanted: bool) -> None:
        """The answer to `hasDraft`."""
        if self._has_draft:
            self._has_draft = False
            if not wanted:
                self.edit_session.discard()
            self.changed.emit()

    @Slot()
    def saveAndClose(self) -> None:
        if self._page != self.Page.Pad:
            self.edit_session.save(self._sitting.in_sitting(self.leave))

    @Slot()
    def discard(self) -> None:
        self.edit_session.discard()

    @Slot()
    def leave(self) -> None:
        """Back to the slides. What is not saved is kept as a draft."""
        self._sitting.leave()

    @Slot()
    def startCleaning(self) -> None:
        """Lets the glass be wiped for a minute."""
        self._driver.send(Press.CLEAN)

    @Slot()
    def dismissNotice(self) -> None:
        self._trouble = ""
        self._tell("")

    # --- getting in and out ---

    @Slot()
    def _unlock(self) -> None:
        self._has_draft = self.edit_session.edit.is_dirty
        self._order.open()
        self._page = self.Page.Slides
        self._watch.start()
        self._trouble = self._watch.sentence
        self._tell(storage_words.wrong_pins(self._pad.wrong_before))

    @Slot()
    def _lock(self) -> None:
        if self._page == self.Page.Pad:
            return
        self._page = self.Page.Pad
        self._has_draft = False
        self._watch.stop()
        self._machine.cancel()
        self._order.close()
        self._thumbnails.forget()
        self.edit_session.keep_draft()
        self.changed.emit()

    @Slot(str)
    def _tell(self, message: str) -> None:
        self._message = message
        self.changed.emit()

    @Slot()
    def _on_trouble(self) -> None:
        # What could not be saved while it lasted was told in the same words.
        if self._message == self._trouble:
            self._message = ""
        self._trouble = self._watch.sentence
        self.changed.emit()


def staff_panel(
    driver: Driver, playlist_source: PlaylistSource, preparer: SlidePreparer, engine: QQmlEngine, log: EventLog, parent: QObject
) -> StaffPanel:
    """Makes the panel with everything behind it. Only after the first slide, so that it costs the start no time."""
    thumbnails = Thumbnails(playlist_source, preparer, parent)
    engine.addImageProvider(PROVIDER, thumbnails.provider)
    edit_session = EditSession(playlist_source, playlist_source.store, parent)
    return StaffPanel(driver, edit_session, thumbnails, log, parent)
