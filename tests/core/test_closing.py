"""A topic's last slide ends with its words, its credit and its code."""

from __future__ import annotations

from dataclasses import replace

from kiosk.core import closing
from kiosk.core.model import (
    Code,
    Deck,
    Definitions,
    Heading,
    Listing,
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
    assert [closing.is_last(DECK, each) for each in (A, B, C, slide("d", "gone"))] == [False, True, True, False]


def test_what_closes_a_topic() -> None:
    credit = Paragraph((Span("A clinic", emphasis=True),))
    words = Definitions((((Span("scan"),), (Paragraph((Span("A picture."),)),)),))
    assert closing.closing(DECK, B, "en") == (words, credit, Code("https://example.org"))
    assert closing.closing(DECK, B, "es")[0] == Paragraph((Span("Una clínica", emphasis=True),))
    assert closing.closing(DECK, B, "fr") == closing.closing(DECK, B, "en")
    assert closing.closing(DECK, C, "en") == ()
    assert closing.closing(DECK, slide("d", "gone"), "en") == ()


def test_a_term_is_marked_once() -> None:
    term, plain = Span("scan", meaning="A picture."), Span("scan")
    capital = Span("Scan", meaning="A picture.")
    blocks = (
        Heading(2, (term,)),
        Paragraph((term, Span(" and "), term)),
        Listing(False, ((Paragraph((capital,)),),)),
        Note("", (Paragraph((term,)),)),
    )
    assert closing.once(blocks) == (
        Heading(2, (plain,)),
        Paragraph((term, Span(" and "), plain)),
        Listing(False, ((Paragraph((replace(capital, meaning=""),)),),)),
        Note("", (Paragraph((plain,)),)),
    )
