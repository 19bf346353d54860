"""The typesetter: blocks -> pieces of a column, each with its height and boxes, ready to be stacked and spread over pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from kiosk.core.content.deck import Block, Code, Definitions, Heading, ListBlock, Note, Paragraph, Picture, Span, Spans, Table
from kiosk.core.content.markdown import plain
from kiosk.core.layout.display_list import Box, CodeBox, DiscBox, Measure, Page, PanelBox, Style, TermBox, TextBox, markup
from kiosk.core.layout.theme import Palette

# Longest line that is easy to follow, in em of the body text: about 80 characters of this font.
LONGEST_LINE = 38.0
# In em: a column that is narrower holds no word.
NARROWEST_CELL = 2.0
_WORD = re.compile(r"\S+\s*|\s+")
_SENTENCE = re.compile(r"(?<=[.!?…؟])\s+")


class Piece(Struct, frozen=True):
    """Boxes from (0, 0) down to `height`; `gap` is the space wanted above it; `keep`: not last on a page."""

    boxes: Page
    height: float
    gap: float = 0.0
    keep: bool = False


class Typesetter(Struct, frozen=True):
    """The setting of text in one size (px), one set of colours and one direction."""

    measure: Measure
    palette: Palette
    size: float
    rtl: bool = False

    def style(self, scale: float = 1.0, weight: int = 400, line: float = 1.3, **more: float) -> Style:
        size = float(max(round(self.size * scale), 1))
        align = "right" if self.rtl else "left"
        return Style(size, weight, line, more.get("spacing", 0.0), align, self.rtl)

    def text(self, spans: Spans, style: Style, width: float, colour: str, heading: bool = False) -> Page:
        """A text box, and over it a box for each term that has a meaning.

        Everything is placed from left to right; a page for right-to-left readers is mirrored as a whole at the end.
        """
        code = markup(spans, style)
        box = TextBox(
            0, 0, width, self.measure.height(code, style, width), code, plain(spans), style.size, colour, style.weight,
            style.spacing, style.align, heading,
        )  # fmt: skip
        return (box, *self._terms(spans, style, width, code))

    def _terms(self, spans: Spans, style: Style, width: float, code: str) -> Iterator[TermBox]:
        start = 0
        for span in spans:
            if span.meaning:
                for x, base, w in self.measure.places(code, style, width, start, len(span.text)):
                    # The words of a line do not turn around when the page is mirrored.
                    x = width - x - w if self.rtl else x
                    yield TermBox(x, base - 0.75 * style.size, w, style.size, span.text, style.size, self.palette.accent)
            start += len(span.text)

    def balanced(self, spans: Spans, style: Style, width: float) -> float:
        """The least width that needs no more lines than `width` does: no heading ends in a lonely word."""
        code = markup(spans, style)
        height = self.measure.height(code, style, width)
        low, high = self.measure.widest_word(plain(spans), style), width
        while high - low > style.size / 4:
            middle = (low + high) / 2
            if self.measure.height(code, style, middle) > height:
                low = middle
            else:
                high = middle
        return min(high + style.size / 8, width)

    # --- blocks ---

    def pieces(self, blocks: Sequence[Block], width: float) -> list[Piece]:
        """A piece for each block, list item, definition and table row. Pictures are left to the layout."""
        return [piece for block in blocks for piece in self._pieces(block, width)]

    def _pieces(self, block: Block, width: float) -> Iterator[Piece]:
        palette, em = self.palette, self.size
        match block:
            case Heading(spans=spans):
                yield self._piece(spans, self.style(1.15, 700, 1.15), width, palette.heading, 0.9 * em, keep=True)
            case Paragraph(spans=spans):
                yield self._piece(spans, self.style(), width, palette.ink, 0.6 * em)
            case ListBlock(ordered=ordered, items=items):
                for number, item in enumerate(items, start=1):
                    yield self._item(item, str(number) if ordered else "", width)
            case Definitions(entries=entries):
                for term, meaning in entries:
                    bold = tuple(replace(span, strong=True) for span in term)
                    first = _spans_of(meaning[:1])
                    spans = (*bold, Span(": "), *first) if first else bold
                    yield self._piece(spans, self.style(), width, palette.ink, 0.45 * em)
                    yield from self.pieces(meaning[1:], width)
            case Note(title=title, blocks=inner):
                yield self._note(title, inner, width)
            case Table(head=head, rows=rows):
                yield from self._table(head, rows, width)
            case Code(address=address):
                yield self._code(address, width)
            case Picture():
                pass

    def _piece(self, spans: Spans, style: Style, width: float, colour: str, gap: float, keep: bool = False) -> Piece:
        boxes = self.text(spans, style, min(width, LONGEST_LINE * self.size), colour, heading=keep)
        return Piece(boxes, boxes[0].height, gap, keep)

    def _item(self, item: Sequence[Block], number: str, width: float) -> Piece:
        em = self.size
        indent = 1.9 * em if number else 1.0 * em
        inner = stack(self.pieces(item, width - indent))
        bullet = DiscBox(0, 0.5 * em, 0.3 * em, 0.3 * em, self.palette.kicker)
        mark = self.numeral(number, 0, -0.05 * em) if number else (bullet,)
        boxes = (*mark, *(box.moved(indent, 0) for box in inner.boxes))
        return Piece(boxes, max(inner.height, 1.4 * em if number else 0), 0.5 * em)

    def numeral(self, number: str, x: float, y: float) -> Page:
        """A number in a filled disc, 1.4 em wide."""
        side = 1.4 * self.size
        style = replace(self.style(0.85, 700, 1.0), align="center", rtl=False)
        code = markup((Span(number),), style)
        height = self.measure.height(code, style, side)
        text = TextBox(
            x, y + (side - height) / 2, side, height, code, number, style.size, self.palette.on_accent, 700, 0, "center"
        )
        return DiscBox(x, y, side, side, self.palette.accent), text

    def _code(self, address: str, width: float) -> Piece:
        """The QR code, and its address beneath for whoever would rather write it down."""
        # 25 modules and their quiet zone stay above half a millimetre each on any screen this text can be read on.
        side = float(round(min(7 * self.size, width)))
        (text,) = self.text((Span(address),), self.style(0.8), width, self.palette.ink)
        below = side + 0.3 * self.size
        return Piece((CodeBox(0, 0, side, side, address), text.moved(0, below)), below + text.height, 0.8 * self.size)

    def _note(self, title: str, blocks: tuple[Block, ...], width: float) -> Piece:
        palette, pad = self.palette, 0.7 * self.size
        quiet = palette.on_quiet
        on_panel = replace(palette, ink=quiet, heading=quiet, kicker=quiet, accent=quiet, line=quiet, on_accent=palette.quiet)
        setter = replace(self, palette=on_panel)
        pieces = setter.pieces(blocks, width - 2 * pad)
        if title:
            pieces.insert(0, setter._piece((Span(title),), self.style(1, 700), width - 2 * pad, quiet, 0))
        column = stack(pieces)
        panel = PanelBox(0, 0, width, column.height + 2 * pad, palette.quiet, 0.6 * self.size)
        return Piece((panel, *(box.moved(pad, pad) for box in column.boxes)), panel.height, 0.7 * self.size)

    def _table(self, head: tuple[Spans, ...], rows: tuple[tuple[Spans, ...], ...], width: float) -> Iterator[Piece]:
        columns = max(len(head), 1)
        gap = 0.8 * self.size
        cell = (width - gap * (columns - 1)) / columns
        if cell < NARROWEST_CELL * self.size:
            # No column is left: each row is a line of words.
            for row in (head, *rows):
                words = tuple(span for spans in row for span in (*spans, Span("  ·  ")))[:-1]
                yield self._piece(words, self.style(), width, self.palette.ink, 0.45 * self.size)
            return
        for number, row in enumerate((head, *rows)):
            style = self.style(1.0 if number else 0.85, 400 if number else 700)
            boxes: list[Box] = []
            for at, spans in enumerate(row[:columns]):
                boxes += [box.moved(at * (cell + gap), 0) for box in self.text(spans, style, cell, self.palette.ink)]
            height = max((box.height for box in boxes), default=0.0)
            rule = PanelBox(0, height + 0.2 * self.size, width, max(self.size / 24, 1), self.palette.line)
            yield Piece((*boxes, rule), height + 0.25 * self.size, 0.3 * self.size, keep=number == 0)


def stack(pieces: Sequence[Piece]) -> Piece:
    """One piece of several, one below the other; the first one's gap is dropped."""
    boxes: list[Box] = []
    y = 0.0
    for number, piece in enumerate(pieces):
        y += piece.gap if number else 0
        boxes += [box.moved(0, y) for box in piece.boxes]
        y += piece.height
    return Piece(tuple(boxes), y, pieces[0].gap if pieces else 0.0)


