"""The panel's list: its rows, and what dropping one of them means."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kiosk.core.arrangement import slide_list
from kiosk.core.arrangement.arrangement import Arrangement
from kiosk.core.arrangement.editing import begin
from kiosk.core.content.deck import Deck, Slide, Text
from kiosk.core.problem import Problem, Severity

AUTHORED = ("a/1", "a/2", "b/1", "b/2", "c/1")


def moved(rows: list[str], key: str, to: int) -> list[str]:
    rest = [row for row in rows if row != key]
    return [*rest[:to], key, *rest[to:]]


def slide(key: str, title: str = "", **values: object) -> Slide:
    text = Text("en", f"{key}.md", title, "", "", "", 1)
    return Slide(key, key.partition("/")[0], (text,), **values)  # type: ignore[arg-type]


def test_one_topic_needs_no_headers() -> None:
    assert slide_list.keys(("a/1", "a/2")) == ["a/1", "a/2"]


def test_several_topics_have_a_header_for_each_run() -> None:
    assert slide_list.keys(("a/1", "b/1", "a/2")) == ["a//0", "a/1", "b//1", "b/1", "a//2", "a/2"]
    assert slide_list.keys(("a/1", "b/1", "a/2"), folded={"a"}) == ["a//0", "b//1", "b/1", "a//2"]


def test_a_search_lists_what_it_found_alone() -> None:
    assert slide_list.keys(AUTHORED, folded={"a"}, hits={"a/2", "c/1"}) == ["a/2", "c/1"]


@pytest.mark.parametrize(
    ("folded", "key", "to", "order"),
    [
        ((), "b/2", 1, "a/1"),
        ((), "a/1", 2, "a/2"),
        ((), "c/1", 0, ""),
        (("b",), "a/1", 3, "b/2"),
        (("c",), "a/1", 6, "c/1"),
        (("a", "b", "c"), "c//2", 0, ""),
    ],
)
def test_a_dropped_row_stands_where_it_was_dropped(folded: tuple[str, ...], key: str, to: int, order: str) -> None:
    """`order` is the slide it then follows."""
    edit = begin(Arrangement(), AUTHORED)
    rows = moved(slide_list.keys(edit.order, folded), key, to)
    after = slide_list.dropped(edit, rows, key)
    first = key if not slide_list.is_header(key) else f"{key[0]}/1"
    expected = {("b/2", 1): ("b/2", "a/1"), ("a/1", 2): ("a/2", "a/1")}.get((key, to))
    at = after.order.index(first)
    assert (after.order[at - 1] if at else "") == order or after.order[at : at + 2] == expected


@given(st.permutations(AUTHORED), st.sets(st.sampled_from("abc")), st.data())
def test_dropping_anything_anywhere_keeps_every_slide(order: list[str], folded: set[str], data: st.DataObject) -> None:
    edit = begin(Arrangement(order=tuple(order)), AUTHORED)
    rows = slide_list.keys(edit.order, folded)
    key = data.draw(st.sampled_from(rows))
    if slide_list.is_header(key):
        rows = slide_list.keys(edit.order, {"a", "b", "c"})
    rows = moved(rows, key, data.draw(st.integers(0, len(rows) - 1)))
    after = slide_list.dropped(edit, rows, key)
    assert sorted(after.order) == sorted(AUTHORED)
    if not slide_list.is_header(key):
        assert [s for s in after.order if s != key] == [s for s in edit.order if s != key]


def test_search_finds_all_words_in_any_order() -> None:
    deck = Deck(slides=(slide("a/01-why", "Why a Biopsy"), slide("a/02-rest", "Resting")))
    assert slide_list.search(deck, "biopsy WHY") == {"a/01-why"}
    assert slide_list.search(deck, "02") == {"a/02-rest"}
    assert slide_list.search(deck, "  ") is None


def test_troubles_name_what_is_wrong_with_a_slide() -> None:
    broken = Problem("a/1.md", 3, "no picture")
    stale = Problem("a/2.md", 5, "bad date")
    warning = Problem("a/3.md", 1, "no alt text", Severity.WARNING)
    deck = Deck(slides=(slide("a/1", error=broken), slide("a/2"), slide("a/3")), problems=(broken, stale, warning))
    assert slide_list.troubles(deck) == {"a/1": broken, "a/2": stale}


def test_a_review_is_due_thirty_days_ahead() -> None:
    due = slide("a/1", review_by=date(2026, 12, 3))
    assert slide_list.review_due(due, date(2026, 11, 22)) == date(2026, 12, 3)
    assert slide_list.review_due(due, date(2026, 10, 1)) is None
    assert slide_list.review_due(replace(due, review_by=None), date(2026, 10, 1)) is None
