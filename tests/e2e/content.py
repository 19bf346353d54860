"""Slides whose pictures are one colour each, so that a look at one pixel tells which is on the screen."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.display import Colour, Display, near

PAPER: Colour = (0xFB, 0xF8, 0xF2)
COLOURS: dict[str, Colour] = {"one": (184, 68, 47), "two": (42, 140, 158), "three": (107, 66, 48), "other": (90, 60, 160)}
NAMES = ("one", "two", "three")
# Just within and just beside the picture of a split slide at 1280x720, in the loop and in a session.
IN_PICTURE, BESIDE_PICTURE = (690, 300), (666, 300)


def slide_id(name: str) -> str:
    return f"test/{NAMES.index(name) + 1}-{name}"


def file_of(root: Path, name: str) -> Path:
    return root / f"{slide_id(name)}.md"


def write_slide(root: Path, name: str, *, seconds: float = 3, picture: str = "", front: str = "") -> None:
    text = (
        f"---\ntitle: Slide {name}\nkicker: Chapter {name}\nlayout: split\nseconds: {seconds:g}\n{front}---\n"
        f"![A plain colour, for the test.]({picture or name}.svg)\n\nThese are the words of slide {name}.\n"
    )
    file_of(root, name).write_text(text, encoding="utf-8")


def write_slides(root: Path, *, seconds: float = 3) -> None:
    """Three slides in one topic, each its own chapter."""
    (root / "test").mkdir(parents=True)
    (root / "test" / "topic.yaml").write_text("title: Test topic\nlanguage: en\n", encoding="utf-8")
    for name, (red, green, blue) in COLOURS.items():
        square = f'<rect width="100" height="100" fill="#{red:02X}{green:02X}{blue:02X}"/>'
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">{square}</svg>'
        (root / "test" / f"{name}.svg").write_text(svg, encoding="utf-8")
    for name in NAMES:
        write_slide(root, name, seconds=seconds)


def has_slide(display: Display, name: str) -> bool:
    """The slide is on the screen and nothing moves sideways: colour within its picture's left edge, paper without."""
    return near(display.at(IN_PICTURE), COLOURS[name], 2) and near(display.at(BESIDE_PICTURE), PAPER, 2)


def wait_for_slide(display: Display, name: str) -> None:
    display.wait_until(lambda: has_slide(display, name), f"slide {name}")
