"""The announcement's band: readable from where people stand, and never so tall that no slide is left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.arrangement.arrangement import LONGEST_ANNOUNCEMENT
from kiosk.core.layout.announcement_band import AIR, Band, band
from kiosk.core.layout.display_list import Measure
from kiosk.core.layout.page_area import loop_area
from kiosk.core.layout.screen import screen
from kiosk.core.settings import Settings
from tests.core.conftest import FixedWidth

TV, KIOSK = (952.0, 535.0), (344.0, 194.0)
SIZES = [(1024, 600), (1280, 800), (1920, 1080), (3840, 2160), (600, 1024), (1080, 1920)]


def test_nothing_takes_nothing(measure: Measure) -> None:
    assert band("", screen(1920, 1080, TV, Settings()), measure) == Band()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("reported", [TV, KIOSK])
def test_a_short_line_stands_on_one_line_at_a_readable_size(
    measure: Measure, size: tuple[int, int], reported: tuple[float, float]
) -> None:
    on = screen(*size, reported, Settings())
    found = band("Closed at noon.", on, measure)
    assert found.size >= max(on.loop_sizes[0], on.label_size) - 1
    assert found.height == pytest.approx(found.size * (1.3 + 2 * AIR), abs=1)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("reported", [TV, KIOSK])
@given(text=st.text(st.characters(codec="utf-8", categories=["L", "Zs"]), max_size=LONGEST_ANNOUNCEMENT))
def test_whatever_is_written_leaves_a_slide_its_room(text: str, size: tuple[int, int], reported: tuple[float, float]) -> None:
    on = screen(*size, reported, Settings())
    found = band(text, on, FixedWidth())
    assert found.height <= on.height * 0.4
    assert loop_area(on, foot=on.foot, taken=found.height).height >= on.height * 0.6


def test_a_longer_line_is_never_set_larger(measure: Measure) -> None:
    on = screen(1920, 1080, TV, Settings())
    sizes = [band("word " * count, on, measure).size for count in range(1, 33)]
    lines = [round((band("word " * count, on, measure).height / size - 2 * AIR) / 1.3) for count, size in enumerate(sizes, 1)]
    assert lines == sorted(lines)
    assert max(lines) <= 3
