"""What the layout believes of a text is what QML makes of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine

from kiosk.core.content.deck import Span
from kiosk.core.layout.display_list import Style, markup
from kiosk.core.paths import UI
from kiosk.qt.drawing.fonts import FontMeasure, load_script

SHORT = (Span("A biopsy can help."),)
MIXED = (
    Span("A "), Span("biopsy", strong=True), Span(" can help doctors & nurses work out <what> is going on, "),
    Span("inside", emphasis=True), Span(" your body, and you may ask whatever you want to know at any time."),
)  # fmt: skip
HARD = (Span("Otorhinolaryngologist's appointment-card: 1234567890 — “¿Qué?”"),)
ARABIC = (Span("يمكن أن تساعد الخزعة الأطباء على معرفة ما يحدث داخل جسمك، ويمكنك أن تسأل في أي وقت."),)
STYLES = [
    Style(16), Style(33.4), Style(60), Style(97, 700, 1.12), Style(40, 700, 1.2, spacing=2.4), Style(52, align="center"),
    Style(52, align="right"),
]  # fmt: skip
WIDTHS = (300.0, 611.5, 1200.0)


def drawn_height(html: str, style: Style, width: float) -> float:
    """Height in px of the text in the program's own item."""
    engine = QQmlEngine()
    component = QQmlComponent(engine, QUrl.fromLocalFile(str(UI / "slide" / "TextBox.qml")))
    properties = {
        "html": html, "size": style.size, "weight": style.weight, "spacing": style.spacing, "align": style.align,
        "colour": "black", "name": "", "heading": False, "x": 0, "y": 0, "width": width, "height": 0,
    }  # fmt: skip
    item = component.createWithInitialProperties(properties)
    assert item is not None, component.errorString()
    height = float(item.property("contentHeight"))
    item.deleteLater()
    engine.deleteLater()
    return height


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("style", STYLES, ids=str)
@pytest.mark.parametrize("spans", [SHORT, MIXED, HARD], ids=["short", "mixed", "hard"])
def test_the_measured_height_is_the_drawn_one(fonts: None, spans: tuple[Span, ...], style: Style, width: float) -> None:
    html = markup(spans, style)
    assert FontMeasure().height(html, style, width) == pytest.approx(drawn_height(html, style, width), abs=1)


@pytest.mark.parametrize("width", WIDTHS)
def test_and_from_right_to_left(fonts: None, width: float) -> None:
    load_script("ar")
    style = Style(44, align="right", rtl=True)
    html = markup(ARABIC, style)
    assert FontMeasure().height(html, style, width) == pytest.approx(drawn_height(html, style, width), abs=1)


@pytest.mark.parametrize("weight", [400, 700])
def test_the_widest_word_stands_on_one_line(fonts: None, weight: int) -> None:
    style = Style(48, weight)
    word = "Otorhinolaryngologist"
    wide = FontMeasure().widest_word(f"an {word} is here", style)
    html = markup((Span(word),), style)
    one_line = drawn_height(html, style, 10_000)
    assert drawn_height(html, style, wide + 1) == one_line
    assert drawn_height(html, style, wide * 0.97) > 1.5 * one_line


def test_a_term_is_found_on_every_line_that_it_is_on(fonts: None) -> None:
    style = Style(40)
    text = "Ask about the local anaesthetic before it begins."
    start, length = text.index("local"), len("local anaesthetic")
    html = markup((Span(text),), style)
    measure = FontMeasure()
    (x, base, width), *others = measure.places(html, style, 2000, start, length)
    assert others == []
    assert 0 < x < 400
    assert width == pytest.approx(17 * 20, rel=0.2)
    assert 0 < base < measure.height(html, style, 2000)
    broken = measure.places(html, style, 250, start, length)
    assert len(broken) == 2
    assert broken[0][1] < broken[1][1]


def test_a_term_of_a_long_text_is_found_on_its_line(fonts: None) -> None:
    style = Style(40)
    words = " ".join(f"word{number}" for number in range(600))
    measure = FontMeasure()
    html = markup((Span(words),), style)
    ((_, first, _),) = measure.places(html, style, 500, words.index("word10 "), 6)
    ((_, last, _),) = measure.places(html, style, 500, words.index("word599"), 7)
    assert first < last < measure.height(html, style, 500)


def test_another_width_alone_gives_the_same_as_a_fresh_measure(fonts: None) -> None:
    html = markup(MIXED, Style(40))
    measure = FontMeasure()
    for width in (*WIDTHS, 500.0):
        assert measure.height(html, Style(40), width) == FontMeasure().height(html, Style(40), width)


def test_what_was_measured_once_is_not_measured_again(fonts: None) -> None:
    measure = FontMeasure()
    style = Style(40)
    first = measure.height("<p>one</p>", style, 400)
    measure.height("<p>another that is much longer than this</p>", style, 100)
    assert measure.height("<p>one</p>", style, 400) == first
