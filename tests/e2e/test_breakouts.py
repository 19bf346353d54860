"""Nobody gets out: a sample of tests/long/test_breakouts.py, the same at every run."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from tests.e2e.breakout import TRIED, Place, Screen, place
from tests.long.breakout_attempts import INPUT, MESSAGES

SAMPLE = random.Random(8).sample(INPUT, 12)
ASKED = random.Random(8).sample(MESSAGES, 3)


@pytest.fixture(scope="module")
def kiosk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    options = ("-d",) if request.param == "cage" else ()
    with place(request.param, tmp_path_factory.mktemp(request.param), *options) as made:
        yield made


@pytest.mark.parametrize("kiosk", ["nothing", "cage", "openbox"], indirect=True)
def test_nobody_gets_out(kiosk: Place) -> None:
    for number, attempt in enumerate(SAMPLE):
        kiosk.attempt(attempt, TRIED[number % len(TRIED)])


@pytest.mark.parametrize("kiosk", ["nothing", "openbox"], indirect=True)
def test_no_program_takes_it_away(kiosk: Place) -> None:
    for screen, attempt in zip(TRIED, ASKED, strict=True):
        kiosk.attempt(attempt, screen)


@pytest.mark.parametrize("kiosk", ["cage"], indirect=True)
def test_a_frame_that_changes_nothing_is_not_the_last_one(kiosk: Place) -> None:
    # The end of a drag draws such frames; cage 0.1 then asks for no other one, which stopped the picture for good.
    drag = next(attempt for attempt in INPUT if attempt.name == "a drag from the left edge")
    for _ in range(6):
        kiosk.attempt(drag, Screen.SESSION)
