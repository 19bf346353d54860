"""Nobody gets out: every attempt of the table on every screen, without a window manager, under cage, and under a desktop's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.breakout import TRIED, Attempt, Place, Screen, place
from tests.e2e.content import COLOURS, PAPER
from tests.e2e.display import near
from tests.long.breakout_attempts import INPUT, LET_THROUGH, MESSAGES

LISTED = {name for names in LET_THROUGH.values() for name in names}


@pytest.fixture(scope="module")
def kiosk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    options = ("-d",) if request.param == "cage" else ()
    with place(request.param, tmp_path_factory.mktemp(request.param), *options) as made:
        yield made


def test_the_table_is_long_enough_and_names_each_attempt_once() -> None:
    assert len(INPUT) >= 150
    assert len({attempt.name for attempt in [*INPUT, *MESSAGES]}) == len(INPUT) + len(MESSAGES)
    assert {attempt.name for attempt in INPUT} >= LISTED


@pytest.mark.parametrize("attempt", INPUT, ids=lambda attempt: attempt.name)
@pytest.mark.parametrize("screen", TRIED, ids=lambda screen: screen.value)
@pytest.mark.parametrize("kiosk", ["nothing", "cage"], indirect=True)
def test_nobody_gets_out(kiosk: Place, screen: Screen, attempt: Attempt) -> None:
    kiosk.attempt(attempt, screen)
    assert kiosk.signs() == set()


@pytest.mark.parametrize("attempt", INPUT, ids=lambda attempt: attempt.name)
@pytest.mark.parametrize("screen", TRIED, ids=lambda screen: screen.value)
@pytest.mark.parametrize("kiosk", ["openbox"], indirect=True)
def test_a_desktop_lets_through_what_is_listed_and_the_kiosk_comes_back(kiosk: Place, screen: Screen, attempt: Attempt) -> None:
    kiosk.attempt(attempt, screen)
    if attempt.name not in LISTED and kiosk.signs():
        # What a desktop starts for the attempt before may come late: once is no sign, twice is.
        kiosk.attempt(attempt, screen)
        assert kiosk.signs() == set()


@pytest.mark.parametrize("attempt", MESSAGES, ids=lambda attempt: attempt.name)
@pytest.mark.parametrize("screen", TRIED, ids=lambda screen: screen.value)
@pytest.mark.parametrize("kiosk", ["nothing", "openbox"], indirect=True)
def test_no_program_takes_it_away(kiosk: Place, screen: Screen, attempt: Attempt) -> None:
    kiosk.attempt(attempt, screen)


def test_no_title_bar_under_cage_that_would_draw_one(tmp_path: Path) -> None:
    with place("cage", tmp_path) as made:
        display = made.kiosk().display
        assert [near(display.at((x, 2)), colour, 2) for x, colour in ((2, PAPER), (1277, COLOURS["one"]))] == [True, True]
