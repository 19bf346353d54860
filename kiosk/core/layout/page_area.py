"""The layout's input: a slide's words and pictures, and the part of the screen that they may use."""

from __future__ import annotations

from msgspec import Struct

from kiosk.core.content.deck import Block, Layout
from kiosk.core.layout.screen import Screen

# Headings are about 1.6 times the body (visual.md, Type): more where few words stand alone, less in large text.
LOOP_TITLE = 1.75
SESSION_TITLES = (1.65, 1.5, 1.35)
# The kicker's size, in em of the wanted body text. It tells where one is, and need not grow with the text.
KICKER = 0.62
# How far a session's normal text may give way to save a second page.
GIVE_WAY = 0.88


class PageContent(Struct, frozen=True):
    """The content of a slide in one language. `kicker` is complete, with its "4 of 9"."""

    title: str
    kicker: str
    blocks: tuple[Block, ...]
    layout: Layout
    focus: tuple[float, float]
    rtl: bool = False
    loop_text: str = ""


class PageArea(Struct, frozen=True):
    """The part of the screen that the slide may use, in px, and how its text is sized.

    `foot` is the height that the invitation takes at the lower end of the text; `sizes` the least and the wanted size of
    the body text; `title_scale` the title's size in em of the body; `kicker` the kicker's size in px;
    `gap` the distance of two cards.
    """

    width: float
    height: float
    margin: float
    portrait: bool
    foot: float
    loop: bool
    sizes: tuple[float, float]
    title_scale: float
    kicker: float
    gap: float


def loop_area(screen: Screen, *, foot: float, taken: float = 0.0, scale: float = 1.0) -> PageArea:
    """The whole screen less `taken` px at its lower edge. The text may shrink from the target to the floor."""
    floor, target = screen.loop_sizes
    height = screen.height - taken
    return PageArea(
        screen.width, height, screen.margin, screen.portrait, foot, True, (floor, max(target * scale, floor)),
        LOOP_TITLE, target * scale * KICKER, screen.gap,
    )  # fmt: skip


def session_area(screen: Screen, *, text_size: int, taken: float) -> PageArea:
    """The screen above the bar (`taken` px). The text has one size; only the normal one gives way a little."""
    size = screen.session_size(text_size)
    least = size * (GIVE_WAY if text_size == 0 else 1.0)
    return PageArea(
        screen.width, screen.height - taken, screen.margin * 0.9, screen.portrait, 0.0, False, (least, size),
        SESSION_TITLES[text_size], screen.session_size(0) * KICKER, screen.gap,
    )  # fmt: skip
