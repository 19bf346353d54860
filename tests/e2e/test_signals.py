"""SIGTERM and Ctrl+C at any moment of a run: it ends with 0, without a word of an error, and the next start is as good."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.core.exit_codes import STOPPED
from tests.e2e.display import Display
from tests.e2e.program import Program


def hears(program: Program) -> bool:
    """True once the program takes SIGTERM itself: before, it is Python's interpreter that starts."""
    status = Path(f"/proc/{program.process.pid}/status").read_text(encoding="ascii")
    caught = int(next(line for line in status.splitlines() if line.startswith("SigCgt:")).split()[1], 16)
    return bool(caught & 1 << (signal.SIGTERM - 1))


def has_loaded(library: str) -> Callable[[Program], bool]:
    return lambda program: hears(program) and library in Path(f"/proc/{program.process.pid}/maps").read_text(encoding="utf-8")


def has_logged(event: str) -> Callable[[Program], bool]:
    return lambda program: program.logged(event) != []


MOMENTS: dict[str, Callable[[Program], bool]] = {
    "before Qt": hears,
    "within Qt's import": has_loaded("libQt6Gui"),
    "at the X server": has_loaded("libqxcb"),
    "between splash and interface": has_loaded("libQt6Qml"),
    "within the interface": has_loaded("libQt6LabsQmlModels"),
    "first slide": has_logged("shown"),
    "ready": has_logged("ready"),
    "in the loop": has_logged("reloaded"),
}


def told_to_stop(program: Program, display: Display, moment: str, numbers: tuple[signal.Signals, ...]) -> None:
    """Sends the signals as soon as the moment has come, one right after the other."""
    display.wait_until(lambda: MOMENTS[moment](program), moment)
    for number in numbers:
        program.process.send_signal(number)


def assert_clean(program: Program) -> None:
    assert program.process.wait(30) == STOPPED, program.log()
    assert program.logged("error") == []
    assert [line for line in program.words if "Traceback" in line or "Error" in line or "QThread" in line] == []


@pytest.mark.parametrize(
    "numbers", [(signal.SIGTERM,), (signal.SIGINT,), (signal.SIGTERM, signal.SIGINT, signal.SIGTERM)], ids=str
)
@pytest.mark.parametrize("moment", MOMENTS)
def test_it_ends_well_whenever_it_is_told_to(
    display: Display, slides: Path, state: Path, moment: str, numbers: tuple[signal.Signals, ...]
) -> None:
    program = Program(slides, state, display.name)
    try:
        told_to_stop(program, display, moment, numbers)
        assert_clean(program)
    finally:
        assert program.stop() == STOPPED


@pytest.mark.parametrize("moment", [moment for moment in MOMENTS if moment != "ready"])
def test_it_ends_well_at_the_next_start(display: Display, slides: Path, state: Path, moment: str) -> None:
    """With the kept first frame on the screen."""
    first = Program(slides, state, display.name)
    display.wait_until(lambda: (state / "first-slide.json").exists(), "the first frame, kept for the next start")
    assert first.stop() == STOPPED
    program = Program(slides, state, display.name)
    try:
        told_to_stop(program, display, moment, (signal.SIGTERM,))
        assert_clean(program)
    finally:
        assert program.stop() == STOPPED
