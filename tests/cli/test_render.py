"""`render` as a process: the files that it writes, and what it says when it cannot."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import pytest

from tests.cli.commands import run

SMALL = ("--size", "640x360")
# Width and height in points of the two papers.
A4, LETTER = (595, 842), (612, 792)


def size_of(png: Path) -> tuple[int, int]:
    """Width and height in px, from the header (PNG specification, 11.2.2)."""
    header = png.read_bytes()[:24]
    assert header[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", header[16:])
    return width, height


def test_a_picture_for_every_slide(slides: Path, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out"
    done = run("render", out, "--slides", slides, *SMALL)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"3 files in {out}\n", "")
    pictures = sorted(out.rglob("*.png"))
    assert len(pictures) == 3
    assert {size_of(picture) for picture in pictures} == {(640, 360)}
    assert len({picture.read_bytes() for picture in pictures}) == 3


@pytest.mark.parametrize("wish", [("--language", "es"), ("--text-size", "3"), ("--contrast",), ("--loop",)])
def test_each_wish_shows(slides: Path, tmp_path: Path, wish: tuple[str, ...]) -> None:
    for out, words in (("plain", ()), ("wished", wish)):
        assert run("render", tmp_path / out, "--slides", slides, *SMALL, *words).returncode == 0
    plain, wished = ([file.read_bytes() for file in sorted((tmp_path / out).rglob("*.png"))] for out in ("plain", "wished"))
    assert len(wished) == 3
    assert all(before != after for before, after in zip(plain, wished, strict=True))


@pytest.mark.parametrize(("paper", "size"), [("a4", A4), ("letter", LETTER)])
def test_a_handout_to_print(slides: Path, tmp_path: Path, paper: str, size: tuple[int, int]) -> None:
    done = run("render", tmp_path / "out", "--slides", slides, "--format", "pdf", "--paper", paper)
    assert (done.returncode, done.stderr) == (0, "")
    (handout,) = (tmp_path / "out").rglob("*.pdf")
    content = handout.read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\s*\]", content)
    assert box is not None
    assert tuple(round(float(side)) for side in box.groups()) == size


def test_a_language_that_no_topic_has(slides: Path, tmp_path: Path) -> None:
    done = run("render", tmp_path / "out", "--slides", slides, "--language", "xx")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "kiosk: no topic is written in 'xx'; there are en, es\n"
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("kind", ["png", "pdf"])
def test_a_folder_that_cannot_be_written(slides: Path, tmp_path: Path, kind: str) -> None:
    (tmp_path / "file").touch()
    done = run("render", tmp_path / "file" / "out", "--slides", slides, "--format", kind)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("kiosk: ")
    assert "Traceback" not in done.stderr


def test_a_broken_slide_is_named_and_the_others_are_drawn(slides: Path, tmp_path: Path) -> None:
    (slides / "t" / "1-why.md").write_text("---\nlayout: nonsense\n---\nText.\n")
    done = run("render", tmp_path / "out", "--slides", slides, *SMALL)
    assert done.returncode == 0
    assert done.stderr.startswith("t/1-why.md:2: error: ")
    assert len(list((tmp_path / "out").rglob("*.png"))) == 2


def test_without_any_slide_it_says_what_to_ask(tmp_path: Path) -> None:
    done = run("render", tmp_path / "out", "--slides", tmp_path)
    assert done.returncode == 1
    assert "there is no slide to render; `main.py check` says what is wrong" in done.stderr
