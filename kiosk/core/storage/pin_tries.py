"""The tries at the pad: how slowly wrong ones may follow each other, on a clock that nobody sets, and the answer to one."""

from __future__ import annotations

import secrets
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kiosk.core.files import Unreadable
from kiosk.core.storage.atomic_file import NotSaved

FREE_TRIES = 3
FIRST_WAIT, LONGEST_WAIT = 30.0, 3600.0


@dataclass(frozen=True, slots=True)
class Moment:
    """A time within one run of the machine: seconds since it was started, and which run that is.

    The wall clock has no part in it, so that setting it neither shortens nor lengthens a wait.
    """

    monotonic: float
    boot: str

    @classmethod
    def now(cls) -> Moment:
        clock = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
        return cls(time.clock_gettime(clock), _boot())


@cache
def _boot() -> str:
    # Where the system does not name its runs, each process counts as one: a wait is then served whole again.
    with suppress(OSError):
        return Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    return secrets.token_hex(16)


@dataclass(frozen=True, slots=True)
class Answer:
    """The pad's answer to one try.

    `wait`: seconds until the next try is looked at. `looked_at`: False if this one was not. `wrong`: the tries looked at
    since the last right one that were wrong. `problem`: what staff should know.
    """

    right: bool
    wait: float = 0.0
    looked_at: bool = False
    wrong: int = 0
    problem: NotSaved | Unreadable | None = None


def wait_after(wrong: int) -> float:
    """Seconds to wait after so many wrong tries in a row."""
    if wrong < FREE_TRIES:
        return 0.0
    return float(min(FIRST_WAIT * 2 ** min(wrong - FREE_TRIES, 20), LONGEST_WAIT))
