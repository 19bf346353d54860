"""The kiosk as the service that `setup --service` makes, of a user who is logged in on an X server."""

from __future__ import annotations

import re
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from configparser import ConfigParser
from contextlib import contextmanager
from pathlib import Path

from tests.e2e import panel, x_messages
from tests.e2e.display import Display, x_server
from tests.e2e.panel import PIN
from tests.e2e.user_systemd import UserSystemd, copy_of_project, user_systemd

# What a clinic might call it. Each sign means something to systemd, to a shell or to Python; Qt itself takes no comma,
# semicolon or double quotation mark in the path of its own folder.
PROJECT_NAME = "The waiting room's screen 100 % $HOME"
# Drawn without a graphics card, as the README says; what it logs, and how each run ended, lies where it can be followed.
DROP_IN = """[Service]
Environment=QT_QUICK_BACKEND=software
StandardError=append:%h/log
ExecStopPost=/bin/sh -c 'echo $EXIT_STATUS >> %h/ends'
"""


RETURN = "kiosk-return.timer"
UNITS = {"d": 86400.0, "h": 3600.0, "min": 60.0, "s": 1.0, "ms": 1e-3, "us": 1e-6}


def seconds(span: str) -> float:
    """A span of time as systemd writes it, such as "1h 2min 3.5s", in s."""
    parts = re.findall(r"([\d.]+)([a-z]+)", span)
    return sum(float(number) * UNITS[unit] for number, unit in parts)


class Service:
    """`kiosk.service` on a display. `machine`: the user's systemd and terminal; `state`: the folder that the commands use."""

    def __init__(self, machine: UserSystemd, display: Display, project: Path, python: Path) -> None:
        self.machine = machine
        self.display = display
        self.state = machine.home / ".local" / "state" / "kiosk"
        self._project = project
        self._python = python
        self._log = machine.home / "log"

    def command(self, *words: str, given: str = "") -> str:
        """`main.py` in the user's terminal: what it prints. It must end well."""
        done = self.machine.run(self._python, self._project / "main.py", *words, given=given, DISPLAY=self.display.name)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def install(self) -> None:
        self.command("setup", "--service")
        drop_in = self.machine.home / ".config/systemd/user/kiosk.service.d/test.conf"
        drop_in.parent.mkdir()
        drop_in.write_text(DROP_IN)
        self.machine.systemctl("daemon-reload")
        self.command("pin", given=f"{PIN}\n")

    def log_in(self) -> None:
        """What the desktop does with its autostart entry."""
        entry = ConfigParser(interpolation=None)
        entry.read(self.machine.home / ".config/autostart/kiosk.desktop")
        done = self.machine.run(*shlex.split(entry["Desktop Entry"]["Exec"]), DISPLAY=self.display.name)
        assert done.returncode == 0, done.stderr

    # --- looking ---

    def property(self, name: str, unit: str = "kiosk.service") -> str:
        return self.machine.systemctl("show", "-P", name, unit)

    def pid(self) -> int:
        return int(self.property("MainPID"))

    def log(self) -> str:
        return self._log.read_text() if self._log.exists() else ""

    def ends(self) -> list[str]:
        """How each run ended: an exit code, or the name of a signal."""
        file = self.machine.home / "ends"
        return file.read_text().split() if file.exists() else []

    def starts(self) -> int:
        """How often the first slide has come on the screen."""
        return len(re.findall(r"\] ready ", self.log()))

    def is_running(self) -> bool:
        return self.property("SubState") == "running"

    def wait_until_started(self, before: int) -> None:
        """Waits for one more start than there were before, and until it heeds touches."""
        self.machine.wait_until(lambda: self.starts() > before and self._has_read_all(), f"a start; the log:\n{self.log()}")
        self.machine.wait_until(self.is_running, "the start's end for systemd")

    def _has_read_all(self) -> bool:
        """The slides have been read since the last start, which comes after all else."""
        return self.log().rfind("] reloaded") > self.log().rfind("] ready")

    def leave(self) -> None:
        """Leaves by the PIN, which was set in a terminal."""
        panel.leave(self.display)
        self.machine.wait_until(lambda: self.property("ActiveState") == "inactive", "the end of the service")

    def send(self, signal: str) -> None:
        """Any process of this user may do this, as from a shell."""
        self.machine.run("kill", f"-{signal}", str(self.pid()))

    def ask_to_close(self) -> None:
        """Asks the kiosk's window to close, as a window manager does for Alt+F4 and for the cross of a title bar."""
        window = self.display.ask("xdotool", "search", "--sync", "--onlyvisible", "--class", "kiosk").split()[-1]
        x_messages.ask_to_close(self.display.name, window)


@contextmanager
def installed_service() -> Iterator[Service]:
    """A machine on which somebody has done what the README says, up to the first log-in."""
    # Not below pytest's own folder, which is shut to other users.
    folder = Path(tempfile.mkdtemp(prefix="kiosk-service-"))
    folder.chmod(0o755)
    try:
        screen = folder / "screen"
        screen.mkdir()
        project = folder / PROJECT_NAME
        project.mkdir()
        python = copy_of_project(project)
        with x_server(screen) as display, user_systemd(folder) as machine:
            service = Service(machine, display, project, python)
            service.install()
            yield service
    finally:
        shutil.rmtree(folder)
