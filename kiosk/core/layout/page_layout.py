"""A slide and a screen -> pages of boxes. All text fits: it is set smaller, or goes on to a further page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kiosk.core.content.deck import Block, Layout, ListBlock, Paragraph, Picture, Span
from kiosk.core.content.markdown import walk
from kiosk.core.layout.cards import Card, Grid, arrangements, sections, steps
from kiosk.core.layout.display_list import Box, Kind, Measure, Style
from kiosk.core.layout.page_area import PageArea, PageContent
from kiosk.core.layout.paging import spread
from kiosk.core.layout.theme import Theme
from kiosk.core.layout.typesetter import Piece, Typesetter, halves, sentences, stack

# The picture's share of the screen, by layout: the first that needs the fewest pages is taken.
SHARES = {Layout.SPLIT: (0.47, 0.4, 0.34, 0.28), Layout.PICTURE: (0.6, 0.5, 0.42)}
PORTRAIT_SHARES = {Layout.SPLIT: (0.42, 0.36, 0.3, 0.24), Layout.PICTURE: (0.55, 0.45, 0.36)}
SMALLEST = 8.0
# Text below this share of the floor can hardly be read: rather than that, the loop shows the beginning at the floor.
LEAST_SHARE = 0.55
# As many pictures as can still be told apart beside a text: after a touch, and from across the room.
MOST_PICTURES, MOST_IN_LOOP = 9, 4
CARDS = (Layout.COMPARE, Layout.CARDS, Layout.STEPS)


@dataclass(frozen=True, slots=True)
class Laid:
    """A laid-out slide. `size` is its body text in px; `fits` is False if that is below the floor."""

    pages: tuple[tuple[Box, ...], ...]
    size: float
    fits: bool


def lay_out(
    sheet: PageContent, area: PageArea, theme: Theme, measure: Measure, page_label: Callable[[int, int], str] = "{} / {}".format
) -> Laid:
    """Lays a slide out. In the loop on one page, whatever it takes; in a session on as many as it needs."""
    sheet = _for_loop(sheet) if area.loop and sheet.loop_text else sheet
    compose = _Composer(sheet, area, theme, measure, page_label)
    floor, _ = area.sizes
    # A session turns the page rather than shrink its picture to a strip; the loop has one page, and text goes first.
    for shares in range(1, len(SHARES[Layout.SPLIT]) + 1) if area.loop else (len(SHARES[Layout.SPLIT]),):
        compose.shares = shares
        size = _largest(compose, area)
        if size >= floor:
            break
    pages = compose.pages(size)
    fits = size >= floor - 0.5 and (not area.loop or compose.one_page(size))
    # Where the loop's one page cannot hold all, it shows the beginning; the rest comes after a touch.
    shown = pages[:1] if area.loop else pages
    return Laid(tuple(_page(page, sheet, area) for page in shown), size, fits)


def _page(boxes: list[Box], sheet: PageContent, area: PageArea) -> tuple[Box, ...]:
    """A page's boxes, turned around for whoever reads from right to left."""
    return tuple(box.mirrored(area.width) for box in boxes) if sheet.rtl else tuple(boxes)


def _largest(compose: _Composer, area: PageArea) -> float:
    """The largest body size, in px, at which everything stands on one page; the wanted size where none in a session does."""
    floor, target = area.sizes
    if compose.one_page(target):
        return target
    if compose.one_page(floor):
        low, high = floor, target
        while high - low > 1:
            middle = (low + high) / 2
            low, high = (middle, high) if compose.one_page(middle) else (low, middle)
        return low
    size = floor if area.loop else target
    while size > SMALLEST and not (compose.one_page(size) if area.loop else compose.fits(size)):
        size *= 0.94
        if area.loop and size < LEAST_SHARE * floor and compose.fits(floor):
            return floor
    return size


def _for_loop(sheet: PageContent) -> PageContent:
    """The few words that the loop shows, with the slide's pictures beside them."""
    pictures = tuple(block for block in walk(sheet.blocks) if isinstance(block, Picture))
    layout = Layout.PICTURE if sheet.layout is Layout.PICTURE else Layout.SPLIT if pictures else Layout.TEXT
    blocks: tuple[Block, ...] = (Paragraph((Span(sheet.loop_text),)), *pictures[:MOST_IN_LOOP])
    return replace(sheet, blocks=blocks, layout=layout)


