"""The clock page: what the machine's clock says, and setting it. `warning` stands above the other pages too."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import IntEnum
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QEnum, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core import clock, machine_clock
from kiosk.core.arrangement.arrangement import Arrangement
from kiosk.core.clock import Doubt
from kiosk.core.machine_clock import NotSet, Reason, TimeService
from kiosk.core.storage.atomic_file import NotSaved
from kiosk.core.storage.state_folder import StateFolder
from kiosk.qt.bridge.declarations import Property, QmlUncreatable
from kiosk.qt.bridge.list_model import ListModel
from kiosk.qt.jobs import Jobs
from kiosk.qt.player.playlist_source import PlaylistSource
from kiosk.qt.staff import dates

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1

# The clock that the page shows goes on this often.
TICK_MS = 1000


class PartRow(Struct, frozen=True):
    """`part`: one of `ClockModel.Part`."""

    part: int
    value: str


@QmlElement
@QmlUncreatable("made in Python")
class ClockModel(QObject):
    """`changed`: the clock, what is thought of it, or the time that is about to be set."""

    @QEnum
    class Part(IntEnum):
        """A part of the date and time, as kiosk.core.clock.Part."""

        Year = 0
        Month = 1
        Day = 2
        Hour = 3
        Minute = 4

    changed = Signal()

    def __init__(self, playlist_source: PlaylistSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._playlist_source = playlist_source
        self._wanted = clock.EARLIEST
        self._day_parts = ListModel(PartRow, self)
        self._hour_parts = ListModel(PartRow, self)
        self._service = TimeService()
        self._message = ""
        self._wrong = False
        self._busy = False
        self._jobs = Jobs("clock", self)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self.changed)
        playlist_source.changed.connect(self.changed)

    @Slot()
    def begin(self) -> None:
        """Opens the page, at the time from which the right one is soonest reached."""
        self._wanted = self._playlist_source.clock.proposal().replace(second=0, microsecond=0)
        self._say("")
        self._tick.start()
        self._jobs.run(machine_clock.read, self._show)

    @Slot()
    def end(self) -> None:
        """Leaves the page."""
        self._tick.stop()

    def close(self) -> None:
        """Waits for what is under way."""
        self.end()
        self._jobs.close()

    # --- for QML ---

    @Property(str, notify=changed)
    def warning(self) -> str:
        """A plain sentence while the clock is plainly wrong, else ""."""
        match self._playlist_source.clock.doubt():
            case None:
                return ""
            case Doubt.BEFORE_SAVE:
                text = QCoreApplication.translate(
                    "ClockModel",
                    "The clock of this machine says %1, but something was saved here on %2. "
                    "Announcements and dates wait until it is set.",
                )
            case Doubt.BEFORE_BUILD | Doubt.TOO_LATE:
                text = QCoreApplication.translate(
                    "ClockModel",
                    "The clock of this machine says %1. That cannot be right. Announcements and dates wait until it is set.",
                )
        saved_at = self._playlist_source.clock.saved_at
        said = dates.plain_day(self._playlist_source.clock.says())
        return text.replace("%1", said).replace("%2", dates.plain_day(saved_at) if saved_at else "")

    @Property(str, notify=changed)
    def says(self) -> str:
        """The date and time by the clock."""
        return _in_words(self._playlist_source.clock.says())

    @Property(str, notify=changed)
    def zone(self) -> str:
        """The name of the machine's time zone."""
        return self._service.zone

    @Property(bool, notify=changed)
    def canConfirm(self) -> bool:
        """True for a clock that may be right all the same: it is an earlier save that may have had a wrong one."""
        return self._playlist_source.clock.doubt() is Doubt.BEFORE_SAVE

    @Property(bool, notify=changed)
    def knowsNetwork(self) -> bool:
        """True on a machine that can have its clock set by the network."""
        return self._service.by_network is not None

    @Property(bool, notify=changed)
    def byNetwork(self) -> bool:
        return bool(self._service.by_network)

    @Property(str, notify=changed)
    def wanted(self) -> str:
        """The date and time that are about to be set."""
        return _in_words(self._wanted)

    @Property(ListModel, constant=True)
    def dayParts(self) -> ListModel:
        """Of `wanted`: day, month, year."""
        return self._day_parts

    @Property(ListModel, constant=True)
    def hourParts(self) -> ListModel:
        """Of `wanted`: hour, minute."""
        return self._hour_parts

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

    @Slot(int, int)
    def step(self, part: int, steps: int) -> None:
        """Moves one of `Part` on or back."""
        self._wanted = clock.stepped(self._wanted, tuple(clock.Part)[part], steps)
        self._say("")

    @Slot()
    def set(self) -> None:
        """Sets the clock to `wanted`. Whoever does so says that it is right."""
        self._run(partial(_set, self._playlist_source.store, self._wanted), self._on_set)

    @Slot()
    def confirm(self) -> None:
        """Says that the clock is right as it is."""
        self._run(partial(self._playlist_source.store.confirm_clock, self._playlist_source.clock.says()), self._follow)

    @Slot(bool)
    def setByNetwork(self, wanted: bool) -> None:
        self._run(partial(machine_clock.set_by_network, wanted))

    # --- in the background ---

    def _run(self, work: Callable[[], object], done: Callable[[object], None] | None = None) -> None:
        """Has work done, and asks the machine afterwards what it does now."""
        if self._busy:
            return

        def finish(result: object) -> None:
            self._busy = False
            if done:
                done(result)
            self._jobs.run(machine_clock.read, self._show)

        self._busy = True
        self._say("")
        self._jobs.run(work, finish, self._on_failed, (NotSet, NotSaved))

    def _on_set(self, confirmed: object) -> None:
        self._say(QCoreApplication.translate("ClockModel", "The clock is set."))
        self._follow(confirmed)

    def _follow(self, confirmed: object) -> None:
        """What plays follows the clock at once."""
        source = self._playlist_source
        if isinstance(confirmed, Arrangement):
            source.clock.saved_at = source.clock.says()
        source.arranged(confirmed if isinstance(confirmed, Arrangement) else source.arrangement)

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        self._say(_in_plain_words(error, self._wanted, bool(self._service.by_network)), wrong=True)
        self._jobs.run(machine_clock.read, self._show)

    def _show(self, service: TimeService) -> None:
        self._service = service
        self.changed.emit()

    def _say(self, message: str, wrong: bool = False) -> None:
        self._message, self._wrong = message, wrong
        self._day_parts.update(_day_parts(self._wanted))
        self._hour_parts.update(_hour_parts(self._wanted))
        self.changed.emit()


