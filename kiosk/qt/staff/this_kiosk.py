"""The program as a whole: a new PIN, restarting, leaving. Whoever leaves or renews enters the PIN again."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QEnum, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.event_log import EventLog
from kiosk.core.storage.pin import PinFile
from kiosk.qt.bridge.declarations import Property, QmlUncreatable
from kiosk.qt.staff.pin_pad import PinPadModel

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1

# EX_TEMPFAIL of sysexits.h: the service starts the program again.
RESTART = 75


@QmlElement
@QmlUncreatable("made in Python")
class ThisKioskModel(QObject):
    """The machine's own affairs, behind the PIN where they end the program."""

    @QEnum
    class Purpose(IntEnum):
        """The reason to ask for the PIN."""

        Nothing = 0
        Leave = 1
        ChangePin = 2

    changed = Signal()

    def __init__(self, pins: PinFile, log: EventLog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._purpose = self.Purpose.Nothing
        self._message = ""
        self._pad = PinPadModel(pins, log, self)
        self._pad.opened.connect(self._on_right)
        self._pad.renewed.connect(self._on_renewed)

    @Property(PinPadModel, constant=True)
    def pad(self) -> PinPadModel:
        return self._pad

    @Property(int, notify=changed)
    def purpose(self) -> int:
        """One of `Purpose`."""
        return self._purpose

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._message

    @Slot()
    def leave(self) -> None:
        self._ask(self.Purpose.Leave)

    @Slot()
    def changePin(self) -> None:
        self._ask(self.Purpose.ChangePin)

    @Slot()
    def cancel(self) -> None:
        self._pad.stop()
        self._tell(self.Purpose.Nothing, "")

    @Slot()
    def restart(self) -> None:
        QCoreApplication.exit(RESTART)

    def close(self) -> None:
        self._pad.close()

    def _ask(self, purpose: Purpose) -> None:
        self._pad.start()
        self._tell(purpose, "")

    @Slot()
    def _on_right(self) -> None:
        if self._purpose == self.Purpose.Leave:
            QCoreApplication.exit(0)
        elif self._purpose == self.Purpose.ChangePin:
            self._pad.renew()

    @Slot()
    def _on_renewed(self) -> None:
        self._pad.stop()
        self._tell(self.Purpose.Nothing, QCoreApplication.translate("ThisKioskModel", "The new PIN is set."))

    def _tell(self, purpose: Purpose, message: str) -> None:
        self._purpose, self._message = purpose, message
        self.changed.emit()
