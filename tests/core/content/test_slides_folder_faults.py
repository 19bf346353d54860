"""A slides folder that is away, broken, hostile, or being copied: what was good stays, and what is wrong is said."""

from __future__ import annotations

import os
import socket
import stat
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.core import running_jobs
from kiosk.core.content import library
from kiosk.core.content.deck import Deck, Trouble
from tests.core.conftest import Write

NOBODY = 65534


def told(deck: Deck) -> list[str]:
    return [str(problem) for problem in deck.problems]


def ids(deck: Deck) -> list[str]:
    return [slide.id for slide in deck.slides]


def age(*files: Path) -> None:
    """Waits until the disk's clock has gone on so far that the stamps of these files count for certain."""
    while library.load(files[0].parents[1]).sources.young:
        time.sleep(0.05)


@contextmanager
def as_somebody() -> Iterator[None]:
    """Root may read everything: becomes somebody else meanwhile."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def shared() -> Iterator[Path]:
    """A slides folder with two topics of two slides, in a place that anybody may read."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "slides"
        for topic in ("one", "two"):
            (root / topic).mkdir(parents=True)
            for name in ("a", "b"):
                (root / topic / f"{name}.md").write_text("# A\n")
        (root / "two" / "topic.yaml").write_text("title: Two\nunknown: key\n")
        Path(folder).chmod(0o755)
        yield root
        for path in (root, *root.rglob("*")):
            path.chmod(0o755)


# --- The folder as a whole -------------------------------------------------------------------


def test_a_missing_folder_and_an_empty_one(tmp_path: Path) -> None:
    assert library.load(tmp_path / "none").trouble is Trouble.MISSING
    assert library.load(tmp_path).trouble is Trouble.EMPTY


@pytest.mark.parametrize("mode", [0o000, 0o444])
def test_a_folder_that_nobody_may_read_is_not_taken_for_an_empty_one(shared: Path, mode: int) -> None:
    good = library.load(shared)
    shared.chmod(mode)
    with as_somebody():
        deck = library.load(shared, good)
    if mode:
        # Its topics are seen, but not what is in them.
        assert (deck.trouble, ids(deck)) == (Trouble.PARTLY, ids(good))
    else:
        assert (deck.trouble, ids(deck)) == (Trouble.UNREADABLE, [])
    assert "Permission denied" in told(deck)[0]


def test_a_topic_that_nobody_may_read_stays_as_it_was(shared: Path) -> None:
    good = library.load(shared)
    (shared / "one").chmod(0o000)
    with as_somebody():
        deck = library.load(shared, good)
        again = library.load(shared, deck)
    for kept in (deck, again):
        assert kept.slides == good.slides
        assert kept.topics == good.topics
        assert kept.trouble is Trouble.PARTLY
        assert told(kept) == ["one:1: error: the topic's folder cannot be read (Permission denied)", *told(good)]
    assert library.is_same(deck, again)
    (shared / "one").chmod(0o755)
    mended = library.load(shared, again)
    assert library.is_same(mended, good)


def test_topics_stay_in_their_order_when_one_cannot_be_read(shared: Path) -> None:
    (shared / "one" / "topic.yaml").write_text("order: 2\n")
    good = library.load(shared)
    (shared / "two").chmod(0o000)
    with as_somebody():
        deck = library.load(shared, good)
    assert ids(deck) == ids(good) == ["two/a", "two/b", "one/a", "one/b"]


def test_files_that_nobody_may_read_stay_as_they_were(shared: Path) -> None:
    good = library.load(shared)
    for file in shared.rglob("*.md"):
        file.chmod(0o000)
    with as_somebody():
        deck = library.load(shared, good)
    assert deck.slides == good.slides
    assert sum("Permission denied" in line for line in told(deck)) == 4


@pytest.mark.parametrize(("left", "gone"), [(1, True), (2, False), (3, False)])
def test_a_folder_half_gone(left: int, gone: bool, tmp_path: Path, write: Write) -> None:
    files = [write(f"t/{name}.md") for name in "abcd"]
    before = library.load(tmp_path)
    for file in files[left:]:
        file.unlink()
    assert library.is_half_gone(before, library.load(tmp_path, before)) is gone


def test_a_folder_that_was_replaced_by_another_as_large_is_not_half_gone(tmp_path: Path, write: Write) -> None:
    for name in "abcd":
        write(f"t/{name}.md")
    before = library.load(tmp_path)
    (tmp_path / "t").rename(tmp_path / "u")
    assert not library.is_half_gone(before, library.load(tmp_path, before))


# --- What lies in it -------------------------------------------------------------------------


def test_pipes_sockets_devices_and_links_that_lead_nowhere(tmp_path: Path, write: Write) -> None:
    write("t/good.md", "# Good\n")
    topic = tmp_path / "t"
    os.mkfifo(topic / "pipe.md")
    os.mkfifo(topic / "topic.yaml")
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(topic / "socket.md"))
    (topic / "circle.md").symlink_to("circle.md")
    (tmp_path / "circle").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to("self")
    (topic / "folder.md").mkdir()
    (topic / "empty.md").write_bytes(b"")
    if os.geteuid() == 0:
        os.mknod(topic / "zero.md", stat.S_IFCHR | 0o666, os.makedev(1, 5))
        os.mknod(topic / "dead.md", stat.S_IFBLK | 0o666, os.makedev(250, 250))
    deck = library.load(tmp_path)
    assert [slide.id for slide in deck.slides if slide.error is None] == ["t/good"]
    assert "t/topic.yaml:1: error: is not a regular file" in told(deck)
    assert "t/empty.md:1: error: the slide is empty; give it a title and a text" in told(deck)
    again = library.load(tmp_path, deck)
    assert library.is_same(again, deck) or again.sources.young


