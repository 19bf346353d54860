"""Nobody gets out: every attempt of the table on every screen, without a window manager, under cage, and under a desktop's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.e2e.breakout import TRIED, Attempt, Place, Screen, place
from tests.long.breakout_attempts import INPUT, MESSAGES

ATTEMPTS = {"nothing": [*INPUT, *MESSAGES], "cage": INPUT, "openbox": [*INPUT, *MESSAGES]}
TABLE = [(under, screen, attempt) for under, attempts in ATTEMPTS.items() for screen in TRIED for attempt in attempts]


@pytest.fixture(scope="module")
def kiosk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    options = ("-d",) if request.param == "cage" else ()
    with place(request.param, tmp_path_factory.mktemp(request.param), *options) as made:
        yield made


def test_the_table_is_long_enough_and_names_each_attempt_once() -> None:
    names = [attempt.name for attempt in INPUT]
    assert len(names) >= 150
    assert len({attempt.name for attempt in [*INPUT, *MESSAGES]}) == len(INPUT) + len(MESSAGES)


@pytest.mark.parametrize(
    ("kiosk", "screen", "attempt"),
    TABLE,
    ids=[f"{under}-{screen.value}-{attempt.name}" for under, screen, attempt in TABLE],
    indirect=["kiosk"],
)
def test_nobody_gets_out(kiosk: Place, screen: Screen, attempt: Attempt) -> None:
    kiosk.attempt(attempt, screen)
