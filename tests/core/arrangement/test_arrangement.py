"""The running order of a deck, and one line of text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import settings as run
from hypothesis import strategies as st

from kiosk.core.arrangement.arrangement import one_line, running_order


@pytest.mark.parametrize(
    ("decided", "authored", "order"),
    [
        ("", "abc", "abc"),
        ("abc", "", ""),
        ("cab", "abc", "cab"),
        ("cxa", "abc", "cab"),
        ("ca", "abc", "cab"),
        ("ca", "nabc", "ncab"),
        ("ba", "abxyz", "bxyza"),
        ("aab", "ab", "ab"),
        ("c", "abcd", "abcd"),
    ],
)
def test_running_order(decided: str, authored: str, order: str) -> None:
    assert "".join(running_order(decided, authored)) == order


letters = st.lists(st.sampled_from("abcdefghij"), unique=True).map("".join)


@run(deadline=None)
@given(letters, letters)
def test_running_order_is_a_permutation_that_keeps_what_was_decided(decided: str, authored: str) -> None:
    order = running_order(decided, authored)
    assert sorted(order) == sorted(authored)
    assert [slide for slide in order if slide in decided] == [slide for slide in decided if slide in authored]
    for before, slide in pairwise(authored):
        if slide not in decided:
            assert order[order.index(slide) - 1] == before
    assert running_order(order, authored) == order


@pytest.mark.parametrize(("text", "line"), [(" a\n\tb ", "a b"), ("a\x07b\x00", "ab"), ("Grüße ✓", "Grüße ✓"), ("\ud800", "")])
def test_one_line(text: str, line: str) -> None:
    assert one_line(text) == line
