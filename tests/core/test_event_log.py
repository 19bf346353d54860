"""The log, for people and for machines."""

from __future__ import annotations

import io
import json
import time
from contextlib import suppress

import pytest

from kiosk.core.event_log import EventLog
from kiosk.core.problem import Problem, Severity

PROBLEM = Problem("t/a.md", 3, "mend “it”", Severity.WARNING)


def written(as_json: bool) -> list[str]:
    stream = io.StringIO()
    journal = EventLog(as_json, time.monotonic() - 2, stream)
    journal.write("shown", slide="t/a", seconds=8.5)
    journal.write("rest", frames=0)
    journal.problem(PROBLEM)
    return stream.getvalue().splitlines()


def test_json() -> None:
    shown, rest, problem = (json.loads(line) for line in written(as_json=True))
    assert shown.pop("at") == pytest.approx(2, abs=1)
    assert shown == {"event": "shown", "slide": "t/a", "seconds": 8.5}
    assert (rest["event"], rest["frames"]) == ("rest", 0)
    del problem["at"]
    assert problem == {"event": "problem", "path": "t/a.md", "line": 3, "severity": "warning", "message": "mend “it”"}


def test_words() -> None:
    lines = [line.partition("] ")[2] for line in written(as_json=False)]
    assert lines == ["shown slide=t/a seconds=8.5", "rest frames=0", "problem t/a.md:3: warning: mend “it”"]


def test_a_log_that_nobody_reads_stops_nothing() -> None:
    stream = io.StringIO()
    stream.close()
    EventLog(stream=stream).write("shown")
    full = open("/dev/full", "w")  # noqa: SIM115  closing it fails as well
    EventLog(stream=full).write("shown")
    with suppress(OSError):
        full.close()
