"""What systemd hears of the real program: signs of life at rest, and none when a thread that paints hangs."""

from __future__ import annotations

import re
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.content import write_slide
from tests.e2e.display import PATIENCE, Display
from tests.e2e.notify_socket import NotifySocket
from tests.e2e.program import Program, Start
from tests.e2e.stopped_thread import stopped_thread, thread_named
from tests.needs import need

ALIVE = b"WATCHDOG=1"
Watched = Callable[..., tuple[Program, NotifySocket]]


@pytest.fixture
def watched(start: Start, tmp_path: Path) -> Iterator[Watched]:
    """Starts the program as systemd does, with a period in s, and hears that it is ready and lives."""
    sockets: list[NotifySocket] = []

    def run(period: float, renderer: str = "software", **extra: str) -> tuple[Program, NotifySocket]:
        systemd = NotifySocket(tmp_path / "notify", period)
        sockets.append(systemd)
        program = start(renderer=renderer, extra={**systemd.environment, **extra})
        systemd.main = program.process.pid
        systemd.expect(b"READY=1", ALIVE)
        return program, systemd

    yield run
    for each in sockets:
        each.close()


@pytest.fixture(autouse=True)
def rests(slides: Path) -> None:
    """The first slide stays."""
    write_slide(slides, "one", seconds=120)


def stops(program: Program) -> str:
    """What the log says when the signs of life stop."""
    return str(program.wait_for("watchdog", alive=False)["message"])


def test_a_slide_that_rests_is_alive_without_a_frame(watched: Watched) -> None:
    program, systemd = watched(1.5)
    # Five periods of it: more than a frame that is due may take.
    systemd.expect(*[ALIVE] * 15)
    assert program.stop() == 0
    assert [event["frames"] for event in program.logged("rest")] == [0]
    assert program.logged("watchdog") == []
    systemd.expect(b"STOPPING=1")


def test_a_stopped_process_is_not_heard_and_is_alive_again_at_once(watched: Watched) -> None:
    program, systemd = watched(1.5)
    program.process.send_signal(signal.SIGSTOP)
    assert systemd.is_silent()
    program.process.send_signal(signal.SIGCONT)
    systemd.expect(ALIVE, ALIVE)
    assert program.logged("watchdog") == []


def test_a_gui_thread_that_hangs_is_not_heard_and_the_log_says_so(watched: Watched) -> None:
    program, systemd = watched(1.5)
    with stopped_thread(program.process.pid):
        assert systemd.is_silent()
        assert re.search(r"the GUI thread has not answered for 1 s, at \w+\.py:\d+", stops(program))
    systemd.expect(ALIVE, ALIVE)


def test_a_render_thread_that_hangs_while_a_frame_is_due_is_not_heard(watched: Watched, display: Display, state: Path) -> None:
    program, systemd = watched(7.8, renderer="opengl", QSG_RENDER_LOOP="threaded")
    need("" if program.draws_with_opengl() else "this X server has no OpenGL")
    program.wait_for("reloaded")
    display.wait_until((state / "first-slide.json").exists, "the first frame, kept: after that nothing is drawn")
    with stopped_thread(thread_named(program.process.pid, "QSGRenderThread")):
        systemd.expect(ALIVE)
        assert program.logged("watchdog") == [], "it rests: no frame is due"
        display.click((300, 500))
        assert "a frame was due" in stops(program)
        assert systemd.is_silent(1 / 3), "two thirds of a period are over already"
    systemd.expect(ALIVE)


def test_a_kiosk_that_systemd_ends_leaves_behind_where_it_hung(slides: Path, state: Path, display: Display) -> None:
    """A service that is silent gets SIGABRT (`WatchdogSignal=`)."""
    program = Program(slides, state, display.name)
    program.wait_for("reloaded")
    program.process.send_signal(signal.SIGABRT)
    assert program.process.wait(PATIENCE) == -signal.SIGABRT
    program.stop()
    assert "Fatal Python error: Aborted" in program.words
    assert any("in _run_until_told" in line for line in program.words)
