"""Parts of a slide that stand side by side: two to compare, a few cards, or numbered steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from kiosk.core.content.deck import Block, Heading, ListBlock, Picture, Span
from kiosk.core.content.markdown import plain, walk
from kiosk.core.layout.display_list import Box, PanelBox, PictureBox
from kiosk.core.layout.page_area import PageArea
from kiosk.core.layout.paging import spread
from kiosk.core.layout.typesetter import Piece, Typesetter, stack

# A picture above a card's text is at least this high, as a share of the card's width, and at most that.
LEAST_PICTURE = 0.32
MOST_PICTURE = 0.66
# Text in a card, in em of the slide's text: a narrow column reads better a little smaller.
CARD_TEXT = 0.88


class Card(Struct, frozen=True, dict=True):
    """One of several parts that stand side by side."""

    heading: str
    blocks: tuple[Block, ...]
    number: str = ""

    @cached_property
    def picture(self) -> Picture | None:
        return next((block for block in walk(self.blocks) if isinstance(block, Picture)), None)


def sections(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], list[Card]]:
    """The blocks before the first heading, and a card for each heading."""
    starts = [at for at, block in enumerate(blocks) if isinstance(block, Heading)]
    cards = []
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=False):
        heading = blocks[start]
        assert isinstance(heading, Heading)
        cards.append(Card(plain(heading.spans), blocks[start + 1 : end]))
    return blocks[: starts[0]] if starts else blocks, cards


def steps(blocks: tuple[Block, ...]) -> list[Card]:
    """A numbered card for each item of the first ordered list."""
    ordered = next((block for block in blocks if isinstance(block, ListBlock) and block.ordered), None)
    return [Card("", item, str(at)) for at, item in enumerate(ordered.items, start=1)] if ordered else []


class CardShape(Struct, frozen=True):
    """So many columns; the picture beside the text (or above it), with `side` of the card's width."""

    columns: int
    beside: bool
    side: float = 0.3


def arrangements(count: int, portrait: bool) -> list[CardShape]:
    """The ways in which `count` cards may stand, the preferred one first. The last ones are for large text."""
    if portrait:
        above = [CardShape(1, False)] if count == 2 else []
        return [*above, CardShape(1, True, 0.36), CardShape(1, True, 0.24)]
    narrow = [CardShape(1, True, 0.24), CardShape(1, True, 0.16)]
    if count <= 3:
        return [CardShape(count, False), CardShape(2, True), *narrow]
    return [CardShape(2, True), CardShape(min(count, 3), False), CardShape(2, True, 0.22), *narrow]


# Draws the slide's picture in a frame: x, y, width, height, corner radius.
DrawPicture = Callable[[Picture, float, float, float, float, float], PictureBox]
# The title as it stands on page `page` of `pages`.
Head = Callable[[int, int], Piece]


