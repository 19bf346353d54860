"""The way back after an error that nobody caught."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kiosk.core.arrangement.playlist import Entry
from kiosk.core.event_log import EventLog
from kiosk.core.player.events import Mode, Press, Replaced
from kiosk.qt import recovery as module
from kiosk.qt.player.driver import Driver
from kiosk.qt.recovery import Recovery


@pytest.fixture
def driver(qtbot: QtBot) -> Iterator[Driver]:
    driver = Driver()
    driver.send(Replaced((Entry("a", "t", loop=True),)))
    yield driver
    for event in (Press.LEAVE_STAFF, Press.DONE, Replaced(())):
        driver.send(event)


def fail(recovery: Recovery) -> None:
    recovery.on_error(ValueError, ValueError("broken"), None)


@pytest.mark.parametrize(("press", "mode"), [(Press.OPEN, Mode.SESSION), (Press.STAFF, Mode.STAFF)])
def test_an_error_leads_back_to_the_loop(driver: Driver, qtbot: QtBot, press: Press, mode: Mode) -> None:
    log = io.StringIO()
    driver.send(press)
    assert driver.state.mode is mode
    recovery = Recovery(driver, EventLog(stream=log))
    fail(recovery)
    qtbot.waitUntil(lambda: driver.state.mode is Mode.LOOP)
    assert "error kind=ValueError message=broken place=?" in log.getvalue()


def test_what_fails_on_the_way_back_does_not_go_round_and_round(
    driver: Driver, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = io.StringIO()
    recovery = Recovery(driver, EventLog(stream=log))
    driver.changed.connect(lambda _: fail(recovery) if driver.state.mode is Mode.LOOP else None)
    driver.send(Press.OPEN)
    fail(recovery)
    qtbot.waitUntil(lambda: driver.state.mode is Mode.LOOP)
    driver.send(Press.OPEN)
    qtbot.wait(0)
    assert driver.state.mode is Mode.SESSION, "the second error within ten seconds is only told"
    assert log.getvalue().count("broken") == 2
    monkeypatch.setattr(module, "RECOVERY_SECONDS", 0.0)
    fail(recovery)
    qtbot.waitUntil(lambda: driver.state.mode is Mode.LOOP)


def test_it_takes_the_hooks_place_and_gives_it_back(driver: Driver) -> None:
    before = sys.excepthook
    recovery = Recovery(driver, EventLog(stream=io.StringIO()))
    recovery.install()
    assert sys.excepthook == recovery.on_error
    recovery.close()
    assert sys.excepthook is before
