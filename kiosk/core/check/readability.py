"""How many years of school a text asks of its reader, by formulas that need nothing but the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from kiosk.core.check import syllables
from kiosk.core.content.reading_time import WORD

# What patient information is to be written for (Weiss, Health literacy and patient safety, AMA Foundation, 2007: 5th to 6th
# grade), and from where on it is no longer a matter of taste.
HIGHEST_GRADE = 6.0
TOO_HIGH_GRADE = 8.0

_END = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+")
_ABBREVIATIONS = re.compile(r"\b(Dr|Dra|Drs|Mr|Mrs|Ms|Sr|Sra|St|vs|e\.g|i\.e|p\. ej|approx|aprox)\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Counts:
    """What the formulas are made of."""

    sentences: int
    words: int
    syllables: int


def sentences(text: str) -> list[str]:
    """The sentences of a text. A line's end ends one too, so that a heading or a list's item counts as a sentence."""
    found = []
    for line in text.splitlines():
        unabbreviated = _ABBREVIATIONS.sub(r"\1", line)
        found += [part for part in _END.split(unabbreviated) if WORD.search(part)]
    return found


def counts(text: str, count_syllables: Callable[[str], int]) -> Counts:
    words = WORD.findall(text)
    return Counts(len(sentences(text)), len(words), sum(map(count_syllables, words)))


def grade(text: str, language: str) -> float | None:
    """The school year (US grade) that the text asks for; None for no text, or a language without a formula."""
    match language.partition("-")[0]:
        case "en":
            found = counts(text, syllables.english)
            return flesch_kincaid(found) if found.words else None
        case "es":
            found = counts(text, syllables.spanish)
            return crawford(found) if found.words else None
    return None


def flesch_kincaid(found: Counts) -> float:
    """Flesch-Kincaid grade level (Kincaid et al., Naval Technical Training Command, Research Branch Report 8-75, 1975)."""
    return 0.39 * found.words / found.sentences + 11.8 * found.syllables / found.words - 15.59


def crawford(found: Counts) -> float:
    """Years of school for a Spanish text (Crawford, Lectura y Vida 10(4), 1989; made for primary-school texts)."""
    hundreds = found.words / 100
    return -0.205 * found.sentences / hundreds + 0.049 * found.syllables / hundreds - 3.407
