"""Signals become an event of the GUI thread, also where Python has nothing to do."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from kiosk.qt.unix_signals import UnixSignals


@pytest.fixture
def stops() -> list[int]:
    """The thread of each stop."""
    return []


@pytest.fixture
def signals(stops: list[int]) -> Iterator[UnixSignals]:
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    made = UnixSignals(lambda: stops.append(threading.get_ident()))
    yield made
    made.close()
    shiboken6.delete(made)
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_in_the_gui_thread(stops: list[int], qtbot: QtBot, number: signal.Signals) -> None:
    os.kill(os.getpid(), number)
    assert stops == [], "not in the middle of whatever runs"
    qtbot.waitUntil(lambda: len(stops) == 1, timeout=30_000)
    assert stops == [threading.get_ident()]


@pytest.mark.usefixtures("signals")
def test_another_signal_stops_nothing(stops: list[int], qtbot: QtBot) -> None:
    seen: list[int] = []
    before = signal.signal(signal.SIGUSR1, lambda number, frame: seen.append(number))
    try:
        os.kill(os.getpid(), signal.SIGUSR1)
        # The byte of this one comes first through the same socket.
        os.kill(os.getpid(), signal.SIGTERM)
        qtbot.waitUntil(lambda: bool(stops), timeout=30_000)
    finally:
        signal.signal(signal.SIGUSR1, before)
    assert seen == [signal.SIGUSR1]
    assert len(stops) == 1


def test_after_the_end_a_signal_is_heard_no_more(stops: list[int]) -> None:
    before = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)
    try:
        ended = UnixSignals(lambda: stops.append(0))
        ended.close()
        os.kill(os.getpid(), signal.SIGTERM)
        assert signal.set_wakeup_fd(-1) == -1
        shiboken6.delete(ended)
    finally:
        signal.signal(signal.SIGTERM, before[0])
        signal.signal(signal.SIGINT, before[1])
    assert stops == []