class Grid(Struct, frozen=True, dict=True):
    """Cards in one arrangement, in one size. `top` is where the title begins.

    `led`: a text stands between title and cards; it may have the first page to itself.
    """

    setter: Typesetter
    area: PageArea
    cards: Sequence[Card]
    shape: CardShape
    head: Head
    draw: DrawPicture
    led: bool = False

    @property
    def top(self) -> float:
        return self.area.margin * 0.8

    @property
    def gap(self) -> float:
        return max(self.area.gap, min(0.5 * self.setter.size, 0.8 * self.area.kicker))

    @property
    def pad(self) -> float:
        # Measured in em of the normal text: what large text needs is room for itself.
        return min(0.6 * self.setter.size, self.area.kicker)

    @cached_property
    def card_width(self) -> float:
        columns = self.shape.columns
        return (self.area.width - 2 * self.area.margin - self.gap * (columns - 1)) / columns

    @cached_property
    def side(self) -> float:
        """The picture's width beside the text. Kept: each card asks for it, and it looks at all of them."""
        return self.card_width * self.shape.side if any(card.picture for card in self.cards) else 0.0

    @cached_property
    def numeral(self) -> float:
        """The room of a step's number: beside the text, or over it. On a picture beside the text it takes nothing."""
        if not any(card.number for card in self.cards) or (self.shape.beside and self.side):
            return 0.0
        return (1.9 if self.shape.beside else 0.9 if self.side else 1.5) * self.setter.size

    def pages(self) -> tuple[list[list[Box]], float]:
        """The boxes of each page, and by how many px the fullest of them is too tall."""
        texts = [self._text(card) for card in self.cards]
        columns = self.shape.columns
        rows = [range(at, min(at + columns, len(self.cards))) for at in range(0, len(self.cards), columns)]
        least = [Piece((), self._least(max(texts[at].height for at in row)), self.gap) for row in rows]
        bottom = self.area.height - self.area.foot - 0.55 * self.area.margin
        under = 0.7 * self.setter.size
        room = bottom - self.top - self.head(0, 1).height - under
        later = bottom - self.top - self.head(1, 2).height - under
        if self.led and least[0].height > room and not self.area.loop:
            groups = [[], *spread(least, later, later)]
        else:
            groups = spread(least, room, later)
        pages, overflow, start = [], 0.0, 0
        for number, group in enumerate(groups):
            head = self.head(number, len(groups))
            y = self.top + head.height + under
            boxes = [box.moved(self.area.margin, self.top) for box in head.boxes]
            left = bottom - y - sum(piece.height for piece in group) - self.gap * max(len(group) - 1, 0)
            overflow = max(overflow, -left)
            spare = left / max(len(group), 1)
            for row, piece in zip(rows[start : start + len(group)], group, strict=True):
                text = max(texts[at].height for at in row)
                height = min(piece.height + max(spare, 0), self._most(text))
                for column, at in enumerate(row):
                    x = self.area.margin + column * (self.card_width + self.gap)
                    boxes += self._card(self.cards[at], texts[at], text, x, y, height)
                y += height + self.gap
            pages.append(boxes)
            start += len(group)
        return pages, overflow

    def _text(self, card: Card) -> Piece:
        width = self.card_width - 2 * self.pad
        if self.shape.beside:
            width -= self.side + self.numeral
        pieces = []
        if card.heading:
            boxes = self.setter.text(
                (Span(card.heading),), self.setter.style(1.0, 700, 1.15), width, self.setter.palette.heading, heading=True
            )
            pieces.append(Piece(boxes, boxes[0].height))
        smaller = replace(self.setter, size=self.setter.size * CARD_TEXT)
        body = smaller.pieces(card.blocks, width)
        if pieces and body:
            body[0] = replace(body[0], gap=0.3 * smaller.size)
        return stack([*pieces, *body])

    def _least(self, text: float) -> float:
        if self.shape.beside:
            return max(text + 2 * self.pad, self.side * 0.6)
        picture = self.card_width * LEAST_PICTURE if self.side else 0.0
        return picture + self.numeral + text + 2 * self.pad

    def _most(self, text: float) -> float:
        """The height, in px, up to which a card's picture looks well."""
        if self.shape.beside:
            return max(text + 2 * self.pad, self.side * 1.0 if self.side else 0.0)
        picture = self.card_width * MOST_PICTURE if self.side else 0.0
        return picture + self.numeral + text + 2 * self.pad

    def _card(self, card: Card, text: Piece, tallest: float, x: float, y: float, height: float) -> list[Box]:
        """`tallest`: the height of the longest text in the row, so that all its pictures end at one line."""
        setter, pad, radius = self.setter, self.pad, 0.55 * self.setter.size
        boxes: list[Box] = [PanelBox(x, y, self.card_width, height, setter.palette.card, radius)]
        left, top = x + pad, y + pad
        if self.shape.beside:
            top = y + (height - text.height) / 2
            if card.picture:
                # A strip would show nothing: beside a long text the picture ends before the card does.
                boxes.append(self.draw(card.picture, x, y, self.side, min(height, self.side * 1.35), radius))
            if card.number:
                middle = y + (height - 1.4 * setter.size) / 2
                at = (x + 0.25 * setter.size, y + 0.25 * setter.size) if self.side else (left, middle)
                boxes += setter.numeral(card.number, *at)
            left += self.side + self.numeral
        else:
            tall = height - tallest - 2 * pad - self.numeral
            if card.picture:
                boxes.append(self.draw(card.picture, x, y, self.card_width, tall, radius))
                top = y + tall + pad
            top += self.numeral
            if card.number:
                # Half over the picture's lower edge; without a picture it stands over the text.
                over = self.numeral + (0.75 if card.picture else 0.25) * setter.size
                boxes += setter.numeral(card.number, left, top - over)
        return boxes + [box.moved(left, top) for box in text.boxes]
