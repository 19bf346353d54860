"""The backup page: the whole state onto a drive and back, from a list of drives that are plugged in."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.arrangement.arrangement import Arrangement
from kiosk.core.arrangement.changes import changes
from kiosk.core.files import Unreadable
from kiosk.core.storage import usb_drives
from kiosk.core.storage.state_folder import NotSaved
from kiosk.core.storage.usb_drives import MOUNT_TABLE, Drive
from kiosk.core.storage.version import BroughtIn, Summary
from kiosk.qt.bridge.declarations import Property, QmlUncreatable
from kiosk.qt.bridge.list_model import ListModel
from kiosk.qt.jobs import Jobs
from kiosk.qt.staff import dates, storage_words, summaries
from kiosk.qt.staff.edit_session import EditSession

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1

# More than anybody reads; a stick full of photographs has more files than that, but not of this kind.
MOST_FILES = 50
Result = TypeVar("Result")
ENDINGS = (".zip", ".json")


class DriveRow(Struct, frozen=True):
    label: str
    place: str
    chosen: bool


class ExportRow(Struct, frozen=True):
    name: str
    written: str
    chosen: bool


@QmlElement
@QmlUncreatable("made in Python")
class BackupModel(QObject):
    """`changed`: other drives or files, or a job has ended. Slow drives keep a thread waiting, never the screen."""

    changed = Signal()

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
        self._busy = False
        # Apart from the state folder's: a drive may take minutes.
        self._jobs = Jobs("drive", self)
        self._drive_rows = ListModel(DriveRow, self)
        self._file_rows = ListModel(ExportRow, self)
        self._watch: QSocketNotifier | None = None

    @Slot()
    def begin(self) -> None:
        """Opens the page: from now on drives are seen as they come and go."""
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
        """Leaves the page."""
        if self._watch:
            self._watch.setEnabled(False)
            self._watch.deleteLater()
            self._watch = None
            self._table.close()

    def close(self) -> None:
        """Waits for what is under way."""
        self.end()
        self._jobs.close()

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
        return self._busy

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._message

    @Property(bool, notify=changed)
    def wrong(self) -> bool:
        """The message tells of something that did not work."""
        return self._wrong

    @Property(str, notify=changed)
    def chosenFile(self) -> str:
        return self._file.name if self._file else ""

    @Property(str, notify=changed)
    def would(self) -> str:
        """The changes that bringing in the chosen file would make; "" until it was checked whole and is right."""
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
            self._run(partial(self._edit_session.store.export, drive.path, datetime.now()), partial(self._tell_export, drive))

    @Slot(str)
    def check(self, name: str) -> None:
        """Reads an export from end to end. Changes nothing."""
        if self._drive and not self.busy:
            self._file = self._drive.path / name
            self._run(partial(self._edit_session.store.check_import, self._file), self._tell_changes)

    @Slot()
    def bringIn(self) -> None:
        """Makes the file that was checked what holds."""
        file = self._file
        if file and self._would:
            work = partial(self._edit_session.store.import_, file, datetime.now())
            self._run(work, partial(self._take_over, file.name))

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
        """Shows the drives, and the chosen one's files as soon as they are listed."""
        rows = [DriveRow(drive.label, str(drive.path), drive == self._drive) for drive in self._drives]
        self._drive_rows.update(rows)
        drive = self._drive
        self._jobs.run(partial(_exports, drive.path) if drive else list, partial(self._show_files, drive))
        self.changed.emit()

    def _show_files(self, drive: Drive | None, files: list[tuple[str, datetime]]) -> None:
        if drive == self._drive:
            chosen = self._file.name if self._file else ""
            self._file_rows.update([ExportRow(name, dates.stamp(when), name == chosen) for name, when in files])
            self.changed.emit()

    # --- in the background ---

    def _run(self, work: Callable[[], Result], done: Callable[[Result], None]) -> None:
        if self._busy:
            return

        def finish(result: Result) -> None:
            self._busy = False
            done(result)
            self._show()

        self._say("")
        self._busy = True
        self._jobs.run(work, finish, self._on_failed, (NotSaved, Unreadable, OSError))
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        self._say(storage_words.sentence(error), wrong=True)
        self._show()

    def _tell_export(self, drive: Drive, file: Path) -> None:
        text = QCoreApplication.translate("BackupModel", "Saved on %1 as %2.")
        self._say(text.replace("%1", drive.label).replace("%2", file.name))

    def _tell_changes(self, arrangement: Arrangement) -> None:
        edit = self._edit_session.edit
        self._would = summaries.in_words(Summary(changes(edit.saved, arrangement, edit.authored)))

    def _take_over(self, name: str, written: Arrangement) -> None:
        self._edit_session.take_over(written, Summary(origin=BroughtIn(name)))
        self._file = None
        text = QCoreApplication.translate("BackupModel", "%1 holds from now on. The state before is in the history.")
        self._say(text.replace("%1", name))

    def _say(self, message: str, wrong: bool = False) -> None:
        self._message, self._wrong, self._would = message, wrong, ""


def _exports(folder: Path) -> list[tuple[str, datetime]]:
    """Files that may be exports, newest first."""
    exports = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.lower().endswith(ENDINGS) and not entry.name.startswith(".") and entry.is_file():
                    exports.append((entry.stat().st_mtime, entry.name))
    except OSError:
        # Pulled out a moment ago.
        return []
    return [(name, datetime.fromtimestamp(when)) for when, name in sorted(exports, reverse=True)[:MOST_FILES]]
