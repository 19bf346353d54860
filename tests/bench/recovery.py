"""How soon the kiosk is there, and there again: seconds from what befalls it to a picture on the screen. By hand:

.venv/bin/python tests/bench/recovery.py

Needs what the end-to-end tests need; the part under systemd needs root besides. Software renderer, 1280x720, medians of ROUNDS.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median

HOME = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(HOME))

from kiosk.core.storage.pin import PinFile  # noqa: E402
from tests.e2e.content import write_slides  # noqa: E402
from tests.e2e.display import Display, x_server  # noqa: E402
from tests.e2e.panel import PIN  # noqa: E402
from tests.e2e.program import Program  # noqa: E402
from tests.e2e.service import installed_service  # noqa: E402
from tests.e2e.surroundings import window_manager  # noqa: E402
from tests.e2e.test_starts import CONDITIONS, GROUND, Condition  # noqa: E402
from tests.e2e.windows import Windows  # noqa: E402

ROUNDS = 3
TITLE = "Waiting-room kiosk"


def tell(what: str, seconds: list[float]) -> None:
    print(f"{what}: {median(seconds):.2f} s ({', '.join(f'{each:.2f}' for each in seconds)})", flush=True)


def after(act: Callable[[], object], wait: Callable[[], object]) -> float:
    """The seconds from `act` to the end of `wait`."""
    begun = time.monotonic()
    act()
    wait()
    return time.monotonic() - begun


@contextmanager
def folders() -> Iterator[tuple[Path, Path]]:
    with tempfile.TemporaryDirectory() as folder:
        write_slides(Path(folder) / "slides")
        yield Path(folder) / "slides", Path(folder) / "state"


# --- starts ---


def start_in(condition: Condition, display: Display) -> float:
    """From the start of the process to its picture."""
    with folders() as (slides, state):
        if condition.has_pin:
            PinFile(state).set_pin(PIN)
        condition.prepare(slides, state)
        for kept in (True, False) if condition.again else (False,):
            begun = time.monotonic()
            program = Program(slides, state, display.name, extra=condition.environment())
            try:
                program.wait_for("ready")
                display.wait_for(GROUND, condition.ground)
                seconds = time.monotonic() - begun
                program.wait_for("reloaded")
                while kept and not (state / "first-slide.json").exists():
                    time.sleep(0.05)
            finally:
                program.stop()
    return seconds


# --- while it runs ---


def slides_folder(display: Display) -> None:
    told, back = [], []
    with folders() as (slides, state):
        program = Program(slides, state, display.name)
        program.wait_for("reloaded")
        away = slides.with_name("away")
        for _ in range(ROUNDS):
            since = program.now
            told.append(after(lambda: slides.rename(away), partial(program.wait_for, "problem", since)))
            since = program.now
            back.append(after(lambda: away.rename(slides), partial(program.wait_for, "reloaded", since)))
        program.stop()
    tell("the slides folder is away: told", told)
    tell("the slides folder is back: read", back)


def place_on_screen(display: Display) -> None:
    """Under a window manager: until it fills the screen again, on top, with the keys."""
    with folders() as (slides, state), window_manager(display):
        program = Program(slides, state, display.name)
        program.wait_for("reloaded")
        windows = Windows(display.name)
        windows.find(program.process.pid)
        window = display.ask("xdotool", "search", "--onlyvisible", "--name", TITLE)

        def back() -> None:
            display.wait_until(lambda: not windows.faults(), "the kiosk in its place")

        back()
        losses: dict[str, Callable[[], object]] = {
            "iconified": lambda: display.ask("xdotool", "windowminimize", window),
            "on another desktop": lambda: display.ask("xdotool", "set_desktop_for_window", window, "2"),
        }
        for name, lose in losses.items():

            def lost(lose: Callable[[], object] = lose) -> None:
                windows.forget()
                lose()
                display.wait_until(lambda: bool(windows.signs() or windows.faults()), "the loss")

            tell(f"the window is {name}: back", [after(lost, back) for _ in range(ROUNDS)])
        windows.close()
        program.stop()


def under_systemd() -> None:
    with installed_service() as service:
        service.log_in()
        service.wait_until_started(0)
        for signal, meant in (
            ("KILL", "killed"),
            ("TERM", "ended by SIGTERM"),
            ("STOP", "made to stand still, WatchdogSec=15"),
        ):
            times = []
            for _ in range(1 if signal == "STOP" else ROUNDS):
                before = service.starts()
                times.append(after(lambda: service.send(signal), lambda: service.wait_until_started(before)))  # noqa: B023
            tell(f"the service is {meant}: started again", times)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, x_server(Path(folder)) as display:
        for name, condition in CONDITIONS.items():
            tell(f"start, {name}", [start_in(condition, display) for _ in range(ROUNDS)])
        slides_folder(display)
        place_on_screen(display)
    if os.geteuid() == 0:
        under_systemd()


if __name__ == "__main__":
    main()
