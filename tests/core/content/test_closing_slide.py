"""A topic's last slide ends with its words, its credit and its code."""

from __future__ import annotations

from msgspec.structs import replace

from kiosk.core.content import closing_slide
from kiosk.core.content.deck import (
    Code,
    Deck,
    Definitions,
    Heading,
    ListBlock,
    Note,
    Paragraph,
    Slide,
    Span,
    Text,
    Topic,
    TopicText,
)

FULL = TopicText("en", "T", "A clinic", "https://example.org", (("scan", "A picture."),))
SPANISH = replace(FULL, language="es", source="Una clínica", glossary=())


def slide(name: str, topic: str) -> Slide:
    return Slide(name, topic, (Text("en", "", name, "", "", "", 1),))


DECK = Deck(
    (Topic("t", (FULL, SPANISH)), Topic("u", (TopicText("en", "U"),))), (slide("a", "t"), slide("b", "t"), slide("c", "u"))
)
A, B, C = DECK.slides


def test_the_last_of_each_topic() -> None:
    assert [closing_slide.is_last(DECK, each) for each in (A, B, C, slide("d", "gone"))] == [False, True, True, False]


def test_what_closes_a_topic() -> None:
    credit = Paragraph((Span("A clinic", emphasis=True),))
    words = Definitions((((Span("scan"),), (Paragraph((Span("A picture."),)),)),))
    assert closing_slide.closing(DECK, B, "en") == (words, credit, Code("https://example.org"))
    assert closing_slide.closing(DECK, B, "es")[0] == Paragraph((Span("Una clínica", emphasis=True),))
    assert closing_slide.closing(DECK, B, "fr") == closing_slide.closing(DECK, B, "en")
    assert closing_slide.closing(DECK, C, "en") == ()
    assert closing_slide.closing(DECK, slide("d", "gone"), "en") == ()


def test_a_term_is_marked_once() -> None:
    term, plain = Span("scan", meaning="A picture."), Span("scan")
    capital = Span("Scan", meaning="A picture.")
    blocks = (
        Heading(2, (term,)),
        Paragraph((term, Span(" and "), term)),
        ListBlock(False, ((Paragraph((capital,)),),)),
        Note("", (Paragraph((term,)),)),
    )
    assert closing_slide.once(blocks) == (
        Heading(2, (plain,)),
        Paragraph((term, Span(" and "), plain)),
        ListBlock(False, ((Paragraph((replace(capital, meaning=""),)),),)),
        Note("", (Paragraph((plain,)),)),
    )
