"""Markdown -> blocks: what comes through, and what never does."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as run
from hypothesis import strategies as st

from kiosk.core.content import markdown
from kiosk.core.content.deck import Block, Definitions, Heading, ListBlock, Note, Paragraph, Picture, Span, Table
from kiosk.core.problem import Problem, Severity

FOLDER = Path("/slides/t")


def parse(source: str, **more: object) -> markdown.Body:
    return markdown.parse(source, path="t/a.md", first_line=1, folder=FOLDER, **more)  # type: ignore[arg-type]


def blocks(source: str) -> tuple[Block, ...]:
    return parse(source).blocks


def p(text: str) -> Paragraph:
    return Paragraph((Span(text),))


def spans(text: str) -> tuple[Span, ...]:
    return (Span(text),)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", ()),
        ("# A", (Heading(1, spans("A")),)),
        ("### A ###", (Heading(3, spans("A")),)),
        ("One\ntwo.\n\nThree.", (p("One two."), p("Three."))),
        ("a  \nb", (p("a\nb"),)),
        ("- a\n- b", (ListBlock(False, ((p("a"),), (p("b"),))),)),
        ("1. a\n2. b", (ListBlock(True, ((p("a"),), (p("b"),))),)),
        ("- a\n\n    more", (ListBlock(False, ((p("a"), p("more")),)),)),
        ("- a\n    - b", (ListBlock(False, ((p("a"), ListBlock(False, ((p("b"),),))),)),)),
        ("Term\n:   Meaning", (Definitions(((spans("Term"), (p("Meaning"),)),)),)),
        ("!!! note\n    Text", (Note("Note", (p("Text"),)),)),
        ('!!! note "Good to know"\n    Text', (Note("Good to know", (p("Text"),)),)),
        ('!!! note ""\n    Text', (Note("", (p("Text"),)),)),
        ("> Said", (Note("", (p("Said"),)),)),
        ("A | B\n--|--\n1 | 2", (Table((spans("A"), spans("B")), ((spans("1"), spans("2")),)),)),
        ("    a < b", (p("a < b"),)),
        ("a\n\n---\n\nb", (p("a"), p("b"))),
    ],
)
def test_blocks(source: str, expected: tuple[Block, ...]) -> None:
    assert parse(source) == markdown.Body(expected)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a **b** c", (Span("a "), Span("b", strong=True), Span(" c"))),
        ("*a **b***", (Span("a ", emphasis=True), Span("b", strong=True, emphasis=True))),
        ("a `b < c` d", spans("a b < c d")),
        ("[words](https://example.org)", spans("words")),
        ("<https://example.org>", spans("https://example.org")),
        ("Fish &amp; chips &copy; 5 &lt; 6", spans("Fish & chips © 5 < 6")),
        ("AT&T, 5 < 6", spans("AT&T, 5 < 6")),
        (r"\*not\*", spans("*not*")),
    ],
)
def test_inline(source: str, expected: tuple[Span, ...]) -> None:
    assert blocks(source) == (Paragraph(expected),)


@pytest.mark.parametrize(
    "source",
    [
        "before\n\n<script>alert('SECRET')</script>\n\nafter",
        "before\n\n<div onclick='SECRET'>\nSECRET\n</div>\n\nafter",
        "before <img src='SECRET' onerror='SECRET'> after",
        "before <b onclick='SECRET'>x</b> after",
        "before [x](javascript:SECRET) after",
        "before ![x](https://example.org/SECRET.png) after",
        "before ![x](//example.org/SECRET.png) after",
        "before ![x](file:///SECRET.png) after",
        "before ![x](data:image/png;base64,SECRET) after",
        "before <!-- SECRET --> after",
    ],
)
def test_html_and_the_outside_never_come_through(source: str) -> None:
    body = parse(source)
    assert "SECRET" not in repr(body.blocks)
    assert {"before", "after"} <= set(markdown.words(body.blocks).split())
    assert not any(isinstance(block, Picture) for block in markdown.walk(body.blocks))


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("a\n\n<div>x</div>", Problem("t/a.md", 3, "HTML is not shown; write it as Markdown", Severity.WARNING)),
        (
            "a\n\n![x](https://e.org/a.png)",
            Problem("t/a.md", 3, "picture 'https://e.org/a.png' is not a file; put it beside the slide and name it alone"),
        ),
        ("a\n\n![x](a.svg){focus=5}", Problem("t/a.md", 3, "focus takes two numbers in per cent, such as 56 71")),
    ],
)
def test_problems_name_their_line(source: str, problem: Problem) -> None:
    assert parse(source).problems == (problem,)
    moved = markdown.parse(source, path="t/a.md", first_line=11, folder=FOLDER).problems
    assert moved[0].line == problem.line + 10


def test_pictures() -> None:
    found = [
        block
        for block in markdown.walk(blocks('![One](a.svg)\n\n- ![Two](b.png){focus="10 20"}\n'))
        if isinstance(block, Picture)
    ]
    assert found == [Picture(FOLDER / "a.svg", "One"), Picture(FOLDER / "b.png", "Two", (10.0, 20.0))]


def test_picture_within_words_keeps_the_words() -> None:
    assert blocks("See ![it](a.svg) here.") == (Picture(FOLDER / "a.svg", "it"), p("See here."))


def test_glossary_marks_terms() -> None:
    glossary = markdown.read_glossary("*[biopsy]: A small sample.\n\n*[CT] : A scan.\nno entry\n*[]: none\n")
    assert glossary == (("biopsy", "A small sample."), ("CT", "A scan."))
    body = parse("A biopsy by CT.", glossary=glossary)
    assert body.blocks == (
        Paragraph(
            (Span("A "), Span("biopsy", meaning="A small sample."), Span(" by "), Span("CT", meaning="A scan."), Span("."))
        ),
    )
    assert parse("A biopsy.").blocks == (p("A biopsy."),), "one slide's glossary must not reach the next"


def test_words_leave_out_alt_texts() -> None:
    source = '# A\n\nb ![alt](x.svg)\n\n- c\n\nD\n:   e\n\n!!! note "f"\n    g\n\nh | i\n--|--\nj | k\n'
    assert markdown.words(blocks(source)).split() == list("AbcDefghijk")


@pytest.mark.parametrize("source", ["> " * 3000 + "x", "".join("    " * depth + "* a\n" for depth in range(60))])
def test_deep_nesting_is_refused_and_leaves_no_trace(source: str) -> None:
    good = "1. a\n2. b\n\n> c"
    before = parse(good)
    body = parse(source)
    assert body.blocks == ()
    assert "nested too deeply" in body.problems[0].message
    assert parse(good) == before


@pytest.mark.parametrize("mark", ["[", "![", "<a ", "`a", "<!--", "[a]("])
def test_marks_that_would_take_for_ever_are_refused(mark: str) -> None:
    (problem,) = parse(mark * 50_000).problems
    assert "more than 400 brackets" in problem.message
    parse(mark * 200)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("word " * 13_000, "more than 64000 letters"),
        ("a\n" * 2_600, "more than 2500 lines"),
        ("*a " * 9_000, "asterisks, underscores"),
        ("\\" * 9_000, "asterisks, underscores"),
        ("&" * 9_000, "asterisks, underscores"),
        ("# a {" * 500, "brackets"),
        ("# a\n" * 2_400, "too many parts"),
        ("a\n-\n" * 1_200, "too many parts"),
        ("!!! a\n" * 2_400, "too many parts"),
        ("[" * 399 + "a" * 60_000, "too many parts"),
    ],
    ids=range(10),
)
def test_what_would_take_too_long_is_refused_and_leaves_no_trace(source: str, told: str) -> None:
    good = "1. a\n2. b\n\n> c"
    before = parse(good)
    body = parse(source)
    assert body.blocks == ()
    assert told in body.problems[0].message
    assert parse(good) == before


def test_a_long_run_of_blanks_is_pressed_together() -> None:
    def plain_of(source: str) -> str:
        return markdown.words(blocks(source))

    assert plain_of("a" + " " * 60_000 + "b\n\n# c" + " " * 1_000 + "d {: }") == plain_of("a b\n\n# c d {: }")


def test_what_a_slide_may_hold_is_read() -> None:
    table = "|".join("a" * 40) + "\n" + "|".join(["--"] * 40) + "\n" + ("|".join(["word"] * 40) + "\n") * 200
    for source in ("word " * 12_000, "- item\n" * 1_000, "".join(f"## {n}\n\ntext\n\n" for n in range(500)), table):
        assert parse(source).problems == ()


def test_threads_do_not_disturb_each_other() -> None:
    sources = [f"# T{n}\n\n" + f"*a{n}* &copy; `c{n}` <b>x</b>\n\n" * 40 for n in range(4)]
    expected = [parse(source) for source in sources]
    wrong: list[object] = []

    def work(number: int) -> None:
        for _ in range(8):
            try:
                if parse(sources[number]) != expected[number]:
                    wrong.append(number)
            except Exception as error:
                wrong.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


@run(deadline=None, max_examples=100)
@given(st.text(alphabet=st.sampled_from("ab \n\t*_#>-1.|:[](){}!&;<>/`\\\"'="), max_size=120))
def test_any_text_becomes_plain_blocks(source: str) -> None:
    text = markdown.words(blocks(source))
    assert "\x02" not in text
    assert "\x03" not in text
