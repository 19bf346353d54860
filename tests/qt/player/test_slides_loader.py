"""The deck follows the disk, whatever becomes of the folder, and says what is wrong once."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from kiosk.core.content import library
from kiosk.core.content.deck import Deck, Trouble
from kiosk.core.problem import Problem
from kiosk.qt.player import slides_loader, slides_watch
from kiosk.qt.player.slides_loader import SlidesLoader

SHORT_MS = 40
ROUNDS = 4


class Heard:
    """What a loader has told: its problems, one list a reading that said something new, and the number of its rescans."""

    def __init__(self, loader: SlidesLoader) -> None:
        self.problems: list[list[Problem]] = []
        self.rescans = 0
        loader.loaded.connect(self.problems.append)
        loader.rescanned.connect(self._on_rescan)

    def _on_rescan(self) -> None:
        self.rescans += 1


@pytest.fixture
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rescans follow each other at once: the tests count them, and wait for none."""
    monkeypatch.setattr(slides_loader, "RESCAN_MS", SHORT_MS)
    monkeypatch.setattr(slides_loader, "URGENT_RESCAN_MS", SHORT_MS)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "slides"
    write(root, "abcde")
    return root


def write(root: Path, names: str, words: str = "Words") -> None:
    (root / "t").mkdir(parents=True, exist_ok=True)
    for name in names:
        (root / "t" / f"{name}.md").write_text(f"# {words} of {name}\n")


@pytest.fixture
def loader(root: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[SlidesLoader]:
    loader = SlidesLoader(root, tmp_path / "state")
    loader.reload()
    qtbot.waitUntil(lambda: loader.complete)
    yield loader
    loader.close()
    shiboken6.delete(loader)


def titles(loader: SlidesLoader) -> list[str]:
    return [slide.texts[0].title for slide in loader.deck.slides]


def some_rescans(heard: Heard, qtbot: QtBot) -> None:
    before = heard.rescans
    qtbot.waitUntil(lambda: heard.rescans >= before + ROUNDS)


@pytest.mark.usefixtures("often")
def test_nothing_is_told_of_a_folder_that_has_not_changed(loader: SlidesLoader, qtbot: QtBot) -> None:
    slides = loader.deck.slides
    heard = Heard(loader)
    some_rescans(heard, qtbot)
    assert heard.problems == []
    assert all(now is before for now, before in zip(loader.deck.slides, slides, strict=True))


@pytest.mark.usefixtures("often")
@pytest.mark.parametrize(
    ("fault", "trouble"), [("gone", Trouble.MISSING), ("file", Trouble.UNREADABLE), ("empty", Trouble.EMPTY)]
)
def test_a_folder_that_is_away_is_told_of_once_and_seen_when_it_is_back(
    loader: SlidesLoader, root: Path, qtbot: QtBot, fault: str, trouble: Trouble
) -> None:
    slides = loader.deck.slides
    heard = Heard(loader)
    away = root.with_name("away")
    root.rename(away)
    if fault == "file":
        root.write_text("a file in its place")
    elif fault == "empty":
        root.mkdir()
    qtbot.waitUntil(lambda: loader.trouble is trouble)
    some_rescans(heard, qtbot)
    assert loader.deck.slides == slides, "the last good ones go on"
    told = [problem for problems in heard.problems for problem in problems if problem.path == str(root)]
    assert len(told) == len(set(told)) <= 2
    if fault == "file":
        root.unlink()
    elif fault == "empty":
        root.rmdir()
    away.rename(root)
    qtbot.waitUntil(lambda: loader.trouble is Trouble.NONE)
    assert all(now is before for now, before in zip(loader.deck.slides, slides, strict=True))


@pytest.mark.usefixtures("often")
def test_a_folder_that_comes_late(tmp_path: Path, qtbot: QtBot) -> None:
    loader = SlidesLoader(tmp_path / "media" / "drive" / "slides", tmp_path / "state")
    loader.reload()
    qtbot.waitUntil(lambda: loader.trouble is Trouble.MISSING)
    write(tmp_path / "media" / "drive" / "slides", "a")
    qtbot.waitUntil(lambda: len(loader.deck.slides) == 1)
    loader.close()
    shiboken6.delete(loader)


@pytest.mark.usefixtures("often")
@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount")
def test_a_drive_that_is_mounted_unmounted_and_mounted_again(loader: SlidesLoader, root: Path, qtbot: QtBot) -> None:
    """Of a mount nobody tells: it is seen by looking."""

    def mount(words: str) -> None:
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "kiosk-test", root], check=True)
        write(root, "abc", words)

    mount("First drive")
    try:
        qtbot.waitUntil(lambda: titles(loader) == [f"First drive of {name}" for name in "abc"])
        write(root, "a", "Changed")
        qtbot.waitUntil(lambda: titles(loader)[0] == "Changed of a")
    finally:
        subprocess.run(["umount", root], check=True)
    qtbot.waitUntil(lambda: titles(loader) == [f"Words of {name}" for name in "abcde"])
    mount("Second drive")
    try:
        qtbot.waitUntil(lambda: titles(loader)[0] == "Second drive of a")
    finally:
        subprocess.run(["umount", root], check=True)
    qtbot.waitUntil(lambda: titles(loader)[0] == "Words of a")


