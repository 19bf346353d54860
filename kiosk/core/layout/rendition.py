"""One slide as one reader sees it: which words, in which language, colours and size. The layout's input."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.core.content import closing_slide, library, reading_time
from kiosk.core.content.deck import Deck, Layout, Slide
from kiosk.core.layout.display_list import Measure
from kiosk.core.layout.page_area import PageContent, loop_area, session_area
from kiosk.core.layout.page_layout import Laid, chosen_layout, lay_out
from kiosk.core.layout.screen import Screen
from kiosk.core.layout.theme import HIGH_CONTRAST, LIGHT
from kiosk.core.settings import Settings

# Languages that read from right to left.
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi"})


def is_right_to_left(language: str) -> bool:
    return language.partition("-")[0] in RIGHT_TO_LEFT


def isolated(text: str) -> str:
    """The text so that its direction does not mix with that of its surroundings (Unicode's first strong isolate)."""
    return f"\u2068{text}\u2069"


@dataclass(frozen=True, slots=True)
class Edition:
    """What decides how a slide looks.

    `taken`: px at the screen's lower edge that belong to the bar or a band. `number` of `total`: the slide's place in its
    topic, as a session shows it; `last`: it closes the topic. `of` and `page_of` are the interface's words for "{} of {}",
    `words` its heading of a glossary.
    """

    slide: str
    language: str
    loop: bool
    screen: Screen
    taken: float = 0.0
    text_size: int = 0
    contrast: bool = False
    number: int = 0
    total: int = 0
    last: bool = False
    of: str = "{} of {}"
    page_of: str = "page {} of {}"
    words: str = "Words to know"


@dataclass(frozen=True, slots=True)
class Rendition:
    """A slide laid out for an edition. `seconds`: its time in the loop."""

    edition: Edition
    laid: Laid
    seconds: float
    title: str
    rtl: bool


def sheet(deck: Deck, slide: Slide, edition: Edition) -> PageContent:
    """The words and pictures of a slide, as the edition wants them."""
    text = slide.text(edition.language)
    topic = deck.topic(slide.topic)
    topic_title = topic.text(text.language).title if topic else ""
    kicker = topic_title if edition.loop else text.kicker or topic_title
    if not edition.loop and edition.total > 1:
        kicker = f"{kicker}  ·  {isolated(edition.of.format(edition.number, edition.total))}"
    blocks = library.body(deck, slide, edition.language)
    # Nobody taps a word across the room.
    blocks = closing_slide.unmarked(blocks) if edition.loop else closing_slide.once(blocks)
    return PageContent(
        title=text.title,
        kicker=kicker,
        blocks=blocks,
        layout=slide.layout,
        focus=slide.focus,
        rtl=is_right_to_left(text.language),
        loop_text=text.loop_text if edition.loop else "",
    )


def set_slide(deck: Deck, slide: Slide, edition: Edition, settings: Settings, measure: Measure) -> Rendition:
    """Lays a slide out for an edition."""
    words = sheet(deck, slide, edition)
    if edition.loop:
        area = loop_area(edition.screen, foot=edition.screen.foot, taken=edition.taken, scale=settings.loop_text_scale)
    else:
        area = session_area(edition.screen, text_size=edition.text_size, taken=edition.taken)
    theme = HIGH_CONTRAST if edition.contrast else LIGHT
    text = slide.text(edition.language)
    end = closing_slide.closing(deck, slide, text.language) if edition.last and not edition.loop else ()
    inline = chosen_layout(words) is Layout.TEXT
    if inline:
        words = replace(words, blocks=words.blocks + end)

    def page_label(page: int, pages: int) -> str:
        return isolated(edition.page_of.format(page, pages))

    laid = lay_out(words, area, theme, measure, page_label)
    if end and not inline:
        # Beside pictures or cards there is no room for a glossary: it gets pages of its own.
        extra = replace(words, title=edition.words, blocks=end, layout=Layout.TEXT)
        more = lay_out(extra, area, theme, measure, page_label)
        laid = replace(laid, pages=laid.pages + more.pages, fits=laid.fits and more.fits)
    seconds = reading_time.dwell(text, settings)
    return Rendition(edition, laid, seconds, text.title, words.rtl)