def chosen_layout(sheet: PageContent) -> Layout:
    """What `auto` means for this slide, and what stands in for a layout that its body does not fill."""
    pictures = [block for block in sheet.blocks if isinstance(block, Picture)]
    cards = sections(sheet.blocks)[1]
    match sheet.layout:
        case Layout.COMPARE | Layout.CARDS if len(cards) >= 2:
            return sheet.layout
        case Layout.STEPS if steps(sheet.blocks):
            return Layout.STEPS
        case Layout.PICTURE | Layout.TEXT if pictures:
            return sheet.layout
        case Layout.AUTO if steps(sheet.blocks) and not pictures:
            return Layout.STEPS
    return Layout.SPLIT if pictures else Layout.TEXT


# Pages of boxes, and by how many px the fullest of them is too tall.
Found = tuple[list[list[Box]], float]


def _worth(found: Found) -> tuple[bool, int, float]:
    """The best of several layouts is the least: nothing cut off, then few pages. Of equals the first, so spare room is none."""
    pages, overflow = found
    return overflow >= 1, len(pages), max(overflow, 0.0)


class _Composer:
    """Lays one sheet out at any size that is asked for."""

    def __init__(
        self, sheet: PageContent, area: PageArea, theme: Theme, measure: Measure, page_label: Callable[[int, int], str]
    ) -> None:
        self.sheet = sheet
        self.area = area
        self.theme = theme
        self.measure = measure
        self.page_label = page_label
        self.layout = chosen_layout(sheet)
        # How many of the picture's shares may be tried.
        self.shares = len(SHARES[Layout.SPLIT])
        # By how many px what was last laid out is too tall for a page.
        self.overflow = 0.0
        self.pictures = [block for block in walk(sheet.blocks) if isinstance(block, Picture)]

    def one_page(self, size: float) -> bool:
        return self._words_fit(size) and len(self.pages(size)) == 1 and self.overflow < 1

    def fits(self, size: float) -> bool:
        """Whether no page holds more than there is room for."""
        self.pages(size)
        return self.overflow < 1

    def pages(self, size: float) -> list[list[Box]]:
        # Laid out from left to right; the whole page is mirrored at the end.
        setter = Typesetter(self.measure, self.theme, size, self.sheet.rtl)
        pages, self.overflow = self._laid(setter, self.layout)
        if self.overflow >= 1 and self.layout in CARDS:
            # A card that is taller than a page: its words run on over the pages, beside the pictures.
            running = self._laid(setter, Layout.SPLIT if self.pictures else Layout.TEXT)
            pages, self.overflow = min((pages, self.overflow), running, key=_worth)
        return pages

    def _laid(self, setter: Typesetter, layout: Layout) -> Found:
        match layout:
            case Layout.SPLIT | Layout.PICTURE:
                table = PORTRAIT_SHARES if self.area.portrait else SHARES
                return min((self._beside(setter, share) for share in table[layout][: self.shares]), key=_worth)
            case Layout.COMPARE | Layout.CARDS:
                return self._cards(setter, *sections(self.sheet.blocks))
            case Layout.STEPS:
                rest = tuple(b for b in self.sheet.blocks if not (isinstance(b, ListBlock) and b.ordered))
                return self._cards(setter, rest, steps(self.sheet.blocks))
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
        """Kicker and title. A further page has one small line that says what goes on: its room belongs to the text."""
        sheet = self.sheet
        label = self.page_label(page + 1, pages) if pages > 1 else ""
        small = replace(setter, size=self.area.kicker)
        if page > 0:
            words = (Span(f"{sheet.title}  ·  {label}"),)
            boxes = small.text(words, small.style(1, 700, 1.2), width, setter.theme.kicker, heading=True)
            return Piece(boxes, boxes[0].height, keep=True)
        pieces = []
        kicker = "  ·  ".join(part for part in (sheet.kicker.upper(), label.upper()) if part)
        if kicker:
            spaced = small.style(1, 700, 1.2, spacing=0.0 if setter.rtl else 0.06 * self.area.kicker)
            boxes = setter.text((Span(kicker),), spaced, width, setter.theme.kicker)
            pieces.append(Piece(boxes, boxes[0].height))
        style = setter.style(self.area.title_scale, 700, 1.12)
        widest = self.measure.widest_word(sheet.title, style)
        if widest > width:
            style = setter.style(self.area.title_scale * width / widest, 700, 1.12)
        title = (Span(sheet.title),)
        boxes = setter.text(title, style, setter.balanced(title, style, width), setter.theme.heading, heading=True)
        pieces.append(Piece(boxes, boxes[0].height, gap=0.32 * setter.size, keep=True))
        return replace(stack(pieces), keep=True)

    # --- words beside pictures, or alone ---

    def _text_width(self, share: float) -> float:
        return self.area.width * (1 - share) - 1.6 * self.area.margin

    def _beside(self, setter: Typesetter, share: float) -> Found:
        area = self.area
        if area.portrait:
            split = round(area.height * share)
            frame = (0.0, 0.0, area.width, float(split))
            x, width, top = area.margin, area.width - 2 * area.margin, split + 0.75 * area.margin
        else:
            split = round(area.width * (1 - share))
            frame = (float(split), 0.0, area.width - split, area.height)
            x, width, top = area.margin, self._text_width(share), area.margin
        columns, overflow = self._flow(setter, width, area.height - area.foot - top - 0.55 * area.margin)
        pictures = self._mosaic(self.pictures, *frame)
        return [[*self._place(column, x, top), *pictures] for column in columns], overflow

    def _alone(self, setter: Typesetter) -> Found:
        area = self.area
        width = area.width - 2 * area.margin
        columns, overflow = self._flow(setter, width, area.height - area.foot - 1.6 * area.margin)
        # A quiet shape where the picture would be, so that a slide of words looks meant.
        side = 0.62 * min(area.width, area.height)
        x, y = (area.width - 0.62 * side, -0.38 * side)
        ground = Box(Kind.DISC, x, y, side, side, colour=setter.theme.quiet)
        return [[ground, *self._place(column, area.margin, area.margin)] for column in columns], overflow

    def _place(self, column: Piece, x: float, top: float) -> list[Box]:
        """In the loop a short text hangs a little above the middle; in a session every title stands at one height."""
        area = self.area
        spare = area.height - area.foot - top - column.height - 0.55 * area.margin
        top += max(spare, 0) * 0.38 if area.loop else 0
        return [box.moved(x, top) for box in column.boxes]

    def _flow(self, setter: Typesetter, width: float, height: float) -> tuple[list[Piece], float]:
        """Head and body in one column, over as few pages as they need, evenly filled; and how much they overflow."""
        pieces = [piece for block in self.sheet.blocks for piece in self._pieces(setter, block, width, 0.7 * height)]
        room = height - self._head(setter, width).height - 0.75 * setter.size
        later = height - self._head(setter, width, 1, 2).height - 0.75 * setter.size
        groups = spread(pieces, room, later)
        columns = []
        for number, group in enumerate(groups):
            head = self._head(setter, width, number, len(groups))
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

    def _mosaic(self, pictures: Sequence[Picture], x: float, y: float, width: float, height: float) -> list[Box]:
        """Up to MOST_PICTURES pictures that fill a frame between them."""
        shown = pictures[:MOST_PICTURES]
        count = len(shown)
        if count == 0:
            return []
        columns = 3 if count > 4 else 2 if count == 4 or (count > 1 and width > 1.2 * height) else 1
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

    def _cards(self, setter: Typesetter, before: tuple[Block, ...], cards: list[Card]) -> Found:
        """Title and lead above, cards below: in the first arrangement that needs the fewest pages and holds its text."""
        width = self.area.width - 2 * self.area.margin
        lead = setter.pieces([block for block in before if not isinstance(block, Picture)], width)

        def head(page: int, pages: int) -> Piece:
            title = self._head(setter, width, page, pages)
            return stack([title, *lead]) if page == 0 else title

        def draw(picture: Picture, x: float, y: float, w: float, h: float, radius: float) -> Box:
            return self._picture(picture, x, y, w, h, self.pictures.index(picture), radius)

        shapes = arrangements(len(cards), self.area.portrait)
        tries = [Grid(setter, self.area, cards, shape, head, draw, bool(lead)).pages() for shape in shapes]
        return min(tries, key=_worth)
