"""The reading grade of a text: the years of school that it asks of its reader, by formulas that need the text alone."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from kiosk.core.check import syllables
from kiosk.core.content.reading_time import WORD

# What patient information is to be written for (Weiss, Health literacy and patient safety, AMA Foundation, 2007: 5th to 6th
# grade), and from where on it is no longer a matter of taste.
HIGHEST_GRADE = 6.0
TOO_HIGH_GRADE = 8.0

_END = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+")
_ABBREVIATIONS = re.compile(r"\b(Dr|Dra|Drs|Mr|Mrs|Ms|Sr|Sra|St|vs|e\.g|i\.e|p\. ej|approx|aprox)\.", re.IGNORECASE)


class Counts(Struct, frozen=True):
    """The counts that the formulas are made of."""

    sentences: int
    words: int
    syllables: int


def sentences(text: str) -> list[str]:
    """The sentences of a text. A line's end ends one too, so that a heading or a list's item counts as a sentence."""
    parts = []
    for line in text.splitlines():
        unabbreviated = _ABBREVIATIONS.sub(r"\1", line)
        parts += [part for part in _END.split(unabbreviated) if WORD.search(part)]
    return parts


def counts(text: str, count_syllables: Callable[[str], int]) -> Counts:
    words = WORD.findall(text)
    return Counts(len(sentences(text)), len(words), sum(map(count_syllables, words)))


def grade(text: str, language: str) -> float | None:
    """The school year (US grade) that the text asks for; None for no text, or a language without a formula."""
    match language.partition("-")[0]:
        case "en":
            counted = counts(text, syllables.english)
            return flesch_kincaid(counted) if counted.words else None
        case "es":
            counted = counts(text, syllables.spanish)
            return crawford(counted) if counted.words else None
    return None


def flesch_kincaid(counted: Counts) -> float:
    """Flesch-Kincaid grade level (Kincaid et al., Naval Technical Training Command, Research Branch Report 8-75, 1975)."""
    return 0.39 * counted.words / counted.sentences + 11.8 * counted.syllables / counted.words - 15.59


def crawford(counted: Counts) -> float:
    """Years of school for a Spanish text (Crawford, Lectura y Vida 10(4), 1989; made for primary-school texts)."""
    hundreds = counted.words / 100
    return -0.205 * counted.sentences / hundreds + 0.049 * counted.syllables / hundreds - 3.407
