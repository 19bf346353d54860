"""`run`: the kiosk itself."""

from __future__ import annotations

import argparse
import faulthandler
import os
import sys
import time
from pathlib import Path

from kiosk.core import exit_codes
from kiosk.core.event_log import EventLog
from kiosk.core.run_options import RunOptions

# In the environment of a run that follows another in the same process: its beginning, on the monotonic clock in s.
BEGUN = "KIOSK_BEGUN"
NO_SCREEN = (
    "kiosk: there is no screen here. Start it on the machine with the display, or use what works without one:\n"
    "  main.py check            everything wrong with the slides\n"
    "  main.py render OUT       every slide as a picture\n"
    "  main.py run --offscreen  the kiosk itself, unseen"
)


def run(options: argparse.Namespace, slides: Path, state: Path) -> int:
    """Runs the kiosk until it ends, and does what that end asks for. Returns one of `exit_codes`."""
    # Where it stood when it died: systemd ends a kiosk that hangs with SIGABRT. Names of functions, nothing of a session.
    if sys.stderr:
        faulthandler.enable()
    if options.offscreen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    elif not has_screen():
        print(NO_SCREEN, file=sys.stderr)
        return exit_codes.FAILED
    from kiosk.qt.start import start

    journal = EventLog(as_json=options.log == "json", started=_beginning(), sessions=options.log_sessions)
    code = start(RunOptions(slides, state, options.windowed, options.screen, options.rotate, options.quit_after), journal)
    if code in (exit_codes.RESTART, exit_codes.LEFT_BY_STAFF):
        from kiosk.cli import ending
        from kiosk.core.service import is_service

        if code == exit_codes.RESTART:
            # What was found out on the way goes on, as that there is no OpenGL.
            ending.run_again({**os.environ, BEGUN: str(time.monotonic())})
        elif is_service():
            ending.return_later(state, journal)
    return code


def has_screen() -> bool:
    if sys.platform != "linux":
        return True
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if chosen and not chosen.startswith(("xcb", "wayland")):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _beginning() -> float:
    """The beginning of this run, on the monotonic clock in s: its process's, unless that had another run before."""
    try:
        if begun := os.environ.pop(BEGUN, ""):
            return float(begun)
        fields = Path("/proc/self/stat").read_text().rpartition(")")[2].split()
        since_boot = int(fields[19]) / os.sysconf("SC_CLK_TCK")
        return time.monotonic() - (time.clock_gettime(time.CLOCK_BOOTTIME) - since_boot)
    except (OSError, ValueError, IndexError, AttributeError):
        return time.monotonic()
