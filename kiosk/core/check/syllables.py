"""Syllables of a word, counted by rule, with no word list to fetch: English by its spelling, Spanish by its grammar."""

from __future__ import annotations

import re
from functools import lru_cache

# Spelling hides these words' syllables from the rules: common ones of a clinic, counted as a dictionary does.
_ENGLISH = {
    "aches": 1, "area": 3, "areas": 3, "beforehand": 3, "business": 2, "diabetes": 4, "diarrhea": 4, "diet": 2, "diets": 2,
    "evening": 2, "every": 2, "everyone": 3, "everything": 3, "fluid": 2, "fluids": 2, "friend": 1, "friends": 1,
    "headaches": 2, "idea": 3, "ideas": 3, "lion": 2, "nausea": 3, "poem": 2, "recipe": 3, "science": 2, "scientist": 3,
    "someone": 2, "something": 2, "sometimes": 2, "somewhere": 2, "therefore": 2, "triage": 2, "wednesday": 2,
}  # fmt: skip
_VOWELS = re.compile(r"[aeiouy]+")
# An e that was silent at a word's end stays silent before these: care-ful-ly, move-ment, safe-ty.
_SUFFIX = re.compile(r"(?<=[^aeiouy]e)(?<!ele)(?<!ple)(?:ful|fully|ly|ment|ments|less|ness|ty)$")
_SILENT_E = re.compile(
    r"[^aeiouyl]e$|[aeiouy]le$|(?<![^aeiouyl]l)(?<=[^aeiouytd])ed$|(?<![^aeiouyl]l)(?<=[^aeiouysxzcgh])es$|[^cs]hes$"
)
# Two vowels that are spelled together and spoken apart: bi-opsy, di-agnosis, vide-o, experi-ence, us-u-al, be-ing.
_APART = re.compile(
    r"bio|chia|dia|via|ria(?!ge)|nia|mia|pia|(?<!l)lia(?!r$)|eo(?!n$|us$|r|p)|creat(?!u)|^react|iety|quiet"
    r"|[bdnrv]ious|[^aeiouctsqgx]ien|uous|(?<![qg])ual|(?<![qg])uat|(?<![qg])uen|[aeiouy]ing$|[^aeiou]ium"
    r"|dio(?!l)|[^ctsgx]iol|rio[dr]"
)

_STRONG = "aeoáéíóú"
_SPANISH_GROUP = re.compile(r"[aeiouáéíóúü]+")
# The u of que, qui, gue, gui is not spoken; an h between vowels parts nothing; a y that ends a word is a vowel.
_SILENT_U = re.compile(r"(?<=[qg])u(?=[eiéí])")
_SILENT_H = re.compile(r"(?<!c)h")
_FINAL_Y = re.compile(r"(?<![^\W\d_])y$|(?<=[aeiou])y$")


@lru_cache(maxsize=4096)
def english(word: str) -> int:
    """Syllables of an English word, at least 1. A hyphenated word is the sum of its parts; a number has one per digit."""
    return sum(_english(part) for part in re.split(r"[-’']", word)) or 1


def _english(part: str) -> int:
    if part.isdigit():
        return len(part)
    letters = part.lower()
    # Capitals alone are spelled out (CT, MRI) unless they can be spoken as a word (MIIP).
    if part.isupper() and len(part) > 1 and (len(part) <= 3 or not _VOWELS.search(letters)):
        return len(part)
    if letters in _ENGLISH:
        return _ENGLISH[letters]
    if letters in ("s", "t", "d", "m", "ll", "re", "ve"):
        return 0  # what an apostrophe cut off: patient's, don't
    suffix = _SUFFIX.search(letters)
    if suffix:
        return _english(letters[: suffix.start()]) + len(_VOWELS.findall(suffix.group()))
    count = len(_VOWELS.findall(letters)) + len(_APART.findall(letters))
    if count > 1 and _SILENT_E.search(letters):
        count -= 1
    return max(count, 1)


@lru_cache(maxsize=4096)
def spanish(word: str) -> int:
    """Syllables of a Spanish word, at least 1: each strong vowel makes one, and so does an accented weak one (hiatus).

    An unaccented i or u joins its neighbour (diphthong, triphthong) and counts only where no other vowel stands by it.
    After the Real Academia Española, Ortografía de la lengua española (2010), II 3.
    """
    return sum(_spanish(part) for part in re.split(r"[-’']", word)) or 1


def _spanish(part: str) -> int:
    if part.isdigit():
        return len(part)
    letters = _FINAL_Y.sub("i", part.lower())
    letters = _SILENT_H.sub("", _SILENT_U.sub("", letters))
    groups = _SPANISH_GROUP.findall(letters)
    return max(sum(_nuclei(group) for group in groups), 1)


def _nuclei(group: str) -> int:
    strong = sum(letter in _STRONG for letter in group)
    return strong or 1 + group.count("ii") + group.count("uu")
