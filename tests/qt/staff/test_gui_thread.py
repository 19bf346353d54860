"""The GUI thread neither waits for a lock or a disk nor reads the state, whatever staff do."""

from __future__ import annotations

import fcntl
import functools
import inspect
import os
import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kiosk.core import machine_clock
from kiosk.core.arrangement.changes import Changes
from kiosk.core.player.events import Mode, Press
from kiosk.core.storage import atomic_file
from kiosk.core.storage.pin import PinFile
from kiosk.core.storage.state_folder import StateFolder
from kiosk.core.storage.usb_drives import Drive
from kiosk.qt.app import App
from kiosk.qt.staff.staff_panel import StaffPanel
from tests.qt import slides_on_disk
from tests.qt.conftest import Launch
from tests.qt.slides_on_disk import FIRST, LONG, PICTURED

PIN, NEW_PIN = "246813", "135790"


class Calls:
    """The names of the calls that may take long, by the thread that made them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.waited: set[str] = set()
        self.in_background: set[str] = set()
        for name, method in inspect.getmembers(StateFolder, inspect.isfunction):
            if not name.startswith("_"):
                monkeypatch.setattr(StateFolder, name, self._recorded(name, method))
        for name in ("wait", "verify", "set_pin"):
            monkeypatch.setattr(PinFile, name, self._recorded(name, getattr(PinFile, name)))
        functions = ((os, "fsync"), (fcntl, "flock"), (atomic_file, "read"), (machine_clock, "_busctl"))
        for module, name in functions:
            monkeypatch.setattr(module, name, self._recorded(f"{module.__name__}.{name}", getattr(module, name)))

    def _recorded(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def record(*arguments: Any, **named: Any) -> Any:
            in_gui = threading.current_thread() is threading.main_thread()
            (self.waited if in_gui else self.in_background).add(name)
            return function(*arguments, **named)

        return record


@pytest.fixture
def app(launch: Launch, tmp_path: Path, qtbot: QtBot) -> App:
    PinFile(tmp_path / "state").set_pin(PIN)
    return launch(slides_on_disk.write(tmp_path / "slides"))


def type_pin(pad: Any, pin: str, qtbot: QtBot) -> None:
    for digit in pin:
        pad.type(int(digit))
    pad.submit()
    qtbot.waitUntil(lambda: not pad.busy)


def enter(app: App, qtbot: QtBot) -> StaffPanel:
    staff = app.staff
    assert staff is not None
    app.driver.send(Press.STAFF)
    type_pin(staff.pad, PIN, qtbot)
    qtbot.waitUntil(lambda: staff.page == StaffPanel.Page.Slides)
    return staff


@pytest.fixture
def calls(app: App, qtbot: QtBot) -> Iterator[Calls]:
    """Recorded from the start on, during which the state is read once."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        calls = Calls(monkeypatch)
        qtbot.waitUntil(lambda: app.staff is not None and app.playlist_source.complete)
        yield calls


def test_whatever_staff_do(app: App, calls: Calls, tmp_path: Path, qtbot: QtBot) -> None:
    state = tmp_path / "state"
    staff = enter(app, qtbot)
    # A step, which becomes a draft.
    staff.order.toggle(FIRST)
    qtbot.waitUntil(lambda: "save_draft" in calls.in_background)
    staff.leave()
    staff = enter(app, qtbot)
    assert staff.hasDraft
    staff.takeDraft(True)
    staff.saveAndClose()
    qtbot.waitUntil(lambda: app.driver.state.mode is Mode.LOOP)
    # Somebody else saves.
    current = app.playlist_source.arrangement
    other = threading.Thread(target=lambda: StateFolder(state).write(current, Changes(switched_off=1), datetime.now()))
    other.start()
    qtbot.waitUntil(lambda: app.playlist_source.arrangement.number == current.number + 1)
    other.join()
    # History.
    staff = enter(app, qtbot)
    staff.open(StaffPanel.Page.History)
    staff.past.begin()
    qtbot.waitUntil(lambda: staff.past.number == current.number + 1)
    staff.past.look(0)
    qtbot.waitUntil(lambda: staff.past.canBringBack)
    with qtbot.waitSignal(staff.past.broughtBack):
        staff.past.bringBack()
    # Backup.
    stick = tmp_path / "STICK"
    stick.mkdir()
    staff.backup._mounted = lambda: (Drive("STICK", stick),)
    staff.open(StaffPanel.Page.Backup)
    staff.backup.begin()
    staff.backup.export()
    qtbot.waitUntil(lambda: bool(staff.backup.files.rows()))
    staff.order.moveToTop()
    staff.backup.check(staff.backup.files.rows()[0].name)
    qtbot.waitUntil(lambda: not staff.backup.busy)
    staff.edit_session.discard()
    staff.order.choose(PICTURED)
    staff.order.moveToTop()
    with qtbot.waitSignal(staff.edit_session.saved):
        staff.edit_session.save()
    staff.backup.check(staff.backup.files.rows()[0].name)
    qtbot.waitUntil(lambda: staff.backup.would != "")
    with qtbot.waitSignal(staff.edit_session.saved):
        staff.backup.bringIn()
    # Another PIN.
    staff.machine.changePin()
    for pin in (PIN, NEW_PIN, NEW_PIN):
        type_pin(staff.machine.pad, pin, qtbot)
    assert staff.machine.message
    # The clock.
    staff.open(StaffPanel.Page.Clock)
    for step in (staff.clock.confirm, staff.clock.set, lambda: staff.clock.setByNetwork(True)):
        step()
        qtbot.waitUntil(lambda: not staff.clock.busy)
    # The end, in the middle of an edit: the draft is kept.
    staff.order.choose(LONG)
    staff.order.toggle(LONG)
    draft = staff.edit_session.edit.to_save
    app.close()
    assert calls.waited == set()
    assert calls.in_background == {
        *(
            "read",
            "stamp",
            "saved_at",
            "history",
            "version",
            "update",
            "write",
            "bring_back",
            "export",
            "check_import",
            "import_",
            "fault",
        ),
        *("save_draft", "read_draft", "clear_draft", "wait", "verify", "set_pin"),
        *("confirm_clock", "kiosk.core.machine_clock._busctl"),
        *("os.fsync", "fcntl.flock", "kiosk.core.storage.atomic_file.read"),
    }
    kept = StateFolder(state).read_draft()
    assert kept is not None
    assert kept.decisions == draft.decisions
