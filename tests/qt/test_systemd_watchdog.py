"""What systemd hears, on a real socket of the kind that it listens on."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QElapsedTimer
from pytestqt.qtbot import QtBot

from kiosk.qt.systemd_watchdog import SystemdWatchdog

PERIOD_MS = 300


@pytest.fixture(params=["path", "abstract"])
def ear(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    """A socket in the file system, or one without a file, whose name systemd gives with an @ for the null byte."""
    name = str(tmp_path / "notify") if request.param == "path" else f"@kiosk-test-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(name.replace("@", "\0"))
        listening.setblocking(False)
        monkeypatch.setenv("NOTIFY_SOCKET", name)
        monkeypatch.setenv("WATCHDOG_USEC", str(PERIOD_MS * 1000))
        yield listening


@pytest.fixture
def watchdog(ear: socket.socket) -> Iterator[SystemdWatchdog]:
    made = SystemdWatchdog()
    yield made
    shiboken6.delete(made)


def messages(ear: socket.socket) -> list[bytes]:
    """What has been said since the last look."""
    heard = []
    while True:
        try:
            heard.append(ear.recv(100))
        except BlockingIOError:
            return heard


def test_it_says_ready_once_and_then_again_and_again_that_it_lives(
    ear: socket.socket, watchdog: SystemdWatchdog, qtbot: QtBot
) -> None:
    assert messages(ear) == []
    watchdog.ready()
    assert messages(ear) == [b"READY=1"]
    heard: list[bytes] = []

    def alive_thrice() -> bool:
        heard.extend(messages(ear))
        return len(heard) >= 3

    clock = QElapsedTimer()
    clock.start()
    qtbot.waitUntil(alive_thrice, timeout=30_000)
    assert set(heard) == {b"WATCHDOG=1"}
    # A coarse timer may be 5 % early; a third of the period is what sd_watchdog_enabled(3) asks for at least twice over.
    assert clock.elapsed() >= 0.9 * PERIOD_MS


@pytest.mark.parametrize("limit", ["", "0", "2999", "soon", "-5"])
def test_a_limit_that_is_none_asks_for_no_sign_of_life(
    ear: socket.socket, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, limit: str
) -> None:
    monkeypatch.setenv("WATCHDOG_USEC", limit)
    watchdog = SystemdWatchdog()
    watchdog.ready()
    assert messages(ear) == [b"READY=1"]
    assert not watchdog.is_reporting()
    shiboken6.delete(watchdog)


def test_without_systemd_nothing_is_said(ear: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NOTIFY_SOCKET")
    watchdog = SystemdWatchdog()
    watchdog.ready()
    assert messages(ear) == []
    assert not watchdog.is_reporting()
    shiboken6.delete(watchdog)


def test_one_that_does_not_listen_holds_nothing_up(ear: socket.socket, watchdog: SystemdWatchdog) -> None:
    """More than the socket takes in (net.unix.max_dgram_qlen, unix(7)): what is too much is lost, and that is all."""
    for _ in range(2000):
        watchdog.ready()
    assert 0 < len(messages(ear)) < 2000


def test_systemd_that_is_gone_is_no_error(ear: socket.socket, watchdog: SystemdWatchdog, qtbot: QtBot) -> None:
    watchdog.ready()
    assert messages(ear) == [b"READY=1"]
    ear.close()
    assert watchdog.is_reporting()
    with qtbot.waitSignal(watchdog.reported, timeout=30_000):
        pass
    assert watchdog.is_reporting()
