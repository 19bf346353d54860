"""SIGTERM and SIGINT 300 times, each at another moment of a run: seeded delays after the first at which it can hear them."""

from __future__ import annotations

import random
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.core.exit_codes import STOPPED
from tests.e2e.content import write_slides
from tests.e2e.display import Display, x_server
from tests.e2e.program import Program
from tests.e2e.test_signals import assert_clean, hears

SEED, TIMES = 8, 300
# A start takes about half a second, an end a quarter.
LONGEST = 1.2


@pytest.fixture(scope="module")
def display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Display]:
    with x_server(tmp_path_factory.mktemp("screen")) as server:
        yield server


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Slides and state of all runs: what one leaves, the next finds."""
    home = tmp_path_factory.mktemp("kiosk")
    write_slides(home / "slides")
    return home


@pytest.mark.parametrize("number", range(TIMES))
def test_it_ends_well(display: Display, folder: Path, number: int) -> None:
    dice = random.Random(SEED * TIMES + number)
    program = Program(folder / "slides", folder / "state", display.name)
    try:
        display.wait_until(lambda: hears(program), "the first moment")
        for pause in (dice.uniform(0, LONGEST), *(dice.uniform(0, 0.3) for _ in range(dice.randrange(3)))):
            time.sleep(pause)
            if program.process.poll() is None:
                program.process.send_signal(dice.choice([signal.SIGTERM, signal.SIGINT]))
        assert_clean(program)
    finally:
        assert program.stop() == STOPPED
