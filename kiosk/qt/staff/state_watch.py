"""Looks, while the panel is open, whether the slides can be read, what staff decide saved, and what was saved read."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.core.event_log import EventLog
from kiosk.core.storage.atomic_file import NotSaved
from kiosk.qt.staff import folder_trouble, storage_words
from kiosk.qt.staff.edit_session import EditSession

# A disk that was mended is seen this soon. Nothing is looked at again while all is well.
AGAIN_MS = 5000


class StateWatch(QObject):
    """`sentence`: what is wrong now, in the reader's words; "" while all is well. `changed` tells of another one."""

    changed = Signal()

    def __init__(self, edit_session: EditSession, log: EventLog, parent: QObject) -> None:
        super().__init__(parent)
        self.sentence = ""
        self._edit_session = edit_session
        self._log = log
        self._fault: NotSaved | None = None
        self._watching = False
        # The disk is asked by writing: when the panel opens, and as long as it fails.
        self._ask_disk = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self.look)
        edit_session.playlist_source.changed.connect(self._tell)
        edit_session.playlist_source.troubleChanged.connect(self._tell)
        edit_session.failed.connect(self._on_failed)

    def start(self) -> None:
        """Begins with what is known already; the disk is asked in the background."""
        self._watching = self._ask_disk = True
        self._tell()
        self.look()

    def stop(self) -> None:
        self._watching = False
        self._fault = None
        self.sentence = ""
        self._again.stop()

    @Slot()
    def look(self) -> None:
        self._edit_session.playlist_source.look_at_state()
        if self._ask_disk:
            self._edit_session.run(self._edit_session.store.fault, self._take)

    @Slot(str)
    def _on_failed(self, why: str) -> None:
        self._ask_disk = True
        if self._watching:
            self._again.start()

    def _take(self, fault: NotSaved | None) -> None:
        if fault and str(fault) != str(self._fault):
            self._log.say("cannot_save", str(fault))
        self._fault = fault
        self._ask_disk = fault is not None
        self._tell()

    @Slot()
    def _tell(self) -> None:
        if not self._watching:
            return
        source = self._edit_session.playlist_source
        cannot_save = storage_words.sentence(self._fault) if self._fault else ""
        parts = (folder_trouble.in_words(source.trouble), cannot_save, storage_words.problems(source.state_problems))
        sentence = " ".join(filter(None, parts))
        if sentence:
            self._again.start()
        if sentence != self.sentence:
            self.sentence = sentence
            self.changed.emit()
