"""What can be read from where people stand, and what a finger can hit."""

from __future__ import annotations

from math import atan, degrees

import pytest

from kiosk.core.layout.screen import CAP_HEIGHT, Screen, screen
from kiosk.core.settings import Settings

TV = (952.0, 535.0)
KIOSK = (344.0, 194.0)
SIZES = [(1024, 600), (1280, 800), (1920, 1080), (3840, 2160), (600, 1024), (1080, 1920), (2160, 3840)]


@pytest.mark.parametrize(
    ("reported", "settings", "inches", "metres"),
    [
        (TV, Settings(), 43, 3.0),
        (KIOSK, Settings(), 15.55, 0.6),
        ((0, 0), Settings(), 43, 3.0),
        ((160_000, 90_000), Settings(), 43, 3.0),
        ((16, 9), Settings(), 43, 3.0),
        (KIOSK, Settings(screen_inches=55), 55, 3.0),
        (TV, Settings(viewing_distance=1.5), 43, 1.5),
    ],
)
def test_measures(reported: tuple[float, float], settings: Settings, inches: float, metres: float) -> None:
    found = screen(1920, 1080, reported, settings)
    assert found.px_per_mm == pytest.approx(2202.9 / (inches * 25.4), rel=0.01)
    assert found.metres == metres


def test_the_loop_as_visual_md_computes_it() -> None:
    floor, target = screen(1920, 1080, TV, Settings()).loop_sizes
    assert (floor, target) == (pytest.approx(53, abs=1), pytest.approx(79, abs=1))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("reported", [TV, KIOSK])
def test_everything_can_be_read_and_hit(size: tuple[int, int], reported: tuple[float, float]) -> None:
    found = screen(*size, reported, Settings())

    def arc(em: float, metres: float) -> float:
        return degrees(atan(em * CAP_HEIGHT / found.px_per_mm / 1000 / metres)) * 60

    floor, target = found.loop_sizes
    assert arc(floor, found.metres) == pytest.approx(20, abs=0.01)
    assert arc(target, found.metres) >= 29.99
    assert arc(found.session_size(0), 0.6) >= 19.99
    assert arc(found.label_size, 0.6) >= 19.99
    assert found.session_size(2) >= 1.4 * found.session_size(0)
    assert found.session_size(0) < found.session_size(1) < found.session_size(2)
    assert found.target >= 20 * found.px_per_mm
    assert found.primary >= 25 * found.px_per_mm
    assert found.gap >= 3 * found.px_per_mm


@pytest.mark.parametrize(
    ("width", "height", "portrait", "rows"), [(1920, 1080, False, 1), (1080, 1920, True, 2), (900, 900, False, 1)]
)
def test_orientation(width: int, height: int, portrait: bool, rows: int) -> None:
    found = Screen(width, height, 3, 0.6)
    assert (found.portrait, found.bar_rows, found.short) == (portrait, rows, min(width, height))
    assert found.bar_height >= found.primary + 2 * found.gap
