"""The boot-time service: systemd keeps the kiosk running, the desktop's autostart tells it when there is a screen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

UNIT = "kiosk.service"
ENTRY = "kiosk.desktop"


def _targets() -> dict[str, Path]:
    config = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return {UNIT: config / "systemd" / "user" / UNIT, ENTRY: config / "autostart" / ENTRY}


def is_installed() -> bool:
    """True if both files are there."""
    return all(path.exists() for path in _targets().values())


def install(home: Path, python: Path) -> int:
    """Installs the service for the present user, who must be the one that logs in on the kiosk. Returns an exit code.

    `home` is the project's folder, `python` the interpreter that runs it.
    """
    if sys.platform != "linux":
        print("kiosk: the service needs Linux with systemd; elsewhere, have `python3 main.py` started at log-in")
        return 1
    if os.geteuid() == 0:
        print("kiosk: run this as the user who is logged in on the kiosk, without sudo")
        return 1
    for name, path in _targets().items():
        template = (home / "resources" / "service" / name).read_text()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(template.replace("{python}", _quoted(python)).replace("{main}", _quoted(home / "main.py")))
        print(f"kiosk: wrote {path}")
    if not _reload_systemd():
        print("kiosk: systemd did not answer; the service starts with the next log-in")
    print("kiosk: it starts with the desktop from now on. To start it at once: systemctl --user start kiosk.service")
    return 0


def _quoted(path: Path) -> str:
    """One word of a unit's command line (systemd.service(5), "Command lines")."""
    signs = {"\\": "\\\\", '"': '\\"', "%": "%%"}
    return '"' + "".join(signs.get(sign, sign) for sign in str(path)) + '"'


def _reload_systemd() -> bool:
    try:
        return subprocess.run(["systemctl", "--user", "daemon-reload"], check=False).returncode == 0
    except OSError:
        return False
