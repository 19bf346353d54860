"""A private system bus with a time service on it (python-dbusmock's timedated), as a machine with systemd has one."""

from __future__ import annotations

import os
import re
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.needs import need, need_tools

# The mock is Debian's package, for Debian's Python.
PYTHON = "/usr/bin/python3"
NAME, PLACE = "org.freedesktop.timedate1", "/org/freedesktop/timedate1"
PATIENCE = 30.0


class TimeService:
    """The service. `calls` holds what was asked of it so far."""

    def __init__(self, address: str, log: Path) -> None:
        self.address = address
        self._log = log

    def calls(self) -> list[str]:
        """Such as "SetNTP False False", in order, questions for properties left out."""
        lines = re.findall(r"^[\d.]+ (Set\w+) (.*)$", self._log.read_text(), re.MULTILINE)
        return [f"{name} {arguments}" for name, arguments in lines]

    def refuse(self, method: str, signature: str, error: str, message: str) -> None:
        """Has a method answer with an error from now on."""
        self._answer(method, signature, f"raise dbus.exceptions.DBusException({message!r}, name={error!r})")

    def accept(self, method: str, signature: str) -> None:
        self._answer(method, signature, "")

    def is_there(self) -> bool:
        return self._busctl("get-property", NAME, PLACE, NAME, "NTP", check=False).returncode == 0

    def _answer(self, method: str, signature: str, code: str) -> None:
        words = ("org.freedesktop.DBus.Mock", "AddMethod", "sssss", NAME, method, signature, "", code)
        self._busctl("call", NAME, PLACE, *words, check=True)

    def _busctl(self, *words: str, check: bool) -> subprocess.CompletedProcess[bytes]:
        command = ["busctl", f"--address={self.address}", *words]
        return subprocess.run(command, check=check, capture_output=True, timeout=PATIENCE)


@contextmanager
def time_service(folder: Path, *, service: bool = True) -> Iterator[TimeService]:
    """Runs the bus, and on it the service. Where the tools are missing the test is left out, except on the build server."""
    need_tools("dbus-daemon", "busctl", PYTHON)
    has_mock = subprocess.run([PYTHON, "-c", "import dbusmock"], capture_output=True).returncode == 0
    need("" if has_mock else "python3-dbusmock missing")
    log = folder / "calls.log"
    address = f"unix:path={folder / 'bus'}"
    running = [subprocess.Popen(["dbus-daemon", "--session", "--nofork", f"--address={address}"], stderr=subprocess.DEVNULL)]
    try:
        found = TimeService(address, log)
        wait_for(lambda: (folder / "bus").exists(), "the bus")
        if service:
            environment = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": address}
            command = [PYTHON, "-m", "dbusmock", "--system", "--template", "timedated", "-l", str(log)]
            running.append(subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL))
            wait_for(found.is_there, "the time service")
        yield found
    finally:
        for process in reversed(running):
            process.terminate()
            process.wait()


def wait_for(holds: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline, f"{what}: not within {PATIENCE:g} s"
        time.sleep(0.02)
