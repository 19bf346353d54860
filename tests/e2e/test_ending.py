"""Without a service: a restart from the panel is one, and a leave by the PIN ends the program."""

from __future__ import annotations

import time
from pathlib import Path

from kiosk.core.exit_codes import LEFT_BY_STAFF
from kiosk.core.storage.pin import PinFile
from tests.e2e import panel
from tests.e2e.display import Display
from tests.e2e.panel import PIN
from tests.e2e.program import Start


def test_a_restart_from_the_panel_starts_it_again_in_the_same_process(start: Start, display: Display, state: Path) -> None:
    PinFile(state).set_pin(PIN)
    program = start()
    program.wait_for("reloaded")
    for _ in range(2):
        before, earlier = program.now, time.monotonic()
        panel.restart(display)
        ready = program.wait_for("ready", since=before)
        assert ready["seconds"] < time.monotonic() - earlier, "counted from the new beginning, not from the process's"
        program.wait_for("reloaded", since=before)
    assert len(program.logged("ready")) == 3
    assert program.process.poll() is None


def test_a_leave_by_the_pin_ends_it(start: Start, display: Display, state: Path) -> None:
    PinFile(state).set_pin(PIN)
    program = start()
    program.wait_for("reloaded")
    panel.leave(display)
    assert program.process.wait(30) == LEFT_BY_STAFF
    assert program.logged("left") == [], "nobody is asked to bring it back"
