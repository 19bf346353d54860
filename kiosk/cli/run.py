"""`run`: the kiosk itself."""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

from kiosk.core.event_log import EventLog
from kiosk.core.run_options import RunOptions

NO_SCREEN = (
    "kiosk: there is no screen here. Start it on the machine with the display, or use what works without one:\n"
    "  main.py check            everything wrong with the slides\n"
    "  main.py render OUT       every slide as a picture\n"
    "  main.py run --offscreen  the kiosk itself, unseen"
)


def run(options: argparse.Namespace, slides: Path, state: Path) -> int:
    if options.offscreen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    elif not has_screen():
        print(NO_SCREEN, file=sys.stderr)
        return 1
    from kiosk.qt.start import start

    journal = EventLog(as_json=options.log == "json", started=_process_start(), sessions=options.log_sessions)
    return start(RunOptions(slides, state, options.windowed, options.screen, options.rotate, options.quit_after), journal)


def has_screen() -> bool:
    if sys.platform != "linux":
        return True
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if chosen and not chosen.startswith(("xcb", "wayland")):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _process_start() -> float:
    """The beginning of this process, on the monotonic clock in s; now, where the system does not tell."""
    try:
        fields = Path("/proc/self/stat").read_text().rpartition(")")[2].split()
        since_boot = int(fields[19]) / os.sysconf("SC_CLK_TCK")
        return time.monotonic() - (time.clock_gettime(time.CLOCK_BOOTTIME) - since_boot)
    except (OSError, ValueError, IndexError, AttributeError):
        return time.monotonic()