def _set(store: StateFolder, moment: datetime) -> Arrangement | None:
    """Sets the clock, and confirms it where an earlier save had a later one. Raises NotSet, NotSaved."""
    machine_clock.set_time(moment)
    now = clock.local_now()
    return store.confirm_clock(now) if clock.doubt(now, store.saved_at()) is Doubt.BEFORE_SAVE else None


def _in_plain_words(error: Exception, wanted: datetime, by_network: bool) -> str:
    """The reason why nothing was set, and what somebody with the machine's password can do about it."""
    if not isinstance(error, NotSet):
        return str(error)
    stamp = f'"{machine_clock.stamp(wanted)}"'
    match error.reason:
        case Reason.REFUSED:
            text = QCoreApplication.translate(
                "ClockModel", "This machine does not let the kiosk set the clock. Ask IT to run: %1", "%1 is a command"
            )
            network = "sudo timedatectl set-ntp false && " if by_network else ""
            return text.replace("%1", f"{network}sudo timedatectl set-time {stamp}")
        case Reason.NO_SERVICE:
            text = QCoreApplication.translate(
                "ClockModel", "Nothing on this machine sets the clock for the kiosk. Ask IT to run: %1", "%1 is a command"
            )
            return text.replace("%1", f"sudo date -s {stamp}")
        case Reason.FAILED:
            text = QCoreApplication.translate("ClockModel", "The clock could not be set: %1")
            return text.replace("%1", str(error))


def _day_parts(moment: datetime) -> list[PartRow]:
    part = ClockModel.Part
    return [PartRow(part.Day, str(moment.day)), PartRow(part.Month, dates.month(moment)), PartRow(part.Year, str(moment.year))]


def _hour_parts(moment: datetime) -> list[PartRow]:
    return [PartRow(ClockModel.Part.Hour, f"{moment:%H}"), PartRow(ClockModel.Part.Minute, f"{moment:%M}")]


def _in_words(moment: datetime) -> str:
    text = QCoreApplication.translate("ClockModel", "%1, %2", "a day and an hour")
    return text.replace("%1", dates.long_day(moment)).replace("%2", dates.hour(moment))
