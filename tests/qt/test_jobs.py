"""The background runner: results come back to the GUI thread, errors are heard of, and the end waits."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from types import TracebackType

import pytest
from pytestqt.qtbot import QtBot

from kiosk.qt import jobs as module
from kiosk.qt.jobs import Jobs


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs("test")
    yield jobs
    jobs.close()


@pytest.fixture
def unexpected(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """The errors that reach `sys.excepthook`."""
    errors: list[BaseException] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        assert threading.current_thread() is threading.main_thread()
        assert trace is not None
        errors.append(error)

    monkeypatch.setattr(sys, "excepthook", hook)
    return errors


def fail() -> None:
    raise ValueError("broken")


def test_a_result_comes_back_to_the_gui_thread(jobs: Jobs, qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    results: list[int] = []

    def work() -> int:
        threads.append(threading.current_thread())
        return 7

    def done(result: int) -> None:
        threads.append(threading.current_thread())
        results.append(result)

    jobs.run(work, done)
    qtbot.waitUntil(lambda: results == [7])
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()


def test_jobs_follow_each_other_in_order(jobs: Jobs, qtbot: QtBot) -> None:
    begun, results = [], []
    gate = threading.Event()
    jobs.run(gate.wait)
    for number in range(20):
        jobs.run(lambda number=number: begun.append(number), lambda _, number=number: results.append(number))
    assert begun == []
    gate.set()
    qtbot.waitUntil(lambda: len(results) == 20)
    assert begun == results == list(range(20))


def test_an_error_that_is_expected_is_handed_over(jobs: Jobs, qtbot: QtBot, unexpected: list[BaseException]) -> None:
    errors: list[Exception] = []
    jobs.run(fail, lambda _: pytest.fail("it did not succeed"), errors.append, (ValueError,))
    qtbot.waitUntil(lambda: bool(errors))
    assert str(errors[0]) == "broken"
    assert unexpected == []


@pytest.mark.parametrize("errors", [(), (OSError,)])
def test_any_other_error_is_an_error_of_the_program(
    jobs: Jobs, qtbot: QtBot, unexpected: list[BaseException], errors: tuple[type[Exception], ...]
) -> None:
    jobs.run(fail, None, lambda _: pytest.fail("nobody expected it"), errors)
    qtbot.waitUntil(lambda: bool(unexpected))
    results: list[str] = []
    jobs.run(lambda: "next", results.append)
    qtbot.waitUntil(lambda: results == ["next"])


def test_the_end_waits_for_every_job_and_hears_of_errors(jobs: Jobs, unexpected: list[BaseException]) -> None:
    gate = threading.Event()
    finished: list[int] = []
    jobs.run(gate.wait)
    jobs.run(lambda: finished.append(1), lambda _: pytest.fail("nobody waits for it any more"))
    jobs.run(fail)
    timer = threading.Timer(0.05, gate.set)
    timer.start()
    jobs.close()
    timer.join()
    assert finished == [1]
    assert [str(error) for error in unexpected] == ["broken"]
    assert not [thread for thread in threading.enumerate() if thread.name == "test"]


def test_an_end_in_haste_drops_the_jobs_that_wait(jobs: Jobs) -> None:
    begun, gate = threading.Event(), threading.Event()
    finished: list[int] = []

    def work() -> None:
        begun.set()
        gate.wait()
        finished.append(1)

    jobs.run(work)
    jobs.run(lambda: finished.append(2))
    assert begun.wait(10)
    timer = threading.Timer(0.05, gate.set)
    timer.start()
    jobs.close(drop=True)
    timer.join()
    assert finished == [1]


def test_a_job_that_hangs_does_not_keep_the_program(jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE_SECONDS", 0.01)
    gate = threading.Event()
    jobs.run(gate.wait)
    (thread,) = [thread for thread in threading.enumerate() if thread.name == "test"]
    jobs.close()
    assert thread.is_alive()
    assert thread.daemon
    gate.set()
    thread.join()
