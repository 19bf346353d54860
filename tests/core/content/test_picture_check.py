"""Pictures are judged by their bytes, before anything decodes them."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from kiosk.core.content import picture_check
from kiosk.core.files import Unreadable


def png(width: int, height: int, *, whole: bool = True) -> bytes:
    """A grey PNG. A large one declares its size and holds a single line."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    lines = (b"\0" + b"\x80" * width) * (height if width * height < 10_000 else 1)
    return head + chunk(b"IDAT", zlib.compress(lines)) + (chunk(b"IEND", b"") if whole else b"")


def jpeg(width: int, height: int, tail: bytes = b"\xff\xd9") -> bytes:
    app = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0" + bytes(9)
    table = b"\xff\xc4" + struct.pack(">H", 5) + bytes(3)
    frame = b"\xff\xc2" + struct.pack(">HBHHB", 11, 8, height, width, 1) + bytes(3)
    return b"\xff\xd8" + app + table + frame + b"\xff\xda" + bytes(50) + tail


def webp(kind: bytes, head: bytes, *, cut: int = 0) -> bytes:
    data = b"WEBP" + kind + struct.pack("<I", len(head)) + head + bytes(20)
    return (b"RIFF" + struct.pack("<I", len(data)) + data)[: -cut or None]


def svg(inside: str = "", before: str = "") -> bytes:
    return f'{before}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">{inside}</svg>'.encode()


VP8 = b"\x00\x00\x00\x9d\x01\x2a" + struct.pack("<HH", 300 | 0x4000, 200)
VP8L = b"\x2f" + struct.pack("<I", (300 - 1) | (200 - 1) << 14)
VP8X = bytes(4) + (299).to_bytes(3, "little") + (199).to_bytes(3, "little")


@pytest.mark.parametrize("data", [png(300, 200), jpeg(300, 200), webp(b"VP8 ", VP8), webp(b"VP8L", VP8L), webp(b"VP8X", VP8X)])
def test_declared_size(data: bytes) -> None:
    assert picture_check.raster_size(data) == (300, 200)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is not a PNG, JPEG or WebP picture"),
        (b"GIF89a" + bytes(40), "is not a PNG, JPEG or WebP picture"),
        (b"\x89PNG\r\n\x1a\n", "is not a PNG, JPEG or WebP picture"),
        (png(3, 2, whole=False), "is cut off"),
        (png(0, 2), "declares no size"),
        (jpeg(3, 2, tail=b""), "is cut off"),
        (jpeg(3, 2)[:6], "is a damaged JPEG"),
        (b"\xff\xd8" + b"\xff" * 50, "is a damaged JPEG"),
        (b"\xff\xd8\xff\xe0\x00\x00" * 3, "is a damaged JPEG"),
        (webp(b"VP8X", VP8X, cut=5), "is cut off"),
        (webp(b"ALPH", VP8X), "is a damaged WebP"),
    ],
)
def test_damaged_pictures(data: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        picture_check.raster_size(data)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.png", png(30_000, 30_000), "is 30000 x 30000 pixels; save it at 4000 x 4000 or smaller"),
        ("a.jpg", jpeg(65_535, 65_535), "is 65535 x 65535 pixels"),
        ("a.gif", b"GIF89a", "is not a picture the kiosk shows"),
        ("a", png(3, 2), "is not a picture the kiosk shows"),
        ("a.svg", png(3, 2), "is a broken SVG"),
    ],
)
def test_refused_files(name: str, data: bytes, says: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Unreadable, match=says):
        picture_check.read(tmp_path / name, tmp_path)


@pytest.mark.parametrize(("name", "size"), [("a.svg", picture_check.MAX_SVG_BYTES), ("a.png", picture_check.MAX_RASTER_BYTES)])
def test_too_many_bytes(name: str, size: int, tmp_path: Path) -> None:
    with open(tmp_path / name, "wb") as stream:
        stream.truncate(size + 1)
    with pytest.raises(Unreadable, match="at most"):
        picture_check.read(tmp_path / name, tmp_path)


@pytest.mark.parametrize(
    ("name", "data"), [("a.PNG", png(30, 20)), ("a.jpeg", jpeg(30, 20)), ("a.webp", webp(b"VP8L", VP8L)), ("a.svg", svg())]
)
def test_good_pictures_come_back_whole(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    assert picture_check.read(tmp_path / name, tmp_path) == data


USE_BOMB = '<g id="a0"><path d="M0 0"/></g>' + "".join(
    f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 9)
)
BILLION_LAUGHS = '<!DOCTYPE svg [<!ENTITY a "ha">' + "".join(f'<!ENTITY a{n} "{"&a;" * 10}">' for n in range(9)) + "]>"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is a broken SVG"),
        (svg()[:-3], r"is a broken SVG \(its line 1"),
        (b"<html/>", "is not an SVG picture"),
        (svg("&a8;", BILLION_LAUGHS), "declares entities"),
        (svg("&x;", '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), "declares entities"),
        (svg('<image href="x.png"/>'), "uses <image>"),
        (svg("<script>1</script>"), "uses <script>"),
        (svg("<foreignObject/>"), "uses <foreignObject>"),
        (svg("<style>@import url(x)</style>"), "uses <style>"),
        (svg("\n\n<filter/>"), r"\(its line 3\) uses <filter>"),
        (svg('<use href="file:///etc/passwd#a"/>'), "refers to something outside"),
        (svg('<a xlink:href="https://example.org"/>'), "refers to something outside"),
        (svg('<rect fill="url(https://example.org/#a)"/>'), "refers to something outside"),
        (svg("<rect fill=\"URL( 'x.svg#a')\"/>"), "refers to something outside"),
        (svg('<rect style="fill:url(x.svg)"/>'), "refers to something outside"),
        (svg("<g>" * 100 + "</g>" * 100), "is too intricate"),
        (svg("<g/>" * 20_001), "is too intricate"),
        (svg(USE_BOMB + '<use href="#a8"/>'), "repeats its parts too often"),
        (svg('<g id="a"><use href="#a"/></g>'), "repeats itself without end"),
        (svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'), "repeats itself without end"),
        (svg(before='<?xml version="1.0" encoding="nope"?>'), "unknown encoding"),
        (svg(before='<?xml version="1.0" encoding="shift-jis"?>'), "unknown encoding"),
    ],
)
def test_hostile_svg(data: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        picture_check.check_svg(data)


@pytest.mark.parametrize(
    "inside",
    [
        '<rect fill="url(#a)"/>',
        "<rect fill=\"url( '#a' )\"/>",
        '<g id="a"/><use href="#a"/><use href="#nothing"/>',
        '<linearGradient id="a"/><linearGradient href="#a"/>',
        "<g>" * 60 + "</g>" * 60,
        "<title>A &amp; b</title>",
    ],
)
def test_harmless_svg(inside: str) -> None:
    picture_check.check_svg(svg(inside))
    picture_check.check_svg(svg(inside, '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg>\n<!-- by hand -->'))
