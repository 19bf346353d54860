"""A slide and a screen -> pages of boxes: all the text, nothing clipped, on every screen and at every size."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.core.content import markdown
from kiosk.core.content.deck import Layout
from kiosk.core.layout.display_list import Box, PictureBox, TextBox
from kiosk.core.layout.page_area import PageArea, PageContent, loop_area, session_area
from kiosk.core.layout.page_layout import SlideLayout, chosen_layout, lay_out
from kiosk.core.layout.paging import spread
from kiosk.core.layout.screen import Screen, screen
from kiosk.core.layout.theme import LIGHT
from kiosk.core.layout.typesetter import Piece
from kiosk.core.settings import Settings
from tests.core.conftest import FixedWidth

SIZES = [(1024, 600), (1280, 800), (1920, 1080), (3840, 2160), (600, 1024), (1080, 1920), (2160, 3840)]
SENTENCE = "The doctor takes a very small sample with a thin needle and looks at it. "
STEPS = "1. Clean the skin.\n2. Numb the skin.\n3. Guide the needle.\n4. Collect the sample.\n"
CARDS = "Some come.\n\n## One\n\n![1](a.svg)\n\nFirst words.\n\n## Two\n\n![2](b.svg)\n\nSecond words.\n"
TABLE = "A | B\n--|--\none | two\n"
BODIES = {
    "words": SENTENCE * 2,
    "picture": f"![x](a.svg)\n\n{SENTENCE}\n\n- one\n- two\n",
    "pictures": "![1](a.svg)\n\n![2](b.svg)\n\n![3](c.svg)\n\nWords.",
    "steps": STEPS,
    "cards": CARDS,
    "mixed": f'{TABLE}\n!!! note "Good"\n    to know\n\nTerm\n:   Meaning\n\n## Part\n\nEnd.',
    "only a title": "",
    "long": (SENTENCE * 6 + "\n\n") * 5,
}


def sheet(source: str, layout: Layout = Layout.AUTO, **more: object) -> PageContent:
    blocks = markdown.parse(source, path="a", first_line=1, folder=Path("/s")).blocks
    return PageContent("Why a sample helps", "Biopsy", blocks, layout, (50.0, 50.0), **more)  # type: ignore[arg-type]


def kiosk(width: int, height: int) -> Screen:
    return screen(width, height, (344, 194) if width > height else (194, 344), Settings())


def areas(found: Screen) -> list[PageArea]:
    sessions = [session_area(found, text_size=step, taken=found.bar_height) for step in range(3)]
    return [loop_area(found, foot=found.foot), *sessions]


def text_of(laid: SlideLayout) -> str:
    return " ".join(box.name for page in laid.pages for box in page if isinstance(box, TextBox))


def fits_inside(box: Box, area: PageArea) -> bool:
    return box.x >= -1 and box.y >= -1 and box.x + box.width <= area.width + 1 and box.y + box.height <= area.height + 1


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width - 1
        and other.x < one.x + one.width - 1
        and one.y < other.y + other.height - 1
        and other.y < one.y + one.height - 1
    )


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("size", SIZES)
def test_all_the_text_is_there_and_inside(body: str, size: tuple[int, int], measure: FixedWidth) -> None:
    slide = sheet(BODIES[body])
    words = set(re.findall(r"\w+", markdown.words(slide.blocks)))
    for area in areas(kiosk(*size)):
        laid = lay_out(slide, area, LIGHT, measure)
        assert words <= set(re.findall(r"\w+", text_of(laid)))
        for page in laid.pages:
            text = [box for box in page if isinstance(box, TextBox)]
            assert text, "no page is empty"
            assert all(fits_inside(box, area) for box in text)
            assert all(box.y + box.height <= area.height - area.foot + 1 for box in text), "the invitation stands there"
            pairs = [(one, other) for at, one in enumerate(text) for other in text[at + 1 :]]
            assert not [
                (one.name, other.name)
                for one, other in pairs
                if overlap(one, other) and "center" not in (one.align, other.align)
            ]
        if area.loop:
            assert len(laid.pages) == 1
        else:
            assert laid.size >= area.sizes[0], "a session's text is paged, never shrunk"


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("body", BODIES)
def test_any_body_in_any_layout(layout: Layout, body: str, measure: FixedWidth) -> None:
    for size in ((1920, 1080), (1080, 1920)):
        for area in areas(kiosk(*size))[:2]:
            laid = lay_out(sheet(BODIES[body], layout), area, LIGHT, measure)
            assert all(page for page in laid.pages)
            assert all(fits_inside(box, area) for page in laid.pages for box in page if isinstance(box, TextBox))


@pytest.mark.parametrize(
    ("layout", "body", "chosen"),
    [
        (Layout.AUTO, "words", Layout.TEXT),
        (Layout.AUTO, "picture", Layout.SPLIT),
        (Layout.AUTO, "steps", Layout.STEPS),
        (Layout.STEPS, "steps", Layout.STEPS),
        (Layout.STEPS, "words", Layout.TEXT),
        (Layout.CARDS, "cards", Layout.CARDS),
        (Layout.COMPARE, "cards", Layout.COMPARE),
        (Layout.COMPARE, "picture", Layout.SPLIT),
        (Layout.PICTURE, "picture", Layout.PICTURE),
        (Layout.PICTURE, "words", Layout.TEXT),
        (Layout.TEXT, "words", Layout.TEXT),
    ],
)
def test_which_layout(layout: Layout, body: str, chosen: Layout) -> None:
    assert chosen_layout(sheet(BODIES[body], layout)) is chosen


def test_few_words_are_set_at_the_target_and_more_are_smaller(measure: FixedWidth) -> None:
    area = loop_area(kiosk(1920, 1080), foot=100)
    sizes = [lay_out(sheet(SENTENCE * count), area, LIGHT, measure).size for count in (1, 8, 12, 16)]
    assert sizes[0] == area.sizes[1]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] < area.sizes[0]


def test_what_no_readable_size_holds_is_begun_in_the_loop_and_paged_in_a_session(measure: FixedWidth) -> None:
    on = kiosk(1920, 1080)
    endless = sheet("word " * 2000)
    loop = lay_out(endless, loop_area(on, foot=100), LIGHT, measure)
    assert (len(loop.pages), loop.fits) == (1, False)
    assert loop.size >= loop_area(on, foot=100).sizes[0] - 0.5
    session = session_area(on, text_size=0, taken=on.bar_height)
    paged = lay_out(endless, session, LIGHT, measure)
    assert len(paged.pages) > 5
    assert all(fits_inside(box, session) for page in paged.pages for box in page if isinstance(box, TextBox))


def test_below_the_floor_is_said(measure: FixedWidth) -> None:
    area = loop_area(kiosk(1920, 1080), foot=100)
    assert lay_out(sheet(SENTENCE), area, LIGHT, measure).fits
    assert not lay_out(sheet(SENTENCE * 60), area, LIGHT, measure).fits
    assert not lay_out(sheet("x" * 300, loop_text="x" * 300), area, LIGHT, measure).fits


def test_the_loop_shows_its_few_words_and_the_picture(measure: FixedWidth) -> None:
    slide = sheet(BODIES["picture"], loop_text="Few words.")
    laid = lay_out(slide, loop_area(kiosk(1920, 1080), foot=100), LIGHT, measure)
    assert "Few words." in text_of(laid)
    assert "needle" not in text_of(laid)
    assert [box.name for box in laid.pages[0] if isinstance(box, PictureBox)] == ["x"]


def test_further_pages_repeat_the_title_and_count(measure: FixedWidth) -> None:
    found = kiosk(1280, 800)
    area = session_area(found, text_size=2, taken=found.bar_height)
    laid = lay_out(sheet(BODIES["long"]), area, LIGHT, measure, "page {} of {}".format)
    count = len(laid.pages)
    assert count > 2
    heads = [next(box for box in page if isinstance(box, TextBox)) for page in laid.pages]
    assert heads[0].name == f"BIOPSY  ·  PAGE 1 OF {count}"
    for number, head in enumerate(heads[1:], start=2):
        assert (head.name, head.heading) == (f"Why a sample helps  ·  page {number} of {count}", True)


def test_larger_text_needs_no_fewer_pages(measure: FixedWidth) -> None:
    found = kiosk(1920, 1080)
    laid = [lay_out(sheet(BODIES["long"]), session_area(found, text_size=n, taken=200), LIGHT, measure) for n in range(3)]
    assert [len(each.pages) for each in laid] == sorted(len(each.pages) for each in laid)
    assert laid[2].size >= 1.4 * laid[0].size


def test_right_to_left_is_the_mirror_image(measure: FixedWidth) -> None:
    area = session_area(kiosk(1920, 1080), text_size=0, taken=200)
    slide = sheet(BODIES["picture"])
    left, right = (lay_out(replace(slide, rtl=rtl), area, LIGHT, measure).pages[0] for rtl in (False, True))
    assert [(round(box.x), round(box.y)) for box in left] == [(round(area.width - b.x - b.width), round(b.y)) for b in right]
    assert {box.align for box in right if isinstance(box, TextBox)} == {"right"}


def test_pictures_lie_on_whole_pixels_and_keep_their_focus(measure: FixedWidth) -> None:
    slide = replace(sheet('![1](a.svg)\n\n![2](b.svg){focus="10 20"}\n\nWords.'), focus=(30.0, 40.0))
    laid = lay_out(slide, session_area(kiosk(1366, 768), text_size=0, taken=100), LIGHT, measure)
    boxes = [box for box in laid.pages[0] if isinstance(box, PictureBox)]
    assert [(box.number, box.focus) for box in boxes] == [(0, (30, 40)), (1, (10, 20))]
    assert all(value == round(value) for box in boxes for value in (box.x, box.y, box.width, box.height))
    assert not overlap(*boxes)


# --- paging ----------------------------------------------------------------------------------


def piece(height: float, *, keep: bool = False) -> Piece:
    return Piece((), height, 10.0, keep)


@pytest.mark.parametrize(
    ("heights", "room", "later", "pages"),
    [
        ([], 100, 100, [0]),
        ([50], 100, 100, [1]),
        ([45, 45], 100, 100, [2]),
        ([50, 50], 100, 100, [1, 1]),
        ([30, 30, 30, 30], 110, 110, [2, 2]),
        ([30, 30, 30, 30], 70, 200, [1, 3]),
        ([500], 100, 100, [1]),
        ([500, 500], 100, 100, [1, 1]),
    ],
)
def test_spread(heights: list[float], room: float, later: float, pages: list[int]) -> None:
    spread_out = spread([piece(height) for height in heights], room, later)
    assert [len(page) for page in spread_out] == pages


def test_a_heading_is_never_last_on_a_page() -> None:
    pieces = [piece(40), piece(20, keep=True), piece(50), piece(20, keep=True), piece(50)]
    for page in spread(pieces, 100, 100)[:-1]:
        assert not page[-1].keep
