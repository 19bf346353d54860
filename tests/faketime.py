"""Another clock for the real program: libfaketime, laid under a process by its environment."""

from __future__ import annotations

from pathlib import Path

from tests.needs import need


def library() -> str:
    """Where libfaketime is."""
    found = sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
    need("" if found else "libfaketime missing")
    return str(found[0])


def clock_says(when: str | Path) -> dict[str, str]:
    """The environment in which a process sees `when`, such as "@2020-01-01 12:00:00"; a file holds it, and may change.

    Its stopwatches and the times of files stay real.
    """
    told = (
        {"FAKETIME_TIMESTAMP_FILE": str(when), "FAKETIME_CACHE_DURATION": "1"} if isinstance(when, Path) else {"FAKETIME": when}
    )
    return {"LD_PRELOAD": library(), "FAKETIME_DONT_FAKE_MONOTONIC": "1", "NO_FAKE_STAT": "1", **told}


class TurnedClock:
    """A clock that somebody sets while the program runs. What only goes on, the monotonic clock, stays true."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.environment = clock_says(file) | {"FAKETIME_NO_CACHE": "1"}
        self.turn(0)

    def turn(self, days: int) -> None:
        """Sets the clock so many days after the true one."""
        fresh = self._file.with_suffix(".new")
        fresh.write_text(f"{days:+d}d\n", encoding="ascii")
        fresh.replace(self._file)


def faster(times: int) -> dict[str, str]:
    """The environment in which all clocks and waits of a process run so many times as fast."""
    return {"LD_PRELOAD": library(), "FAKETIME": f"+0 x{times}", "NO_FAKE_STAT": "1"}
