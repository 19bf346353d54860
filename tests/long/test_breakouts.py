"""Nobody gets out: every attempt of the table on every screen, without a window manager, under cage, and under a desktop's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.e2e.breakout import TRIED, Attempt, Place, Screen, place
from tests.long.breakout_attempts import INPUT, MESSAGES


@pytest.fixture(scope="module")
def kiosk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    options = ("-d",) if request.param == "cage" else ()
    with place(request.param, tmp_path_factory.mktemp(request.param), *options) as made:
        yield made


def test_the_table_is_long_enough_and_names_each_attempt_once() -> None:
    assert len(INPUT) >= 150
    assert len({attempt.name for attempt in [*INPUT, *MESSAGES]}) == len(INPUT) + len(MESSAGES)


@pytest.mark.parametrize("attempt", INPUT, ids=lambda attempt: attempt.name)
@pytest.mark.parametrize("screen", TRIED, ids=lambda screen: screen.value)
@pytest.mark.parametrize("kiosk", ["nothing", "cage", "openbox"], indirect=True)
def test_nobody_gets_out(kiosk: Place, screen: Screen, attempt: Attempt) -> None:
    kiosk.attempt(attempt, screen)


@pytest.mark.parametrize("attempt", MESSAGES, ids=lambda attempt: attempt.name)
@pytest.mark.parametrize("screen", TRIED, ids=lambda screen: screen.value)
@pytest.mark.parametrize("kiosk", ["nothing", "openbox"], indirect=True)
def test_no_program_takes_it_away(kiosk: Place, screen: Screen, attempt: Attempt) -> None:
    kiosk.attempt(attempt, screen)
