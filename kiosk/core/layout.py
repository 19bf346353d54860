"""A slide and a screen -> pages of boxes. All text fits: it is set smaller, or goes on to a further page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kiosk.core.boxes import Box, Kind, Measure, Style
from kiosk.core.markdown import plain, walk
from kiosk.core.model import Block, Heading, Layout, Listing, Paragraph, Picture, Span
from kiosk.core.pieces import Piece, Typesetter, sentences, stack
from kiosk.core.screen import Screen
from kiosk.core.theme import Theme

# Headings are about 1.6 times the body (visual.md, Type): more where few words stand alone, less in large text.
LOOP_TITLE = 1.75
SESSION_TITLES = (1.5, 1.4, 1.3)
KICKER = 0.62
# How far a session's normal text may give way to save a second page.
GIVE_WAY = 0.88
# The picture's share of the screen, by layout: the first that needs the fewest pages is taken.
SHARES = {Layout.SPLIT: (0.47, 0.4, 0.34), Layout.PICTURE: (0.6, 0.5, 0.42)}
PORTRAIT_SHARES = {Layout.SPLIT: (0.42, 0.36, 0.3), Layout.PICTURE: (0.55, 0.45, 0.36)}
SMALLEST = 8.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """What to lay out: a slide's words in one language. `kicker` is complete, with its "4 of 9"."""

    title: str
    kicker: str
    blocks: tuple[Block, ...]
    layout: Layout
    focus: tuple[float, float]
    rtl: bool = False
    loop_text: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """The part of the screen that the slide may use, in px, and how its text is sized.

    `foot` is the height that the invitation takes at the lower end of the text; `sizes` the least and the wanted size of
    the body text; `title_scale` the title's size in em of the body; `gap` the distance of two cards.
    """

    width: float
    height: float
    margin: float
    portrait: bool
    foot: float
    loop: bool
    sizes: tuple[float, float]
    title_scale: float
    gap: float


@dataclass(frozen=True, slots=True)
class Laid:
    """A laid-out slide. `size` is its body text in px; `fits` is False if that is below the floor."""

    pages: tuple[tuple[Box, ...], ...]
    size: float
    fits: bool


def loop_area(screen: Screen, *, foot: float, taken: float = 0.0, scale: float = 1.0) -> Area:
    """The whole screen less `taken` px at its lower edge. The text may shrink from the target to the floor."""
    floor, target = screen.loop_sizes
    height = screen.height - taken
    return Area(
        screen.width, height, screen.margin, screen.portrait, foot, True, (floor, max(target * scale, floor)),
        LOOP_TITLE, screen.gap,
    )  # fmt: skip


def session_area(screen: Screen, *, text_size: int, taken: float) -> Area:
    """The screen above the bar (`taken` px). The text has one size; only the normal one gives way a little."""
    size = screen.session_size(text_size)
    least = size * (GIVE_WAY if text_size == 0 else 1.0)
    return Area(
        screen.width, screen.height - taken, screen.margin * 0.9, screen.portrait, 0.0, False, (least, size),
        SESSION_TITLES[text_size], screen.gap,
    )  # fmt: skip


def lay_out(
    sheet: Sheet, area: Area, theme: Theme, measure: Measure, page_label: Callable[[int, int], str] = "{} / {}".format
) -> Laid:
    """Lays a slide out. In the loop on one page, whatever it takes; in a session on as many as it needs."""
    sheet = _for_loop(sheet) if area.loop and sheet.loop_text else sheet
    compose = _Composer(sheet, area, theme, measure, page_label)
    floor, target = area.sizes
    # Whole pixels, from the target down: the largest size at which everything stands on one page.
    low, high = floor, target
    if not compose.one_page(high):
        if compose.one_page(low):
            while high - low > 1:
                middle = (low + high) / 2
                low, high = (middle, high) if compose.one_page(middle) else (low, middle)
            high = low
        elif area.loop:
            high = floor
            while high > SMALLEST and not compose.one_page(high):
                high *= 0.94
        else:
            high = target
    pages = compose.pages(high)
    if sheet.rtl:
        pages = [[box.mirrored(area.width) for box in page] for page in pages]
    return Laid(tuple(tuple(page) for page in pages), high, high >= floor - 0.5)


