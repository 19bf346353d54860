"""Seconds on screen: 2 + 60 * words / 130 + 5 * pictures + labels, long numbers and terms, between 8 and 45 (visual.md)."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.core.content import markdown, reading_time
from kiosk.core.settings import Settings

WIDE = Settings(shortest_seconds=3, longest_seconds=300, words_per_minute=60)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("One two, three.", 3),
        ("don't stop", 2),
        ("well-known facts", 2),
        ("1,000 people at 3.5 metres", 5),
        ("– … ·", 0),
        ("¿Por qué?", 2),
        ("خزعة الرئة", 2),
    ],
)
def test_words(text: str, words: int) -> None:
    assert reading_time.count_words(text) == words


@pytest.mark.parametrize(
    ("text", "pictures", "labels", "terms", "seconds"),
    [
        ("one two three four five six", 0, 0, 0, 8),
        ("one two three four five six", 2, 0, 0, 18),
        ("one two three four five six", 0, 1, 2, 11),
        ("call 5550123 now or come by", 0, 0, 0, 9),
        ("1,000 or 12 or 3.50 of them", 0, 0, 0, 11),
    ],
)
def test_seconds(text: str, pictures: int, labels: int, terms: int, seconds: float) -> None:
    assert reading_time.seconds(text, pictures, labels, terms, WIDE) == pytest.approx(seconds)


@pytest.mark.parametrize(("words", "seconds"), [(0, 8.0), (13, 8.0), (65, 32.0), (1000, 45.0)])
def test_between_the_limits(words: int, seconds: float) -> None:
    assert reading_time.seconds("word " * words, 0, 0, 0, Settings()) == seconds


def test_of_a_slide() -> None:
    source = "![x](a.svg)\n\n## Part\n\nA scan and a scan.\n\nA | B\n--|--\n1 | 2\n"
    body = markdown.parse(source, path="a", first_line=1, folder=Path(), glossary=(("scan", "A picture."),))
    # Words: title 1, part 1, text 5, table 4; a picture; labels: the heading and two heads of columns; one term.
    assert reading_time.of_slide("Title", "", body.blocks, WIDE) == pytest.approx(2 + 11 + 5 + 3 + 1)
    assert reading_time.of_slide("Title", "Few words", body.blocks, WIDE) == pytest.approx(2 + 3 + 5)
