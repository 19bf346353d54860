"""The user's own folders, where nothing else is named (XDG Base Directory Specification). Standard library only."""

from __future__ import annotations

import os
from pathlib import Path


def state_folder() -> Path:
    """Where staff's decisions are kept: the commands use it, and `setup --service` writes it into the service."""
    return _base("XDG_STATE_HOME", ".local/state") / "kiosk"


def config_folder() -> Path:
    """The user's settings of all programs: systemd's units, the desktop's autostart."""
    return _base("XDG_CONFIG_HOME", ".config")


def _base(variable: str, usual: str) -> Path:
    # A path that is not absolute counts for nothing, by the specification.
    named = Path(os.environ.get(variable, ""))
    return named if named.is_absolute() else Path.home() / usual