def sentences(block: Block) -> list[Block]:
    """A paragraph as one paragraph per sentence, for a page that is too small to hold it whole."""
    if not isinstance(block, Paragraph):
        return [block]
    groups: list[list[Span]] = [[]]
    for span in block.spans:
        parts = _SENTENCE.split(span.text)
        for number, part in enumerate(parts):
            if number:
                groups.append([])
            if part:
                groups[-1].append(replace(span, text=part))
    return [Paragraph(tuple(group)) for group in groups if group]


def halves(block: Block) -> list[Block]:
    """A paragraph as two of as many words each; what is none, or has one word, stays whole."""
    if not isinstance(block, Paragraph):
        return [block]
    counts = [len(_WORD.findall(span.text)) for span in block.spans]
    middle = sum(counts) // 2
    if not middle:
        return [block]
    at = next(at for at, until in enumerate(accumulate(counts)) if until > middle)
    span = block.spans[at]
    last = [0, *(word.end() for word in _WORD.finditer(span.text))][middle - sum(counts[:at])]
    first, second = replace(span, text=span.text[:last]), replace(span, text=span.text[last:])
    before = (*block.spans[:at], first) if last else block.spans[:at]
    return [Paragraph(before), Paragraph((second, *block.spans[at + 1 :]))]


def _spans_of(blocks: Sequence[Block]) -> Spans:
    match list(blocks):
        case [Paragraph(spans=spans) | Heading(spans=spans)]:
            return spans
    return ()
