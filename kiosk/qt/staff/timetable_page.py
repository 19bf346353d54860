"""The timetable page: the slides of a chosen day, hour by hour, with everything that is not saved yet."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.arrangement import timetable
from kiosk.core.arrangement.timetable import DaySpan, Reason
from kiosk.qt.bridge.declarations import Property, QmlUncreatable
from kiosk.qt.bridge.list_model import ListModel
from kiosk.qt.staff import dates
from kiosk.qt.staff.edit_session import EditSession

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1

DAYS_AROUND = 366


class SpanRow(Struct, frozen=True):
    """A part of the day. `start` and `length` are shares of the whole day."""

    since: str
    until: str
    start: float
    length: float
    count: int
    open: bool
    chosen: bool


class PlayingRow(Struct, frozen=True):
    title: str


class UnseenRow(Struct, frozen=True):
    title: str
    reason: str


@QmlElement
@QmlUncreatable("made in Python")
class TimetableModel(QObject):
    """`changed`: another day, another part of it, or the edit has changed what plays."""

    changed = Signal()

    def __init__(self, edit_session: EditSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edit_session = edit_session
        self._date = date.today()
        self._spans: tuple[DaySpan, ...] = ()
        self._chosen = 0
        self._span_rows = ListModel(SpanRow, self)
        self._playing = ListModel(PlayingRow, self)
        self._unseen = ListModel(UnseenRow, self)

    @Slot()
    def begin(self) -> None:
        """Opens the page at this moment, and looks a year ahead for what never plays; not by a clock that is plainly wrong."""
        deck, working = self._edit_session.playlist_source.deck, self._edit_session.edit.working
        reasons = {
            Reason.OVER: QCoreApplication.translate("TimetableModel", "Its last day is past."),
            Reason.NEVER: QCoreApplication.translate("TimetableModel", "No day and hour fits within a year."),
            Reason.CLOSED: QCoreApplication.translate("TimetableModel", "It falls outside the opening hours."),
        }
        now = self._edit_session.playlist_source.clock.now()
        unseen = timetable.unseen(deck, working, now.date()) if now else ()
        self._unseen.replace([UnseenRow(self._edit_session.title(item.slide), reasons[item.reason]) for item in unseen])
        self.today()

    @Property(str, notify=changed)
    def day(self) -> str:
        return dates.long_day(self._date)

    @Property(bool, notify=changed)
    def isToday(self) -> bool:
        return self._date == date.today()

    @Property(ListModel, constant=True)
    def spans(self) -> ListModel:
        return self._span_rows

    @Property(ListModel, constant=True)
    def playing(self) -> ListModel:
        """The slides of the chosen span, in the order in which they play."""
        return self._playing

    @Property(str, notify=changed)
    def hours(self) -> str:
        """The chosen span's."""
        rows = self._span_rows.rows()
        return f"{rows[self._chosen].since} – {rows[self._chosen].until}" if rows else ""

    @Property(bool, notify=changed)
    def open(self) -> bool:
        """True if the kiosk is open in the chosen span."""
        return bool(self._spans) and self._spans[self._chosen].open

    @Property(ListModel, constant=True)
    def unseen(self) -> ListModel:
        return self._unseen

    @Slot(int)
    def step(self, days: int) -> None:
        wanted = self._date + timedelta(days=days)
        if abs((wanted - date.today()).days) <= DAYS_AROUND:
            self._show(wanted, None)

    @Slot()
    def today(self) -> None:
        self._show(date.today(), datetime.now())

    @Slot(int)
    def choose(self, place: int) -> None:
        self._chosen = place
        self._fill()

    def _show(self, day: date, moment: datetime | None) -> None:
        """The day, and of it the span that holds `moment`, else the first in which something plays."""
        self._date = day
        self._spans = timetable.of_day(self._edit_session.playlist_source.deck, self._edit_session.edit.working, day)
        fitting = [
            place
            for place, span in enumerate(self._spans)
            if (span.start <= moment < span.end if moment else bool(span.slides))
        ]
        self._chosen = fitting[0] if fitting else 0
        self._fill()

    def _fill(self) -> None:
        midnight = datetime.combine(self._date, datetime.min.time())
        whole = timedelta(days=1)
        self._span_rows.update(
            [
                SpanRow(
                    dates.hour(span.start),
                    dates.hour(span.end) if span.end - midnight < whole else "24:00",
                    (span.start - midnight) / whole,
                    (span.end - span.start) / whole,
                    len(span.slides),
                    span.open,
                    place == self._chosen,
                )
                for place, span in enumerate(self._spans)
            ]
        )
        self._playing.replace([PlayingRow(self._edit_session.title(slide)) for slide in self._spans[self._chosen].slides])
        self.changed.emit()
