"""The panel's list of slides: rows that are dragged, switched and searched. Every change is a step on the edit_session."""

from __future__ import annotations

from datetime import date
from enum import IntEnum

from msgspec import Struct
from PySide6.QtCore import QEnum, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.arrangement import editing, slide_list
from kiosk.core.arrangement.slide_list import is_header
from kiosk.core.content.deck import Deck, Slide
from kiosk.core.problem import Problem
from kiosk.qt.bridge.declarations import Property, QmlUncreatable
from kiosk.qt.bridge.lazy_list_model import LazyListModel
from kiosk.qt.staff import dates
from kiosk.qt.staff.edit_session import EditSession
from kiosk.qt.staff.slide_detail import SlideDetailModel
from kiosk.qt.staff.thumbnails import Thumbnails, ThumbnailView

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1

# A row's picture, as a share of the screen's short side (mockup 6).
THUMBNAIL_SHARE = 0.096


@QmlElement
@QmlUncreatable("made in Python")
class SlideOrderModel(QObject):
    """The rows of the list, and what can be done with them."""

    @QEnum
    class Source(IntEnum):
        """Who set how long a slide is shown."""

        Automatic = 0
        Author = 1
        Staff = 2

    changed = Signal()

    def __init__(self, edit_session: EditSession, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edit_session = edit_session
        self._thumbnails = thumbnails
        self._chosen = SlideDetailModel(edit_session, thumbnails, self)
        self._rows = LazyListModel(Row, self._row, self)
        self._order: tuple[str, ...] = ()
        self._headers: dict[str, list[str]] = {}
        self._folded: frozenset[str] = frozenset()
        self._query = ""
        self._found: frozenset[str] | None = None
        self._lifted = ""
        self._dirty = False
        self._open = False
        self._deck: Deck | None = None
        self._troubles: dict[str, Problem] = {}
        edit_session.changed.connect(self._on_edit)
        edit_session.playlist_source.changed.connect(self._on_playlist_source)
        thumbnails.painted.connect(self._rows.refresh)

    def open(self) -> None:
        """Shows everything as at the beginning of a sitting, and follows the edit_session until `close`."""
        self._open = True
        self._query, self._found, self._lifted = "", None, ""
        self._derive()
        topics = self._edit_session.edit.topics
        # A long list starts with its topics folded, all but the first.
        self._folded = frozenset(topics[1:] if len(self._order) > slide_list.MANY else ())
        self._chosen.choose(self._order[0] if self._order else "")
        self._show()
        self._rows.refresh()
        self.changed.emit()

    def close(self) -> None:
        self._open = False
        self._lifted = ""
        self._order = ()
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
        """Whether there is anything to save."""
        return self._dirty

    @Property(bool, notify=changed)
    def searchable(self) -> bool:
        return len(self._order) > slide_list.MANY

    @Property(str, notify=changed)
    def query(self) -> str:
        return self._query

    @Property(bool, notify=changed)
    def movable(self) -> bool:
        """Whether rows can be dragged: not among the few that a search found."""
        return self._found is None

    @Property(str, notify=changed)
    def lifted(self) -> str:
        """The row that a finger holds."""
        return self._lifted

    @Property(bool, notify=changed)
    def atTop(self) -> bool:
        return not self._order or self._chosen.key == self._order[0]

    @Property(bool, notify=changed)
    def atBottom(self) -> bool:
        return not self._order or self._chosen.key == self._order[-1]

    @Slot(str, result=int)
    def find(self, key: str) -> int:
        """Where a row stands; -1 if it does not show."""
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
        self._folded ^= {editing.topic_of(key)}
        self._show()
        self._rows.refresh()

    @Slot(str)
    def search(self, words: str) -> None:
        if words == self._query:
            return
        self._query = words
        self._found = slide_list.search(self._edit_session.playlist_source.deck, words)
        self._show()
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

    # --- dragging: rows move under the finger, and the edit_session hears of it when it lets go ---

    @Slot(str)
    def lift(self, key: str) -> None:
        """A finger takes a row. A topic is taken as a whole: meanwhile every topic is only its header."""
        self._lifted = key
        if is_header(key):
            self._show()
        self.choose(key)
        self.changed.emit()

    @Slot(int)
    def carry(self, target: int) -> None:
        """The lifted row is over another place."""
        source = self.find(self._lifted)
        if source >= 0 and 0 <= target < self._rows.rowCount():
            self._rows.move(source, target)

    @Slot()
    def drop(self) -> None:
        if not self._lifted:
            return
        key, self._lifted = self._lifted, ""
        if self.find(key) >= 0:
            self._edit_session.apply(slide_list.dropped(self._edit_session.edit, self._rows.shown(), key))
        self._show()
        self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """What was carried is back where it was."""
        self._lifted = ""
        self._show()
        self.changed.emit()

    # --- following the edit_session ---

    @Slot()
    def _on_edit(self) -> None:
        if not self._open:
            return
        self._derive()
        if not self._lifted:
            self._show()
        self._rows.refresh()
        if self._chosen.key not in self._order:
            self._chosen.choose(self._order[0] if self._order else "")
        self.changed.emit()

    @Slot()
    def _on_playlist_source(self) -> None:
        if self._edit_session.playlist_source.deck is not self._deck:
            self._on_edit()

    def _derive(self) -> None:
        edit, deck = self._edit_session.edit, self._edit_session.playlist_source.deck
        self._order = edit.order
        self._headers = dict(slide_list.runs(self._order))
        self._dirty = edit.is_dirty
        if deck is not self._deck:
            self._deck = deck
            self._troubles = slide_list.troubles(deck)
            self._found = slide_list.search(deck, self._query)

    def _show(self) -> None:
        folded = frozenset(self._edit_session.edit.topics) if is_header(self._lifted) else self._folded
        self._rows.show(slide_list.keys(self._order, folded, self._found))

    def _row(self, key: str) -> Row:
        deck = self._edit_session.playlist_source.deck
        if is_header(key):
            topic = deck.topic(editing.topic_of(key))
            title = topic.texts[0].title if topic else editing.topic_of(key)
            slides = self._headers.get(key, [])
            return Row(key, True, title, count=len(slides), folded=editing.topic_of(key) in self._folded)
        slide = deck.slide(key)
        return self._slide_row(slide) if slide else Row(key, False, key)

    def _slide_row(self, slide: Slide) -> Row:
        decision = self._edit_session.edit.working.decision(slide.id)
        effective = self._edit_session.edit.working.effective(slide)
        trouble = self._troubles.get(slide.id)
        review = slide_list.review_due(slide, date.today())
        source = self.Source.Staff if decision.seconds else self.Source.Author if slide.seconds else self.Source.Automatic
        return Row(
            key=slide.id,
            header=False,
            title=slide.texts[0].title,
            on=effective.on,
            in_loop=effective.in_loop,
            seconds=0 if slide.error else round(effective.seconds or self._chosen.seconds_of(slide)),
            source=source,
            when=dates.window(decision.window),
            review=dates.short_day(review) if review else "",
            trouble=_plain(trouble.message) if trouble else "",
            line=trouble.line if trouble else 0,
            kept=trouble is not None and slide.error is None,
            file=trouble.path.rpartition("/")[2] if trouble else "",
            thumbnail=self._thumbnails.find(self._view(slide)),
        )

    def _view(self, slide: Slide) -> ThumbnailView:
        screen = self._thumbnails.screen
        return ThumbnailView(slide.id, -1, round(screen.short * THUMBNAIL_SHARE) if screen else 1)


class Row(Struct, frozen=True):
    """A slide, or the header of a topic. `source`: who set the seconds; `line` is the trouble's."""

    key: str
    header: bool
    title: str
    on: bool = True
    in_loop: bool = True
    seconds: int = 0
    source: SlideOrderModel.Source = SlideOrderModel.Source.Automatic
    when: str = ""
    review: str = ""
    trouble: str = ""
    line: int = 0
    # The last good version plays on in spite of the trouble.
    kept: bool = False
    file: str = ""
    thumbnail: str = ""
    count: int = 0
    folded: bool = False


def _plain(message: str) -> str:
    """A problem as a sentence's beginning, without what only a terminal wants."""
    return message[:1].upper() + message[1:]
