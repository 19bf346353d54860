"""What systemd hears, on a real socket of the kind that it listens on."""

from __future__ import annotations

import io
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QElapsedTimer, QEvent, QObject
from PySide6.QtQuick import QQuickWindow
from pytestqt.qtbot import QtBot

from kiosk.core import running_jobs
from kiosk.core.event_log import EventLog
from kiosk.qt.app import App
from kiosk.qt.jobs import Jobs
from kiosk.qt.player.frame_meter import FrameMeter
from kiosk.qt.systemd_watchdog import Check, SystemdWatchdog
from tests.qt import slides_on_disk
from tests.qt.conftest import Launch

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
def log() -> io.StringIO:
    return io.StringIO()


Make = Callable[..., SystemdWatchdog]


@pytest.fixture
def make(ear: socket.socket, log: io.StringIO) -> Iterator[Make]:
    """Makes the watchdog with the checks that are named."""
    made: list[SystemdWatchdog] = []

    def watchdog(*checks: Check) -> SystemdWatchdog:
        made.append(SystemdWatchdog(EventLog(stream=log), checks))
        return made[-1]

    yield watchdog
    for one in made:
        one.close()
        shiboken6.delete(one)


@pytest.fixture
def watchdog(make: Make) -> SystemdWatchdog:
    return make()


# What the other thread says; on a busy machine this test's own GUI thread is late enough for it.
HANGS = "the GUI thread has not answered"


def lines(log: io.StringIO) -> list[str]:
    """The log's lines without their time, those of a GUI thread that is late left out."""
    return [line.split("] ", 1)[1] for line in log.getvalue().splitlines() if HANGS not in line]


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
    qtbot.waitUntil(alive_thrice)
    assert set(heard) == {b"WATCHDOG=1"}
    # At least two thirds of a period, were it not that the first sign may come late and the next in time.
    assert clock.elapsed() >= PERIOD_MS / 3


