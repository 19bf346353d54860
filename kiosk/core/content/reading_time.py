"""How long a slide stays on screen in the loop: as long as its words and pictures need."""

from __future__ import annotations

import re

from kiosk.core.content.deck import Block, Picture, Span
from kiosk.core.settings import Settings

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
# A number of three digits or more is read digit by digit or said aloud, slower than a word.
_LONG_NUMBER = re.compile(r"\d(?:[.,:]?\d){2,}")

# Seconds to find the slide's beginning; to look at a picture; for a label, a long number, a new term (visual.md, Pace).
START_SECONDS = 2.0
PICTURE_SECONDS = 5.0
DETAIL_SECONDS = 1.0


def count_words(text: str) -> int:
    """Words in a text, of any script; a number counts as one."""
    return len(WORD.findall(text))


def seconds(text: str, pictures: int, labels: int, terms: int, settings: Settings) -> float:
    """Seconds on screen for a text with its pictures, labels (table cells, headings of parts) and new terms."""
    details = labels + len(_LONG_NUMBER.findall(text)) + terms
    needed = (
        START_SECONDS
        + 60 * count_words(text) / settings.words_per_minute
        + PICTURE_SECONDS * pictures
        + DETAIL_SECONDS * details
    )
    return min(max(needed, settings.shortest_seconds), settings.longest_seconds)


def of_slide(title: str, loop_text: str, blocks: tuple[Block, ...], settings: Settings) -> float:
    """Seconds for a slide as the loop shows it: `loop_text` stands for the body's words where there is one."""
    from kiosk.core.content import markdown
    from kiosk.core.content.deck import Heading, Paragraph, Table

    every = tuple(markdown.walk(blocks))
    pictures = sum(isinstance(block, Picture) for block in every)
    if loop_text:
        return seconds(f"{title}\n{loop_text}", min(pictures, 1), 0, 0, settings)
    labels = sum(isinstance(block, Heading) for block in every)
    labels += sum(len(block.head) for block in every if isinstance(block, Table))
    spans: list[Span] = [s for b in every if isinstance(b, (Heading, Paragraph)) for s in b.spans]
    terms = len({span.text for span in spans if span.meaning})
    return seconds(f"{title}\n{markdown.words(blocks)}", pictures, labels, terms, settings)
