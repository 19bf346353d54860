"""The part of a picture that is kept: the focus stays in sight, nothing of the frame stays bare."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.layout.picture_crop import contained, covering, kept_shares

SIDES = st.floats(1, 10_000)
PER_CENT = st.floats(0, 100)


@pytest.mark.parametrize(
    ("picture", "frame", "focus", "place"),
    [
        ((100, 100), (50, 50), (50, 50), (0, 0, 50, 50)),
        ((200, 100), (100, 100), (50, 50), (-50, 0, 200, 100)),
        ((200, 100), (100, 100), (0, 50), (0, 0, 200, 100)),
        ((200, 100), (100, 100), (100, 50), (-100, 0, 200, 100)),
        ((100, 200), (100, 100), (50, 60), (0, -70, 100, 200)),
    ],
)
def test_the_focus_decides_what_is_kept(
    picture: tuple[float, float], frame: tuple[float, float], focus: tuple[float, float], place: tuple[float, ...]
) -> None:
    assert covering(picture, frame, focus) == pytest.approx(place)


@given(st.tuples(SIDES, SIDES), st.tuples(SIDES, SIDES), st.tuples(PER_CENT, PER_CENT))
def test_nothing_of_the_frame_stays_bare(
    picture: tuple[float, float], frame: tuple[float, float], focus: tuple[float, float]
) -> None:
    x, y, width, height = covering(picture, frame, focus)
    slack = 1e-6 * max(width, height)
    assert x <= 0
    assert y <= 0
    assert x + width >= frame[0] - slack
    assert y + height >= frame[1] - slack


def test_a_picture_of_which_all_is_shown_stands_in_the_middle() -> None:
    assert contained((200, 100), (100, 100)) == pytest.approx((0, 25, 100, 50))


@pytest.mark.parametrize(
    ("picture", "frame", "shares"),
    [((100, 100), (50, 50), (1, 1)), ((100, 100), (300, 100), (1, 1 / 3)), ((1000, 100), (100, 100), (0.1, 1))],
)
def test_the_shares_that_are_kept(
    picture: tuple[float, float], frame: tuple[float, float], shares: tuple[float, float]
) -> None:
    assert kept_shares(picture, frame) == pytest.approx(shares)
