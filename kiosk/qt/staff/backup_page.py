"""The backup page: the whole state onto a drive and back, from a list of drives that are plugged in."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Property, QCoreApplication, QObject, QSocketNotifier, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.arrangement.arrangement import Arrangement
from kiosk.core.arrangement.changes import changes
from kiosk.core.files import Unreadable
from kiosk.core.storage import usb_drives
from kiosk.core.storage.state_folder import NotSaved
from kiosk.core.storage.usb_drives import MOUNT_TABLE, Drive
from kiosk.core.storage.version import BroughtIn, Summary
from kiosk.qt.bridge.list_model import ListModel
from kiosk.qt.staff import calendar, summaries
from kiosk.qt.staff.edit_session import EditSession

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1

# More than anybody reads; a stick full of photographs has more files than that, but not of this kind.
MOST_FILES = 50
ENDINGS = (".zip", ".json")


@dataclass(frozen=True, slots=True)
class DriveRow:
    label: str
    place: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class ExportRow:
    name: str
    written: str
    chosen: bool


@QmlElement
@QmlUncreatable("made in Python")
class BackupModel(QObject):
    """`changed`: other drives or files, or a job has ended. Slow drives keep a thread waiting, never the screen."""

    changed = Signal()
    _ended = Signal(object)

    def __init__(
        self,
        edit_session: EditSession,
        parent: QObject | None = None,
        mounted: Callable[[], tuple[Drive, ...]] = usb_drives.mounted,
    ) -> None:
        super().__init__(parent)
        self._edit_session = edit_session
        self._mounted = mounted
        self._drives: tuple[Drive, ...] = ()
        self._drive: Drive | None = None
        self._file: Path | None = None
        self._message = ""
        self._wrong = False
        self._would = ""
        self._thread: threading.Thread | None = None
        self._drive_rows = ListModel(DriveRow, self)
        self._file_rows = ListModel(ExportRow, self)
        self._ended.connect(self._on_ended)
        self._watch: QSocketNotifier | None = None

    @Slot()
    def begin(self) -> None:
        """The page was opened: from now on drives are seen as they come and go."""
        self._message = ""
        self._look_for_drives()
        if self._watch is None:
            try:
                self._table = open(MOUNT_TABLE, "rb")  # noqa: SIM115  open as long as the page is
            except OSError:
                return
            # proc(5): the mount table tells of a change by an exceptional condition.
            self._watch = QSocketNotifier(self._table.fileno(), QSocketNotifier.Type.Exception, self)
            self._watch.activated.connect(self._on_mounted)

    @Slot()
    def end(self) -> None:
        """The page was left."""
        if self._watch:
            self._watch.setEnabled(False)
            self._watch.deleteLater()
            self._watch = None
            self._table.close()

    def close(self) -> None:
        """Waits for what is under way."""
        self.end()
        if self._thread:
            self._thread.join(timeout=10)

    # --- for QML ---

    @Property(ListModel, constant=True)
    def drives(self) -> ListModel:
        return self._drive_rows

    @Property(ListModel, constant=True)
    def files(self) -> ListModel:
        """The exports on the chosen drive, newest first."""
        return self._file_rows

    @Property(bool, notify=changed)
    def hasDrive(self) -> bool:
        return self._drive is not None

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self._thread is not None

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._message

    @Property(bool, notify=changed)
    def wrong(self) -> bool:
        """Whether the message tells of something that did not work."""
        return self._wrong

    @Property(str, notify=changed)
    def chosenFile(self) -> str:
        return self._file.name if self._file else ""

    @Property(str, notify=changed)
    def would(self) -> str:
        """What bringing in the chosen file would change; "" until it was checked whole and found right."""
        return self._would

    @Slot(int)
    def chooseDrive(self, place: int) -> None:
        self._drive = self._drives[place]
        self._say("")
        self._show()

    @Slot()
    def export(self) -> None:
        drive = self._drive
        if drive:
            self._run(partial(self._exported, drive))

    @Slot(str)
    def check(self, name: str) -> None:
        """Reads an export from end to end. Changes nothing."""
        if self._drive and not self.busy:
            self._file = self._drive.path / name
            file = self._file
            self._run(partial(self._checked, file))

    @Slot()
    def bringIn(self) -> None:
        """Makes the file that was checked what holds."""
        file = self._file
        if file and self._would:
            self._run(partial(self._brought_in, file))

    @Slot()
    def forget(self) -> None:
        """Leaves the chosen file alone."""
        self._file = None
        self._say("")
        self._show()

    # --- drives and files ---

    @Slot()
    def _on_mounted(self) -> None:
        self._look_for_drives()

    def _look_for_drives(self) -> None:
        # The kernel tells of the next change once this one was read.
        if self._watch:
            self._table.seek(0)
            self._table.read()
        self._drives = self._mounted()
        if self._drive not in self._drives:
            self._drive = self._drives[0] if len(self._drives) == 1 else None
            self._file, self._would = None, ""
        self._show()

    def _show(self) -> None:
        rows = [DriveRow(drive.label, str(drive.path), drive == self._drive) for drive in self._drives]
        self._drive_rows.update(rows)
        files = _exports(self._drive.path) if self._drive else []
        chosen = self._file.name if self._file else ""
        self._file_rows.update([ExportRow(name, calendar.stamp(when), name == chosen) for name, when in files])
        self.changed.emit()

    # --- in the background ---

    def _run(self, job: Callable[[], Callable[[], None]]) -> None:
        """`job` does the slow part in a thread; what it returns is done after it, in the GUI thread."""
        if self._thread:
            return
        self._say("")
        self._thread = threading.Thread(target=self._work, args=(job,), name="baggage", daemon=True)
        self._thread.start()
        self.changed.emit()

    def _work(self, job: Callable[[], Callable[[], None]]) -> None:
        try:
            after: Callable[[], None] = job()
        except (NotSaved, Unreadable, OSError) as error:
            after = partial(self._say, str(error), wrong=True)
        try:
            self._ended.emit(after)
        except RuntimeError:
            # The program ended while the drive was busy.
            return

    @Slot(object)
    def _on_ended(self, after: Callable[[], None]) -> None:
        self._thread = None
        after()
        self._show()

    def _exported(self, drive: Drive) -> Callable[[], None]:
        file = self._edit_session.store.export(drive.path, datetime.now())
        return partial(
            self._say,
            QCoreApplication.translate("BackupModel", "Saved on %1 as %2.").replace("%1", drive.label).replace("%2", file.name),
        )

    def _checked(self, file: Path) -> Callable[[], None]:
        arrangement = self._edit_session.store.check_import(file)
        return partial(self._tell_changes, arrangement)

    def _tell_changes(self, arrangement: Arrangement) -> None:
        edit = self._edit_session.edit
        self._would = summaries.in_words(Summary(changes(edit.saved, arrangement, edit.authored)))

    def _brought_in(self, file: Path) -> Callable[[], None]:
        written = self._edit_session.store.import_(file, datetime.now())
        return partial(self._take_over, written, file.name)

    def _take_over(self, written: Arrangement, name: str) -> None:
        self._edit_session.take_over(written, Summary(origin=BroughtIn(name)))
        self._file = None
        self._say(
            QCoreApplication.translate("BackupModel", "%1 holds from now on. The state before is in the history.").replace(
                "%1", name
            )
        )

    def _say(self, message: str, wrong: bool = False) -> None:
        self._message, self._wrong, self._would = message, wrong, ""


def _exports(folder: Path) -> list[tuple[str, datetime]]:
    """Files that may be exports, newest first."""
    found = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.lower().endswith(ENDINGS) and not entry.name.startswith(".") and entry.is_file():
                    found.append((entry.stat().st_mtime, entry.name))
    except OSError:
        # Pulled out a moment ago.
        return []
    return [(name, datetime.fromtimestamp(when)) for when, name in sorted(found, reverse=True)[:MOST_FILES]]
