"""Languages that read from right to left. Their pages are the mirror image of the others (`Box.mirrored`)."""

from __future__ import annotations

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi"})


def is_right_to_left(language: str) -> bool:
    return language.partition("-")[0] in RIGHT_TO_LEFT


def isolated(text: str) -> str:
    """The text so that its direction does not mix with that of its surroundings (Unicode's first strong isolate)."""
    return f"\u2068{text}\u2069"
