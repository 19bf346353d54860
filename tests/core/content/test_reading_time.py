"""Seconds on screen: 2 + 60 * words / 130 + 5 * pictures + labels, long numbers and terms, between 8 and 45 (visual.md)."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.core.content import markdown, reading_time
from kiosk.core.content.deck import Text
from kiosk.core.settings import Settings

WIDE = Settings(shortest_seconds=3, longest_seconds=300, words_per_minute=60)


@pytest.mark.parametrize(
    ("sentence", "words"),
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
def test_words(sentence: str, words: int) -> None:
    assert reading_time.count_words(sentence) == words


def text(title: str = "", body: str = "", loop_text: str = "", pictures: int = 0) -> Text:
    shown = "".join(f"![{number}]({number}.svg)\n\n" for number in range(pictures)) + body
    blocks = markdown.parse(shown, path="a", first_line=1, folder=Path(), glossary=(("scan", "A picture."),)).blocks
    return Text("en", "a", title, "", loop_text, shown, 1, markdown.pictures(blocks), reading_time.load_of(blocks))


@pytest.mark.parametrize(
    ("body", "pictures", "seconds"),
    [
        ("one two three four five six", 0, 8),
        ("one two three four five six", 2, 18),
        ("call 5550123 now or come by", 0, 9),
        ("1,000 or 12 or 3.50 of them", 0, 11),
        ("# one\n\ntwo three four five six", 0, 9),
        ("one | two\n--|--\nthree four | five six", 0, 10),
        ("one scan and the same scan", 0, 9),
        ("- one scan\n- a second scan here", 0, 9),
    ],
)
def test_dwell(body: str, pictures: int, seconds: float) -> None:
    assert reading_time.dwell(text(body=body, pictures=pictures), WIDE) == pytest.approx(seconds)
    assert reading_time.dwell(text("Two 1234", body, pictures=pictures), WIDE) == pytest.approx(seconds + 3)


@pytest.mark.parametrize(("words", "seconds"), [(0, 8.0), (13, 8.0), (65, 32.0), (1000, 45.0)])
def test_between_the_limits(words: int, seconds: float) -> None:
    assert reading_time.dwell(text(body="word " * words), Settings()) == seconds


def test_a_loop_text_stands_for_the_body_beside_one_picture() -> None:
    body = "## Part\n\nA scan and a scan of 1234.\n\nA | B\n--|--\n1 | 2\n"
    # Words: title 1, part 1, text 7, table 4; two pictures; a long number; labels: the heading and two columns; one term.
    assert reading_time.dwell(text("Title", body, pictures=2), WIDE) == pytest.approx(2 + 13 + 10 + 1 + 3 + 1)
    assert reading_time.dwell(text("Title", body, "Few words", pictures=2), WIDE) == pytest.approx(2 + 3 + 5)
    assert reading_time.dwell(text("Title", body, "Few words"), WIDE) == pytest.approx(2 + 3)
