"""Inputs without end for the real loader, layout and decoder: each follows from its number alone.

    .venv/bin/python -m tests.long.fuzz FIRST LAST

tries the inputs of these numbers (the last one excluded), prints those that crash or take too long, and ends with 1 if any
did. One input is one topic's folder, one picture, or one state document, made of pieces of Markdown, front matter, YAML, SVG
and JSON, of the program's own slides with something changed, or of bytes.
"""

from __future__ import annotations

import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.core.content import library, slide_reader
from kiosk.core.files import Unreadable
from kiosk.core.layout.rendition import Wish, place_of, rendition_for
from kiosk.core.layout.screen import TEXT_SIZES, screen
from kiosk.core.layout.slide_layout import lay_out_slide
from kiosk.core.paths import RESOURCES
from kiosk.core.settings import Settings
from kiosk.core.storage import arrangement_document
from kiosk.qt.drawing import picture_decoder
from kiosk.qt.drawing.fonts import FontMeasure, load_fonts, load_script

# Seconds of processor time for reading and laying out, or decoding, one input.
LONGEST = 2.0
SLIDES = RESOURCES.parent / "slides"
SCREENS = [
    screen(*size, mm, Settings()) for size, mm in (((1920, 1080), (0, 0)), ((1080, 1920), (0, 0)), ((1024, 600), (222, 125)))
]

WORDS = [
    "needle", "a", "the", "doctor", "x" * 40, "¿qué?", "نعم", "字体", "👩‍⚕️", "á̂̃", "1.", "2024-01-01", "&amp;", "&#x41;", "‮",
    "​", "­", "\u00a0",
]  # fmt: skip
PIECES = [
    "- {}\n", "* {}\n", "{}. {}\n", "    - {}\n", "        1. {}\n", "> {}\n", "# {}\n", "## {}\n", "{}\n===\n", "{}\n---\n",
    "***\n", "- \n", "-\n", "1. \n", "{} | {}\n", "--|--\n", "|{}|{}|{}|\n", ":-:|-\n", "{}\n:   {}\n", ":   {}\n",
    '!!! note "{}"\n', "    {}\n", "!!! {}\n", "![{}](p.svg)\n", "![](p.svg){{focus=\"50 9\"}}\n", "![{}](home.svg)",
    "[{}](http://a.b)", "[{}]: x\n", "*[{}]: {}\n", "**{}**", "*{}", "_{}_", "__{}", "`{}`", "``{}", "<b>{}</b>", "<!-- {}",
    "<a href='{}", "&{};", "\\{}", "{} ", "{} {} {} {} {} {} {} {}. ", "\n", "\n\n", "  \n", "\t", "{{: {}=x }}\n", "{{",
    "}}", "(", ")", "]", "[", "~~~\n", "```\n", "\x02{}\x03", "\x0b", "\x0c", "\u2028", "\r",
]  # fmt: skip
VALUES = [
    "A title", "''", '"\\u0041"', "[1, 2]", "{a: b}", "&a [x]", "*a", "!!python/object:os.system x", "!!timestamp x",
    "!!binary //8=", "2024-02-30", "2024-01-01", "1e999", ".nan", ".inf", "-.inf", "0x1F", "1_000", "12:30:45", "9" * 400,
    "~", "true", "|\n  block\n  text", ">-\n  folded", "? x", "- x", "56 71", "NaN NaN", "split", "cards", "steps", "compare",
    "picture", "text", "touch", "loop", "\"", "'", "x: y", "%", "@", "`", "<<: *a", "\t",
]  # fmt: skip
KEYS = [
    "title", "kicker", "loop_text", "layout", "focus", "seconds", "show", "source", "reviewed", "review_by", "from", "until",
    "more", "language", "order", "kiker", "<<", "? a", "", "&k title",
]  # fmt: skip
SVG = [
    '<g transform="scale({})">', "</g>", '<rect width="{}" height="{}"/>', '<circle r="{}"/>', '<path d="M{} {}L{} {}z"/>',
    '<path d="M0 0A{} {} 0 1 0 {} {}"/>', '<use href="#a"/>', '<g id="a">',
    '<linearGradient id="a"><stop offset="{}"/></linearGradient>', '<rect fill="url(#a)" width="{}" height="9"/>',
    '<text x="{}">t</text>', '<image href="x.png"/>', "<style>*{{}}</style>", "<!-- {} -->", "<![CDATA[{}]]>", "&lt;", "&x;",
    '<svg viewBox="0 0 {} {}">', "</svg>", '<line x1="{}" stroke="red" stroke-width="{}"/>',
    '<polygon points="{},{} {},{}"/>', '<rect style="opacity:{}" rx="{}"/>',
]  # fmt: skip
NUMBERS = ["0", "1", "-1", "50", "1e9", "1e-9", "1e400", "nan", "99999999999", "0.5", "x", ""]

