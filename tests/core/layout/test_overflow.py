"""Contract 6: text is never cut off. What is too tall for a page goes on to another, or is set smaller, and that is told."""

from __future__ import annotations

import pytest

from kiosk.core.content.deck import Block, Heading, Layout, ListBlock, Paragraph, Picture, Span
from kiosk.core.layout import screen
from kiosk.core.layout.display_list import PictureBox, Style, TextBox
from kiosk.core.layout.page_area import PageArea, PageContent, loop_area, session_area
from kiosk.core.layout.page_layout import SlideLayout, lay_out
from kiosk.core.layout.theme import LIGHT
from kiosk.core.paths import RESOURCES
from kiosk.core.settings import Settings


class Typewriter:
    """Every letter is 0.55 em wide."""

    def height(self, markup: str, style: Style, width: float) -> float:
        letters = len(markup.partition(">")[2]) - len("</p>")
        line = max(int(width / (0.55 * style.size)), 1)
        return -(-letters // line) * style.size * style.line

    def widest_word(self, text: str, style: Style) -> float:
        return max((len(word) for word in text.split()), default=0) * 0.55 * style.size

    def places(
        self, markup: str, style: Style, width: float, start: int, length: int
    ) -> tuple[tuple[float, float, float], ...]:
        return ()


PICTURE = Picture(RESOURCES / "icons" / "next.svg", "a picture")
SENTENCE = "This is a sentence that goes on and on without an end, as some of them do in real life, " * 2 + "until it ends."
BODIES: dict[str, tuple[Layout, tuple[Block, ...]]] = {
    "paragraph": (Layout.TEXT, (Paragraph((Span(SENTENCE),)),)),
    "beside a picture": (Layout.SPLIT, (PICTURE, Paragraph((Span(SENTENCE),)))),
    "list": (Layout.TEXT, (ListBlock(False, ((Paragraph((Span(SENTENCE * 3),)),),)),)),
    "steps": (Layout.STEPS, (ListBlock(True, tuple((Paragraph((Span(SENTENCE),)), PICTURE) for _ in range(3))),)),
    "cards": (
        Layout.CARDS,
        (
            Paragraph((Span(SENTENCE),)),
            *(block for _ in range(3) for block in (Heading(2, (Span("A part"),)), PICTURE, Paragraph((Span(SENTENCE),)))),
        ),
    ),
}
SCREENS = [(1024, 600), (1280, 800), (1920, 1080), (1080, 1920), (600, 1024)]


def laid(body: str, area: PageArea) -> SlideLayout:
    layout, blocks = BODIES[body]
    found = PageContent("A title of a few words", "CHAPTER", blocks, layout, (50.0, 50.0))
    return lay_out(found, area, LIGHT, Typewriter())


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("size", SCREENS)
@pytest.mark.parametrize("mode", ["loop", 0, 1, 2])
def test_no_text_leaves_its_page(body: str, size: tuple[int, int], mode: str | int) -> None:
    on = screen.screen(*size, (0.0, 0.0), Settings())
    area = loop_area(on, foot=on.foot) if mode == "loop" else session_area(on, text_size=int(mode), taken=on.bar_height)
    found = laid(body, area)
    for page in found.pages:
        for box in page:
            if isinstance(box, TextBox):
                assert box.y >= 0
                assert box.y + box.height <= area.height - area.foot + 1, (found.size, found.fits)


def test_what_must_be_set_below_its_size_is_told() -> None:
    on = screen.screen(1280, 800, (0.0, 0.0), Settings())
    large = session_area(on, text_size=2, taken=on.bar_height)
    assert not laid("list", large).fits
    assert laid("list", large).size < large.sizes[0]


@pytest.mark.parametrize("size", SCREENS)
def test_a_short_text_leaves_its_picture_the_most_room(size: tuple[int, int]) -> None:
    on = screen.screen(*size, (0.0, 0.0), Settings())
    area = session_area(on, text_size=0, taken=on.bar_height)
    found = lay_out(PageContent("Title", "", (PICTURE,), Layout.SPLIT, (50.0, 50.0)), area, LIGHT, Typewriter())
    (picture,) = [box for box in found.pages[0] if isinstance(box, PictureBox)]
    share = picture.height / area.height if on.portrait else picture.width / area.width
    assert share > 0.4
