"""A slide and a rendition -> its layout: which of its words are shown, and what a topic ends with."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.core.content import library
from kiosk.core.content.deck import Deck, Slide
from kiosk.core.layout.display_list import Box, CodeBox, TermBox, TextBox
from kiosk.core.layout.page_layout import SlideLayout
from kiosk.core.layout.rendition import InterfaceWords, Place, Rendition
from kiosk.core.layout.screen import Screen
from kiosk.core.layout.slide_layout import lay_out_slide, page_content
from kiosk.core.layout.theme import HIGH_CONTRAST, LIGHT
from tests.core.conftest import FixedWidth, Write

SCREEN = Screen(1920, 1080, 2.0, 3.0)
LOOP = Rendition("t/a", "", True, SCREEN)
READ = Rendition("t/a", "", False, SCREEN, taken=SCREEN.bar_height)


@pytest.fixture
def deck(tmp_path: Path, write: Write) -> Deck:
    write("t/topic.yaml", "title: The topic\nsource: A clinic\nmore: https://example.org\n")
    write("t/topic.es.yaml", "title: El tema\n")
    write("t/topic.ar.yaml", "title: الموضوع\n")
    write("t/glossary.md", "*[scan]: A picture.\n")
    write("t/p.svg", "<svg/>")
    write("t/a.md", "---\ntitle: A\nkicker: Start\nloop_text: Few words.\n---\nA scan and a scan.\n")
    write("t/a.es.md", "---\ntitle: Á\n---\nUna imagen.\n")
    write("t/a.ar.md", "---\ntitle: صورة\n---\nصورة\n")
    write("t/b.md", "---\ntitle: B\n---\n![x](p.svg)\n\nA scan.\n")
    return library.load(tmp_path)


def boxes(layout: SlideLayout, kind: type[Box]) -> list[Box]:
    return [box for page in layout.pages for box in page if isinstance(box, kind)]


def words(layout: SlideLayout) -> list[str]:
    return [box.name for box in boxes(layout, TextBox) if isinstance(box, TextBox)]


@pytest.mark.parametrize(
    ("rendition", "title", "kicker", "loop_text", "rtl"),
    [
        (LOOP, "A", "The topic", "Few words.", False),
        (READ, "A", "Start", "", False),
        (replace(LOOP, language="es"), "Á", "El tema", "", False),
        (replace(READ, language="es"), "Á", "El tema", "", False),
        (replace(READ, language="fr"), "A", "Start", "", False),
        (replace(READ, language="ar"), "صورة", "الموضوع", "", True),
        (replace(READ, place=Place(1, 1)), "A", "Start", "", False),
        (replace(READ, place=Place(1, 2)), "A", "Start  ·  \u20681 of 2\u2069", "", False),
        (replace(READ, place=Place(1, 2), words=InterfaceWords("{} de {}")), "A", "Start  ·  \u20681 de 2\u2069", "", False),
    ],
)
def test_content(deck: Deck, rendition: Rendition, title: str, kicker: str, loop_text: str, rtl: bool) -> None:
    content = page_content(deck, deck.slides[0], rendition)
    assert (content.title, content.kicker, content.loop_text, content.rtl) == (title, kicker, loop_text, rtl)


def test_a_term_is_marked_once_for_a_reader_and_never_across_the_room(deck: Deck, measure: FixedWidth) -> None:
    slide = replace(deck.slides[0], texts=(replace(deck.slides[0].texts[0], loop_text=""),))
    assert len(boxes(lay_out_slide(deck, slide, READ, measure), TermBox)) == 1
    assert boxes(lay_out_slide(deck, slide, LOOP, measure), TermBox) == []


def test_colours_and_sizes(deck: Deck, measure: FixedWidth) -> None:
    def colours(rendition: Rendition) -> set[str]:
        found = boxes(lay_out_slide(deck, deck.slides[0], rendition, measure), TextBox)
        return {box.colour for box in found if isinstance(box, TextBox)}

    assert colours(READ) == {LIGHT.kicker, LIGHT.heading, LIGHT.ink}
    assert colours(replace(READ, contrast=True)) == {HIGH_CONTRAST.kicker, HIGH_CONTRAST.heading, HIGH_CONTRAST.ink}

    def size(rendition: Rendition) -> float:
        return lay_out_slide(deck, deck.slides[0], rendition, measure).size

    assert size(replace(READ, text_size=2)) > size(replace(READ, text_size=1)) > size(READ)
    assert size(replace(LOOP, scale=1.3)) == pytest.approx(1.3 * size(LOOP))


def test_a_topic_ends_with_its_words_credit_and_code(deck: Deck, measure: FixedWidth) -> None:
    ended = replace(READ, place=Place(2, 2, last=True), words=InterfaceWords(glossary="Palabras"))

    def ending(slide: Slide, rendition: Rendition) -> tuple[bool, bool]:
        layout = lay_out_slide(deck, slide, rendition, measure)
        return bool(boxes(layout, CodeBox)), "Palabras" in words(layout)

    alone, beside_a_picture = deck.slides
    assert ending(alone, READ) == (False, False)
    assert ending(alone, ended) == (True, False), "what closes the topic goes on beneath the words"
    assert ending(beside_a_picture, ended) == (True, True), "beside a picture it has a page of its own"
    assert ending(alone, replace(LOOP, words=ended.words)) == (False, False)
