"""200,000 inputs through the real loader, layout and decoder: none crashes, none takes two seconds of processor time.

    .venv/bin/python -m pytest -n 0 tests/long/test_fuzz.py

`KIOSK_FUZZ=FIRST:LAST` tries those numbers instead: a failure names its own, and it is the same input ever after.
"""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

INPUTS = 200_000
# As many as one process tries: what a process that dies was at is its last line.
CHUNK = 2_000


def tried(first: int, last: int) -> str:
    """What went wrong with the inputs of these numbers; "" for nothing."""
    command = [sys.executable, "-m", "tests.long.fuzz", str(first), str(last)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=3600, check=False)
    if done.returncode == 0:
        return ""
    at = done.stderr.rstrip("\r\n").rpartition("\r")[2]
    return done.stdout if done.returncode == 1 and done.stdout else f"the process ended with {done.returncode} at {at[-300:]}"


def test_no_input_crashes_or_takes_two_seconds() -> None:
    first, _, last = os.environ.get("KIOSK_FUZZ", f"0:{INPUTS}").partition(":")
    firsts = range(int(first), int(last), CHUNK)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = pool.map(lambda at: tried(at, min(at + CHUNK, int(last))), firsts)
    assert [result for result in results if result] == []