Files = dict[str, bytes]


def files_of(chance: random.Random) -> Files:
    """The files of one topic's folder."""
    kind = chance.choices(["grammar", "own slide", "front matter", "topic", "glossary", "bytes"], [55, 18, 8, 5, 7, 7])[0]
    files = {"p.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 60"><rect width="50" height="50"/></svg>'}
    body = _markdown(chance)
    layout = chance.choice(["auto", "auto", "text", "split", "picture", "steps", "compare", "cards"])
    slide = f"---\ntitle: '{chance.choice(WORDS)}'\nlayout: {layout}\n---\n{body}"
    match kind:
        case "own slide":
            slide = _mutated(chance, chance.choice(OWN))
            files["topic.yaml"] = f"title: T\nmore: https://a.b\nlanguage: {chance.choice(['en', 'es', 'ar'])}\n".encode()
        case "front matter":
            slide = f"---\n{_yaml(chance)}\n---\n{body[:200]}"
        case "topic":
            files["topic.yaml"] = _yaml(chance).encode(errors="replace")
        case "glossary":
            count = chance.choice([1, 3, 30, 1200])
            terms = (f"*[{chance.choice(WORDS)}{n % 40}]: {chance.choice(WORDS) * chance.choice([1, 9])}" for n in range(count))
            files["glossary.md"] = "\n".join(terms).encode()
    data = slide.encode(errors="replace")
    if kind == "bytes":
        data = _bytes(chance, data)
    return files | {"a.md": data, "a.es.md": data[: chance.randrange(len(data) + 1)] if chance.random() < 0.1 else b"# A"}


def _markdown(chance: random.Random) -> str:
    """Some pieces, now and then one piece a thousand times."""
    if chance.random() < 0.1:
        units = [chance.choice(PIECES) for _ in range(chance.randint(1, 3))]
        unit = "".join(unit.format(*(chance.choice(WORDS) for _ in range(9))) for unit in units)
        return unit * chance.choice([30, 100, 300, 1000, 3000]) + chance.choice(["", "x", "]", ")", "\n\nend"])
    count = int(chance.expovariate(1 / 25)) + 1
    return "".join(chance.choice(PIECES).format(*(chance.choice(WORDS) for _ in range(9))) for _ in range(count))


def _yaml(chance: random.Random) -> str:
    if chance.random() < 0.05:
        # Aliases that name each other: each line doubles what the one before it holds.
        return "a: &a0 [x, x]\n" + "\n".join(f"b{n}: &a{n + 1} [*a{n}, *a{n}]" for n in range(30)) + "\ntitle: *a30"
    lines = (
        f"{chance.choice(KEYS)}: {chance.choice(VALUES) * chance.choice([1, 1, 1, 50])}" for _ in range(chance.randint(1, 8))
    )
    return "\n".join(lines)


def _mutated(chance: random.Random, text: str) -> str:
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(text) + 1)
        until = at + chance.choice([0, 1, 5, 40])
        match chance.randrange(3):
            case 0:
                text = text[:at] + text[until:]
            case 1:
                text = text[:at] + chance.choice(PIECES).format(*WORDS) + text[at:]
            case _:
                text = text[:at] + text[at:until] * chance.choice([2, 50]) + text[until:]
    return text


