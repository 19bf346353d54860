"""What follows a run: the same once more in this process, or a timer that brings the kiosk back after staff have left it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from kiosk.core.event_log import EventLog
from kiosk.core.service import RETURN, UNIT
from kiosk.core.storage.state_folder import StateFolder

# systemd answers at once, or not at all.
PATIENCE_SECONDS = 10.0


def run_again(environment: Mapping[str, str]) -> None:
    """Starts the same command in this process, which keeps its number, so that systemd goes on watching it.

    Everything must be closed. Returns only where the interpreter cannot be started, and then says why.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    try:
        # Its full path, because that is what tells Python of its virtual environment.
        line = [sys.executable, *sys.orig_argv[1:]]
        os.execve(sys.executable, line, environment)
    except OSError as error:
        print(f"kiosk: it cannot restart itself: {sys.executable}: {error.strerror}", file=sys.stderr)


def return_later(state: Path, log: EventLog) -> None:
    """Has systemd start the service in as many minutes as the settings say; for 0, not at all."""
    minutes = StateFolder(state).read()[0].settings.return_minutes
    problem = _set_timer(minutes) if minutes else ""
    log.write("left", returns_in_minutes=minutes, **({"problem": problem} if problem else {}))


def _set_timer(minutes: float) -> str:
    """Replaces the timer that an earlier leave has set. Returns what systemd says against it."""
    start = ["systemctl", "--user", "--no-block", "start", UNIT]
    when = [f"--on-active={minutes * 60:.0f}s", "--timer-property=AccuracySec=1s"]
    try:
        _ask("systemctl", "--user", "stop", f"{RETURN}.timer")
        done = _ask("systemd-run", "--user", "--collect", f"--unit={RETURN}", *when, *start)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    return done.stderr.strip() if done.returncode else ""


def _ask(*line: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(line, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False)