@pytest.mark.parametrize("limit", ["", "0", "2999", "soon", "-5"])
def test_a_limit_that_is_none_asks_for_no_sign_of_life(
    ear: socket.socket, make: Make, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    monkeypatch.setenv("WATCHDOG_USEC", limit)
    watchdog = make()
    watchdog.ready()
    assert messages(ear) == [b"READY=1"]
    assert not watchdog.is_reporting()


def test_without_systemd_nothing_is_said(ear: socket.socket, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NOTIFY_SOCKET")
    watchdog = make()
    watchdog.ready()
    watchdog.close()
    assert messages(ear) == []
    assert not watchdog.is_reporting()


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
    with qtbot.waitSignal(watchdog.reported):
        pass
    assert watchdog.is_reporting()


@pytest.mark.parametrize(("restarts", "last"), [(False, b"STOPPING=1"), (True, b"WATCHDOG=1")])
def test_the_end_is_told_and_a_restart_gets_one_more_period(
    ear: socket.socket, watchdog: SystemdWatchdog, restarts: bool, last: bytes
) -> None:
    watchdog.ready()
    watchdog.close(restarts)
    assert messages(ear) == [b"READY=1", last]
    assert not watchdog.is_reporting()


# --- what holds the signs of life back ---


def wait_for_sign(ear: socket.socket, watchdog: SystemdWatchdog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(watchdog.reported):
        pass
    assert b"WATCHDOG=1" in messages(ear)


def wait_for_line(log: io.StringIO, qtbot: QtBot, number: int) -> str:
    """The log's line of this number, from 1; it must be the last."""
    qtbot.waitUntil(lambda: len(lines(log)) >= number)
    assert len(lines(log)) == number
    return lines(log)[-1]


def stay_silent(ear: socket.socket, qtbot: QtBot, checks: int) -> None:
    """No sign of life comes in the time of so many."""
    messages(ear)
    over = QElapsedTimer()
    over.start()
    qtbot.waitUntil(lambda: over.elapsed() > checks * PERIOD_MS / 3)
    assert messages(ear) == []


def test_a_check_that_says_why_stops_them_and_the_log_says_so_once(
    ear: socket.socket, make: Make, log: io.StringIO, qtbot: QtBot
) -> None:
    reasons = [""]
    watchdog = make(lambda now, since: "", lambda now, since: reasons[-1])
    watchdog.ready()
    wait_for_sign(ear, watchdog, qtbot)
    assert lines(log) == []
    reasons.append("it is out of order")
    assert wait_for_line(log, qtbot, 1) == "watchdog alive=False message=it is out of order"
    stay_silent(ear, qtbot, 4)
    reasons.append("")
    assert wait_for_line(log, qtbot, 2) == "watchdog alive=True message=it goes on"
    wait_for_sign(ear, watchdog, qtbot)


def test_a_job_that_hangs_stops_them_until_it_goes_on(
    ear: socket.socket, make: Make, log: io.StringIO, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(running_jobs, "MOST_SECONDS", 0.2)
    jobs, gate = Jobs("slow drive"), threading.Event()
    watchdog = make(running_jobs.stall)
    watchdog.ready()
    jobs.run(gate.wait)
    assert wait_for_line(log, qtbot, 1).startswith(
        "watchdog alive=False message=the job “slow drive” has given no sign of life"
    )
    stay_silent(ear, qtbot, 3)
    gate.set()
    wait_for_sign(ear, watchdog, qtbot)
    jobs.close()


class Deaf(QObject):
    """Keeps the request for a frame from a window: its scene is never painted again, while all else goes on."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.UpdateRequest


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QQuickWindow]:
    window = QQuickWindow()
    window.resize(64, 64)
    yield window
    shiboken6.delete(window)


def test_a_frame_that_was_due_and_did_not_come_stops_them_until_it_comes(
    ear: socket.socket, make: Make, log: io.StringIO, window: QQuickWindow, qtbot: QtBot
) -> None:
    frames, deaf = FrameMeter(most=0.2), Deaf()
    frames.watch(window)
    watchdog = make(frames.stall)
    with qtbot.waitSignal(frames.first):
        window.show()
    watchdog.ready()
    wait_for_sign(ear, watchdog, qtbot)
    window.installEventFilter(deaf)
    frames.expect()
    assert wait_for_line(log, qtbot, 1).startswith("watchdog alive=False message=a frame was due")
    stay_silent(ear, qtbot, 3)
    window.removeEventFilter(deaf)
    frames.expect()
    assert wait_for_line(log, qtbot, 2) == "watchdog alive=True message=it goes on"
    wait_for_sign(ear, watchdog, qtbot)


def test_a_window_that_nobody_can_see_owes_no_frame_and_one_that_rests_owes_none(window: QQuickWindow, qtbot: QtBot) -> None:
    frames = FrameMeter(most=5.0)
    frames.watch(window)
    frames.expect()
    assert frames.stall(time.monotonic() + 100, 0.0) == "", "not shown yet"
    with qtbot.waitSignal(frames.first):
        window.show()
    assert frames.stall(time.monotonic() + 100, 0.0) == "", "at rest"
    frames.expect()
    now = time.monotonic()
    assert frames.stall(now + 1, 0.0) == ""
    assert frames.stall(now + 7, now + 6) == "", "all that time the process stood still"
    assert frames.stall(now + 7, 0.0) == "a frame was due 7 s ago and none was painted"
    with qtbot.waitSignal(window.frameSwapped):
        pass
    assert frames.stall(now + 100, 0.0) == "", "painted"
    frames.expect()
    window.hide()
    qtbot.waitUntil(lambda: not window.isExposed())
    assert frames.stall(now + 200, 0.0) == "", "hidden"


def test_a_gui_thread_that_hangs_stops_them_and_another_thread_says_where(
    ear: socket.socket, make: Make, log: io.StringIO, qtbot: QtBot
) -> None:
    frame = ["a frame was due 9 s ago and none was painted"]
    watchdog = make(lambda now, since: frame[0] if threading.current_thread() is not threading.main_thread() else "")
    watchdog.ready()
    wait_for_sign(ear, watchdog, qtbot)
    while HANGS not in log.getvalue():
        time.sleep(0.01)
    assert messages(ear) == []
    line = log.getvalue().splitlines()[-1]
    assert f"watchdog alive=False message={frame[0]}; {HANGS} for" in line
    assert ", at test_systemd_watchdog.py:" in line
    wait_for_sign(ear, watchdog, qtbot)
    assert lines(log) == [], "it does not say that it goes on: it never said that it stopped"


def test_what_was_missed_while_everything_stood_still_does_not_count(
    ear: socket.socket, make: Make, log: io.StringIO, qtbot: QtBot
) -> None:
    times: list[tuple[float, float]] = []

    def check(now: float, since: float) -> str:
        if threading.current_thread() is threading.main_thread():
            times.append((now, since))
        return ""

    watchdog = make(check)
    began = time.monotonic()
    watchdog.ready()
    wait_for_sign(ear, watchdog, qtbot)
    while time.monotonic() < times[-1][0] + 2 * PERIOD_MS / 1000:
        time.sleep(0.01)
    late = time.monotonic()
    wait_for_sign(ear, watchdog, qtbot)
    assert began <= times[0][1] <= times[0][0]
    assert times[-1][1] >= late - 0.01


# --- the whole program ---


@pytest.fixture
def program(ear: socket.socket, launch: Launch, tmp_path: Path, qtbot: QtBot) -> App:
    """On its first slide, and alive."""
    app = launch(slides_on_disk.write(tmp_path / "slides"))
    heard: list[bytes] = []

    def is_alive() -> bool:
        heard.extend(messages(ear))
        return b"WATCHDOG=1" in heard

    qtbot.waitUntil(is_alive)
    assert heard[0] == b"READY=1"
    return app


def test_a_job_of_the_programs_that_hangs_stops_them(
    ear: socket.socket, program: App, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: program.playlist_source.complete)
    monkeypatch.setattr(running_jobs, "MOST_SECONDS", 0.2)
    gate = threading.Event()
    program.preparer.jobs.run(gate.wait)
    qtbot.waitUntil(lambda: any("the job “prepare”" in line for line in written(program)))
    stay_silent(ear, qtbot, 3)
    gate.set()


def test_a_touch_that_brings_no_frame_stops_them(
    ear: socket.socket, program: App, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(program._frames, "_most", 0.2)
    deaf = Deaf()
    program.window.installEventFilter(deaf)
    program.controls.openSession()
    qtbot.waitUntil(lambda: any("a frame was due" in line for line in written(program)))
    stay_silent(ear, qtbot, 3)
    program.window.removeEventFilter(deaf)


def written(program: App) -> list[str]:
    stream = program._log.stream
    assert isinstance(stream, io.StringIO)
    return lines(stream)
