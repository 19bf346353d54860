"""Blocks -> pieces of a column."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.core.content import markdown
from kiosk.core.content.deck import Code, Paragraph, Span
from kiosk.core.layout.display_list import CodeBox, DiscBox, PanelBox, Style, TermBox, TextBox, markup
from kiosk.core.layout.theme import LIGHT
from kiosk.core.layout.typesetter import LONGEST_LINE, Typesetter, sentences, stack
from tests.core.conftest import FixedWidth

WIDTH = 800.0


@pytest.fixture
def setter(measure: FixedWidth) -> Typesetter:
    return Typesetter(measure, LIGHT, 20.0)


@pytest.mark.parametrize(
    ("source", "pieces", "kinds"),
    [
        ("One.\n\nTwo.", 2, {TextBox}),
        ("## H", 1, {TextBox}),
        ("- a\n- b\n- c", 3, {TextBox, DiscBox}),
        ("1. a\n2. b", 2, {TextBox, DiscBox}),
        ("T\n:   M\n\nU\n:   N", 2, {TextBox}),
        ('!!! note "N"\n    a', 1, {TextBox, PanelBox}),
        ("A | B\n--|--\n1 | 2\n3 | 4", 3, {TextBox, PanelBox}),
        ("![x](a.svg)", 0, set()),
    ],
)
def test_a_piece_for_each_part(source: str, pieces: int, kinds: set[type], setter: Typesetter) -> None:
    found = setter.pieces(markdown.parse(source, path="a", first_line=1, folder=Path()).blocks, WIDTH)
    assert len(found) == pieces
    assert {type(box) for piece in found for box in piece.boxes} == kinds
    for piece in found:
        assert all(box.x >= 0 and box.x + box.width <= WIDTH + 1 for box in piece.boxes)
        assert all(box.y + box.height <= piece.height + 1 for box in piece.boxes if isinstance(box, TextBox))


def test_stack(setter: Typesetter) -> None:
    one, two = setter.pieces([Paragraph((Span("One"),)), Paragraph((Span("Two"),))], WIDTH)
    column = stack([one, two])
    assert column.height == one.height + two.gap + two.height
    assert [box.y for box in column.boxes] == [0, one.height + two.gap]
    assert stack([]).height == 0


def test_lines_are_no_longer_than_eighty_letters(setter: Typesetter) -> None:
    (piece,) = setter.pieces([Paragraph((Span("word " * 100),))], 5000)
    assert piece.boxes[0].width == LONGEST_LINE * 20


def test_a_heading_stays_with_what_follows(setter: Typesetter) -> None:
    blocks = markdown.parse("## H\n\nText", path="a", first_line=1, folder=Path()).blocks
    assert [(piece.keep, piece.boxes[0].heading) for piece in setter.pieces(blocks, WIDTH)] == [(True, True), (False, False)]


def test_a_term_has_its_own_box(setter: Typesetter) -> None:
    (piece,) = setter.pieces([Paragraph((Span("A "), Span("scan", meaning="A picture."), Span(".")))], WIDTH)
    text, term = piece.boxes
    assert isinstance(term, TermBox)
    assert (term.name, term.x, term.width) == ("scan", 20.0, 40.0)
    assert text.name == "A scan."


def test_what_stands_in_a_note_differs_from_its_ground(setter: Typesetter) -> None:
    source = '!!! note "N"\n    a\n\n    1. one\n\n    - b\n\n    !!! note "M"\n        c\n'
    (piece,) = setter.pieces(markdown.parse(source, path="a", first_line=1, folder=Path()).blocks, WIDTH)
    panel, *inside = piece.boxes
    assert isinstance(panel, PanelBox)
    texts = [box for box in inside if isinstance(box, TextBox)]
    assert {box.name: box.colour for box in texts} == dict.fromkeys(["N", "a", "one", "b", "M", "c"], LIGHT.on_quiet) | {
        "1": LIGHT.quiet
    }
    assert {box.colour for box in inside if isinstance(box, DiscBox)} == {LIGHT.on_quiet}
    assert {box.colour for box in inside if isinstance(box, PanelBox)} == {LIGHT.quiet}


def test_balanced_lines_are_no_more_lines(setter: Typesetter, measure: FixedWidth) -> None:
    spans = (Span("one two three four five six seven"),)
    style = setter.style()
    narrow = setter.balanced(spans, style, 300)
    code = markup(spans, style)
    assert narrow < 300
    assert measure.height(code, style, narrow) == measure.height(code, style, 300)


def test_a_code_has_its_address_in_print(setter: Typesetter) -> None:
    (piece,) = setter.pieces([Code("https://example.org")], WIDTH)
    code, text = piece.boxes
    assert isinstance(code, CodeBox)
    assert (code.name, code.width, text.name) == ("https://example.org", code.height, "https://example.org")
    assert text.y >= code.height


@pytest.mark.parametrize(
    ("spans", "parts"),
    [
        ((Span("One. Two! Three? Four"),), ["One.", "Two!", "Three?", "Four"]),
        ((Span("One "), Span("strong. Two", strong=True)), ["One strong.", "Two"]),
        ((Span("No end"),), ["No end"]),
    ],
)
def test_sentences(spans: tuple[Span, ...], parts: list[str]) -> None:
    found = sentences(Paragraph(spans))
    assert [markdown.plain(block.spans) for block in found if isinstance(block, Paragraph)] == parts


@pytest.mark.parametrize(
    ("span", "inside"),
    [
        (Span("<b>&\"'"), "&lt;b&gt;&amp;&quot;&#x27;"),
        (Span("a\nb"), "a<br/>b"),
        (Span("a", strong=True), "<b>a</b>"),
        (Span("a", strong=True, emphasis=True), "<i><b>a</b></i>"),
    ],
)
def test_markup_escapes_what_authors_write(span: Span, inside: str) -> None:
    assert f">{inside}</p>" in markup((span,), Style(20))
    assert ' dir="rtl"' in markup((span,), Style(20, rtl=True))
