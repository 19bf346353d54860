"""The slide that is chosen in the panel's list: how it looks, how long and where it shows, and when."""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.arrangement import editing, window_steps
from kiosk.core.arrangement.arrangement import SECONDS_RANGE, Decision
from kiosk.core.arrangement.window_steps import EVERY_DAY, OFFICE_HOURS
from kiosk.core.content.deck import Show, Slide
from kiosk.core.time_window import TimeWindow
from kiosk.qt.bridge.declarations import Property, QmlUncreatable
from kiosk.qt.bridge.list_model import ListModel
from kiosk.qt.staff import dates
from kiosk.qt.staff.edit_session import EditSession
from kiosk.qt.staff.thumbnails import Thumbnails, ThumbnailView

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1

# The preview, as a share of the screen's height: large enough to be read, small enough to be painted at once.
PREVIEW_SHARE = 0.4


class Weekday(Struct, frozen=True):
    """`day` counts Monday as 0; `on`: the slide shows on it."""

    day: int
    name: str
    on: bool


@QmlElement
@QmlUncreatable("made in Python")
class SlideDetailModel(QObject):
    """One slide's decisions, each changed by a step that can be undone."""

    changed = Signal()

    def __init__(self, edit_session: EditSession, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edit_session = edit_session
        self._thumbnails = thumbnails
        self._id = ""
        self._page = -1
        self._weekdays = ListModel(Weekday, self)
        self.changed.connect(self._fill_weekdays)
        edit_session.changed.connect(self.changed)
        thumbnails.painted.connect(self._on_painted)

    def choose(self, slide_id: str) -> None:
        if slide_id != self._id:
            self._id = slide_id
            self._page = -1
            self.changed.emit()

    def _slide(self) -> Slide | None:
        return self._edit_session.playlist_source.deck.slide(self._id)

    def _decision(self) -> Decision:
        return self._edit_session.edit.working.decision(self._id)

    def _window(self) -> TimeWindow:
        return self._decision().window

    @Slot()
    def _fill_weekdays(self) -> None:
        days = self._window().weekdays or EVERY_DAY
        self._weekdays.update([Weekday(day, dates.short_weekday(day), day in days) for day in sorted(EVERY_DAY)])

    @Slot(str)
    def _on_painted(self, slide: str) -> None:
        if slide == self._id:
            self.changed.emit()

    # --- what it is ---

    @Property(str, notify=changed)
    def key(self) -> str:
        return self._id

    @Property(str, notify=changed)
    def title(self) -> str:
        slide = self._slide()
        return slide.texts[0].title if slide else ""

    @Property(bool, notify=changed)
    def playable(self) -> bool:
        slide = self._slide()
        return slide is not None and slide.error is None

    @Property(str, notify=changed)
    def preview(self) -> str:
        """The picture's address; "" until it is painted."""
        return self._thumbnails.find(self._view())

    @Property(int, notify=changed)
    def page(self) -> int:
        """Which view the preview shows: -1 the loop's, from 0 the pages after a touch."""
        return self._page

    @Property(int, notify=changed)
    def pages(self) -> int:
        return self._thumbnails.pages(self._view()) if self._page >= 0 else 1

    @Slot()
    def turn(self) -> None:
        """Shows the next view: the loop's, then page after page as after a touch."""
        self._page = -1 if self._page >= 0 and self._page + 1 >= self.pages else self._page + 1
        self.changed.emit()

    def _view(self) -> ThumbnailView:
        screen = self._thumbnails.screen
        return ThumbnailView(self._id, self._page, round(screen.height * PREVIEW_SHARE) if screen else 1)

    # --- how long, and where ---

    @Property(int, notify=changed)
    def seconds(self) -> int:
        return round(self._decision().seconds or self.automaticSeconds)

    @Property(int, notify=changed)
    def automaticSeconds(self) -> int:
        slide = self._slide()
        return round(self._edit_session.automatic_seconds(slide)) if slide and not slide.error else 0

    @Property(bool, notify=changed)
    def automatic(self) -> bool:
        return self._decision().seconds is None

    @Property(bool, notify=changed)
    def canLessen(self) -> bool:
        return self.seconds > SECONDS_RANGE[0]

    @Property(bool, notify=changed)
    def canGrow(self) -> bool:
        return self.seconds < SECONDS_RANGE[1]

    @Property(bool, notify=changed)
    def inLoop(self) -> bool:
        slide = self._slide()
        return slide is not None and self._edit_session.edit.working.effective(slide).in_loop

    @Slot(int)
    def stepSeconds(self, steps: int) -> None:
        self._edit_session.apply(editing.step_seconds(self._edit_session.edit, self._id, steps, float(self.automaticSeconds)))

    @Slot()
    def takeAutomatic(self) -> None:
        self._edit_session.apply(editing.set_seconds(self._edit_session.edit, self._id, None))

    @Slot(bool)
    def showInLoop(self, loop: bool) -> None:
        slide = self._slide()
        wanted = Show.LOOP if loop else Show.TOUCH
        if slide:
            self._edit_session.apply(
                editing.set_show(self._edit_session.edit, self._id, None if wanted is slide.show else wanted)
            )

    # --- when ---

    @Property(str, notify=changed)
    def when(self) -> str:
        """ "" for always."""
        return dates.window(self._window())

    @Property(str, notify=changed)
    def first(self) -> str:
        first = self._window().first
        return dates.full_day(first) if first else ""

    @Property(str, notify=changed)
    def last(self) -> str:
        last = self._window().last
        return dates.full_day(last) if last else ""

    @Property(ListModel, constant=True)
    def weekdays(self) -> ListModel:
        return self._weekdays

    @Property(bool, notify=changed)
    def hasHours(self) -> bool:
        return self._window().hours is not None

    @Property(str, notify=changed)
    def start(self) -> str:
        return dates.hour((self._window().hours or OFFICE_HOURS)[0])

    @Property(str, notify=changed)
    def end(self) -> str:
        return dates.hour((self._window().hours or OFFICE_HOURS)[1])

    @Slot(int)
    def stepFirst(self, days: int) -> None:
        self._set(window_steps.step_first(self._window(), days, date.today()))

    @Slot(int)
    def stepLast(self, days: int) -> None:
        self._set(window_steps.step_last(self._window(), days, date.today()))

    @Slot()
    def anyFirst(self) -> None:
        self._set(replace(self._window(), first=None))

    @Slot()
    def anyLast(self) -> None:
        self._set(replace(self._window(), last=None))

    @Slot(int)
    def toggleDay(self, day: int) -> None:
        self._set(window_steps.toggle_day(self._window(), day))

    @Slot(int)
    def stepStart(self, steps: int) -> None:
        self._set(window_steps.step_start(self._window(), steps))

    @Slot(int)
    def stepEnd(self, steps: int) -> None:
        self._set(window_steps.step_end(self._window(), steps))

    @Slot(bool)
    def limitHours(self, limited: bool) -> None:
        self._set(replace(self._window(), hours=OFFICE_HOURS if limited else None))

    @Slot()
    def always(self) -> None:
        self._set(TimeWindow())

    def _set(self, window: TimeWindow) -> None:
        self._edit_session.apply(editing.set_window(self._edit_session.edit, self._id, window))