def test_a_folder_that_is_replaced_by_another_is_followed(loader: SlidesLoader, root: Path, qtbot: QtBot) -> None:
    for words in ("Second", "Third"):
        write(root.with_name("new"), "abcd", words)
        root.rename(root.with_name(f"before {words}"))
        root.with_name("new").rename(root)
        qtbot.waitUntil(lambda words=words: titles(loader) == [f"{words} of {name}" for name in "abcd"])
    write(root, "a", "Changed")
    qtbot.waitUntil(lambda: titles(loader)[0] == "Changed of a")


def test_a_topic_that_is_replaced_by_another_is_followed(loader: SlidesLoader, root: Path, qtbot: QtBot) -> None:
    write(root.parent / "new", "abcd", "New")
    (root / "t").rename(root.parent / "old")
    (root.parent / "new" / "t").rename(root / "t")
    qtbot.waitUntil(lambda: titles(loader) == [f"New of {name}" for name in "abcd"])
    write(root, "f", "Added")
    qtbot.waitUntil(lambda: len(titles(loader)) == 5)


# --- A copy under way ------------------------------------------------------------------------


def test_most_slides_gone_are_believed_after_a_while(
    loader: SlidesLoader, root: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slides_loader, "HALF_GONE_MS", 400)
    held: list[bool] = []
    plain = SlidesLoader._is_held

    def is_held(self: SlidesLoader, deck: Deck) -> bool:
        held.append(plain(self, deck))
        return held[-1]

    monkeypatch.setattr(SlidesLoader, "_is_held", is_held)
    for name in "abcd":
        (root / "t" / f"{name}.md").unlink()
    qtbot.waitUntil(lambda: True in held)
    assert len(titles(loader)) == 5
    qtbot.waitUntil(lambda: titles(loader) == ["Words of e"])


def test_a_copy_that_takes_long_never_shows_few_slides(
    loader: SlidesLoader, root: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slides_loader, "HALF_GONE_MS", 60_000)
    seen: list[int] = []
    loader.loaded.connect(lambda problems: seen.append(len(loader.deck.slides)))
    shutil.rmtree(root / "t")
    for name in "abcde":
        held = titles(loader)
        write(root, name, "Copied")
        reading = loader.watch.slidesChanged
        with qtbot.waitSignal(reading):
            pass
        assert len(held) >= 3
    qtbot.waitUntil(lambda: titles(loader) == [f"Copied of {name}" for name in "abcde"])
    assert min(seen) >= 3


# --- A folder that never rests, and one that does not answer -----------------------------------


