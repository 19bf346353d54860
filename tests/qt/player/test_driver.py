"""The driver: one event after another, each heard of once, whatever its listeners send."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kiosk.core.arrangement.playlist import Entry
from kiosk.core.player import player
from kiosk.core.player.events import (
    Effect,
    Event,
    Mode,
    Overlay,
    Press,
    Replaced,
    SessionEnded,
    SessionStarted,
    Shown,
    SlideShown,
    StaffAsked,
)
from kiosk.core.player.state import State
from kiosk.core.player.transitions import Step
from kiosk.qt.player.driver import Driver

A, B = (Entry(name, "t", loop=True) for name in "ab")


@pytest.fixture
def driver(qtbot: QtBot) -> Iterator[Driver]:
    driver = Driver()
    driver.send(Replaced((A, B)))
    yield driver
    driver.changed.disconnect()
    # Nothing plays and nobody is there: no timer is left.
    for event in (Replaced(()), Press.LEAVE_STAFF, Press.DONE, Replaced(())):
        driver.send(event)


def test_an_event_within_an_event_waits_until_all_have_heard(driver: Driver) -> None:
    heard: list[tuple[str, Mode, Overlay]] = []

    def first(before: State) -> None:
        heard.append(("first", driver.state.mode, driver.state.reading.overlay))
        if before.mode is Mode.LOOP and driver.state.mode is Mode.SESSION:
            driver.send(Press.TOPICS)
            driver.send(Press.DONE)

    def second(before: State) -> None:
        heard.append(("second", driver.state.mode, driver.state.reading.overlay))

    driver.changed.connect(first)
    driver.changed.connect(second)
    driver.send(Press.OPEN)
    assert heard == [
        ("first", Mode.SESSION, Overlay.NONE),
        ("second", Mode.SESSION, Overlay.NONE),
        ("first", Mode.SESSION, Overlay.TOPICS),
        ("second", Mode.SESSION, Overlay.TOPICS),
        ("first", Mode.LOOP, Overlay.NONE),
        ("second", Mode.LOOP, Overlay.NONE),
    ]


def test_each_change_carries_the_state_before(driver: Driver) -> None:
    steps: list[tuple[State, State]] = []
    driver.changed.connect(lambda before: steps.append((before, driver.state)))
    driver.changed.connect(lambda _: driver.send(Shown("a", 5.0, 3)))
    begin = driver.state
    driver.send(Press.OPEN)
    assert len(steps) == 2
    assert [before for before, _ in steps] == [begin, *(after for _, after in steps[:-1])]


def test_effects_come_in_order_and_before_the_change(driver: Driver) -> None:
    heard: list[object] = []

    def on_effect(effect: Effect) -> None:
        heard.append(effect)
        if effect == SessionStarted("a"):
            driver.send(Shown("a", 5.0, 1))
            driver.send(Press.STAFF)

    driver.happened.connect(on_effect)
    driver.changed.connect(lambda _: heard.append(driver.state.mode))
    driver.send(Press.OPEN)
    assert heard == [
        SessionStarted("a"),
        Mode.SESSION,
        SlideShown("a", Mode.SESSION, 5.0),
        Mode.SESSION,
        SessionEnded("staff"),
        StaffAsked(),
        Mode.STAFF,
    ]


def test_a_listener_that_fails_loses_no_event(driver: Driver, qtbot: QtBot) -> None:
    modes: list[Mode] = []

    def fail(before: State) -> None:
        if driver.state.mode is Mode.SESSION:
            driver.send(Press.STAFF)
            raise ValueError("broken")

    driver.changed.connect(fail)
    driver.changed.connect(lambda _: modes.append(driver.state.mode))
    with qtbot.captureExceptions() as exceptions:
        driver.send(Press.OPEN)
    assert [str(error) for _, error, _ in exceptions] == ["broken"]
    assert modes == [Mode.SESSION, Mode.STAFF]


def test_a_step_that_fails_loses_no_event(driver: Driver, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    step = player.step

    def broken(state: State, event: Event, now: float) -> Step:
        if event is Press.TOPICS:
            raise ValueError("broken")
        return step(state, event, now)

    def on_change(before: State) -> None:
        if driver.state.mode is Mode.SESSION:
            driver.send(Press.TOPICS)
            driver.send(Press.STAFF)

    monkeypatch.setattr(player, "step", broken)
    driver.changed.connect(on_change)
    with pytest.raises(ValueError, match="broken"):
        driver.send(Press.OPEN)
    qtbot.waitUntil(lambda: driver.state.mode is Mode.STAFF)
