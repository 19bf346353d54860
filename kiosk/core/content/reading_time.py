"""The dwell of a slide in the loop: as long as its words and pictures need."""

from __future__ import annotations

import re

from kiosk.core.content import markdown
from kiosk.core.content.deck import Block, Heading, Paragraph, ReadingLoad, Table, Text
from kiosk.core.settings import Settings

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
# A number of three digits or more is read digit by digit or said aloud, slower than a word.
_LONG_NUMBER = re.compile(r"\d(?:[.,:]?\d){2,}")

# Seconds to find the slide's beginning; to look at a picture; for a label, a long number, a new term (visual.md, Pace).
START_SECONDS = 2.0
PICTURE_SECONDS = 5.0
DETAIL_SECONDS = 1.0


def count_words(text: str) -> int:
    """The number of words in a text of any script; a number counts as one."""
    return len(WORD.findall(text))


def load_of(blocks: tuple[Block, ...]) -> ReadingLoad:
    """The reading load of a body."""
    words = markdown.words(blocks)
    labels = 0
    terms: set[str] = set()
    for block in markdown.walk(blocks):
        match block:
            case Heading(spans=spans):
                labels += 1
                terms.update(span.text for span in spans if span.meaning)
            case Paragraph(spans=spans):
                terms.update(span.text for span in spans if span.meaning)
            case Table(head=head):
                labels += len(head)
    return ReadingLoad(count_words(words), len(_LONG_NUMBER.findall(words)), labels, len(terms))


def dwell(text: Text, settings: Settings) -> float:
    """Seconds for a slide as the loop shows it: a `loop_text` stands for the body's words, beside one picture."""
    shown = f"{text.title}\n{text.loop_text}"
    load, pictures = (ReadingLoad(), min(len(text.pictures), 1)) if text.loop_text else (text.load, len(text.pictures))
    words = count_words(shown) + load.words
    details = len(_LONG_NUMBER.findall(shown)) + load.long_numbers + load.labels + load.terms
    needed = START_SECONDS + 60 * words / settings.words_per_minute + PICTURE_SECONDS * pictures + DETAIL_SECONDS * details
    return min(max(needed, settings.shortest_seconds), settings.longest_seconds)
