"""The table of running jobs: who has gone without a sign of life for too long."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.core import running_jobs
from kiosk.core.content import library
from kiosk.core.storage import atomic_file
from kiosk.core.storage.open_folder import open_folder


@pytest.fixture
def began() -> Iterator[float]:
    """A job of this thread, and when it began."""
    running_jobs.begin("reading")
    yield time.monotonic()
    running_jobs.end()
    assert running_jobs.stall(time.monotonic() + 1000, 0.0) == ""


def test_a_job_counts_from_its_beginning(began: float) -> None:
    assert running_jobs.stall(began + 59, 0.0) == ""
    assert running_jobs.stall(began + 61, 0.0) == "the job “reading” has given no sign of life for 61 s"


def test_a_sign_of_life_and_a_late_look_give_it_its_time_again(began: float) -> None:
    assert running_jobs.stall(began + 100, began + 50) == "", "before that nobody could have done anything"
    assert running_jobs.stall(began + 100, began + 30) != ""
    before = time.monotonic()
    running_jobs.sign_of_life()
    assert running_jobs.stall(before + 60, 0.0) == ""


def test_each_thread_has_its_own(began: float) -> None:
    begun, gate = threading.Event(), threading.Event()

    def work() -> None:
        running_jobs.sign_of_life()
        running_jobs.begin("writing")
        begun.set()
        gate.wait(30)
        running_jobs.end()

    thread = threading.Thread(target=work)
    thread.start()
    assert begun.wait(30)
    running_jobs.end()
    assert "writing" in running_jobs.stall(time.monotonic() + 100, 0.0)
    gate.set()
    thread.join()


def signs(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    given: list[int] = []
    monkeypatch.setattr(running_jobs, "sign_of_life", lambda: given.append(1))
    return given


def test_reading_a_folder_gives_a_sign_for_each_slide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    topic = tmp_path / "topic"
    topic.mkdir()
    for number in range(20):
        (topic / f"{number}.md").write_text(f"# Slide {number}\n\nWords.\n", encoding="utf-8")
    given = signs(monkeypatch)
    deck = library.load(tmp_path)
    assert len(given) > 20
    given.clear()
    library.load(tmp_path, deck)
    assert len(given) > 20, "those that have not changed are looked at too"


def test_writing_much_gives_signs_and_writing_little_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = signs(monkeypatch)
    data = bytes(range(256)) * 10_000
    with open_folder(tmp_path) as folder:
        atomic_file.write(folder, "small", b"x" * 10_000)
        assert given == []
        atomic_file.write(folder, "large", data)
    assert len(given) == 9, "one between each two of ten pieces"
    assert (tmp_path / "large").read_bytes() == data