def _bytes(chance: random.Random, data: bytes) -> bytes:
    if chance.random() < 0.3:
        return chance.randbytes(chance.choice([0, 1, 100, 3000]))
    changed = bytearray(data)
    most = chance.choice([128, 256])
    for _ in range(chance.randint(1, 20)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(most)
    return bytes(changed[: chance.randrange(len(changed) + 1)] if chance.random() < 0.3 else changed)


def _picture(chance: random.Random) -> tuple[str, bytes]:
    suffix = chance.choice(["svg", "svg", "svg", "png", "jpg", "webp"])
    if suffix != "svg":
        return suffix, _bytes(chance, RASTERS[suffix])
    if chance.random() < 0.5:
        return suffix, _bytes(chance, chance.choice(OWN_SVG))
    count = int(chance.expovariate(1 / 12)) + 1
    inner = "".join(chance.choice(SVG).format(*(chance.choice(NUMBERS) for _ in range(6))) for _ in range(count))
    box = " ".join(chance.choice(NUMBERS) for _ in range(4))
    return suffix, f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{inner}</svg>'.encode()


def _document(chance: random.Random) -> bytes:
    values = [
        "1e999",
        "-1",
        '"\\ud800"',
        "null",
        "[]",
        "{}",
        '"x"',
        "9" * 40,
        "1.5",
        "true",
        '["mon"]',
        '"2026-11-22"',
        '"08:00-18:00"',
    ]

    def value() -> str:
        return chance.choice(values)

    slides = ",".join(
        f'{{"id":"a/{n}","{chance.choice(["on", "seconds", "from", "hours", "x"])}":{value()}}}' for n in range(5)
    )
    settings = f'"session_seconds":{value()},"phrases":{value()},"opening_hours":{value()}'
    text = (
        f'{{"format":1,"number":{value()},"saved_at":{value()},"changes":{value()},"settings":{{{settings}}},'
        f'"announcement":{{"text":{value()},"until":{value()}}},"slides":[{slides}],'
        f'"{chance.choice(["x", "slides", "number"])}":{value()}}}'
    )
    return _bytes(chance, text.encode()) if chance.random() < 0.5 else text.encode()


# --- trying ----------------------------------------------------------------------------------


class Trier:
    """Tries inputs, one after the other, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "t").mkdir(exist_ok=True)
        for picture in SLIDES.glob("*/*.svg"):
            (folder / "t" / picture.name).write_bytes(picture.read_bytes())
        self.measure = FontMeasure()

    def try_input(self, number: int) -> tuple[str, float]:
        """The kind of an input and the seconds of processor time that it took. Raises what must not happen."""
        chance = random.Random(number)
        kind = chance.choices(["slide", "picture", "document"], [85, 12, 3])[0]
        attempt: Callable[[random.Random], float] = getattr(self, f"_{kind}")
        return kind, attempt(chance)

    def _slide(self, chance: random.Random) -> float:
        for file in (self.folder / "t").iterdir():
            if file.suffix != ".svg":
                file.unlink()
        for name, data in files_of(chance).items():
            (self.folder / "t" / name).write_bytes(data)
        slide_reader.parse_body.cache_clear()
        begin = time.process_time()
        deck = library.load(self.folder)
        read = time.process_time() - begin
        longest = read
        for slide in deck.slides:
            size = chance.randrange(-1, TEXT_SIZES)
            language = chance.choice(slide.texts).language
            place = place_of(slide, [other.id for other in deck.slides], deck)
            wish = Wish(slide.id, language, size < 0, max(size, 0), False, place)
            begin = time.process_time()
            if slide.error is None:
                layout = lay_out_slide(deck, slide, rendition_for(wish, chance.choice(SCREENS)), self.measure)
                assert layout.pages
                assert all(layout.pages)
            longest = max(longest, read + time.process_time() - begin)
        return longest

    def _picture(self, chance: random.Random) -> float:
        suffix, data = _picture(chance)
        file = self.folder / f"picture.{suffix}"
        file.write_bytes(data)
        begin = time.process_time()
        try:
            frame = picture_decoder.Frame(
                file, chance.choice([1, 300, 1920]), chance.choice([1, 200, 1080]), radius=chance.choice([0.0, 9.0])
            )
            assert not picture_decoder.decode(frame, self.folder).isNull()
        except Unreadable:
            pass
        return time.process_time() - begin

    def _document(self, chance: random.Random) -> float:
        data = _document(chance)
        begin = time.process_time()
        try:
            arrangement, problems = arrangement_document.read(data, "kiosk.json")
            json.dumps([str(problem) for problem in problems]).encode()
            arrangement_document.encode(arrangement_document.normal(arrangement), arrangement_document.version_of(data))
        except Unreadable:
            pass
        return time.process_time() - begin


def prepare() -> None:
    """Loads what the inputs are made of. Needs the application."""
    load_fonts()
    load_script("ar")
    OWN[:] = [file.read_text() for file in sorted(SLIDES.glob("*/[0-9]*.md"))]
    OWN_SVG[:] = [file.read_bytes() for file in sorted(SLIDES.glob("*/*.svg"))]
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    for suffix in RASTERS:
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "jpeg" if suffix == "jpg" else suffix)
        RASTERS[suffix] = data.data()


OWN: list[str] = []
OWN_SVG: list[bytes] = []
RASTERS = {"png": b"", "jpg": b"", "webp": b""}


def main(first: int, last: int) -> int:
    application = QGuiApplication([])
    prepare()
    failed = 0
    slowest = (0.0, 0)
    with tempfile.TemporaryDirectory() as folder:
        trier = Trier(Path(folder))
        for number in range(first, last):
            # Should the process die, this is the last line.
            print(number, end="\r", file=sys.stderr, flush=True)
            try:
                kind, seconds = trier.try_input(number)
            except Exception as error:
                failed += 1
                print(f"{number}: {type(error).__name__}: {error}"[:300], flush=True)
                continue
            slowest = max(slowest, (seconds, number))
            if seconds > LONGEST:
                failed += 1
                print(f"{number}: a {kind} took {seconds:.1f} s", flush=True)
    print(f"{last - first} inputs from {first}: {failed} failed; the slowest, {slowest[1]}, took {slowest[0]:.2f} s")
    del application
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
