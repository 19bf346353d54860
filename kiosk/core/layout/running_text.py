"""A slide that has too many words to be fitted: one after the other, over as many pages as they take, in linear time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from kiosk.core.content.deck import (
    Block,
    Code,
    Definitions,
    Heading,
    Layout,
    ListBlock,
    Note,
    Paragraph,
    Picture,
    Span,
    Spans,
    Table,
)
from kiosk.core.content.markdown import pictures, plain
from kiosk.core.layout.composer import PORTRAIT_SHARES, SHARES, TALLEST, Composer
from kiosk.core.layout.display_list import Box
from kiosk.core.layout.typesetter import Typesetter

# Letters of a paragraph that are set together: setting many thousand takes more than their share.
LONGEST_PART = 600
# Letters of a heading or list item, and cells of a row, up to which they keep their form.
LONGEST_LINE = 200
MOST_COLUMNS = 6
# The share of a page's height that its title may take.
TALLEST_HEAD = 0.4

_WORD = re.compile(r"\S+\s*|\s+")


def run_on(composer: Composer, size: float) -> tuple[list[list[Box]], bool]:
    """The pages at a body size in px, and whether each holds what it must (in the loop: whether one page holds all)."""
    shown = pictures(composer.content.blocks)
    layout = Layout.SPLIT if shown else Layout.TEXT
    share = (PORTRAIT_SHARES if composer.area.portrait else SHARES)[layout][0] if shown else 0.0
    width, height, _ = composer.column(share)
    setter = Typesetter(composer.measure, composer.palette, size, composer.content.rtl)
    composer = _with_small_head(composer, setter, width, TALLEST_HEAD * height)

    def fits(block: Block) -> bool:
        return all(piece.height <= TALLEST * height for piece in setter.pieces([block], width))

    # As many of the widest letters as fill a third of a page: what has no blanks is cut there.
    letters = max(int(width / size) * int(height / 3 / (1.75 * size)), 1)
    blocks = (*_Loosener(fits, letters).blocks(composer.content.blocks), *shown)
    composer = replace(composer, content=replace(composer.content, blocks=blocks), layout=layout)
    composition = composer.compose(size, 1)
    return composition.pages, composition.fits and (not composer.area.loop or len(composition.pages) == 1)


def _with_small_head(composer: Composer, setter: Typesetter, width: float, tallest: float) -> Composer:
    """The same composer with a title that leaves room for the words."""
    while composer.head(setter, width).height > tallest and composer.area.title_scale > 0.3:
        area = composer.area
        composer = replace(composer, area=replace(area, title_scale=0.8 * area.title_scale, kicker=0.8 * area.kicker))
    return composer


class _Loosener(Struct, frozen=True):
    """Takes blocks apart until each part `fits` a page; a word is cut after so many `letters`."""

    fits: Callable[[Block], bool]
    letters: int

    def blocks(self, blocks: tuple[Block, ...]) -> Iterator[Block]:
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Block]:
        match block:
            case Paragraph(spans=spans):
                yield from self._parts(spans)
            case Heading(spans=spans):
                yield from self._kept(block, spans)
            case ListBlock(ordered=ordered, items=items):
                if all(_is_line(item) for item in items) and self.fits(block):
                    yield block
                else:
                    for number, item in enumerate(items, start=1):
                        yield from self._marked(f"{number}. " if ordered else "• ", item)
            case Definitions(entries=entries):
                for term, meaning in entries:
                    yield from self._parts((*(replace(span, strong=True) for span in term), Span(":")))
                    yield from self.blocks(meaning)
            case Note(title=title, blocks=inner):
                yield from self._parts((Span(title, strong=True),) if title else ())
                yield from self.blocks(inner)
            case Table(head=head, rows=rows):
                short = all(_letters(cell) <= LONGEST_LINE for row in (head, *rows) for cell in row)
                if short and len(head) <= MOST_COLUMNS and self.fits(block):
                    yield block
                else:
                    for row in (head, *rows):
                        yield from self._parts(tuple(span for cell in row for span in (*cell, Span("  ·  ")))[:-1])
            case Code():
                yield block
            case Picture():
                pass

    def _kept(self, block: Block, spans: Spans) -> Iterator[Block]:
        if _letters(spans) <= LONGEST_LINE and self.fits(block):
            yield block
        else:
            yield from self._parts(tuple(replace(span, strong=True) for span in spans))

    def _marked(self, mark: str, item: tuple[Block, ...]) -> Iterator[Block]:
        """A list's item with its mark before its first words."""
        match item:
            case (Paragraph(spans=spans), *rest):
                yield from self._parts((Span(mark), *spans))
                yield from self.blocks(tuple(rest))
            case _:
                yield from self._parts((Span(mark),))
                yield from self.blocks(item)

    def _parts(self, spans: Spans) -> Iterator[Paragraph]:
        """A paragraph as several short ones, divided between two words where there are any."""
        part: list[Span] = []
        length = 0
        for span in spans:
            for word in self._words(span.text):
                if part and length + len(word) > LONGEST_PART:
                    yield Paragraph(tuple(part))
                    part, length = [], 0
                if part and replace(part[-1], text="") == replace(span, text=""):
                    part[-1] = replace(span, text=part[-1].text + word)
                else:
                    part.append(replace(span, text=word))
                length += len(word)
                if len(word) == self.letters:
                    # Part of a word that no line holds.
                    length = LONGEST_PART
        if length:
            yield Paragraph(tuple(part))

    def _words(self, text: str) -> Iterator[str]:
        for word in _WORD.findall(text):
            yield from (word[at : at + self.letters] for at in range(0, len(word), self.letters))


def _is_line(item: tuple[Block, ...]) -> bool:
    match item:
        case () | (Paragraph(),):
            return sum(_letters(block.spans) for block in item if isinstance(block, Paragraph)) <= LONGEST_LINE
    return False


def _letters(spans: Spans) -> int:
    return len(plain(spans))
