"""The way in for staff: the first PIN by the code in the log, and one kiosk at a time on their decisions."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from kiosk.core.exit_codes import FAILED
from kiosk.core.storage.pin import PinFile
from tests.e2e.display import Display
from tests.e2e.panel import PIN, SAVE_GROUND, YELLOW, is_awake, knock, type_pin
from tests.e2e.program import HOME, Start


def command(*words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(HOME / "main.py"), *words], input=typed, capture_output=True, text=True, timeout=60, check=False
    )


def test_the_first_pin_is_chosen_with_the_code_in_the_log(start: Start, display: Display, state: Path) -> None:
    program = start()
    code = program.wait_for("pin_code")["code"]
    knock(display)
    wrong = f"{(int(code) + 1) % 1_000_000:06d}"
    # The code of another run opens nothing; then the right one, a PIN that is guessed first, and one that is not.
    for typed in (wrong, code, "123456", PIN):
        type_pin(display, typed)
        display.wait_until(lambda: is_awake(display), f"a pad that has taken {typed}")
        assert not PinFile(state).is_set()
    assert program.logged("wrong_codes")[0]["count"] == 1
    type_pin(display, PIN)
    display.wait_until(lambda: PinFile(state).is_set() and is_awake(display), "the PIN that is set")
    type_pin(display, PIN)
    display.wait_for(SAVE_GROUND, YELLOW)
    assert PIN not in program.log()
    assert {path.stat().st_mode & 0o777 for path in (state, *state.rglob("*"))} == {0o700, 0o600}


def test_a_second_kiosk_on_the_same_state_says_why_it_does_not_start(
    start: Start, display: Display, slides: Path, state: Path
) -> None:
    first = start()
    first.wait_for("ready")
    folders = ["--slides", str(slides), "--state", str(state)]
    environment = {**os.environ, "DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb"}
    main = [sys.executable, str(HOME / "main.py"), "run", *folders]
    second = subprocess.run(main, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert second.returncode == FAILED
    assert second.stderr == (
        f"kiosk: another kiosk (process {first.process.pid}) uses the state folder {state}; "
        "stop it first, or name another folder with --state\n"
    )
    # What is done from a terminal goes on beside it.
    assert command("pin", "--state", str(state), typed=f"{PIN}\n").returncode == 0
    assert command("settings", "set", "session_seconds", "60", "--state", str(state)).returncode == 0
    assert command("order", "list", *folders).returncode == 0
    assert first.stop() == 0
    start().wait_for("ready")