def test_a_folder_that_changes_without_end_is_read_all_the_same(loader: SlidesLoader, root: Path, qtbot: QtBot) -> None:
    """A sync tool writes more often than the folder is given to settle, until the change is seen."""
    seen = threading.Event()
    pause = slides_watch.SETTLE_MS / 5000

    def write_on() -> None:
        for number in count():
            write(root, "a", f"Number {number}")
            if seen.wait(pause):
                return

    writer = threading.Thread(target=write_on)
    writer.start()
    try:
        qtbot.waitUntil(lambda: titles(loader)[0].startswith("Number"), timeout=10_000)
    finally:
        seen.set()
        writer.join()


def test_a_folder_that_does_not_answer_is_told_of_until_it_does(
    loader: SlidesLoader, root: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slides_loader, "SLOW_SECONDS", 0.05)
    answers = threading.Event()
    plain = library.load

    def slow(*more: object) -> Deck:
        answers.wait()
        return plain(*more)  # type: ignore[arg-type]

    monkeypatch.setattr(library, "load", slow)
    heard = Heard(loader)
    write(root, "a", "Changed")
    qtbot.waitUntil(lambda: loader.trouble is Trouble.SLOW)
    assert titles(loader)[0] == "Words of a"
    # A file at a time is slow, but it is an answer.
    answers.set()
    qtbot.waitUntil(lambda: titles(loader)[0] == "Changed of a")
    assert loader.trouble is Trouble.NONE
    assert len([problem for problems in heard.problems for problem in problems]) == 1


def test_the_window_does_not_wait_for_a_folder_that_does_not_answer(
    tmp_path: Path, root: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slides_loader, "FIRST_PATIENCE", 0.05)
    answers = threading.Event()
    loader = SlidesLoader(root, tmp_path / "state")
    assert loader.first(answers.wait) is None
    assert loader.trouble is Trouble.SLOW
    loader.reload()
    answers.set()
    qtbot.waitUntil(lambda: len(loader.deck.slides) == 5)
    assert loader.trouble is Trouble.NONE
    loader.close()
    shiboken6.delete(loader)


@pytest.mark.usefixtures("often")
def test_a_reading_that_fails_is_told_of_once_and_tried_again(
    loader: SlidesLoader, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, failed = library.load, threading.Semaphore(0)

    def fail(*more: object) -> Deck:
        failed.release()
        raise MemoryError

    heard = Heard(loader)
    monkeypatch.setattr(library, "load", fail)
    for _ in range(ROUNDS):
        qtbot.waitUntil(lambda: failed.acquire(blocking=False))
    assert loader.trouble is Trouble.UNREADABLE
    assert ["MemoryError" in problem.message for problems in heard.problems for problem in problems] == [True]
    monkeypatch.setattr(library, "load", plain)
    qtbot.waitUntil(lambda: loader.trouble is Trouble.NONE)


# --- Watches ---------------------------------------------------------------------------------


def test_what_is_gone_is_watched_no_longer(loader: SlidesLoader, root: Path, qtbot: QtBot) -> None:
    def watched() -> set[str]:
        watcher = loader.watch._watcher
        return {Path(path).name for path in (*watcher.files(), *watcher.directories())} - {root.parent.name}

    qtbot.waitUntil(lambda: watched() == {"slides", "t", "a.md", "b.md", "c.md", "d.md", "e.md"})
    (root / "t" / "b.md").unlink()
    (root / "t" / "c.md").rename(root / "t" / "f.md")
    qtbot.waitUntil(lambda: watched() == {"slides", "t", "a.md", "d.md", "e.md", "f.md"})
    handles = len(os.listdir("/proc/self/fd"))
    for number in range(3):
        (root / "t").rename(root / f"t{number}")
        (root / f"t{number}").rename(root / "t")
        write(root, "a", f"Number {number}")
        qtbot.waitUntil(lambda number=number: titles(loader)[0] == f"Number {number} of a")
    qtbot.waitUntil(lambda: watched() == {"slides", "t", "a.md", "d.md", "e.md", "f.md"})
    assert len(os.listdir("/proc/self/fd")) == handles
