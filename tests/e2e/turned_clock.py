"""A clock of the machine that somebody sets while the program runs, and one that runs too fast (libfaketime)."""

from __future__ import annotations

from pathlib import Path


def library() -> str:
    """Where libfaketime is. Fails without it."""
    found = sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
    assert found, "libfaketime is missing: apt install libfaketime"
    return str(found[0])


class TurnedClock:
    """`environment` makes a program read its date and time here; what only goes on, the monotonic clock, stays true."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.environment = {
            "LD_PRELOAD": library(),
            "FAKETIME_TIMESTAMP_FILE": str(file),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "NO_FAKE_STAT": "1",
        }
        self.turn(0)

    def turn(self, days: int) -> None:
        """Sets the clock so many days after the true one."""
        fresh = self._file.with_suffix(".new")
        fresh.write_text(f"{days:+d}d\n", encoding="ascii")
        fresh.replace(self._file)
