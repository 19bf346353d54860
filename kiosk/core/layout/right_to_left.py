"""Languages that read from right to left, such as Arabic: their pages are the mirror image of the others."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.core.layout.display_list import Box, Page

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi"})


def is_right_to_left(language: str) -> bool:
    return language.partition("-")[0] in RIGHT_TO_LEFT


def isolated(text: str) -> str:
    """The text so that its direction does not mix with that of its surroundings (Unicode's first strong isolate)."""
    return f"\u2068{text}\u2069"


def mirrored(page: Iterable[Box], width: float) -> Page:
    """A page of `width` px with each box at the other side. The words in a box stay as they are: they know their direction."""
    return tuple(box.mirrored(width) for box in page)
