"""A slide's content and an area -> pages of boxes. All text fits: it is set smaller, or goes on to a further page."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from kiosk.core.content.deck import Block, Layout, Paragraph, Picture, Span
from kiosk.core.content.markdown import pictures
from kiosk.core.layout.cards import sections, steps
from kiosk.core.layout.composer import MOST_SHARES, Composer, PageLabel
from kiosk.core.layout.display_list import Box, Measure, Page
from kiosk.core.layout.page_area import PageArea, PageContent
from kiosk.core.layout.right_to_left import mirrored
from kiosk.core.layout.running_text import run_on
from kiosk.core.layout.theme import Palette
from kiosk.core.layout.work_budget import CountedMeasure, OverBudget, Work

# The least body size, in px, that the search tries.
SMALLEST = 8.0
# Text below this share of the floor can hardly be read: rather than that, the loop shows the beginning at the floor.
LEAST_SHARE = 0.55
# As many pictures as can still be told apart from across the room.
MOST_IN_LOOP = 4


class SlideLayout(Struct, frozen=True):
    """A laid-out slide. `size` is its body text in px; `fits` is False if that is below the floor.

    `too_long`: fitting it would have cost more than its budget, so that its words run on at the floor size.
    """

    pages: tuple[Page, ...]
    size: float
    fits: bool
    too_long: bool = False


def lay_out(
    content: PageContent,
    area: PageArea,
    palette: Palette,
    measure: Measure,
    page_label: PageLabel = "{} / {}".format,
    work: Work | None = None,
) -> SlideLayout:
    """Lays a slide out. In the loop on one page, whatever it takes; in a session on as many as it needs.

    It spends of `work`, a budget that a slide's parts may share.
    """
    content = _for_loop(content) if area.loop and content.loop_text else content
    work = work or Work()
    composer = Composer(content, chosen_layout(content), area, palette, CountedMeasure(measure, work, set()), page_label, work)
    try:
        pages, size, fits = _fitted(composer, area)
        too_long = False
    except OverBudget:
        size, too_long = area.sizes[0], True
        pages, fits = run_on(replace(composer, measure=measure, work=None), size)
    # Where the loop's one page cannot hold all, it shows the beginning; the rest comes after a touch.
    shown = pages[:1] if area.loop else pages
    if content.rtl:
        return SlideLayout(tuple(mirrored(page, area.width) for page in shown), size, fits, too_long)
    return SlideLayout(tuple(map(tuple, shown)), size, fits, too_long)


def _fitted(composer: Composer, area: PageArea) -> tuple[list[list[Box]], float, bool]:
    """The pages at the largest size at which the slide fits, that size, and whether it can be read. Raises OverBudget."""
    floor, _ = area.sizes
    # A session turns the page rather than shrink its picture to a strip; the loop has one page, and text goes first.
    for shares in range(1 if area.loop else MOST_SHARES, MOST_SHARES + 1):
        search = _SizeSearch(composer, area, shares)
        size = search.largest()
        if size >= floor:
            break
    pages = composer.compose(size, shares).pages
    return pages, size, size >= floor - 0.5 and (not area.loop or search.one_page(size))


def chosen_layout(content: PageContent) -> Layout:
    """The meaning of `auto` for this slide, and the stand-in for a layout that its body does not fill."""
    illustrated = any(isinstance(block, Picture) for block in content.blocks)
    match content.layout:
        case Layout.COMPARE | Layout.CARDS if len(sections(content.blocks)[1]) >= 2:
            return content.layout
        case Layout.STEPS if steps(content.blocks):
            return Layout.STEPS
        case Layout.PICTURE | Layout.TEXT if illustrated:
            return content.layout
        case Layout.AUTO if steps(content.blocks) and not illustrated:
            return Layout.STEPS
    return Layout.SPLIT if illustrated else Layout.TEXT


def _for_loop(content: PageContent) -> PageContent:
    """The few words that the loop shows, with the slide's pictures beside them."""
    shown = pictures(content.blocks)[:MOST_IN_LOOP]
    layout = Layout.PICTURE if content.layout is Layout.PICTURE else Layout.SPLIT if shown else Layout.TEXT
    blocks: tuple[Block, ...] = (Paragraph((Span(content.loop_text),)), *shown)
    return replace(content, blocks=blocks, layout=layout)


class _SizeSearch(Struct, frozen=True):
    """The search for the largest body size at which a slide fits its area, with `shares` of the picture's shares."""

    composer: Composer
    area: PageArea
    shares: int

    def one_page(self, size: float) -> bool:
        if not self.composer.words_fit(size):
            return False
        composition = self.composer.compose(size, self.shares)
        return len(composition.pages) == 1 and composition.fits

    def fits(self, size: float) -> bool:
        """True if no page holds more than there is room for."""
        return self.composer.compose(size, self.shares).fits

    def largest(self) -> float:
        """The largest body size, in px, at which all stands on one page; the wanted size where none in a session does."""
        floor, target = self.area.sizes
        if self.one_page(target):
            return target
        if self.one_page(floor):
            return self._between(floor, target)
        return self._below(floor) if self.area.loop else self._paged(target)

    def _between(self, low: float, high: float) -> float:
        while high - low > 1:
            middle = (low + high) / 2
            low, high = (middle, high) if self.one_page(middle) else (low, middle)
        return low

    def _below(self, floor: float) -> float:
        size = floor
        while size > SMALLEST and not self.one_page(size):
            size *= 0.94
            if size < LEAST_SHARE * floor and self.fits(floor):
                return floor
        return size

    def _paged(self, target: float) -> float:
        size = target
        while size > SMALLEST and not self.fits(size):
            size *= 0.94
        return size
