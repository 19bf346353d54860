"""The clock page: what is said about a wrong clock, and setting it through the machine's time service."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
import shiboken6
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from kiosk.core.arrangement.arrangement import Announcement, Arrangement
from kiosk.core.arrangement.changes import Changes
from kiosk.core.clock import Clock
from kiosk.core.machine_clock import stamp
from kiosk.core.storage.state_folder import StateFolder
from kiosk.core.storage.version import ClockConfirmed
from kiosk.qt.player.playlist_source import PlaylistSource
from kiosk.qt.staff.announcement_page import AnnouncementModel
from kiosk.qt.staff.clock_page import ClockModel
from kiosk.qt.staff.edit_session import EditSession
from kiosk.qt.staff.history_page import HistoryModel
from tests.time_service import TimeService, time_service

SAVED = datetime(2030, 3, 1, 9, 0)
Part = ClockModel.Part


class Machine:
    """A kiosk that something was saved on, and whose clock says `now`."""

    def __init__(self, folder: Path) -> None:
        self.now = datetime(2020, 1, 1, 12)
        announcement = Announcement("News", datetime(2031, 1, 1))
        StateFolder(folder / "state").write(Arrangement(announcement=announcement), Changes(), SAVED)
        self.source = PlaylistSource(folder / "slides", StateFolder(folder / "state"))
        self.source.clock = Clock(self.source.clock.saved_at, lambda: self.now)
        self.model = ClockModel(self.source)


@pytest.fixture
def machine(qtbot: QtBot, tmp_path: Path) -> Iterator[Machine]:
    machine = Machine(tmp_path)
    yield machine
    machine.model.close()
    machine.source.close()
    shiboken6.delete(machine.model)
    shiboken6.delete(machine.source)


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TimeService]:
    with time_service(tmp_path) as running:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", running.address)
        yield running


@pytest.mark.parametrize(
    ("now", "warning"),
    [
        (datetime(2020, 1, 1, 12), "The clock of this machine says 1 January 2020. That cannot be right. "),
        (datetime(2099, 12, 31), "The clock of this machine says 31 December 2099. That cannot be right. "),
        (datetime(2029, 5, 1), "The clock of this machine says 1 May 2029, but something was saved here on 1 March 2030. "),
    ],
)
def test_a_wrong_clock_is_said_in_plain_words(machine: Machine, now: datetime, warning: str) -> None:
    machine.now = now
    assert machine.model.warning == warning + "Announcements and dates wait until it is set."
    assert machine.source.announcement() is None
    machine.now = datetime(2030, 4, 1)
    assert machine.model.warning == ""
    assert machine.source.announcement() is not None


def test_it_is_set_part_by_part(machine: Machine, service: TimeService, qtbot: QtBot) -> None:
    model = machine.model
    model.begin()
    # What was saved is past: the way from there is shortest.
    assert model.wanted == "Friday, 1 March 2030, 09:00"
    for part, steps in ((Part.Day, 14), (Part.Month, 1), (Part.Year, 1), (Part.Hour, -1), (Part.Minute, -10)):
        model.step(part, steps)
    assert [row.value for rows in (model.dayParts, model.hourParts) for row in rows.rows()] == ["15", "Apr", "2031", "08", "50"]
    qtbot.waitUntil(lambda: model.zone == "Etc/Utc")
    assert model.byNetwork
    model.set()
    assert model.busy
    qtbot.waitUntil(lambda: not model.busy)
    assert (model.message, model.wrong) == ("The clock is set.", False)
    moment = round(datetime(2031, 4, 15, 8, 50).timestamp() * 1e6)
    assert service.calls() == ["SetNTP False False", f"SetTime {moment} False False"]
    qtbot.waitUntil(lambda: not model.byNetwork)
    model.setByNetwork(True)
    qtbot.waitUntil(lambda: model.byNetwork)
    model.end()


def test_a_machine_that_refuses_is_told_plainly(machine: Machine, service: TimeService, qtbot: QtBot) -> None:
    service.refuse("SetNTP", "bb", "org.freedesktop.DBus.Error.InteractiveAuthorizationRequired", "Authentication required.")
    model = machine.model
    model.begin()
    qtbot.waitUntil(lambda: model.byNetwork)
    model.set()
    qtbot.waitUntil(lambda: not model.busy)
    assert model.wrong
    assert model.message == (
        "This machine does not let the kiosk set the clock. Ask IT to run: "
        f'sudo timedatectl set-ntp false && sudo timedatectl set-time "{stamp(SAVED)}"'
    )
    model.end()


def test_a_machine_without_a_time_service_is_told_plainly(
    machine: Machine, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with time_service(tmp_path, service=False) as bus:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", bus.address)
        machine.model.begin()
        machine.model.set()
        qtbot.waitUntil(lambda: not machine.model.busy)
        expected = f'Nothing on this machine sets the clock for the kiosk. Ask IT to run: sudo date -s "{stamp(SAVED)}"'
        assert machine.model.message == expected
        machine.model.close()


def test_a_save_in_the_future_does_not_condemn_the_right_clock(machine: Machine, qtbot: QtBot) -> None:
    machine.now = datetime(2029, 5, 1)
    assert machine.model.canConfirm
    machine.model.begin()
    machine.model.confirm()
    qtbot.waitUntil(lambda: machine.model.warning == "")
    assert not machine.model.canConfirm
    assert machine.source.announcement() is not None
    machine.model.end()
    store = machine.source.store
    newest = store.history()[0]
    assert (newest.number, newest.saved_at, newest.summary.origin) == (2, datetime(2029, 5, 1), ClockConfirmed())
    assert store.read()[0].announcement is not None
    # Anew, as after a restart.
    assert PlaylistSource(machine.source.root, store).clock.saved_at == datetime(2029, 5, 1)


def test_a_save_by_a_wrong_clock_tells_no_time(machine: Machine, qtbot: QtBot) -> None:
    edit_session = EditSession(machine.source, machine.source.store, machine.source)
    for wrong in (datetime(2020, 1, 1), datetime(2029, 1, 1), datetime(2099, 1, 1)):
        machine.source.store.update(lambda now: replace(now, announcement=None), Changes(moved=1), wrong)
    machine.source.arranged(machine.source.store.read()[0])
    edit_session.edit = replace(edit_session.edit, saved=machine.source.arrangement)
    assert machine.source.store.saved_at() == SAVED
    history = HistoryModel(edit_session, machine.source)
    history.begin()
    qtbot.waitUntil(lambda: history.number == 4)
    assert [row.saved for row in history.versions.rows()][:4] == ["Time not known"] * 3 + ["1 Mar 2030, 09:00"]
    assert [row.number for row in history.versions.rows()] == [4, 3, 2, 1, 0]
    edit_session.close()


def test_an_announcement_waits_for_the_clock(machine: Machine) -> None:
    edit_session = EditSession(machine.source, machine.source.store, machine.source)
    page = AnnouncementModel(edit_session, machine.source)
    page.begin()
    page.write("Closed")
    assert not page.ready
    machine.now = datetime(2030, 4, 1)
    assert page.ready
    edit_session.close()
