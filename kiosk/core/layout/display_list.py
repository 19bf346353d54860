"""The display list: the boxes that a page of a slide is made of once it is laid out. QML draws them as they are."""

from __future__ import annotations

import html
from pathlib import Path
from typing import ClassVar, Protocol, Self

from msgspec import Struct
from msgspec.structs import replace

from kiosk.core.content.deck import CENTRE, Spans


class Style(Struct, frozen=True):
    """The setting of a text: `size` in px, `line` as a multiple of it, `spacing` between letters in px."""

    size: float
    weight: int = 400
    line: float = 1.3
    spacing: float = 0.0
    align: str = "left"
    rtl: bool = False


class _Placed(Struct, frozen=True):
    """A place on a page, in px from the page's upper left corner."""

    x: float
    y: float
    width: float
    height: float

    def moved(self, dx: float, dy: float) -> Self:
        return replace(self, x=self.x + dx, y=self.y + dy)

    def mirrored(self, width: float) -> Self:
        """The box as a right-to-left reader expects it, on a page of `width`."""
        return replace(self, x=width - self.x - self.width)


class TextBox(_Placed, frozen=True):
    """A text. `html` is the program's own markup, `name` its plain words, as a screen reader says them."""

    kind: ClassVar[str] = "text"
    html: str
    name: str
    size: float
    colour: str
    weight: int = 400
    spacing: float = 0.0
    align: str = "left"
    heading: bool = False


class PanelBox(_Placed, frozen=True):
    """A plain shape behind text: a card, a rule."""

    kind: ClassVar[str] = "panel"
    colour: str
    radius: float = 0.0


class DiscBox(_Placed, frozen=True):
    """A bullet, a number's ground."""

    kind: ClassVar[str] = "disc"
    colour: str

    @property
    def radius(self) -> float:
        return self.width / 2


class PictureBox(_Placed, frozen=True):
    """A picture that fills its place. `name` is its alt text, `number` counts the slide's pictures from 0.

    `focus`: the point, in per cent, that must stay visible. `key` names the decoded image; "" while there is none.
    """

    kind: ClassVar[str] = "picture"
    name: str
    file: Path
    number: int
    focus: tuple[float, float] = CENTRE
    radius: float = 0.0
    key: str = ""


class CodeBox(_Placed, frozen=True):
    """A QR code. `name` is the web address that it holds, `key` names the drawn image; "" while there is none."""

    kind: ClassVar[str] = "code"
    name: str
    key: str = ""


class TermBox(_Placed, frozen=True):
    """A word to know, `name`, over its text of `size` px."""

    kind: ClassVar[str] = "term"
    name: str
    size: float
    colour: str


Box = TextBox | PanelBox | DiscBox | PictureBox | CodeBox | TermBox
Page = tuple[Box, ...]


# Distance of two lines, in em, as the fonts themselves set it (their hhea tables): Atkinson Hyperlegible Next, and Noto
# Sans Arabic with the room that its vowel marks do not need taken off. Rich text knows line heights only relative to it.
NATURAL_LINE = 1.3
NATURAL_LINE_RTL = 1.75


class Measure(Protocol):
    """Knows the font. All in px."""

    def height(self, markup: str, style: Style, width: float) -> float:
        """The height of the text when wrapped at `width`."""

    def widest_word(self, text: str, style: Style) -> float:
        """The width below which a word would have to be broken."""

    def places(
        self, markup: str, style: Style, width: float, start: int, length: int
    ) -> tuple[tuple[float, float, float], ...]:
        """The places of some of the characters: x, y of the base line, and width, for each line they are on."""


def markup(spans: Spans, style: Style) -> str:
    """The text as the rich text that Qt sets. Everything an author wrote is escaped."""
    direction = ' dir="rtl"' if style.rtl else ""
    natural = NATURAL_LINE_RTL if style.rtl else NATURAL_LINE
    return f'<p{direction} style="line-height:{style.line / natural * 100:.0f}%;margin:0">{inline(spans)}</p>'


def inline(spans: Spans) -> str:
    """The words with their styles, and nothing around them."""
    parts = []
    for span in spans:
        text = html.escape(span.text, quote=True).replace("\n", "<br/>")
        text = f"<b>{text}</b>" if span.strong else text
        parts.append(f"<i>{text}</i>" if span.emphasis else text)
    return "".join(parts)
