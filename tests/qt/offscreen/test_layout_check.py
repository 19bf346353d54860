"""Laying out as a check: what the program's own QML makes of slides that are right, and of some that are not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QGuiApplication

from kiosk.core.content import library
from kiosk.core.content.deck import Deck, Slide
from kiosk.core.layout import screen
from kiosk.core.layout.display_list import TextBox
from kiosk.core.layout.screen import Screen
from kiosk.core.problem import Severity
from kiosk.core.settings import Settings
from kiosk.qt.drawing.fonts import FontMeasure, load_fonts
from kiosk.qt.drawing.slide_preparer import Prepared, prepare
from kiosk.qt.offscreen import layout_check
from kiosk.qt.offscreen.layout_check import natural_size
from kiosk.qt.offscreen.renderer import Form, renderer, rendition_in

pytestmark = pytest.mark.usefixtures("qapp")
SETTINGS = Settings()
SMALL = screen.screen(1024, 600, (0.0, 0.0), SETTINGS)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}"><rect width="50" height="50"/></svg>'


@pytest.fixture(scope="session", autouse=True)
def _fonts(qapp: QGuiApplication) -> None:
    load_fonts()


def deck_of(root: Path, body: str, front: str = "") -> Deck:
    folder = root / "topic"
    folder.mkdir(exist_ok=True)
    (folder / "a.md").write_text(f"---\ntitle: A page\n{front}---\n{body}\n")
    return library.load(root)


def found(root: Path, body: str, front: str = "", on: Screen = SMALL) -> list[str]:
    """The problems as `line severity message`."""
    deck = deck_of(root, body, front)
    problems = layout_check.inspect(deck, [on], SETTINGS, lambda path: (root / path).read_text(), lambda done, of: None)
    return [f"{problem.line} {problem.severity.value} {problem.message}" for problem in problems]


def test_a_short_slide_has_nothing_wrong(tmp_path: Path) -> None:
    assert found(tmp_path, "You may go home the same day.") == []


def test_progress_is_told_to_the_end(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    deck = deck_of(tmp_path, "You may go.")
    layout_check.inspect(deck, [SMALL, SMALL], SETTINGS, lambda path: "", lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]


def test_a_loop_text_below_the_floor_is_named_where_it_stands(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, "Short.", front=f"loop_text: {'You may go home the same day. ' * 20}\n")
    assert problem.startswith("3 error the text has to be set too small to be read (1024x600 loop)")


def test_pages_are_counted_without_what_the_program_adds(tmp_path: Path) -> None:
    glossary = "".join(f"*[word{number}]: A word that has a meaning, which is told here.\n" for number in range(40))
    (tmp_path / "topic").mkdir()
    (tmp_path / "topic" / "glossary.md").write_text(glossary)
    assert found(tmp_path, "These are the words.") == []


def test_a_long_slide_needs_too_many_pages(tmp_path: Path) -> None:
    body = "\n\n".join(["You may go home the same day."] * 40)
    problems = found(tmp_path, body, front="show: touch\n")
    assert [problem.split(" (")[0] for problem in problems] == ["5 warning the slide needs more than 2 pages"]


def test_a_slide_with_too_much_text_to_be_fitted(tmp_path: Path) -> None:
    body = "\n".join(f"{number}. You may go home the same day." for number in range(1, 1001))
    problems = found(tmp_path, body, front="show: touch\n")
    assert [re.sub(r"\d+ pages", "N pages", problem) for problem in problems] == [
        "5 error the slide has too much text to be fitted (1024x600 normal text, 1024x600 large text, 1024x600 largest text); "
        "shorten it: it shows as N pages in the smallest size"
    ]


def test_a_picture_that_loses_its_subject(tmp_path: Path) -> None:
    (tmp_path / "topic").mkdir()
    (tmp_path / "topic" / "wide.svg").write_text(SVG.format(1000, 50))
    (problem,) = found(tmp_path, "You may go.\n\n![A strip.](wide.svg)")
    assert problem.startswith("6 warning picture “wide.svg” is cropped to less than 30 % of its width")


@pytest.fixture
def inspector(tmp_path: Path) -> Iterator[layout_check.Inspector]:
    deck = deck_of(tmp_path, "You may go home the same day.")
    with renderer(SMALL) as made:
        yield layout_check.Inspector(deck, SMALL, SETTINGS, lambda path: (tmp_path / path).read_text(), made)


def prepared_of(inspector: layout_check.Inspector) -> tuple[Slide, Prepared]:
    (slide,) = inspector.deck.slides
    rendition = rendition_in(inspector.deck, slide, Form(SMALL, "en"), SETTINGS, bar=True)
    return slide, prepare(inspector.deck, slide, rendition, FontMeasure())


def changed(inspector: layout_check.Inspector, **change: float) -> list[str]:
    """What is found when the layout had placed the body's text otherwise than it did."""
    slide, prepared = prepared_of(inspector)
    (boxes,) = prepared.pages
    body = next(box for box in boxes if isinstance(box, TextBox) and box.name.startswith("You may"))
    moved = tuple(replace(box, **change) if box is body else box for box in boxes)
    item = inspector.renderer.show(replace(prepared, layout=replace(prepared.layout, pages=(moved,))), 0)
    return [
        f"{finding.line} {finding.what}"
        for finding in inspector.texts(slide.texts[0], prepared.rendition, item)
        if finding.severity is Severity.ERROR
    ]


def test_as_laid_out_nothing_is_found(inspector: layout_check.Inspector) -> None:
    assert changed(inspector) == []


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"height": 10.0}, "is larger than its place"),
        ({"x": 900.0}, "leaves the page"),
        ({"x": -50.0}, "leaves the page"),
        ({"y": SMALL.height - SMALL.bar_height}, "runs under the bar"),
        ({"y": 45.0}, "stand on each other"),
    ],
)
def test_text_that_is_not_where_it_can_be_read(inspector: layout_check.Inspector, change: dict[str, float], what: str) -> None:
    messages = changed(inspector, **change)
    assert any(what in message for message in messages), messages
    assert all(message.partition(" ")[0] in ("2", "4") for message in messages)


def test_a_pictures_own_size(tmp_path: Path) -> None:
    file = tmp_path / "a.svg"
    file.write_text(SVG.format(30, 20))
    assert natural_size(file, tmp_path) == QSizeF(30, 20)
