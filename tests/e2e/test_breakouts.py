"""Nobody gets out: a sample of tests/long/test_breakouts.py, the same at every run."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from tests.e2e.breakout import TRIED, Place, place
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
