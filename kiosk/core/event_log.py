"""The program's own log: one line per event on standard error, for people or for machines. Nothing about a person.

Nothing follows from it about when somebody read, for how long, or what, unless `sessions` asks for that in a test.
"""

from __future__ import annotations

import sys
import time
from typing import TextIO

from kiosk.core.problem import Problem


class EventLog:
    """Writes events. `as_json`: one object a line; else words. `started` is a monotonic time in s.

    `sessions`: what sessions are made of is wanted too, each slide and each session with its time. Not for a clinic.
    """

    def __init__(
        self,
        as_json: bool = False,
        started: float | None = None,
        stream: TextIO | None = None,
        *,
        sessions: bool = False,
    ) -> None:
        self.as_json = as_json
        self.sessions = sessions
        self.started = time.monotonic() if started is None else started
        self.stream = stream or sys.stderr

    def write(self, event: str, **details: object) -> None:
        """Writes one event with its details; `at` is seconds since the start."""
        self._line(event, " ".join(f"{key}={value}" for key, value in details.items()), details)

    def ready(self) -> None:
        """Writes that the first slide is on the screen."""
        self.write("ready", seconds=round(time.monotonic() - self.started, 3))

    def say(self, event: str, sentence: str, **details: object) -> None:
        """Writes one event as a sentence for people; for machines, with its details."""
        self._line(event, sentence, {**details, "message": sentence})

    def problem(self, problem: Problem) -> None:
        details = {
            "path": problem.path,
            "line": problem.line,
            "severity": problem.severity.value,
            "message": problem.message,
        }
        self._line("problem", str(problem), details)

    def _line(self, event: str, words: str, details: dict[str, object]) -> None:
        at = round(time.monotonic() - self.started, 3)
        if self.as_json:
            import json

            line = json.dumps({"event": event, "at": at, **details}, ensure_ascii=False, default=str)
        else:
            line = f"[{at:9.3f}] {event} {words}".rstrip()
        try:
            print(line, file=self.stream, flush=True)
        except (OSError, ValueError):
            # A log that nobody can read any more is no reason to stop the slides.
            return
