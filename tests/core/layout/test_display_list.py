"""The boxes of a page: what they have in common."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from msgspec.structs import replace

from kiosk.core.layout.display_list import Box, CodeBox, DiscBox, PanelBox, PictureBox, TermBox, TextBox

PLACE = (10.0, 20.0, 30.0, 40.0)
BOXES: list[Box] = [
    TextBox(*PLACE, "<p>x</p>", "x", 20.0, "#000000"),
    PanelBox(*PLACE, "#000000"),
    DiscBox(*PLACE, "#000000"),
    PictureBox(*PLACE, "x", Path("x.svg"), 0),
    CodeBox(*PLACE, "https://example.org"),
    TermBox(*PLACE, "x", 20.0, "#000000"),
]


@pytest.mark.parametrize("box", BOXES, ids=lambda box: box.kind)
def test_a_box_moves_and_turns_around_and_stays_what_it_is(box: Box) -> None:
    assert box.moved(1, 2) == replace(box, x=11, y=22)
    assert box.mirrored(100) == replace(box, x=60)
    assert box.mirrored(100).mirrored(100) == box
    assert hash(box) == hash(box.moved(0, 0))


def test_each_kind_has_its_own_name() -> None:
    assert {type(box) for box in BOXES} == set(get_args(Box))
    assert [box.kind for box in BOXES] == ["text", "panel", "disc", "picture", "code", "term"]
    assert all(box.kind in type(box).__name__.lower() for box in BOXES)
