"""Every text can be read on its ground."""

from __future__ import annotations

import re
from dataclasses import asdict

import pytest

from kiosk.core.layout.theme import LEAST_CONTRAST, LIGHT, STAFF_PAIRS, TEXT_PAIRS, THEMES, Theme, contrast


@pytest.mark.parametrize("theme", THEMES, ids=["light", "high contrast"])
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_contrast_of_every_pair(theme: Theme, text: str, ground: str) -> None:
    assert LEAST_CONTRAST == 7.0
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= LEAST_CONTRAST


@pytest.mark.parametrize(("text", "ground"), STAFF_PAIRS)
def test_contrast_in_the_staffs_panel(text: str, ground: str) -> None:
    assert contrast(getattr(LIGHT, text), getattr(LIGHT, ground)) >= LEAST_CONTRAST


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [("#000000", "#FFFFFF", 21.0), ("#777777", "#FFFFFF", 4.48), ("#FF0000", "#FFFFFF", 4.0), ("#123456", "#123456", 1.0)],
)
def test_contrast_as_wcag_computes_it(first: str, second: str, ratio: float) -> None:
    assert contrast(first, second) == pytest.approx(ratio, abs=0.01)
    assert contrast(first, second) == contrast(second, first)


@pytest.mark.parametrize("theme", THEMES)
def test_colours_are_written_as_qml_reads_them(theme: Theme) -> None:
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in asdict(theme).values())
