"""Pictures: where they lie in their frame, and what bad ones cost."""

from __future__ import annotations

import struct
import tracemalloc
import zlib
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from kiosk.core.files import Unreadable
from kiosk.qt.drawing.picture_decoder import Frame, decode

LEFT, RIGHT = "#b8442f", "#2a8c9e"
# Two halves, twice as wide as high.
HALVES = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><rect width="100" height="100" fill="{LEFT}"/>'
    f'<rect x="100" width="100" height="100" fill="{RIGHT}"/></svg>'
)


def seen(image: QImage, x: int, y: int) -> str:
    colour = image.pixelColor(x, y)
    return colour.name() if colour.alpha() > 200 else "clear"


def picture(folder: Path, suffix: str) -> Path:
    file = folder / f"halves.{suffix}"
    if suffix == "svg":
        file.write_text(HALVES)
    else:
        image = QImage(400, 200, QImage.Format.Format_RGB32)
        image.fill(QColor(LEFT))
        for y in range(200):
            for x in range(200, 400):
                image.setPixelColor(x, y, QColor(RIGHT))
        assert image.save(str(file), quality=100)
    return file


def close(first: str, second: str) -> bool:
    a, b = QColor(first), QColor(second)
    return abs(a.red() - b.red()) + abs(a.green() - b.green()) + abs(a.blue() - b.blue()) < 24


@pytest.mark.parametrize("suffix", ["svg", "png", "jpg", "webp"])
@pytest.mark.parametrize(("focus", "colours"), [(0, (LEFT, LEFT)), (50, (LEFT, RIGHT)), (100, (RIGHT, RIGHT))])
def test_the_focus_stays_visible_when_a_frame_is_filled(
    tmp_path: Path, suffix: str, focus: float, colours: tuple[str, str]
) -> None:
    image = decode(Frame(picture(tmp_path, suffix), 100, 100, (focus, 50)), tmp_path)
    assert (image.width(), image.height()) == (100, 100)
    for x, colour in zip((4, 95), colours, strict=True):
        assert all(close(seen(image, x, y), colour) for y in (1, 50, 98)), (x, seen(image, x, 50))


@pytest.mark.parametrize("suffix", ["svg", "png"])
def test_a_picture_that_is_shown_whole_leaves_the_rest_clear(tmp_path: Path, suffix: str) -> None:
    image = decode(Frame(picture(tmp_path, suffix), 100, 100, cover=False), tmp_path)
    assert close(seen(image, 10, 50), LEFT)
    assert close(seen(image, 90, 50), RIGHT)
    assert seen(image, 50, 10) == seen(image, 50, 90) == "clear"


def test_a_small_picture_fills_its_frame_too(tmp_path: Path) -> None:
    image = decode(Frame(picture(tmp_path, "png"), 1600, 800), tmp_path)
    assert close(seen(image, 20, 20), LEFT)
    assert close(seen(image, 1580, 780), RIGHT)


def test_round_corners_are_clear(tmp_path: Path) -> None:
    image = decode(Frame(picture(tmp_path, "svg"), 200, 100, radius=30), tmp_path)
    assert seen(image, 1, 1) == "clear"
    assert close(seen(image, 40, 50), LEFT)


def test_a_key_changes_with_the_file_and_with_the_frame(tmp_path: Path) -> None:
    file = picture(tmp_path, "svg")
    key = Frame(file, 100, 100).key()
    assert key == Frame(file, 100, 100).key() != Frame(file, 100, 101).key()
    file.write_text(HALVES + " ")
    assert Frame(file, 100, 100).key() != key


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_that_declares(width: int, height: int) -> bytes:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


BOMB = (
    "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'>"
    + "".join(f"<!ENTITY {new} '{('&' + old + ';') * 10}'>" for old, new in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><text>&i;</text></svg>"
)
SVG = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 9 9'>{}</svg>"
HOSTILE = {
    "huge.png": png_that_declares(30_000, 30_000),
    "hidden.png": png_that_declares(4000, 4000),
    "cut.png": png_that_declares(40, 40)[:-30],
    "empty.png": b"",
    "words.jpg": b"these are words",
    "bomb.svg": BOMB.encode(),
    "deep.svg": SVG.format("<g>" * 5000 + "</g>" * 5000).encode(),
    "outside.svg": SVG.format("<image xlink:href='file:///etc/passwd' width='9' height='9'/>").encode(),
    "no-size.svg": b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 0 0'/>",
    "not.svg": b"<html/>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_bad_picture_is_told_of_and_costs_little(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(HOSTILE[name])
    before = _megabytes()
    tracemalloc.start()
    with pytest.raises(Unreadable):
        decode(Frame(file, 800, 800), tmp_path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    # The largest file that is read at all has 20 MB.
    assert peak < 25_000_000
    assert _megabytes() - before < 100


def _megabytes() -> float:
    """The most memory that this process ever had."""
    return int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]) / 1024


def test_nothing_outside_the_slides_is_read(tmp_path: Path) -> None:
    inside = tmp_path / "slides"
    inside.mkdir()
    outside = picture(tmp_path, "svg")
    (inside / "link.svg").symlink_to(outside)
    for file in (outside, inside / "link.svg", inside / ".." / "halves.svg"):
        with pytest.raises(Unreadable):
            decode(Frame(file, 10, 10), inside)
