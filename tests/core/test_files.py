"""Untrusted files: inside one folder, regular, and never more than asked for."""

from __future__ import annotations

import os
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
    assert files.stamp(file) == (0, 0)
    file.write_text("abc")
    os.utime(file, ns=(5, 7))
    assert files.stamp(file) == (7, 3)