@pytest.mark.parametrize("name", [b"\xff\xfe.md", b"two\nlines.md", b"\x1b[2J.md", b"\x7f.es.md"])
def test_names_that_cannot_be_shown(name: bytes, tmp_path: Path, write: Write) -> None:
    write("t/good.md", "# Good\n")
    (tmp_path / "t" / os.fsdecode(name)).write_text("# Bad\n")
    os.mkdir(os.fsencode(tmp_path) + b"/" + name)
    deck = library.load(tmp_path)
    assert ids(deck) == ["t/good"]
    assert len(told(deck)) == 2
    for line in told(deck):
        assert line.isprintable()
        line.encode()
        assert "the name has characters that cannot be shown" in line


def test_a_list_of_names_of_a_million_bytes(tmp_path: Path, write: Write) -> None:
    write("t/good.md", "# Good\n")
    for number in range(4500):
        (tmp_path / "t" / f"{number:05}{'x' * 220}").touch()
    for number in range(20):
        write(f"t/{number:05}{'y' * 220}.md", "# Good\n")
    deck = library.load(tmp_path)
    assert len(deck.slides) == 21
    assert told(deck) == []


# --- Files whose times tell nothing ----------------------------------------------------------


def restore(file: Path, content: str, before: os.stat_result) -> None:
    file.write_text(content)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (file.stat().st_mtime_ns, file.stat().st_size) == (before.st_mtime_ns, before.st_size)


def test_a_file_that_is_restored_with_its_old_time_is_read(tmp_path: Path, write: Write) -> None:
    file = write("t/a.md", "# One\n")
    age(file)
    before = library.load(tmp_path)
    restore(file, "# Two\n", file.stat())
    assert library.load(tmp_path, before).slides[0].texts[0].title == "Two"


def test_a_picture_that_is_restored_with_its_old_time_is_read(tmp_path: Path, write: Write) -> None:
    write("t/a.md", "# A\n\n![x](p.svg)\n")
    picture = write("t/p.svg", "<svg id='1'/>")
    age(picture)
    before = library.load(tmp_path)
    restore(picture, "<svg id='2'/>", picture.stat())
    assert library.load(tmp_path, before).slides[0] is not before.slides[0]


@pytest.mark.parametrize("name", ["t/a.md", "t/p.svg", "t/glossary.md"])
def test_a_change_within_one_step_of_the_disks_clock_is_read(
    name: str, tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a FAT drive: same size, same times, and no inode that lasts."""
    contents = {"t/a.md": "# A\n\nA sum ![x](p.svg)\n", "t/p.svg": "<svg id='1'/>", "t/glossary.md": "*[sum]: One.\n"}
    for file, content in contents.items():
        write(file, content)
    stamps = {file: (path := tmp_path / file, path.stat()) for file in contents}
    first = library.load(tmp_path)
    assert first.sources.young == set(contents)

    def coarse(file: str | Path) -> tuple[int, int, int, int]:
        known = stamps.get(str(Path(file).relative_to(tmp_path)))
        return (known[1].st_mtime_ns, known[1].st_size, known[1].st_ctime_ns, 7) if known else (0, 0, 0, 0)

    monkeypatch.setattr("kiosk.core.files.stamp", coarse)
    deck = library.load(tmp_path)
    write(name, contents[name].replace("1", "2").replace("A sum", "2 sum").replace("One", "Two"))
    assert library.load(tmp_path, deck).slides[0] != deck.slides[0]


def test_a_file_written_anew_with_the_same_content_changes_nothing(tmp_path: Path, write: Write) -> None:
    for file in (files := {"t/a.md": "# A\n\n![x](p.svg)\n", "t/p.svg": "<svg/>", "t/topic.yaml": "title: T\n"}):
        write(file, files[file])
    before = library.load(tmp_path)
    for file, content in files.items():
        (tmp_path / file).unlink()
        write(file, content)
    after = library.load(tmp_path, before)
    assert after.slides[0] is before.slides[0]
    assert library.is_same(before, after)


def test_a_broken_file_is_not_read_again_and_again(tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write("t/a.md", "# Good\n")
    good = library.load(tmp_path)
    write("t/a.md", "---\nseconds: soon\n---\n# A\n")
    age(file)
    broken = library.load(tmp_path, good)
    read: list[str] = []
    monkeypatch.setattr(library, "read_slide", lambda *more: read.append("again"))
    again = library.load(tmp_path, broken)
    assert read == []
    assert library.is_same(broken, again)
    assert again.slides[0] is good.slides[0]


# --- Changes while it is read ----------------------------------------------------------------


@pytest.mark.parametrize("moment", ["before the slides", "between two slides"])
def test_a_save_while_it_is_read_is_seen_by_the_next_reading(
    moment: str, tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("t/a.md", "# Old\n")
    write("t/b.md", "# Old\n")
    change: Callable[[], object] = lambda: write("t/a.md", "# New\n")  # noqa: E731
    listing = library.scan(tmp_path)
    if moment == "before the slides":
        change()
        deck = library.read(listing)
    else:
        # One is given before each slide.
        signs = iter([lambda: None, change])
        monkeypatch.setattr(running_jobs, "sign_of_life", lambda: next(signs, lambda: None)())
        deck = library.read(listing)
    assert [slide.texts[0].title for slide in library.load(tmp_path, deck).slides] == ["New", "Old"]
