"""The composer: a slide's words and pictures placed on pages, at any text size that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from kiosk.core.content.deck import Block, Layout, ListBlock, Picture, Span
from kiosk.core.content.markdown import pictures
from kiosk.core.layout.cards import Card, Grid, arrangements, sections, steps
from kiosk.core.layout.display_list import Box, DiscBox, Measure, Style
from kiosk.core.layout.mosaic import Mosaic
from kiosk.core.layout.page_area import PageArea, PageContent
from kiosk.core.layout.paging import spread
from kiosk.core.layout.theme import Palette
from kiosk.core.layout.typesetter import Piece, Typesetter, halves, sentences, stack
from kiosk.core.layout.work_budget import PIECE, Work

# The picture's share of the screen, by layout: the first that needs the fewest pages is taken.
SHARES = {Layout.SPLIT: (0.47, 0.4, 0.34, 0.28), Layout.PICTURE: (0.6, 0.5, 0.42)}
PORTRAIT_SHARES = {Layout.SPLIT: (0.42, 0.36, 0.3, 0.24), Layout.PICTURE: (0.55, 0.45, 0.36)}
MOST_SHARES = len(SHARES[Layout.SPLIT])
# A paragraph is divided where it is taller than this share of its column.
TALLEST = 0.7
CARDS = (Layout.COMPARE, Layout.CARDS, Layout.STEPS)

# The words for page `page` of `pages`.
PageLabel = Callable[[int, int], str]


class Composition(Struct, frozen=True):
    """Pages of boxes, and by how many px the fullest of them is too tall."""

    pages: list[list[Box]]
    overflow: float

    @property
    def fits(self) -> bool:
        return self.overflow < 1


def _cost(composition: Composition) -> tuple[bool, int, float]:
    """The rank of a composition, the least the best: nothing cut off, then few pages; spare room is no merit."""
    return not composition.fits, len(composition.pages), max(composition.overflow, 0.0)


class Composer(Struct, frozen=True, dict=True):
    """The composition of one slide in one layout, at the expense of `work`."""

    content: PageContent
    layout: Layout
    area: PageArea
    palette: Palette
    measure: Measure
    page_label: PageLabel
    work: Work | None = None

    @cached_property
    def mosaic(self) -> Mosaic:
        return Mosaic(pictures(self.content.blocks), self.content.focus)

    def compose(self, size: float, shares: int = MOST_SHARES) -> Composition:
        """The slide at a body size in px, trying the first `shares` of the picture's shares. From left to right."""
        setter = Typesetter(self.measure, self.palette, size, self.content.rtl)
        composition = self._composed(setter, self.layout, shares)
        if not composition.fits and self.layout in CARDS:
            # A card that is taller than a page: its words run on over the pages, beside the pictures.
            running = self._composed(setter, Layout.SPLIT if self.mosaic.pictures else Layout.TEXT, shares)
            composition = min(composition, running, key=_cost)
        return composition

    def words_fit(self, size: float) -> bool:
        """True if no word is wider than the narrowest column that it may stand in."""
        area = self.area
        if self.layout in SHARES and not area.portrait:
            width = self._text_width(SHARES[self.layout][-1])
        else:
            width = area.width - 2 * area.margin
        text = "\n".join((self.content.title, self.content.loop_text))
        return self.measure.widest_word(text, Style(size * 1.2, 700)) <= width

    def _composed(self, setter: Typesetter, layout: Layout, shares: int) -> Composition:
        match layout:
            case Layout.SPLIT | Layout.PICTURE:
                table = PORTRAIT_SHARES if self.area.portrait else SHARES
                return min((self._beside(setter, share) for share in table[layout][:shares]), key=_cost)
            case Layout.COMPARE | Layout.CARDS:
                return self._cards(setter, *sections(self.content.blocks))
            case Layout.STEPS:
                rest = tuple(b for b in self.content.blocks if not (isinstance(b, ListBlock) and b.ordered))
                return self._cards(setter, rest, steps(self.content.blocks))
            case _:
                return self._alone(setter)

    def _spend(self, pieces: int) -> None:
        if self.work:
            self.work.spend(pieces * PIECE)

    # --- the title ---

    def head(self, setter: Typesetter, width: float, page: int = 0, pages: int = 1) -> Piece:
        """Kicker and title. A further page has one small line that says what goes on: its room belongs to the text."""
        content = self.content
        label = self.page_label(page + 1, pages) if pages > 1 else ""
        small = replace(setter, size=self.area.kicker)
        if page > 0:
            words = (Span(f"{content.title}  ·  {label}"),)
            boxes = small.text(words, small.style(1, 700, 1.2), width, setter.palette.kicker, heading=True)
            return Piece(boxes, boxes[0].height, keep=True)
        pieces = []
        kicker = "  ·  ".join(part for part in (content.kicker.upper(), label.upper()) if part)
        if kicker:
            spaced = small.style(1, 700, 1.2, spacing=0.0 if setter.rtl else 0.06 * self.area.kicker)
            boxes = setter.text((Span(kicker),), spaced, width, setter.palette.kicker)
            pieces.append(Piece(boxes, boxes[0].height))
        style = setter.style(self.area.title_scale, 700, 1.12)
        widest = self.measure.widest_word(content.title, style)
        if widest > width:
            style = setter.style(self.area.title_scale * width / widest, 700, 1.12)
        title = (Span(content.title),)
        boxes = setter.text(title, style, setter.balanced(title, style, width), setter.palette.heading, heading=True)
        pieces.append(Piece(boxes, boxes[0].height, gap=0.32 * setter.size, keep=True))
        return replace(stack(pieces), keep=True)

    # --- words beside pictures, or alone ---

    def _text_width(self, share: float) -> float:
        return self.area.width * (1 - share) - 1.6 * self.area.margin

    def column(self, share: float) -> tuple[float, float, float]:
        """Width, height and upper edge, in px, of the text beside a picture that has a `share` of the screen; 0: alone."""
        area = self.area
        if not share:
            return area.width - 2 * area.margin, area.height - area.foot - 1.6 * area.margin, area.margin
        width, top = self._text_width(share), area.margin
        if area.portrait:
            width, top = area.width - 2 * area.margin, round(area.height * share) + 0.75 * area.margin
        return width, area.height - area.foot - top - 0.55 * area.margin, top

    def _beside(self, setter: Typesetter, share: float) -> Composition:
        area = self.area
        if area.portrait:
            frame = (0.0, 0.0, area.width, float(round(area.height * share)))
        else:
            split = round(area.width * (1 - share))
            frame = (float(split), 0.0, area.width - split, area.height)
        width, height, top = self.column(share)
        columns, overflow = self._flow(setter, width, height)
        shown = self.mosaic.boxes(*frame)
        return Composition([[*self._place(column, area.margin, top), *shown] for column in columns], overflow)

    def _alone(self, setter: Typesetter) -> Composition:
        area = self.area
        columns, overflow = self._flow(setter, *self.column(0)[:2])
        # A quiet shape where the picture would be, so that a slide of words looks meant.
        side = 0.62 * min(area.width, area.height)
        ground = DiscBox(area.width - 0.62 * side, -0.38 * side, side, side, setter.palette.quiet)
        return Composition([[ground, *self._place(column, area.margin, area.margin)] for column in columns], overflow)

    def _place(self, column: Piece, x: float, top: float) -> list[Box]:
        """In the loop a short text hangs a little above the middle; in a session every title stands at one height."""
        area = self.area
        spare = area.height - area.foot - top - column.height - 0.55 * area.margin
        top += max(spare, 0) * 0.38 if area.loop else 0
        return [box.moved(x, top) for box in column.boxes]

    def _flow(self, setter: Typesetter, width: float, height: float) -> tuple[list[Piece], float]:
        """Head and body in one column, over as few pages as they need, evenly filled; and by how many px they overflow."""
        pieces = [piece for block in self.content.blocks for piece in self._pieces(setter, block, width, TALLEST * height)]
        self._spend(sum(len(piece.boxes) for piece in pieces))
        room = height - self.head(setter, width).height - 0.75 * setter.size
        later = height - self.head(setter, width, 1, 2).height - 0.75 * setter.size
        groups = spread(pieces, room, later)
        columns = []
        for number, group in enumerate(groups):
            head = self.head(setter, width, number, len(groups))
            body = [replace(piece, gap=0.75 * setter.size if at == 0 else piece.gap) for at, piece in enumerate(group)]
            columns.append(stack([head, *body]))
        return columns, max(column.height - height for column in columns)

    def _pieces(self, setter: Typesetter, block: Block, width: float, tallest: float) -> list[Piece]:
        """A block's pieces. A paragraph that is taller than most of a page is divided, by its sentences or in halves."""
        pieces = setter.pieces([block], width)
        if all(piece.height <= tallest for piece in pieces):
            return pieces
        parts = sentences(block)
        if len(parts) == 1:
            parts = halves(block)
        if len(parts) == 1:
            return pieces
        return [piece for part in parts for piece in self._pieces(setter, part, width, tallest)]

    # --- cards ---

    def _cards(self, setter: Typesetter, before: tuple[Block, ...], cards: list[Card]) -> Composition:
        """Title and lead above, cards below: in the first arrangement that needs the fewest pages and holds its text."""
        width = self.area.width - 2 * self.area.margin
        lead = setter.pieces([block for block in before if not isinstance(block, Picture)], width)

        def head(page: int, pages: int) -> Piece:
            title = self.head(setter, width, page, pages)
            return stack([title, *lead]) if page == 0 else title

        shapes = arrangements(len(cards), self.area.portrait)
        self._spend(len(shapes) * len(cards))
        tries = [Grid(setter, self.area, cards, shape, head, self.mosaic.box, bool(lead)).pages() for shape in shapes]
        return min((Composition(pages, overflow) for pages, overflow in tries), key=_cost)
