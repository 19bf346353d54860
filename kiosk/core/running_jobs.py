"""The jobs under way in worker threads, each with the time of its last sign of life: one that hangs is found here.

One table for the whole process, because a thread that hangs takes the kiosk down whoever has started it.
"""

from __future__ import annotations

import threading
import time

# The longest that a job may go without a sign of life, in s. Whatever takes longer than a moment gives one as it goes on:
# for each slide read, for each piece written. Without one there is the argon2 of a PIN (under 2 s on a Raspberry Pi 3) and
# the layout of one slide, the longest of them.
MOST_SECONDS = 60.0

# By thread: the name of its job, and a monotonic time in s.
_signs: dict[int, tuple[str, float]] = {}


def begin(name: str) -> None:
    """Notes that this thread has begun a job."""
    _signs[threading.get_ident()] = (name, time.monotonic())


def sign_of_life() -> None:
    """Notes that this thread's job goes on; nothing in a thread that has none."""
    thread = threading.get_ident()
    if thread in _signs:
        _signs[thread] = (_signs[thread][0], time.monotonic())


def end() -> None:
    """Notes that this thread's job is done."""
    _signs.pop(threading.get_ident(), None)


def stall(now: float, since: float) -> str:
    """The job that has given no sign of life for longer than it may, in words for the log; "" if there is none.

    `now` and `since` are monotonic times in s. Nobody is blamed for the time before `since`.
    """
    for name, sign in list(_signs.values()):
        silent = now - max(sign, since)
        if silent > MOST_SECONDS:
            return f"the job “{name}” has given no sign of life for {silent:.0f} s"
    return ""
