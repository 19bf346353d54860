"""The display list: what a page of a slide is made of once it is laid out. QML draws it as it is."""

from __future__ import annotations

import html
from dataclasses import dataclass, replace
from enum import Enum
from typing import Protocol

from kiosk.core.content.deck import Spans


class Kind(Enum):
    TEXT = "text"
    PANEL = "panel"
    DISC = "disc"
    PICTURE = "picture"
    CODE = "code"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Style:
    """How text is set: `size` in px, `line` as a multiple of it, `spacing` between letters in px."""

    size: float
    weight: int = 400
    line: float = 1.3
    spacing: float = 0.0
    align: str = "left"
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """One thing on a page, in px from the page's upper left corner.

    `name` is what a screen reader says. `number` counts the slide's pictures from 0. `focus_x`, `focus_y`: the point of the
    picture, in per cent, that must stay visible.
    """

    kind: Kind
    x: float
    y: float
    width: float
    height: float
    html: str = ""
    size: float = 0.0
    weight: int = 400
    spacing: float = 0.0
    align: str = "left"
    colour: str = ""
    radius: float = 0.0
    name: str = ""
    heading: bool = False
    file: str = ""
    number: int = 0
    focus_x: float = 50.0
    focus_y: float = 50.0

    def moved(self, dx: float, dy: float) -> Box:
        return replace(self, x=self.x + dx, y=self.y + dy)

    def mirrored(self, width: float) -> Box:
        """As a right-to-left reader expects it, on a page of `width`."""
        return replace(self, x=width - self.x - self.width)


# Distance of two lines, in em, as the fonts themselves set it (their hhea tables): Atkinson Hyperlegible Next, and Noto
# Sans Arabic with the room that its vowel marks do not need taken off. Rich text knows line heights only relative to it.
NATURAL_LINE = 1.3
NATURAL_LINE_RTL = 1.75


class Measure(Protocol):
    """Knows the font. All in px."""

    def height(self, markup: str, style: Style, width: float) -> float:
        """How tall the text is when wrapped at `width`."""

    def widest_word(self, text: str, style: Style) -> float:
        """The width below which a word would have to be broken."""

    def places(
        self, markup: str, style: Style, width: float, start: int, length: int
    ) -> tuple[tuple[float, float, float], ...]:
        """Where some of the characters stand: x, y of the base line, and width, for each line they are on."""


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
