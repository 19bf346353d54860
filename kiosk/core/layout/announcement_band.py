"""The announcement's band: how large staff's one line can stand, and how much of the screen that takes."""

from __future__ import annotations

from msgspec import Struct

from kiosk.core.content.deck import Span
from kiosk.core.layout.display_list import Measure, Style, markup
from kiosk.core.layout.screen import Screen

# The wanted size as a share of the short side: below a slide's body text, so that the slide stays the main thing.
WANTED_SHARE = 0.05
WEIGHT = 600
MOST_LINES = 3
SMALLEST = 8.0
# In em of the text: the sign beside it with its distance, and the air above and below.
SIGN = 2.1
AIR = 0.75


class Band(Struct, frozen=True):
    """The band at the lower edge. All in px; without a text it takes nothing."""

    text: str = ""
    size: float = 0.0
    height: float = 0.0


def band(text: str, screen: Screen, measure: Measure) -> Band:
    """As few lines as possible between the floor and the wanted size; smaller only where three lines do not hold it."""
    if not text:
        return Band()
    floor = max(screen.loop_sizes[0], screen.label_size)
    wanted = max(screen.short * WANTED_SHARE, floor)
    for lines in range(1, MOST_LINES + 1):
        size = wanted
        while size >= floor:
            if (height := _height(text, size, screen, measure)) < (lines + 0.5) * _line(size, measure):
                return _of(text, size, height)
            size -= 1
    while size > SMALLEST and _height(text, size, screen, measure) > (MOST_LINES + 0.5) * _line(size, measure):
        size *= 0.96
    return _of(text, size, _height(text, size, screen, measure))


def _of(text: str, size: float, height: float) -> Band:
    return Band(text, size, round(height + 2 * AIR * size))


def _height(text: str, size: float, screen: Screen, measure: Measure) -> float:
    style = Style(size, WEIGHT)
    return measure.height(markup((Span(text),), style), style, screen.width - 2 * screen.margin - SIGN * size)


def _line(size: float, measure: Measure) -> float:
    style = Style(size, WEIGHT)
    return measure.height(markup((Span("x"),), style), style, 100 * size)