def _for_loop(sheet: Sheet) -> Sheet:
    """The few words that the loop shows, with the slide's pictures beside them."""
    pictures = tuple(block for block in walk(sheet.blocks) if isinstance(block, Picture))
    layout = Layout.PICTURE if sheet.layout is Layout.PICTURE else Layout.SPLIT if pictures else Layout.TEXT
    blocks: tuple[Block, ...] = (Paragraph((Span(sheet.loop_text),)), *pictures[:4])
    return replace(sheet, blocks=blocks, layout=layout)


def chosen_layout(sheet: Sheet) -> Layout:
    """What `auto` means for this slide, and what stands in for a layout that its body does not fill."""
    pictures = [block for block in sheet.blocks if isinstance(block, Picture)]
    cards = _sections(sheet.blocks)[1]
    match sheet.layout:
        case Layout.COMPARE | Layout.CARDS if len(cards) >= 2:
            return sheet.layout
        case Layout.STEPS if _steps(sheet.blocks):
            return Layout.STEPS
        case Layout.PICTURE | Layout.TEXT if pictures:
            return sheet.layout
        case Layout.AUTO if _steps(sheet.blocks) and not pictures:
            return Layout.STEPS
    return Layout.SPLIT if pictures else Layout.TEXT


@dataclass(frozen=True, slots=True)
class Card:
    """One of several parts that stand side by side."""

    heading: str
    blocks: tuple[Block, ...]
    number: str = ""

    @property
    def picture(self) -> Picture | None:
        return next((block for block in walk(self.blocks) if isinstance(block, Picture)), None)


def _sections(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], list[Card]]:
    """What stands before the first heading, and a card for each heading."""
    starts = [at for at, block in enumerate(blocks) if isinstance(block, Heading)]
    cards = []
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=False):
        heading = blocks[start]
        assert isinstance(heading, Heading)
        cards.append(Card(plain(heading.spans), blocks[start + 1 : end]))
    return blocks[: starts[0]] if starts else blocks, cards


def _steps(blocks: tuple[Block, ...]) -> list[Card]:
    ordered = next((block for block in blocks if isinstance(block, Listing) and block.ordered), None)
    return [Card("", item, str(at)) for at, item in enumerate(ordered.items, start=1)] if ordered else []


