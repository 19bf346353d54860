"""The program as a process of its own, followed through its log."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tests.e2e.display import PATIENCE

HOME = Path(__file__).resolve().parents[2]
Event = dict[str, Any]


class Program:
    """`main.py run --log json`. `events` holds what it has logged so far, `words` its other lines.

    `renderer`: software, or one of Qt's names for a graphics library; "" leaves the choice to the program.
    `trail`: the log of sessions that a test follows, and a clinic does not have. `extra` is put into its environment.
    `wayland`: the socket of the compositor that it runs under, instead of the X server.
    """

    def __init__(
        self,
        slides: Path,
        state: Path,
        display: str,
        *arguments: str,
        renderer: str = "software",
        trail: bool = True,
        extra: Mapping[str, str] = MappingProxyType({}),
        wayland: Path | None = None,
    ) -> None:
        environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QSG_INFO": "1"}
        if wayland:
            environment |= {"QT_QPA_PLATFORM": "wayland", "WAYLAND_DISPLAY": str(wayland)}
            environment["XDG_RUNTIME_DIR"] = str(wayland.parent)
        environment.pop("QT_QUICK_BACKEND", None)
        if renderer:
            environment |= {"QT_QUICK_BACKEND": "software"} if renderer == "software" else {"QSG_RHI_BACKEND": renderer}
        environment |= extra
        folders = ["--slides", str(slides), "--state", str(state)]
        command = [sys.executable, str(HOME / "main.py"), "run", "--log", "json", *folders, *arguments]
        command += ["--log-sessions"] if trail else []
        self.events: list[Event] = []
        self.words: list[str] = []
        self._news = threading.Condition()
        self._ended = False
        self.process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            with self._news:
                if line.startswith("{"):
                    self.events.append(json.loads(line))
                else:
                    self.words.append(line.rstrip())
                self._news.notify_all()
        with self._news:
            self._ended = True
            self._news.notify_all()

    def wait_for(self, event: str, since: int = 0, timeout: float = PATIENCE, **details: object) -> Event:
        """The first event with these details after the first `since` ones. Fails, with the log, if it does not come."""
        deadline = time.monotonic() + timeout
        with self._news:
            while True:
                for logged in self.events[since:]:
                    if logged["event"] == event and all(logged.get(key) == value for key, value in details.items()):
                        return logged
                left = deadline - time.monotonic()
                if left <= 0 or self._ended:
                    raise AssertionError(f"no {event} {details} within {timeout} s after event {since}; the log:\n{self.log()}")
                self._news.wait(left)

    def logged(self, event: str, since: int = 0) -> list[Event]:
        with self._news:
            return [logged for logged in self.events[since:] if logged["event"] == event]

    def log(self) -> str:
        with self._news:
            return "\n".join(map(str, [*self.events, *self.words]))

    def draws_with_opengl(self) -> bool:
        with self._news:
            return any("OpenGL" in line and "renderer" in line.lower() for line in self.words)

    @property
    def now(self) -> int:
        """How many events there are; for `since`."""
        with self._news:
            return len(self.events)

    def is_silent(self, seconds: float) -> bool:
        """Waits for an event that must not come; true if none has."""
        with self._news:
            known = len(self.events)
            return not self._news.wait_for(lambda: len(self.events) > known or self._ended, seconds)

    def seconds_of_work(self) -> float:
        """Processor time used so far by all threads, in s, as exactly as the system tells it."""
        tasks = Path(f"/proc/{self.process.pid}/task")
        try:
            return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks.iterdir()) / 1e9
        except (OSError, ValueError):
            fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
            return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self, timeout: float = PATIENCE) -> int:
        """Ends it as systemd would, and returns its exit code."""
        self.process.terminate()
        try:
            return self.process.wait(timeout)
        finally:
            self.process.kill()
            self.process.wait()
            self._reader.join()
            assert self.process.stderr is not None
            self.process.stderr.close()


# Starts the program on the test's slides; settings are given by name.
Start = Callable[..., Program]
