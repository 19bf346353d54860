"""The words on the panel while the state folder is being read."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.core.player.events import Mode, Press
from kiosk.core.storage.pin import PinFile
from kiosk.core.storage.state_folder import StateFolder
from kiosk.qt.app import App
from kiosk.qt.staff.staff_panel import StaffPanel
from tests.qt import slides_on_disk
from tests.qt.conftest import Launch

PIN = "246813"
# Makes a method of StateFolder wait until the event is set.
Slow = Callable[[str], threading.Event]


@pytest.fixture
def app(launch: Launch, tmp_path: Path, qtbot: QtBot) -> App:
    PinFile(tmp_path / "state").set_pin(PIN)
    app = launch(slides_on_disk.write(tmp_path / "slides"))
    qtbot.waitUntil(lambda: app.playlist_source.complete and app.staff is not None, timeout=20_000)
    return app


@pytest.fixture
def slow(app: App, monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    gates: list[threading.Event] = []

    def make(name: str) -> threading.Event:
        gate = threading.Event()
        method = getattr(StateFolder, name)

        def wait(store: StateFolder) -> object:
            assert gate.wait(20)
            return method(store)

        monkeypatch.setattr(StateFolder, name, wait)
        gates.append(gate)
        return gate

    yield make
    for gate in gates:
        gate.set()


def items(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        if child.isVisible():
            yield child
            yield from items(child)


def words(app: App) -> list[str]:
    """All that can be read in the window."""
    return [str(item.property("text")) for item in items(app.window.contentItem()) if item.property("text")]


def enter_pin(app: App, qtbot: QtBot) -> StaffPanel:
    staff = app.staff
    assert staff is not None
    app.driver.send(Press.STAFF)
    with qtbot.waitSignal(staff.pad.opened):
        for digit in PIN:
            staff.pad.type(int(digit))
        staff.pad.submit()
    return staff


def can_press(app: App, text: str) -> bool:
    (pill,) = (
        item
        for item in items(app.window.contentItem())
        if item.property("text") == text and item.metaObject().className().startswith("Pill")
    )
    return bool(pill.property("available"))


def test_the_pad_asks_for_a_moment_while_the_draft_is_read(app: App, qtbot: QtBot, slow: Slow) -> None:
    draft = slow("read_draft")
    staff = enter_pin(app, qtbot)
    assert staff.page == StaffPanel.Page.Pad
    assert staff.busy
    qtbot.waitUntil(lambda: "One moment…" in words(app))
    assert not can_press(app, "7")
    QTest.keyClick(app.window, Qt.Key.Key_7)
    assert staff.pad.length == 0
    draft.set()
    qtbot.waitUntil(lambda: staff.page == StaffPanel.Page.Slides)
    assert not staff.busy
    assert "One moment…" not in words(app)


def test_who_leaves_meanwhile_finds_the_pad_ready(app: App, qtbot: QtBot, slow: Slow) -> None:
    draft = slow("read_draft")
    staff = enter_pin(app, qtbot)
    staff.leave()
    assert app.driver.state.mode is Mode.LOOP
    assert not staff.busy
    app.driver.send(Press.STAFF)
    qtbot.waitUntil(lambda: "Staff PIN" in words(app))
    assert "One moment…" not in words(app)
    assert can_press(app, "7")
    QTest.keyClick(app.window, Qt.Key.Key_7)
    assert staff.pad.length == 1
    draft.set()


def test_the_history_asks_for_a_moment_while_it_is_read(app: App, qtbot: QtBot, slow: Slow) -> None:
    staff = enter_pin(app, qtbot)
    qtbot.waitUntil(lambda: staff.page == StaffPanel.Page.Slides)
    for _ in range(2):
        staff.order.toggle(staff.order.keyAt(0))
        with qtbot.waitSignal(staff.edit_session.saved):
            staff.edit_session.save()
    history = slow("history")
    staff.open(StaffPanel.Page.History)
    qtbot.waitUntil(lambda: "One moment …" in words(app))
    assert "Nothing was saved yet." not in words(app)
    history.set()
    qtbot.waitUntil(lambda: "The order in version 2" in words(app))
    assert "One moment …" not in words(app)

    staff.past.look(1)
    qtbot.waitUntil(lambda: "The order in version 1" in words(app))
    assert can_press(app, "Bring it back")
    history.clear()
    staff.past.bringBack()
    qtbot.waitUntil(lambda: "One moment …" in words(app))
    assert not can_press(app, "Bring it back")
    history.set()
    qtbot.waitUntil(lambda: "The order in version 3" in words(app))
