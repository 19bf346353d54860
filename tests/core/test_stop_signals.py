"""SIGTERM and SIGINT from the first moment of a run to the last, in a process of its own: a handler belongs to all of it."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from kiosk.core.exit_codes import FAILED, LEFT_BY_STAFF, RESTART, STOPPED
from kiosk.core.stop_signals import NUMBERS

PROGRAM = """
import os, signal, sys
from kiosk.core.stop_signals import StopSignals

me, number = os.getpid(), signal.Signals(int(sys.argv[1]))
signals = StopSignals()
{body}
"""


def run(body: str, number: signal.Signals) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", PROGRAM.format(body=body), str(number.value)]
    return subprocess.run(command, capture_output=True, text=True, timeout=30)


@pytest.mark.parametrize("number", NUMBERS)
def test_a_signal_waits_until_it_is_read(number: signal.Signals) -> None:
    ended = run("os.kill(me, number)\nprint(signals.told, signals.read())", number)
    assert (ended.stdout, ended.returncode) == ("True True\n", 0), ended.stderr


def test_another_signal_is_not_taken_for_one() -> None:
    body = "signal.signal(signal.SIGUSR1, lambda *_: None)\nos.kill(me, signal.SIGUSR1)\nprint(signals.told, signals.read())"
    assert run(body, signal.SIGTERM).stdout == "False False\n"


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("code", [STOPPED, FAILED, LEFT_BY_STAFF])
def test_what_comes_after_the_end_changes_no_exit_code(number: signal.Signals, code: int) -> None:
    ended = run(f"code = signals.end({code})\nos.kill(me, number)\nsys.exit(code)", number)
    assert (ended.returncode, ended.stderr) == (code, "")


def test_one_that_is_told_to_stop_is_not_started_anew() -> None:
    assert run(f"os.kill(me, number)\nsys.exit(signals.end({RESTART}))", signal.SIGTERM).returncode == STOPPED


def test_what_is_started_anew_hears_the_signal_again() -> None:
    body = f"""
if "again" not in sys.argv:
    assert signals.end({RESTART}) == {RESTART}
    os.execv(sys.executable, [sys.executable, "-c", "import os, signal; os.kill(os.getpid(), signal.SIGTERM)", "again"])
"""
    assert run(body, signal.SIGTERM).returncode == -signal.SIGTERM
