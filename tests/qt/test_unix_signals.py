"""Signals become an event of the GUI thread, also where Python has nothing to do."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from kiosk.core.stop_signals import StopSignals
from kiosk.qt.unix_signals import UnixSignals


@pytest.fixture
def stops() -> list[int]:
    """The thread of each stop."""
    return []


@pytest.fixture
def signals(stops: list[int]) -> Iterator[UnixSignals]:
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    taken = StopSignals()
    made = UnixSignals(taken, lambda: stops.append(threading.get_ident()))
    yield made
    made.close()
    shiboken6.delete(made)
    taken.end(0)
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_in_the_gui_thread(stops: list[int], qtbot: QtBot, number: signal.Signals) -> None:
    os.kill(os.getpid(), number)
    assert stops == [], "not in the middle of whatever runs"
    qtbot.waitUntil(lambda: len(stops) == 1)
    assert stops == [threading.get_ident()]


@pytest.mark.usefixtures("signals")
def test_another_signal_stops_nothing(stops: list[int], qtbot: QtBot) -> None:
    seen: list[int] = []
    before = signal.signal(signal.SIGUSR1, lambda number, frame: seen.append(number))
    try:
        os.kill(os.getpid(), signal.SIGUSR1)
        # The byte of this one comes first through the same socket.
        os.kill(os.getpid(), signal.SIGTERM)
        qtbot.waitUntil(lambda: bool(stops))
    finally:
        signal.signal(signal.SIGUSR1, before)
    assert seen == [signal.SIGUSR1]
    assert len(stops) == 1


def test_one_that_came_before_the_event_loop_is_not_lost(stops: list[int], qtbot: QtBot) -> None:
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    taken = StopSignals()
    os.kill(os.getpid(), signal.SIGTERM)
    made = UnixSignals(taken, lambda: stops.append(0))
    try:
        qtbot.waitUntil(lambda: stops == [0])
    finally:
        made.close()
        shiboken6.delete(made)
        taken.end(0)
        for number, handler in before.items():
            signal.signal(number, handler)
