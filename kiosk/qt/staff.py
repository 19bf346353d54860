"""The staff's panel: who gets in, which page is open, and what happens to unsaved work when it locks."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.pin import PinFile
from kiosk.core.player import Mode, Press, State
from kiosk.qt.announcing import Announcing
from kiosk.qt.baggage import Baggage
from kiosk.qt.day import Day
from kiosk.qt.desk import Desk
from kiosk.qt.driver import Driver
from kiosk.qt.house import House
from kiosk.qt.machine import Machine
from kiosk.qt.order import Order
from kiosk.qt.pad import Pad
from kiosk.qt.past import Past
from kiosk.qt.thumbnails import Thumbnails

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1

PAGES = ("slides", "announcement", "settings", "history", "timetable", "backup")
# Whoever only waits at the pad does not keep the slides from patients for longer than this, in s.
WAITING_SECONDS = 15.0


@QmlElement
@QmlUncreatable("made in Python")
class Staff(QObject):
    """Locked ("pad") whenever the player is not in staff mode. `notice` is one plain sentence, or "" for none."""

    changed = Signal()

    def __init__(
        self, driver: Driver, desk: Desk, thumbnails: Thumbnails, is_first_start: bool, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._driver = driver
        self._desk = desk
        self._thumbnails = thumbnails
        self._page = "pad"
        self._has_draft = False
        self._notice = ""
        pins = PinFile(desk.store.folder)
        self._pad = Pad(pins, is_first_start, self)
        self._machine = Machine(pins, self)
        self._order = Order(desk, thumbnails, self)
        self._announcing = Announcing(desk, self)
        self._house = House(desk, self)
        self._past = Past(desk, self)
        self._day = Day(desk, self)
        self._baggage = Baggage(desk, self)
        driver.changed.connect(self._on_state)
        desk.failed.connect(self._on_failed)
        self._pad.opened.connect(self._unlock)
        self._pad.changed.connect(self._on_pad)
        if driver.state.mode is Mode.STAFF:
            self._pad.start()

    def close(self) -> None:
        """What was not saved is kept; waits for the pad."""
        if self._page != "pad":
            self._lock()
        self._pad.close()
        self._machine.close()
        self._baggage.close()

    # --- for QML ---

    @Property(str, notify=changed)
    def page(self) -> str:
        return self._page

    @Property(Pad, constant=True)
    def pad(self) -> Pad:
        return self._pad

    @Property(Order, constant=True)
    def order(self) -> Order:
        return self._order

    @Property(Announcing, constant=True)
    def announcing(self) -> Announcing:
        return self._announcing

    @Property(House, constant=True)
    def house(self) -> House:
        return self._house

    @Property(Machine, constant=True)
    def machine(self) -> Machine:
        return self._machine

    @Property(Past, constant=True)
    def past(self) -> Past:
        return self._past

    @Property(Day, constant=True)
    def timetable(self) -> Day:
        return self._day

    @Property(Baggage, constant=True)
    def backup(self) -> Baggage:
        return self._baggage

    @Property(bool, notify=changed)
    def hasDraft(self) -> bool:
        """Whether to ask: go on with what was not saved?"""
        return self._has_draft

    @Property(str, notify=changed)
    def notice(self) -> str:
        return self._notice

    @Slot(str)
    def open(self, page: str) -> None:
        """Opens a page. Only the right PIN leads away from the pad."""
        if self._page != "pad" and page in PAGES and page != self._page:
            self._page = page
            self.changed.emit()

    @Slot(bool)
    def takeDraft(self, wanted: bool) -> None:
        """The answer to `hasDraft`."""
        if self._has_draft:
            self._has_draft = False
            if not wanted:
                self._desk.discard()
            self.changed.emit()

    @Slot()
    def saveAndClose(self) -> None:
        if self._page != "pad" and self._desk.save():
            self.leave()

    @Slot()
    def discard(self) -> None:
        self._desk.discard()

    @Slot()
    def leave(self) -> None:
        """Back to the slides. What is not saved is kept as a draft."""
        self._driver.send(Press.LEAVE_STAFF)

    @Slot()
    def dismissNotice(self) -> None:
        self._tell("")

    # --- getting in and out ---

    def _on_state(self, before: State) -> None:
        inside = self._driver.state.mode is Mode.STAFF
        if inside and before.mode is not Mode.STAFF:
            self._pad.start()
        elif not inside and before.mode is Mode.STAFF:
            self._pad.stop()
            if self._page != "pad":
                self._lock()

    def _unlock(self) -> None:
        if self._driver.state.mode is not Mode.STAFF:
            return
        self._desk.open(with_draft=True)
        self._has_draft = self._desk.edit.is_dirty
        self._order.open()
        self._page = "slides"
        problem = next(iter(self._desk.programme.state_problems), None)
        self._tell(f"{Path(problem.path).name}:{problem.line}: {problem.message}." if problem else "")

    def _lock(self) -> None:
        self._page = "pad"
        self._has_draft = False
        self._machine.cancel()
        self._order.close()
        self._thumbnails.forget()
        self._desk.keep_draft()
        self.changed.emit()

    def _on_pad(self) -> None:
        state = self._driver.state
        waits = self._pad.wait > 0 and state.mode is Mode.STAFF
        if waits and time.monotonic() - state.touched_at > WAITING_SECONDS:
            self.leave()

    def _on_failed(self, sentence: str) -> None:
        self._tell(sentence)

    def _tell(self, notice: str) -> None:
        self._notice = notice
        self.changed.emit()
