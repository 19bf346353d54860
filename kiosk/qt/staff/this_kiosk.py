"""The program as a whole: a new PIN, restarting, leaving. Whoever leaves or renews enters the PIN again."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QEnum, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core import exit_codes, service
from kiosk.core.event_log import EventLog
from kiosk.core.storage.pin import PinFile
from kiosk.qt.bridge.declarations import Property, QmlUncreatable
from kiosk.qt.player.playlist_source import PlaylistSource
from kiosk.qt.staff.pin_pad import PinPadModel

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1


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

    def __init__(self, pins: PinFile, playlist_source: PlaylistSource, log: EventLog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._playlist_source = playlist_source
        playlist_source.changed.connect(self.changed)
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

    @Property(str, notify=changed)
    def farewell(self) -> str:
        """What happens when staff leave, and when the kiosk is back: one or two sentences."""
        if not service.is_service():
            return QCoreApplication.translate("ThisKioskModel", "The kiosk closes until someone starts it again.")
        minutes = self._playlist_source.arrangement.settings.return_minutes
        if not minutes:
            return QCoreApplication.translate(
                "ThisKioskModel", "The kiosk closes. It comes back when the machine is switched on again."
            )
        words = QCoreApplication.translate(
            "ThisKioskModel",
            "The kiosk closes. It comes back by itself in %1 minutes, or when the machine is switched on again.",
        )
        return words.replace("%1", f"{minutes:g}")

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
        QCoreApplication.exit(exit_codes.RESTART)

    def close(self) -> None:
        self._pad.close()

    def _ask(self, purpose: Purpose) -> None:
        self._pad.start()
        self._tell(purpose, "")

    @Slot()
    def _on_right(self) -> None:
        if self._purpose == self.Purpose.Leave:
            QCoreApplication.exit(exit_codes.LEFT_BY_STAFF)
        elif self._purpose == self.Purpose.ChangePin:
            self._pad.renew()

    @Slot()
    def _on_renewed(self) -> None:
        self._pad.stop()
        self._tell(self.Purpose.Nothing, QCoreApplication.translate("ThisKioskModel", "The new PIN is set."))

    def _tell(self, purpose: Purpose, message: str) -> None:
        self._purpose, self._message = purpose, message
        self.changed.emit()
