"""The program's commands as processes, without a screen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SIGNS_OF_A_SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def run(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """`main.py` with these words. Of the variables that tell of a screen it has those given here alone."""
    inherited = {name: value for name, value in os.environ.items() if name not in SIGNS_OF_A_SCREEN}
    return subprocess.run(
        [sys.executable, ROOT / "main.py", *words],
        env=inherited | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
