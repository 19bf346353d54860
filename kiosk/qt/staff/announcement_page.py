"""The announcement page: one line, typed or chosen, and when it ends."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec import Struct
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core import keyboard_letters, opening_hours
from kiosk.core.arrangement import editing
from kiosk.core.arrangement.arrangement import LONGEST_ANNOUNCEMENT, Announcement, one_line
from kiosk.qt.bridge.declarations import Property, QmlUncreatable
from kiosk.qt.bridge.list_model import ListModel
from kiosk.qt.staff import dates
from kiosk.qt.staff.edit_session import EditSession

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1

CLOSING = 0
# Minutes from now, and until closing time.
ENDS = (30, 60, 120, CLOSING)


class EndRow(Struct, frozen=True):
    """A choice of when the announcement goes. `minutes` 0: at closing time."""

    minutes: int
    at: str
    chosen: bool


class PhraseRow(Struct, frozen=True):
    phrase: str


@QmlElement
@QmlUncreatable("made in Python")
class AnnouncementModel(QObject):
    """`changed`: the text, the choice or what stands on the screen is another one."""

    changed = Signal()

    def __init__(self, edit_session: EditSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edit_session = edit_session
        self._text = ""
        self._minutes = 60
        self._ends = ListModel(EndRow, self)
        self._phrases = ListModel(PhraseRow, self)
        edit_session.changed.connect(self._on_edit)
        # The times that are offered go with the clock, and so does whether it can be believed.
        edit_session.playlist_source.changed.connect(self._on_edit)

    @Slot()
    def begin(self) -> None:
        """Opens the page, with the announcement that stands and times that start now."""
        announcement = self._standing()
        self._text = announcement.text if announcement else ""
        self._refresh()

    # --- for QML ---

    @Property(str, notify=changed)
    def text(self) -> str:
        return self._text

    @Property(int, constant=True)
    def longest(self) -> int:
        """Letters in one announcement, at most."""
        return LONGEST_ANNOUNCEMENT

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """True with something to put up, and a clock that knows its end."""
        return bool(one_line(self._text)) and self._edit_session.playlist_source.clock.doubt() is None

    @Property(bool, notify=changed)
    def standing(self) -> bool:
        return self._standing() is not None

    @Property(str, notify=changed)
    def standingText(self) -> str:
        return self._standing_text()

    @Property(str, notify=changed)
    def standingUntil(self) -> str:
        announcement = self._standing()
        return dates.hour(announcement.until) if announcement else ""

    @Property(bool, notify=changed)
    def saved(self) -> bool:
        """True if the standing announcement is on the patients' screen already."""
        return self._standing() == self._edit_session.edit.saved.announcement

    @Property(bool, notify=changed)
    def isPhrase(self) -> bool:
        return one_line(self._text) in self._edit_session.edit.working.settings.phrases

    @Property(str, notify=changed)
    def letters(self) -> str:
        """The letters that the keyboard needs beyond a to z."""
        return "".join(keyboard_letters.letters(self._edit_session.playlist_source.deck.languages()))

    @Property(ListModel, constant=True)
    def ends(self) -> ListModel:
        return self._ends

    @Property(ListModel, constant=True)
    def phrases(self) -> ListModel:
        return self._phrases

    @Slot(str)
    def write(self, text: str) -> None:
        """Takes the text, cut to `longest` letters."""
        text = text[:LONGEST_ANNOUNCEMENT]
        if text != self._text:
            self._text = text
            self.changed.emit()

    @Slot(int)
    def choose(self, minutes: int) -> None:
        self._minutes = minutes
        self._refresh()

    @Slot()
    def putUp(self) -> None:
        self._edit_session.apply(editing.announce(self._edit_session.edit, self._text, self._until(self._minutes)))

    @Slot()
    def takeDown(self) -> None:
        self._text = ""
        self._edit_session.apply(editing.take_down(self._edit_session.edit))

    @Slot()
    def settle(self) -> None:
        """Before saving: whoever wrote a line meant it, also without putting it up."""
        if self.ready and one_line(self._text) != self._standing_text():
            self.putUp()

    @Slot()
    def keepPhrase(self) -> None:
        """The text stands among the phrases from now on."""
        known = self._edit_session.edit.working.settings.phrases
        self._edit_session.apply(editing.set_setting(self._edit_session.edit, "phrases", (*known, one_line(self._text))))

    # --- the edit ---

    def _standing(self) -> Announcement | None:
        """The announcement that patients will read once this is saved."""
        return self._edit_session.edit.working.announced(self._edit_session.playlist_source.clock.now())

    def _standing_text(self) -> str:
        announcement = self._standing()
        return announcement.text if announcement else ""

    @Slot()
    def _on_edit(self) -> None:
        self._refresh()

    def _refresh(self) -> None:
        self._ends.update([EndRow(end, dates.hour(self._until(end)), end == self._minutes) for end in ENDS])
        self._phrases.update([PhraseRow(phrase) for phrase in self._edit_session.edit.working.settings.phrases])
        self.changed.emit()

    def _until(self, minutes: int) -> datetime:
        now = datetime.now().replace(second=0, microsecond=0)
        if minutes != CLOSING:
            return now + timedelta(minutes=minutes)
        opening = opening_hours.windows(self._edit_session.edit.working.settings.opening_hours)
        return opening_hours.closing_time(opening, now)
