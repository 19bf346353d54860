"""The history page: the last saves, the order of each, and the way back to it."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.arrangement.arrangement import Arrangement, running_order
from kiosk.core.files import Unreadable
from kiosk.core.storage.state_folder import StateFolder
from kiosk.core.storage.version import Authored, BroughtBack, Summary, Version
from kiosk.qt.bridge.declarations import Property, QmlUncreatable
from kiosk.qt.bridge.list_model import ListModel
from kiosk.qt.staff import dates, summaries
from kiosk.qt.staff.edit_session import EditSession

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1


class VersionRow(Struct, frozen=True):
    number: int
    saved: str
    summary: str
    current: bool
    chosen: bool


class PlaceRow(Struct, frozen=True):
    """One slide of a version's order. `seconds` "": automatic."""

    place: int
    title: str
    on: bool
    touch: bool
    seconds: str


class _Look(Struct, frozen=True):
    """The history, and the arrangement of one version of it; None where it is not kept or cannot be read."""

    versions: tuple[Version, ...]
    number: int
    arrangement: Arrangement | None = None
    problem: str = ""


@QmlElement
@QmlUncreatable("made in Python")
class HistoryModel(QObject):
    """`changed`: other versions, or another one is looked at. `broughtBack`: it holds now."""

    changed = Signal()
    broughtBack = Signal()

    def __init__(self, edit_session: EditSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edit_session = edit_session
        self._versions = ListModel(VersionRow, self)
        self._order = ListModel(PlaceRow, self)
        self._number = 0
        self._arrangement: Arrangement | None = None
        self._busy = False

    @Slot()
    def begin(self) -> None:
        """Opens the page at the version that holds."""
        self._refresh(self._edit_session.edit.saved.number)

    @Property(ListModel, constant=True)
    def versions(self) -> ListModel:
        return self._versions

    @Property(ListModel, constant=True)
    def order(self) -> ListModel:
        return self._order

    @Property(int, notify=changed)
    def number(self) -> int:
        """The version that is looked at; 0 where there is none."""
        return self._number if self._arrangement else 0

    @Property(bool, notify=changed)
    def canBringBack(self) -> bool:
        return self._arrangement is not None and self._number != self._edit_session.edit.saved.number

    @Property(bool, notify=changed)
    def losesEdit(self) -> bool:
        """True with something unsaved that bringing a version back would throw away."""
        return self._edit_session.edit.is_dirty

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """True while a version is read or brought back."""
        return self._busy

    @Slot(int)
    def look(self, number: int) -> None:
        self._refresh(number)

    @Slot()
    def bringBack(self) -> None:
        """Saves the version that is looked at anew."""
        if self._busy:
            return
        number = self._number

        def written(arrangement: Arrangement) -> None:
            self._edit_session.take_over(arrangement, Summary(origin=BroughtBack(number)))
            self._refresh(arrangement.number)
            self.broughtBack.emit()

        self._set_busy(True)
        work = partial(self._edit_session.store.bring_back, number, datetime.now())
        self._edit_session.run(work, written, partial(self._set_busy, False))

    def _refresh(self, number: int) -> None:
        """Shows the history and one version of it, as soon as they are read."""
        self._set_busy(True)
        self._edit_session.run(partial(_look_up, self._edit_session.store, number), self._show)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.changed.emit()

    def _show(self, look: _Look) -> None:
        present = self._edit_session.edit.saved.number
        self._number, self._arrangement = look.number, look.arrangement
        self._versions.update(
            [
                VersionRow(
                    version.number,
                    _saved(version),
                    summaries.in_words(version.summary),
                    version.number == present,
                    version.number == look.number,
                )
                for version in look.versions
            ]
        )
        self._order.replace(self._places())
        self._set_busy(False)
        if look.problem:
            self._edit_session.failed.emit(look.problem)

    def _places(self) -> list[PlaceRow]:
        if self._arrangement is None:
            return []
        deck = self._edit_session.playlist_source.deck
        rows = []
        for place, slide_id in enumerate(running_order(self._arrangement.order, [slide.id for slide in deck.slides]), 1):
            decision = self._arrangement.decision(slide_id)
            slide = deck.slide(slide_id)
            touch = slide is not None and not self._arrangement.effective(slide).in_loop
            seconds = (
                QCoreApplication.translate("HistoryModel", "%1 s").replace("%1", f"{decision.seconds:g}")
                if decision.seconds
                else ""
            )
            rows.append(PlaceRow(place, self._edit_session.title(slide_id), decision.on, touch, seconds))
        return rows


def _saved(version: Version) -> str:
    """The time of a save in words; "" for what was there before the first one."""
    if version.saved_at:
        return dates.stamp(version.saved_at)
    if isinstance(version.summary.origin, Authored):
        return ""
    return QCoreApplication.translate("HistoryModel", "Time not known")


def _look_up(store: StateFolder, number: int) -> _Look:
    versions = store.history()
    if all(version.number != number for version in versions):
        return _Look(versions, number)
    try:
        return _Look(versions, number, store.version(number))
    except Unreadable as error:
        return _Look(versions, number, problem=str(error))
