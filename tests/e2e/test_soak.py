"""A short piece of tests/long/test_soak.py."""

from __future__ import annotations

import shutil
from pathlib import Path

from kiosk.core.storage.pin import PinFile
from tests.e2e.display import Display
from tests.e2e.panel import PIN
from tests.e2e.program import HOME, Start
from tests.e2e.soak import SPEED, Soak
from tests.faketime import faster


def test_three_rounds_of_everything_leave_no_thread_and_no_open_file(
    start: Start, display: Display, slides: Path, state: Path
) -> None:
    shutil.rmtree(slides)
    shutil.copytree(HOME / "slides", slides)
    PinFile(state).set_pin(PIN)
    program = start(extra=faster(SPEED))
    program.wait_for("reloaded")
    run = Soak(program, display, slides, state, seed=8)
    for _ in range(3):
        run.round()
    first, *_, last = run.samples
    assert (last.threads, last.handles) == (first.threads, first.handles)
    # A leak of whole pictures, 4 MB each, is seen even in so few rounds; caches still fill up meanwhile.
    assert last.memory < first.memory + 60_000, run.samples
    assert program.logged("error") == []
