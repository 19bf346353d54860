"""What concerns the program as a whole: a new PIN, restarting, leaving. Whoever leaves or renews enters the PIN again."""

from __future__ import annotations

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.storage.pin import PinFile
from kiosk.qt.staff.pin_pad import PinPadModel

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1

# EX_TEMPFAIL of sysexits.h: the service starts the program again.
RESTART = 75


@QmlElement
@QmlUncreatable("made in Python")
class ThisKioskModel(QObject):
    """`purpose`: what the PIN is asked for, "leave" or "pin"; "" while it is not."""

    changed = Signal()

    def __init__(self, pins: PinFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._purpose = ""
        self._message = ""
        self._pad = PinPadModel(pins, parent=self)
        self._pad.opened.connect(self._on_right)
        self._pad.renewed.connect(self._on_renewed)

    @Property(PinPadModel, constant=True)
    def pad(self) -> PinPadModel:
        return self._pad

    @Property(str, notify=changed)
    def purpose(self) -> str:
        return self._purpose

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._message

    @Slot()
    def leave(self) -> None:
        self._ask("leave")

    @Slot()
    def changePin(self) -> None:
        self._ask("pin")

    @Slot()
    def cancel(self) -> None:
        self._pad.stop()
        self._tell("", "")

    @Slot()
    def restart(self) -> None:
        QCoreApplication.exit(RESTART)

    def close(self) -> None:
        self._pad.close()

    def _ask(self, purpose: str) -> None:
        self._pad.start()
        self._tell(purpose, "")

    def _on_right(self) -> None:
        if self._purpose == "leave":
            QCoreApplication.exit(0)
        elif self._purpose == "pin":
            self._pad.renew()

    def _on_renewed(self) -> None:
        self._pad.stop()
        self._tell("", QCoreApplication.translate("ThisKioskModel", "The new PIN is set."))

    def _tell(self, purpose: str, message: str) -> None:
        self._purpose, self._message = purpose, message
        self.changed.emit()