class _Composer:
    """Lays one sheet out at any size that is asked for."""

    def __init__(
        self, sheet: Sheet, area: Area, theme: Theme, measure: Measure, page_label: Callable[[int, int], str]
    ) -> None:
        self.sheet = sheet
        self.area = area
        self.theme = theme
        self.measure = measure
        self.page_label = page_label
        self.layout = chosen_layout(sheet)
        self.pictures = [block for block in walk(sheet.blocks) if isinstance(block, Picture)]

    def one_page(self, size: float) -> bool:
        return self._words_fit(size) and len(self.pages(size)) == 1

    def pages(self, size: float) -> list[list[Box]]:
        # Laid out from left to right; the whole page is mirrored at the end.
        setter = Typesetter(self.measure, self.theme, size, self.sheet.rtl)
        match self.layout:
            case Layout.SPLIT | Layout.PICTURE:
                table = PORTRAIT_SHARES if self.area.portrait else SHARES
                tries = [self._beside(setter, share) for share in table[self.layout]]
                return min(tries, key=len)
            case Layout.COMPARE | Layout.CARDS:
                return self._cards(setter, *_sections(self.sheet.blocks))
            case Layout.STEPS:
                rest = tuple(b for b in self.sheet.blocks if not (isinstance(b, Listing) and b.ordered))
                return self._cards(setter, rest, _steps(self.sheet.blocks))
            case _:
                return self._alone(setter)

    def _words_fit(self, size: float) -> bool:
        """No word is wider than the narrowest column that it may stand in."""
        area = self.area
        if self.layout in (Layout.SPLIT, Layout.PICTURE) and not area.portrait:
            width = self._text_width(SHARES[self.layout][-1])
        else:
            width = area.width - 2 * area.margin
        text = "\n".join((self.sheet.title, self.sheet.loop_text))
        return self.measure.widest_word(text, Style(size * 1.2, 700)) <= width

    # --- the title ---

    def _head(self, setter: Typesetter, width: float, page: int = 0, pages: int = 1) -> Piece:
        """Kicker and title. On further pages the title is repeated at the size of the body."""
        sheet = self.sheet
        kicker = sheet.kicker.upper()
        if pages > 1:
            kicker = "  ·  ".join(part for part in (kicker, self.page_label(page + 1, pages).upper()) if part)
        scale = self.area.title_scale if page == 0 else 1.0
        style = setter.style(scale, 700, 1.12)
        widest = self.measure.widest_word(sheet.title, style)
        if widest > width:
            style = setter.style(scale * width / widest, 700, 1.12)
        pieces = []
        if kicker:
            small = setter.style(KICKER, 700, 1.2, spacing=0.06 * setter.size * KICKER)
            boxes = setter.text((Span(kicker),), small, width, setter.theme.kicker)
            pieces.append(Piece(boxes, boxes[0].height))
        boxes = setter.text((Span(sheet.title),), style, width, setter.theme.heading, heading=True)
        pieces.append(Piece(boxes, boxes[0].height, gap=0.32 * setter.size, keep=True))
        return replace(stack(pieces), keep=True)

    # --- words beside pictures, or alone ---

    def _text_width(self, share: float) -> float:
        return self.area.width * (1 - share) - 1.6 * self.area.margin

    def _beside(self, setter: Typesetter, share: float) -> list[list[Box]]:
        area = self.area
        if area.portrait:
            split = round(area.height * share)
            frame = (0.0, 0.0, area.width, float(split))
            x, width, top = area.margin, area.width - 2 * area.margin, split + 0.75 * area.margin
        else:
            split = round(area.width * (1 - share))
            frame = (float(split), 0.0, area.width - split, area.height)
            x, width, top = area.margin, self._text_width(share), area.margin
        columns = self._flow(setter, width, area.height - area.foot - top - 0.55 * area.margin)
        pictures = self._mosaic(self.pictures, *frame)
        return [[*self._place(column, x, top), *pictures] for column in columns]

    def _alone(self, setter: Typesetter) -> list[list[Box]]:
        area = self.area
        width = area.width - 2 * area.margin
        columns = self._flow(setter, width, area.height - area.foot - 1.6 * area.margin)
        # A quiet shape where the picture would be, so that a slide of words looks meant.
        side = 0.62 * min(area.width, area.height)
        x, y = (area.width - 0.62 * side, -0.38 * side)
        ground = Box(Kind.DISC, x, y, side, side, colour=setter.theme.quiet)
        return [[ground, *self._place(column, area.margin, area.margin)] for column in columns]

    def _place(self, column: Piece, x: float, top: float) -> list[Box]:
        """In the loop a short text hangs a little above the middle; in a session every title stands at one height."""
        area = self.area
        spare = area.height - area.foot - top - column.height - 0.55 * area.margin
        top += max(spare, 0) * 0.38 if area.loop else 0
        return [box.moved(x, top) for box in column.boxes]

    def _flow(self, setter: Typesetter, width: float, height: float) -> list[Piece]:
        """Head and body in one column, over as few pages as they need, evenly filled."""
        blocks: list[Block] = list(self.sheet.blocks)
        pieces = setter.pieces(blocks, width)
        if any(piece.height > 0.7 * height for piece in pieces):
            pieces = setter.pieces([part for block in blocks for part in sentences(block)], width)
        room = height - self._head(setter, width).height - 0.75 * setter.size
        later = height - self._head(setter, width, 1, 2).height - 0.75 * setter.size
        groups = spread(pieces, room, later)
        columns = []
        for number, group in enumerate(groups):
            head = self._head(setter, width, number, len(groups))
            body = [replace(piece, gap=0.75 * setter.size if at == 0 else piece.gap) for at, piece in enumerate(group)]
            columns.append(stack([head, *body]))
        return columns

    def _mosaic(self, pictures: Sequence[Picture], x: float, y: float, width: float, height: float) -> list[Box]:
        """Up to four pictures that fill a frame between them."""
        shown = pictures[:4]
        count = len(shown)
        if count == 0:
            return []
        columns = 2 if count == 4 or (count > 1 and width > 1.2 * height) else 1
        columns = 3 if count == 3 and width > 1.2 * height else columns
        rows = -(-count // columns)
        gap = 4.0 if count > 1 else 0.0
        w, h = (width - gap * (columns - 1)) / columns, (height - gap * (rows - 1)) / rows
        boxes = []
        for at, picture in enumerate(shown):
            row, column = divmod(at, columns)
            boxes.append(self._picture(picture, x + column * (w + gap), y + row * (h + gap), w, h, at))
        return boxes

    def _picture(self, picture: Picture, x: float, y: float, w: float, h: float, at: int, radius: float = 0) -> Box:
        focus = self.sheet.focus if at == 0 and picture.focus == (50.0, 50.0) else picture.focus
        # Whole pixels, so that the picture is decoded at exactly the size it is drawn at.
        left, top, right, bottom = round(x), round(y), round(x + w), round(y + h)
        return Box(
            Kind.PICTURE, left, top, right - left, bottom - top, name=picture.alt, file=str(picture.file),
            number=self.pictures.index(picture), focus_x=focus[0], focus_y=focus[1], radius=radius,
        )  # fmt: skip

    # --- cards side by side ---

    def _cards(self, setter: Typesetter, before: tuple[Block, ...], cards: list[Card]) -> list[list[Box]]:
        """Title and lead above, cards below: side by side in landscape, one under the other in portrait."""
        area = self.area
        width = area.width - 2 * area.margin
        lead = setter.pieces([block for block in before if not isinstance(block, Picture)], width)
        best: list[list[Box]] | None = None
        for columns in self._column_counts(len(cards)):
            pages = self._card_pages(setter, lead, cards, columns, width)
            if best is None or len(pages) < len(best):
                best = pages
        assert best is not None
        return best

    def _column_counts(self, count: int) -> list[int]:
        if self.area.portrait:
            return [1, 2] if count == 4 else [1]
        return list(dict.fromkeys([count, 2, 1])) if count <= 4 else [3, 2]

    def _card_pages(
        self, setter: Typesetter, lead: list[Piece], cards: list[Card], columns: int, width: float
    ) -> list[list[Box]]:
        area, gap = self.area, max(self.area.gap, 0.5 * setter.size)
        card_width = (width - gap * (columns - 1)) / columns
        beside = columns == 1
        texts = [self._card_text(setter, card, card_width, beside) for card in cards]
        rows = [list(range(at, min(at + columns, len(cards)))) for at in range(0, len(cards), columns)]
        least = [max(self._card_least(texts[at], card_width, beside, setter) for at in row) for row in rows]
        top = area.margin * 0.8
        head = stack([self._head(setter, width), *lead])
        later = self._head(setter, width, 1, 2)
        groups = spread(
            [Piece((), height, gap) for height in least],
            area.height - area.foot - top - head.height - 0.7 * setter.size - 0.6 * area.margin,
            area.height - area.foot - top - later.height - 0.7 * setter.size - 0.6 * area.margin,
        )
        pages, start = [], 0
        for page, group in enumerate(groups):
            over = self._head(setter, width, page, len(groups))
            over = stack([over, *lead]) if page == 0 else over
            y = top + over.height + 0.7 * setter.size
            spare = area.height - area.foot - 0.6 * area.margin - y - sum(piece.height for piece in group)
            spare = max(spare - gap * (len(group) - 1), 0) / max(len(group), 1)
            boxes = [box.moved(area.margin, top) for box in over.boxes]
            for row, piece in zip(rows[start : start + len(group)], group, strict=True):
                height = min(piece.height + spare, max(piece.height, 1.35 * card_width if not beside else 0.4 * card_width))
                for column, at in enumerate(row):
                    x = area.margin + column * (card_width + gap)
                    boxes += self._card(setter, cards[at], texts[at], (x, y, card_width, height), beside)
                y += height + gap
            pages.append(boxes)
            start += len(group)
        return pages

    def _card_text(self, setter: Typesetter, card: Card, width: float, beside: bool) -> Piece:
        pad = 0.6 * setter.size
        inner = width - 2 * pad
        if beside and card.picture:
            inner -= self._side_picture(width) + (1.9 * setter.size if card.number else 0)
        elif beside and card.number:
            inner -= 1.9 * setter.size
        pieces = []
        if card.heading:
            style = setter.style(1.0, 700, 1.15)
            boxes = setter.text((Span(card.heading),), style, inner, setter.theme.heading, heading=True)
            pieces.append(Piece(boxes, boxes[0].height))
        small = replace(setter, size=setter.size * (0.9 if card.heading else 1.0))
        pieces += small.pieces(card.blocks, inner)
        return stack(pieces)

    def _side_picture(self, width: float) -> float:
        return 0.36 * width if self.area.portrait else 0.26 * width

    def _card_least(self, text: Piece, width: float, beside: bool, setter: Typesetter) -> float:
        pad = 0.6 * setter.size
        if beside:
            return max(text.height + 2 * pad, 0.24 * width if self.pictures else 0.0)
        picture = 0.42 * width if self.pictures else 0.0
        numeral = 0.9 * setter.size if self.layout is Layout.STEPS else 0.0
        return picture + numeral + text.height + 2 * pad

    def _card(
        self, setter: Typesetter, card: Card, text: Piece, frame: tuple[float, float, float, float], beside: bool
    ) -> list[Box]:
        x, y, width, height = frame
        pad, radius = 0.6 * setter.size, 0.55 * setter.size
        boxes = [Box(Kind.PANEL, x, y, width, height, colour=setter.theme.card, radius=radius)]
        left, top = x + pad, y + pad
        if beside:
            top = y + (height - text.height) / 2
            if card.picture:
                side = self._side_picture(width)
                boxes.append(self._picture(card.picture, x, y, side, height, self.pictures.index(card.picture), radius))
                left += side
            if card.number:
                boxes += setter.numeral(card.number, left, y + (height - 1.4 * setter.size) / 2)
                left += 1.9 * setter.size
        else:
            if card.picture:
                numeral = 0.9 * setter.size if card.number else 0.0
                tall = height - text.height - 2 * pad - numeral
                boxes.append(self._picture(card.picture, x, y, width, tall, self.pictures.index(card.picture), radius))
                top = y + tall + pad + numeral
            if card.number:
                over = top - 2.1 * setter.size if card.picture else top
                boxes += setter.numeral(card.number, left, over + 0.35 * setter.size)
                top += 0.0 if card.picture else 1.6 * setter.size
        return boxes + [box.moved(left, top) for box in text.boxes]


def spread(pieces: Sequence[Piece], room: float, later: float) -> list[list[Piece]]:
    """Divides pieces over as few pages as hold them (`room` px on the first, `later` on the others), evenly filled."""
    least = _fill(pieces, room, later)
    count = len(least)
    if count == 1:
        return least
    # The smallest share of the room that still gives the same number of pages leaves no page with a lone last line.
    low, high = 0.0, 1.0
    for _ in range(12):
        middle = (low + high) / 2
        if len(_fill(pieces, room * middle, later * middle)) <= count:
            high = middle
        else:
            low = middle
    return _fill(pieces, room * high, later * high)


def _fill(pieces: Sequence[Piece], room: float, later: float) -> list[list[Piece]]:
    pages: list[list[Piece]] = [[]]
    used = 0.0
    for piece in pieces:
        needed = piece.height + (piece.gap if pages[-1] else 0)
        limit = room if len(pages) == 1 else later
        if pages[-1] and used + needed > limit + 0.01:
            carried: list[Piece] = []
            while len(pages[-1]) > 1 and pages[-1][-1].keep:
                carried.insert(0, pages[-1].pop())
            pages.append(carried)
            used = stack(carried).height if carried else 0.0
            needed = piece.height + (piece.gap if carried else 0)
        pages[-1].append(piece)
        used += needed
    return pages
