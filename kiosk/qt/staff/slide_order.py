"""The panel's list of slides: rows that are dragged, switched and searched. Every change is a step of the edit session."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QEnum, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.arrangement import editing, slide_list
from kiosk.core.arrangement.arrangement import Decision
from kiosk.core.arrangement.slide_list import is_header
from kiosk.core.content.deck import Slide
from kiosk.qt.bridge.declarations import Property, QmlUncreatable
from kiosk.qt.bridge.lazy_list_model import LazyListModel
from kiosk.qt.staff.edit_session import EditSession
from kiosk.qt.staff.slide_detail import SlideDetailModel
from kiosk.qt.staff.slide_rows import Row, SlideRows
from kiosk.qt.staff.thumbnails import Thumbnails

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made in Python")
class SlideOrderModel(QObject):
    """The rows of the list, and all that can be done with them."""

    @QEnum
    class Source(IntEnum):
        """The one who set the seconds of a slide."""

        Automatic = 0
        Author = 1
        Staff = 2

    changed = Signal()

    def __init__(self, edit_session: EditSession, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edit_session = edit_session
        self._chosen = SlideDetailModel(edit_session, thumbnails, self)
        self._slides = SlideRows(edit_session, thumbnails, _source_of)
        self._rows = LazyListModel(Row, self._slides.row, self)
        self._open = False
        edit_session.changed.connect(self._on_edit)
        edit_session.playlist_source.changed.connect(self._on_playlist_source)
        thumbnails.painted.connect(self._rows.refresh)

    def open(self) -> None:
        """Shows everything as at the beginning of a sitting, and follows the edit session until `close`."""
        self._open = True
        self._slides.begin()
        self._chosen.choose(self._slides.order[0] if self._slides.order else "")
        self._rows.show(self._slides.keys())
        self._rows.refresh()
        self.changed.emit()

    def close(self) -> None:
        self._open = False
        self._slides.end()
        self._rows.show(())

    # --- for QML ---

    @Property(LazyListModel, constant=True)
    def rows(self) -> LazyListModel:
        return self._rows

    @Property(SlideDetailModel, constant=True)
    def chosen(self) -> SlideDetailModel:
        return self._chosen

    @Property(bool, notify=changed)
    def canUndo(self) -> bool:
        return bool(self._edit_session.edit.past)

    @Property(bool, notify=changed)
    def canRedo(self) -> bool:
        return bool(self._edit_session.edit.future)

    @Property(bool, notify=changed)
    def dirty(self) -> bool:
        """True with something to save."""
        return self._slides.is_dirty

    @Property(bool, notify=changed)
    def searchable(self) -> bool:
        return self._slides.is_long

    @Property(str, notify=changed)
    def query(self) -> str:
        return self._slides.query

    @Property(bool, notify=changed)
    def movable(self) -> bool:
        """True if rows can be dragged: not among the few that match a search."""
        return self._slides.matches is None

    @Property(str, notify=changed)
    def lifted(self) -> str:
        """The row that a finger holds."""
        return self._slides.lifted

    @Property(bool, notify=changed)
    def atTop(self) -> bool:
        return not self._slides.order or self._chosen.key == self._slides.order[0]

    @Property(bool, notify=changed)
    def atBottom(self) -> bool:
        return not self._slides.order or self._chosen.key == self._slides.order[-1]

    @Slot(str, result=int)
    def find(self, key: str) -> int:
        """The place of a row, from 0; -1 if it does not show."""
        keys = self._rows.shown()
        return keys.index(key) if key in keys else -1

    @Slot(int, result=str)
    def keyAt(self, at: int) -> str:
        keys = self._rows.shown()
        return keys[at] if 0 <= at < len(keys) else ""

    @Slot(str)
    def choose(self, key: str) -> None:
        if not is_header(key):
            self._chosen.choose(key)
            self.changed.emit()

    @Slot(str)
    def fold(self, key: str) -> None:
        """Shows or hides a topic's slides."""
        self._slides.fold(key)
        self._rows.show(self._slides.keys())
        self._rows.refresh()

    @Slot(str)
    def search(self, words: str) -> None:
        if words == self._slides.query:
            return
        self._slides.search(words)
        self._rows.show(self._slides.keys())
        self.changed.emit()

    @Slot(str)
    def toggle(self, key: str) -> None:
        on = self._edit_session.edit.working.decision(key).on
        self._edit_session.apply(editing.set_on(self._edit_session.edit, key, not on))

    @Slot()
    def undo(self) -> None:
        self._edit_session.apply(editing.undo(self._edit_session.edit))

    @Slot()
    def redo(self) -> None:
        self._edit_session.apply(editing.redo(self._edit_session.edit))

    @Slot()
    def moveUp(self) -> None:
        self._edit_session.apply(editing.move_up(self._edit_session.edit, self._chosen.key))

    @Slot()
    def moveDown(self) -> None:
        self._edit_session.apply(editing.move_down(self._edit_session.edit, self._chosen.key))

    @Slot()
    def moveToTop(self) -> None:
        self._edit_session.apply(editing.move_to_top(self._edit_session.edit, self._chosen.key))

    # --- dragging: rows move under the finger, and the edit session hears of it when it lets go ---

    @Slot(str)
    def lift(self, key: str) -> None:
        """Takes a row under the finger. A topic is taken as a whole: meanwhile every topic is only its header."""
        self._slides.lifted = key
        if is_header(key):
            self._rows.show(self._slides.keys())
        self.choose(key)
        self.changed.emit()

    @Slot(int)
    def carry(self, target: int) -> None:
        """Moves the lifted row to another place."""
        source = self.find(self._slides.lifted)
        if source >= 0 and 0 <= target < self._rows.rowCount():
            self._rows.move(source, target)

    @Slot()
    def drop(self) -> None:
        if not self._slides.lifted:
            return
        key, self._slides.lifted = self._slides.lifted, ""
        if self.find(key) >= 0:
            self._edit_session.apply(slide_list.dropped(self._edit_session.edit, self._rows.shown(), key))
        self._rows.show(self._slides.keys())
        self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Puts the lifted row back in its place."""
        self._slides.lifted = ""
        self._rows.show(self._slides.keys())
        self.changed.emit()

    # --- following the edit session ---

    @Slot()
    def _on_edit(self) -> None:
        if not self._open:
            return
        self._slides.follow()
        if not self._slides.lifted:
            self._rows.show(self._slides.keys())
        self._rows.refresh()
        if self._chosen.key not in self._slides.order:
            self._chosen.choose(self._slides.order[0] if self._slides.order else "")
        self.changed.emit()

    @Slot()
    def _on_playlist_source(self) -> None:
        if self._edit_session.playlist_source.deck is not self._slides.deck:
            self._on_edit()


def _source_of(decision: Decision, slide: Slide) -> SlideOrderModel.Source:
    if decision.seconds:
        return SlideOrderModel.Source.Staff
    return SlideOrderModel.Source.Author if slide.seconds else SlideOrderModel.Source.Automatic
