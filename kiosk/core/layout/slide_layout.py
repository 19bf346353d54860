"""A slide and a rendition -> its layout: the content that the rendition shows, laid out in the area that it has."""

from __future__ import annotations

from msgspec.structs import replace

from kiosk.core.content import closing_slide, library
from kiosk.core.content.deck import Deck, Layout, Slide
from kiosk.core.layout.display_list import Measure
from kiosk.core.layout.page_area import PageArea, PageContent, loop_area, session_area
from kiosk.core.layout.page_layout import SlideLayout, chosen_layout, lay_out
from kiosk.core.layout.rendition import Rendition
from kiosk.core.layout.right_to_left import is_right_to_left, isolated
from kiosk.core.layout.theme import HIGH_CONTRAST, LIGHT
from kiosk.core.layout.work_budget import Work


def lay_out_slide(deck: Deck, slide: Slide, rendition: Rendition, measure: Measure) -> SlideLayout:
    """Lays a slide out. A topic's last slide goes on with its words, its credit and its QR code."""
    content = page_content(deck, slide, rendition)
    area = _area(rendition)
    palette = HIGH_CONTRAST if rendition.contrast else LIGHT
    work = Work()

    def page_label(page: int, pages: int) -> str:
        return isolated(rendition.words.page_of.format(page, pages))

    end = closing_slide.closing(deck, slide, slide.text(rendition.language).language) if rendition.place.last else ()
    if not end or chosen_layout(content) is Layout.TEXT:
        return lay_out(replace(content, blocks=content.blocks + end), area, palette, measure, page_label, work)
    # Beside pictures or cards there is no room for a glossary: it gets pages of its own.
    layout = lay_out(content, area, palette, measure, page_label, work)
    closing = replace(content, title=rendition.words.glossary, blocks=end, layout=Layout.TEXT)
    further = lay_out(closing, area, palette, measure, page_label, work)
    too_long = layout.too_long or further.too_long
    return replace(layout, pages=layout.pages + further.pages, fits=layout.fits and further.fits, too_long=too_long)


def page_content(deck: Deck, slide: Slide, rendition: Rendition) -> PageContent:
    """The words and pictures of a slide that a rendition shows."""
    text = slide.text(rendition.language)
    topic = deck.topic(slide.topic)
    topic_title = topic.text(text.language).title if topic else ""
    blocks = library.body(deck, slide, rendition.language)
    if rendition.loop:
        kicker = topic_title
        # Nobody taps a word across the room.
        blocks = closing_slide.unmarked(blocks)
    else:
        kicker = text.kicker or topic_title
        blocks = closing_slide.once(blocks)
    place = rendition.place
    if place.total > 1:
        kicker = f"{kicker}  ·  {isolated(rendition.words.of.format(place.number, place.total))}"
    return PageContent(
        title=text.title,
        kicker=kicker,
        blocks=blocks,
        layout=slide.layout,
        focus=slide.focus,
        rtl=is_right_to_left(text.language),
        loop_text=text.loop_text if rendition.loop else "",
    )


def _area(rendition: Rendition) -> PageArea:
    screen = rendition.screen
    if rendition.loop:
        return loop_area(screen, foot=screen.foot, taken=rendition.taken, scale=rendition.scale)
    return session_area(screen, text_size=rendition.text_size, taken=rendition.taken)
