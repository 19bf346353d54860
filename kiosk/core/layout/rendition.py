"""The rendition of a slide: all that decides its look. Which one is wanted follows from a wish, here and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from kiosk.core.content import closing_slide
from kiosk.core.content.deck import Deck, Slide
from kiosk.core.layout.screen import Screen


class Place(Struct, frozen=True):
    """A slide's place in its topic: `number` of `total`, from 1; 0 where it has none. `last`: it closes the topic."""

    number: int = 0
    total: int = 0
    last: bool = False


def place_of(slide: Slide, topic: Sequence[str], deck: Deck) -> Place:
    """The place of a slide among the ids of its topic's slides, in the order in which a reader meets them."""
    number = topic.index(slide.id) + 1 if slide.id in topic else 0
    return Place(number, len(topic) if number else 0, closing_slide.is_last(deck, slide))


class Wish(Struct, frozen=True):
    """The slide that somebody wants to see, and in which form.

    `loop`: as it plays for everybody, across the room; else as one reader chose it, at arm's length.
    """

    slide: str
    language: str = ""
    loop: bool = True
    text_size: int = 0
    contrast: bool = False
    place: Place = Place()


class InterfaceWords(Struct, frozen=True):
    """The program's own words on a page, in the interface's language: a slide's place, a page's place, the glossary's title."""

    of: str = "{} of {}"
    page_of: str = "page {} of {}"
    glossary: str = "Words to know"


class Rendition(Struct, frozen=True):
    """All that decides how a slide looks. Equal renditions of one slide look the same.

    `taken`: px at the screen's lower edge that belong to the bar or a band. `scale`: staff's factor on the loop's text.
    """

    slide: str
    language: str
    loop: bool
    screen: Screen
    taken: float = 0.0
    scale: float = 1.0
    text_size: int = 0
    contrast: bool = False
    place: Place = Place()
    words: InterfaceWords = InterfaceWords()


def rendition_for(
    wish: Wish,
    screen: Screen,
    words: InterfaceWords = InterfaceWords(),
    *,
    scale: float = 1.0,
    band: float = 0.0,
    bar: bool = True,
) -> Rendition:
    """The rendition that fulfils a wish on a screen: above the announcement's `band` (px) and, in a session, above the bar.

    The loop has one size, one set of colours and no place: what only a reader may choose does not tell its renditions apart.
    """
    if wish.loop:
        return Rendition(wish.slide, wish.language, True, screen, band, scale)
    return Rendition(
        slide=wish.slide,
        language=wish.language,
        loop=False,
        screen=screen,
        taken=band + (screen.bar_height if bar else 0.0),
        text_size=wish.text_size,
        contrast=wish.contrast,
        place=wish.place,
        words=words,
    )
