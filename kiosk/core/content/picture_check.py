"""The check that a file is a picture which can be drawn safely: of its bytes, before anything decodes it."""

from __future__ import annotations

import re
import struct
from pathlib import Path
from xml.parsers import expat

from kiosk.core.files import Unreadable, read_bytes

# Decoded at four bytes a pixel this is 96 MB, what a Raspberry Pi with 1 GB can spare; a 24-megapixel camera fits.
MAX_PIXELS = 24_000_000
MAX_RASTER_BYTES = 20_000_000
MAX_SVG_BYTES = 1_000_000
MAX_SVG_DEPTH = 64
MAX_SVG_ELEMENTS = 20_000

SUFFIXES = (".svg", ".png", ".jpg", ".jpeg", ".webp")
_FORBIDDEN = frozenset({"script", "foreignObject", "image", "filter", "mask", "pattern", "marker", "style", "set"})
_OUTSIDE_URL = re.compile(r"url\(\s*+['\"]?+\s*+(?!#)", re.IGNORECASE)


def read(file: Path, root: Path) -> bytes:
    """The picture's bytes, checked. Raises Unreadable with what is wrong and how to mend it."""
    suffix = file.suffix.lower()
    if suffix not in SUFFIXES:
        raise Unreadable("is not a picture the kiosk shows; use SVG, PNG, JPEG or WebP")
    if suffix == ".svg":
        data = read_bytes(file, root, MAX_SVG_BYTES)
        check_svg(data)
        return data
    data = read_bytes(file, root, MAX_RASTER_BYTES)
    width, height = raster_size(data)
    if width * height > MAX_PIXELS:
        raise Unreadable(f"is {width} x {height} pixels; save it at 4000 x 4000 or smaller")
    return data


def raster_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels that a PNG, JPEG or WebP declares. Raises Unreadable if it is none or cut off."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 33:
        size = struct.unpack(">II", data[16:24])
        whole = b"IEND" in data[-32:]
    elif data.startswith(b"\xff\xd8"):
        size = _jpeg_size(data)
        whole = b"\xff\xd9" in data[-4096:]
    elif data[:4] == b"RIFF" and data[8:12] == b"WEBP" and len(data) >= 30:
        size = _webp_size(data)
        whole = len(data) >= struct.unpack("<I", data[4:8])[0] + 8
    else:
        raise Unreadable("is not a PNG, JPEG or WebP picture, or its start is damaged; export it again")
    if not whole:
        raise Unreadable("is cut off; copy or export it again")
    if not (size[0] and size[1]):
        raise Unreadable("declares no size; export it again")
    return (size[0], size[1])


def _jpeg_size(data: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        # SOF0 to SOF15 hold the frame's size; C4, C8 and CC in between are tables.
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return (width, height)
        if marker == 0xFF:
            at += 1
        else:
            at += 2 + max(length, 2)
    raise Unreadable("is a damaged JPEG; export it again")


def _webp_size(data: bytes) -> tuple[int, int]:
    match data[12:16]:
        case b"VP8X":
            return (int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1)
        case b"VP8L":
            bits = int.from_bytes(data[21:25], "little")
            return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        case b"VP8 ":
            width, height = struct.unpack("<HH", data[26:30])
            return (width & 0x3FFF, height & 0x3FFF)
    raise Unreadable("is a damaged WebP; export it again")


def check_svg(data: bytes) -> None:
    """Raises Unreadable for an SVG that is broken, reaches outside itself, or would take for ever to draw."""
    parser = expat.ParserCreate()
    guard = _SvgGuard(parser)
    parser.StartElementHandler = guard.start
    parser.EndElementHandler = guard.end
    parser.EntityDeclHandler = guard.entity
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        reason = expat.errors.messages[error.code]
        raise Unreadable(f"is a broken SVG (its line {error.lineno}: {reason}); export it again") from None
    except (LookupError, ValueError):
        raise Unreadable("is in an unknown encoding; save it as UTF-8") from None
    guard.finish()


class _SvgGuard:
    """Counts what drawing would touch. `use` is counted as often as it repeats what it names."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        self.parser = parser
        self.depth = 0
        self.elements = 0
        self.open_ids: list[str | None] = []
        self.size: dict[str, int] = {}
        self.uses: dict[str, list[str]] = {"": []}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if self.depth == 0 and tag != "svg":
            raise Unreadable("is not an SVG picture; export it again")
        self.depth += 1
        self.elements += 1
        if self.depth > MAX_SVG_DEPTH or self.elements > MAX_SVG_ELEMENTS:
            raise Unreadable("is too intricate to draw; simplify it or export it as PNG")
        if tag in _FORBIDDEN:
            raise self._refuse(f"uses <{tag}>, which is not drawn; export it as PNG")
        own = attributes.get("id")
        self.open_ids.append(own)
        if own is not None:
            self.size.setdefault(own, 0)
            self.uses.setdefault(own, [])
        for open_id in self.open_ids:
            if open_id is not None:
                self.size[open_id] += 1
        for key, value in attributes.items():
            if key.rpartition(":")[2] == "href":
                if not value.startswith("#"):
                    raise self._refuse("refers to something outside itself; embed nothing and link nothing")
                for open_id in ["", *self.open_ids] if tag == "use" else []:
                    if open_id is not None:
                        self.uses[open_id].append(value[1:])
            elif _OUTSIDE_URL.search(value):
                raise self._refuse("refers to something outside itself; embed nothing and link nothing")

    def end(self, name: str) -> None:
        self.depth -= 1
        self.open_ids.pop()

    def entity(self, *declaration: object) -> None:
        raise self._refuse("declares entities; save it without a DOCTYPE")

    def finish(self) -> None:
        costs: dict[str, int] = {}

        def cost(name: str, inside: tuple[str, ...]) -> int:
            if name in inside or len(inside) > MAX_SVG_DEPTH:
                raise Unreadable("repeats itself without end; export it as PNG")
            if name not in costs:
                costs[name] = self.size.get(name, 1) + sum(cost(use, (*inside, name)) for use in self.uses.get(name, ()))
            return costs[name]

        if cost("", ()) > MAX_SVG_ELEMENTS:
            raise Unreadable("repeats its parts too often to draw; export it as PNG")

    def _refuse(self, message: str) -> Unreadable:
        return Unreadable(f"(its line {self.parser.CurrentLineNumber}) {message}")
