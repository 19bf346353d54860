"""Untrusted files: inside one folder, regular, and never more than asked for."""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path

import pytest

from kiosk.core import files
from kiosk.core.files import Missing, Unreadable

LIMIT = 1000


def refusal(file: Path, root: Path, limit: int = LIMIT) -> str:
    with pytest.raises(Unreadable) as caught:
        files.read_bytes(file, root, limit)
    return str(caught.value)


def test_reads_up_to_the_limit(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * LIMIT)
    assert len(files.read_bytes(tmp_path / "a", tmp_path, LIMIT)) == LIMIT
    assert refusal(tmp_path / "a", tmp_path, LIMIT - 1) == "has 1 KB; at most 1 KB are read"


def test_a_hundred_megabytes_are_not_read(tmp_path: Path) -> None:
    with open(tmp_path / "a", "wb") as stream:
        stream.truncate(100_000_000)
    assert refusal(tmp_path / "a", tmp_path).startswith("has 100.0 MB;")


def test_not_a_file(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none", tmp_path) == "was not found"
    assert refusal(tmp_path / ("n" * 5000), tmp_path) == "cannot be read (File name too long)"
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe", tmp_path) == "is not a regular file"
    (tmp_path / "folder").mkdir()
    assert refusal(tmp_path / "folder", tmp_path) == "is not a regular file"


def test_refusing_leaves_no_file_open(tmp_path: Path) -> None:
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(5):
        refusal(tmp_path, tmp_path)
    assert len(os.listdir("/proc/self/fd")) == before


def test_links(tmp_path: Path) -> None:
    root, outside = tmp_path / "slides", tmp_path / "secret"
    root.mkdir()
    outside.write_text("secret")
    (root / "own").write_text("own")
    (root / "in").symlink_to("own")
    (root / "out").symlink_to(outside)
    (root / "loop").symlink_to("loop")
    assert files.read_bytes(root / "in", root, LIMIT) == b"own"
    for leads_out in (root / "out", root / "../secret", outside, Path("/dev/zero")):
        assert refusal(leads_out, root).startswith("leads out of the slides folder")
    assert refusal(root / "loop", root).startswith("cannot be read (")


def test_a_linked_slides_folder_is_fine(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a").write_text("a")
    (tmp_path / "slides").symlink_to("real")
    assert files.read_bytes(tmp_path / "slides" / "a", tmp_path / "slides", LIMIT) == b"a"


def test_without_a_root_any_folder_will_do(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    (tmp_path / "link").symlink_to("a")
    assert files.read_bytes(tmp_path / "link", None, LIMIT) == b"x"
    with pytest.raises(Missing):
        files.read_bytes(tmp_path / "none", None, LIMIT)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"\xef\xbb\xbfa", "a"),
        (b"a\x00b", "ab"),
        ("Grün ✓".encode(), "Grün ✓"),
        (b"", ""),
    ],
)
def test_text(data: bytes, text: str, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(data)
    assert files.read_text(tmp_path / "a", tmp_path, LIMIT) == text


@pytest.mark.parametrize(("data", "line"), [(b"\xff", 1), (b"a\nb\nGr\xfcn\n", 3), (b"a\n\xc3", 2), ("a".encode("utf-16"), 1)])
def test_not_utf8_names_the_line(data: bytes, line: int, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(data)
    with pytest.raises(Unreadable, match="is not UTF-8") as caught:
        files.read_text(tmp_path / "a", tmp_path, LIMIT)
    assert caught.value.line == line


def test_stamp(tmp_path: Path) -> None:
    file = tmp_path / "a"
    assert files.stamp(file) == files.GONE
    file.write_text("abc")
    os.utime(file, ns=(5, 7))
    assert files.stamp(file)[:2] == (7, 3)


@pytest.mark.parametrize("restored", ["in place", "by another file"])
def test_the_stamp_of_a_file_that_was_restored_with_its_old_time(tmp_path: Path, restored: str) -> None:
    file, other = tmp_path / "a", tmp_path / "b"
    file.write_text("abc")
    os.utime(file, ns=(5, 7))
    before = files.stamp(file)
    other.write_text("xyz")
    if restored == "in place":
        file.write_text("xyz")
    else:
        other.replace(file)
    os.utime(file, ns=(5, 7))
    assert files.stamp(file)[:2] == before[:2]
    assert files.stamp(file) != before


@pytest.mark.parametrize(("seconds", "young"), [(0, True), (-1.5, True), (-60, False), (60, False), (-3e8, False)])
def test_a_stamp_is_young_while_the_file_may_change_within_one_step_of_its_clock(seconds: float, young: bool) -> None:
    changed = time.time_ns() + int(seconds * 1e9)
    assert files.is_young((changed, 3, changed, 1)) is young
    assert not files.is_young(files.GONE)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make devices")
def test_a_device_is_not_even_opened(tmp_path: Path) -> None:
    os.mknod(tmp_path / "null", stat.S_IFCHR | 0o600, os.makedev(1, 3))
    # A device that no driver answers for cannot be opened: that it is no regular file is seen before.
    os.mknod(tmp_path / "dead", stat.S_IFCHR | 0o600, os.makedev(250, 250))
    assert refusal(tmp_path / "null", tmp_path) == "is not a regular file"
    assert refusal(tmp_path / "dead", tmp_path) == "is not a regular file"
