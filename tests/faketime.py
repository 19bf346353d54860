"""Another clock for the real program: libfaketime, laid under a process by its environment."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

LIBRARIES = sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))


def clock_says(when: str | Path) -> dict[str, str]:
    """The environment in which a process sees `when`, such as "@2020-01-01 12:00:00"; a file holds it, and may change.

    Its stopwatches and the times of files stay real. Where the library is missing the test is left out, except on the
    build server.
    """
    if not LIBRARIES and not os.environ.get("CI"):
        pytest.skip("libfaketime missing")
    told = (
        {"FAKETIME_TIMESTAMP_FILE": str(when), "FAKETIME_CACHE_DURATION": "1"} if isinstance(when, Path) else {"FAKETIME": when}
    )
    return {"LD_PRELOAD": str(LIBRARIES[0]), "FAKETIME_DONT_FAKE_MONOTONIC": "1", "NO_FAKE_STAT": "1", **told}
