"""Every text can be read on its ground."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import asdict

from kiosk.core.layout.theme import (
    FOCUS_GROUNDS,
    LEAST_CONTRAST,
    LEAST_FOCUS_CONTRAST,
    LIGHT,
    PALETTES,
    STAFF_PAIRS,
    TEXT_PAIRS,
    Palette,
    contrast,
)


@pytest.mark.parametrize("palette", PALETTES, ids=["light", "high contrast"])
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_contrast_of_every_pair(palette: Palette, text: str, ground: str) -> None:
    assert LEAST_CONTRAST == 7.0
    assert contrast(getattr(palette, text), getattr(palette, ground)) >= LEAST_CONTRAST


@pytest.mark.parametrize(("text", "ground"), STAFF_PAIRS)
def test_contrast_in_the_staffs_panel(text: str, ground: str) -> None:
    assert contrast(getattr(LIGHT, text), getattr(LIGHT, ground)) >= LEAST_CONTRAST


@pytest.mark.parametrize("palette", PALETTES, ids=["light", "high contrast"])
@pytest.mark.parametrize("ground", FOCUS_GROUNDS)
def test_the_focus_ring_stands_out_on_every_ground(palette: Palette, ground: str) -> None:
    assert LEAST_FOCUS_CONTRAST == 3.0
    on_ground = [contrast(tone, getattr(palette, ground)) for tone in (palette.focus, palette.focus_rim)]
    assert max(on_ground) >= LEAST_FOCUS_CONTRAST


@pytest.mark.parametrize("palette", PALETTES, ids=["light", "high contrast"])
def test_the_focus_ring_stands_out_on_any_picture(palette: Palette) -> None:
    """Whatever a colour's luminance, one of two tones this far apart is at least 3:1 from it."""
    assert contrast(palette.focus, palette.focus_rim) >= LEAST_FOCUS_CONTRAST**2


def test_every_ground_but_text_and_lines_is_looked_at() -> None:
    no_ground = {"ink", "on_accent", "kicker", "on_quiet", "dot", "dot_seen", "on_banner", "on_signal", "muted", "alarm"}
    assert set(FOCUS_GROUNDS) == set(asdict(LIGHT)) - no_ground - {"focus", "focus_rim"}


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [("#000000", "#FFFFFF", 21.0), ("#777777", "#FFFFFF", 4.48), ("#FF0000", "#FFFFFF", 4.0), ("#123456", "#123456", 1.0)],
)
def test_contrast_as_wcag_computes_it(first: str, second: str, ratio: float) -> None:
    assert contrast(first, second) == pytest.approx(ratio, abs=0.01)
    assert contrast(first, second) == contrast(second, first)


@pytest.mark.parametrize("palette", PALETTES)
def test_colours_are_written_as_qml_reads_them(palette: Palette) -> None:
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in asdict(palette).values())
