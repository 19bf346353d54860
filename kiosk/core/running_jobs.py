"""The jobs under way in worker threads, each with the time of its last sign of life: one that hangs is found here.

One table for the whole process, because a thread that hangs takes the kiosk down whoever has started it.
"""

from __future__ import annotations

import threading
import time

from msgspec import Struct
from msgspec.structs import replace

# The longest that a job may go without a sign of life, in s. Whatever takes longer than a moment gives one as it goes on:
# for each slide read, for each piece written. Without one there is the argon2 of a PIN (under 2 s on a Raspberry Pi 3) and
# the layout of one slide, the longest of them.
MOST_SECONDS = 60.0


class _Sign(Struct, frozen=True):
    """A job's name and last sign of life (a monotonic time in s). `may_hang`: somebody else notices if it hangs."""

    name: str
    at: float
    may_hang: bool


# By thread.
_signs: dict[int, _Sign] = {}


def begin(name: str, may_hang: bool = False) -> None:
    """Notes that this thread has begun a job."""
    _signs[threading.get_ident()] = _Sign(name, time.monotonic(), may_hang)


def sign_of_life() -> None:
    """Notes that this thread's job goes on; nothing in a thread that has none."""
    thread = threading.get_ident()
    if sign := _signs.get(thread):
        _signs[thread] = replace(sign, at=time.monotonic())


def end() -> None:
    """Notes that this thread's job is done."""
    _signs.pop(threading.get_ident(), None)


def silence(name: str, now: float) -> float:
    """Seconds since the last sign of life of the job with that name; 0 if there is none. `now`: a monotonic time in s."""
    return max((now - sign.at for sign in list(_signs.values()) if sign.name == name), default=0.0)


def stall(now: float, since: float) -> str:
    """The job that has given no sign of life for longer than it may, in words for the log; "" if there is none.

    `now` and `since` are monotonic times in s. Nobody is blamed for the time before `since`.
    """
    for sign in list(_signs.values()):
        silent = now - max(sign.at, since)
        if silent > MOST_SECONDS and not sign.may_hang:
            return f"the job “{sign.name}” has given no sign of life for {silent:.0f} s"
    return ""
