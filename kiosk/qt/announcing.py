"""The announcement page: one line, typed or chosen, and when it ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core import alphabets, editing, schedule
from kiosk.core.arrangement import LONGEST_ANNOUNCEMENT, Announcement, one_line
from kiosk.qt import calendar
from kiosk.qt.desk import Desk
from kiosk.qt.rows import Rows

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1

CLOSING = 0
# Minutes from now, and until closing time.
ENDS = (30, 60, 120, CLOSING)


@dataclass(frozen=True, slots=True)
class EndRow:
    """A choice of when the announcement goes. `minutes` 0: at closing time."""

    minutes: int
    at: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class PhraseRow:
    phrase: str


@QmlElement
@QmlUncreatable("made in Python")
class Announcing(QObject):
    """`changed`: the text, the choice or what stands on the screen is another one."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._text = ""
        self._minutes = 60
        self._ends = Rows(EndRow, self)
        self._phrases = Rows(PhraseRow, self)
        desk.changed.connect(self._on_edit)

    @Slot()
    def begin(self) -> None:
        """The page was opened: it shows what stands, and times that start now."""
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
        """Whether there is anything to put up."""
        return bool(one_line(self._text))

    @Property(bool, notify=changed)
    def standing(self) -> bool:
        return self._standing() is not None

    @Property(str, notify=changed)
    def standingText(self) -> str:
        announcement = self._standing()
        return announcement.text if announcement else ""

    @Property(str, notify=changed)
    def standingUntil(self) -> str:
        announcement = self._standing()
        return calendar.hour(announcement.until) if announcement else ""

    @Property(bool, notify=changed)
    def saved(self) -> bool:
        """Whether what stands is on the patients' screen already."""
        return self._standing() == self._desk.edit.saved.announcement

    @Property(bool, notify=changed)
    def isPhrase(self) -> bool:
        return one_line(self._text) in self._desk.edit.working.settings.phrases

    @Property(str, notify=changed)
    def letters(self) -> str:
        """What the keyboard needs beyond a to z."""
        return "".join(alphabets.letters(self._desk.programme.deck.languages()))

    @Property(Rows, constant=True)
    def ends(self) -> Rows:
        return self._ends

    @Property(Rows, constant=True)
    def phrases(self) -> Rows:
        return self._phrases

    @Slot(str)
    def write(self, text: str) -> None:
        """What is longer than `longest` is cut."""
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
        self._desk.apply(editing.announce(self._desk.edit, self._text, self._until(self._minutes)))

    @Slot()
    def takeDown(self) -> None:
        self._text = ""
        self._desk.apply(editing.take_down(self._desk.edit))

    @Slot()
    def settle(self) -> None:
        """Before saving: whoever wrote a line meant it, also without putting it up."""
        if self.ready and one_line(self._text) != self.standingText:
            self.putUp()

    @Slot()
    def keepPhrase(self) -> None:
        """The text stands among the phrases from now on."""
        known = self._desk.edit.working.settings.phrases
        self._desk.apply(editing.set_setting(self._desk.edit, "phrases", (*known, one_line(self._text))))

    # --- the edit ---

    def _standing(self) -> Announcement | None:
        """What patients will read once this is saved."""
        announcement = self._desk.edit.working.announcement
        return announcement if announcement and datetime.now() < announcement.until else None

    def _on_edit(self) -> None:
        self._refresh()

    def _refresh(self) -> None:
        self._ends.update([EndRow(end, calendar.hour(self._until(end)), end == self._minutes) for end in ENDS])
        self._phrases.update([PhraseRow(phrase) for phrase in self._desk.edit.working.settings.phrases])
        self.changed.emit()

    def _until(self, minutes: int) -> datetime:
        now = datetime.now().replace(second=0, microsecond=0)
        if minutes != CLOSING:
            return now + timedelta(minutes=minutes)
        opening = [schedule.parse_opening(line) for line in self._desk.edit.working.settings.opening_hours]
        return schedule.closing_time(opening, now)
