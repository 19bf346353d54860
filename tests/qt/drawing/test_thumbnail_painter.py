"""A page drawn small: the same boxes as on the screen, each at its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QColor, QImage

from kiosk.core.content import library
from kiosk.core.content.deck import Deck
from kiosk.core.layout.display_list import Box, CodeBox, PictureBox, TextBox
from kiosk.core.layout.rendition import Place, Rendition
from kiosk.core.layout.screen import Screen
from kiosk.core.layout.slide_layout import lay_out_slide
from kiosk.core.layout.theme import LIGHT
from kiosk.qt.drawing.fonts import FontMeasure
from kiosk.qt.drawing.thumbnail_painter import PaintedThumbnail, paint
from tests.qt import slides_on_disk
from tests.qt.slides_on_disk import FIRST, LONG, PICTURED

pytestmark = pytest.mark.usefixtures("fonts")
SCREEN = Screen(1280, 720, 3.8, 0.6)
HEIGHT = 360
SCALE = HEIGHT / SCREEN.height


@pytest.fixture
def deck(tmp_path: Path) -> Deck:
    root = slides_on_disk.write(tmp_path / "slides")
    (root / "topic" / "topic.yaml").write_text("title: The topic\nmore: https://example.org\n")
    return library.load(root)


def rendition(slide: str) -> Rendition:
    return Rendition(slide, "en", False, SCREEN, taken=SCREEN.bar_height)


def painted(deck: Deck, wanted: Rendition, page: int = 0) -> PaintedThumbnail:
    slide = deck.slide(wanted.slide)
    assert slide is not None
    return paint(deck, slide, wanted, FontMeasure(), page, HEIGHT)


def boxes(deck: Deck, wanted: Rendition, page: int = 0) -> tuple[Box, ...]:
    slide = deck.slide(wanted.slide)
    assert slide is not None
    return lay_out_slide(deck, slide, wanted, FontMeasure()).pages[page]


def colours(image: QImage, box: Box) -> set[str]:
    """The colours of a box's place in a thumbnail."""
    across = range(max(int(box.x * SCALE), 0), min(int((box.x + box.width) * SCALE), image.width()))
    down = range(max(int(box.y * SCALE), 0), min(int((box.y + box.height) * SCALE), image.height()))
    return {image.pixelColor(x, y).name().upper() for x in across for y in down}


def test_text_and_picture_stand_where_they_were_laid_out(deck: Deck) -> None:
    wanted = rendition(PICTURED)
    image = painted(deck, wanted).image
    assert (image.width(), image.height()) == (640, HEIGHT)
    for box in boxes(deck, wanted):
        if isinstance(box, TextBox):
            assert min(map(_lightness, colours(image, box))) < 120, f"{box.name!r} can be seen"
        elif isinstance(box, PictureBox):
            middle = image.pixelColor(int((box.x + box.width / 2) * SCALE), int((box.y + box.height / 2) * SCALE))
            assert middle == QColor("#B8442F")


def _lightness(colour: str) -> int:
    return QColor(colour).lightness()


def test_a_code_is_dark_on_white(deck: Deck) -> None:
    wanted = replace(rendition(PICTURED), place=Place(3, 3, last=True))
    last = painted(deck, wanted).pages - 1
    (code,) = [box for box in boxes(deck, wanted, last) if isinstance(box, CodeBox)]
    assert {"#000000", "#FFFFFF"} <= colours(painted(deck, wanted, last).image, code)


def test_a_picture_that_is_gone_leaves_its_place_empty(deck: Deck) -> None:
    (deck.root / "topic" / "square.svg").unlink()
    wanted = rendition(PICTURED)
    (picture,) = [box for box in boxes(deck, wanted) if isinstance(box, PictureBox)]
    assert colours(painted(deck, wanted).image, picture) == {LIGHT.paper}


def test_pages_are_counted_and_the_last_stands_for_those_behind_it(deck: Deck) -> None:
    wanted = rendition(LONG)
    first, second = (painted(deck, wanted, page) for page in (0, 1))
    assert first.pages == second.pages > 1
    assert first.image != second.image
    assert painted(deck, wanted, 99).image == painted(deck, wanted, first.pages - 1).image
    assert painted(deck, rendition(FIRST)).pages == 1
