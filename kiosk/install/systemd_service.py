"""The boot-time service: systemd keeps the kiosk running, the desktop's autostart tells it when there is a screen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from kiosk.install.folders import config_folder, state_folder

UNIT = "kiosk.service"
ENTRY = "kiosk.desktop"
# Either one in a folder makes it a state folder.
STATE_FILES = ("kiosk.json", "pin")


def _targets() -> dict[str, Path]:
    config = config_folder()
    return {UNIT: config / "systemd" / "user" / UNIT, ENTRY: config / "autostart" / ENTRY}


def is_installed() -> bool:
    """True if both files are there."""
    return all(path.exists() for path in _targets().values())


def state_of_service() -> Path | None:
    """The state folder that the installed service names; None where it names none, as one of an earlier version does."""
    import shlex

    try:
        lines = _targets()[UNIT].read_text().splitlines()
        command = next(line for line in lines if line.startswith("ExecStart="))
        words = shlex.split(command.removeprefix("ExecStart=").removeprefix(":"))
        return Path(words[words.index("--state") + 1].replace("%%", "%"))
    except (OSError, ValueError, StopIteration, IndexError):
        return None


def forgotten_state(used: Path) -> list[Path]:
    """Folders besides the `used` one that hold decisions or a PIN.

    The services of earlier versions left the choice to systemd, whose StateDirectory= is in ~/.config before version 254.
    """
    places = {state_folder(), config_folder() / "kiosk"} - {used}
    return sorted(place for place in places if any(os.path.lexists(place / name) for name in STATE_FILES))


def how_to_move(forgotten: Path, used: Path) -> str:
    """The commands that make the forgotten state folder the used one."""
    import shlex

    source, target = shlex.quote(str(forgotten)), shlex.quote(str(used))
    aside = f"mv -T {target} {shlex.quote(f'{used}.old')} && " if os.path.lexists(used) else ""
    return f"systemctl --user stop {UNIT} && {aside}mv -T {source} {target} && systemctl --user start {UNIT}"


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
    state = state_folder()
    words = {"{python}": python, "{main}": home / "main.py", "{state}": state}
    for name, path in _targets().items():
        text = (home / "resources" / "service" / name).read_text()
        for word, value in words.items():
            text = text.replace(word, _quoted(value))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        print(f"kiosk: wrote {path}")
    print(f"kiosk: staff's decisions and the PIN are kept in {state}")
    for forgotten in forgotten_state(state):
        print(f"kiosk: {forgotten} holds others too; to use those instead: {how_to_move(forgotten, state)}")
    if not _reload_systemd():
        print("kiosk: systemd did not answer; the service starts with the next log-in")
    print(f"kiosk: it starts with the desktop from now on. To start it at once: systemctl --user restart {UNIT}")
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
