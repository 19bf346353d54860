"""An X server of the test's own, with a finger: real clicks by xdotool, and pictures straight out of its memory."""

from __future__ import annotations

import mmap
import os
import struct
import subprocess
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

# Displays that the tests may take; the first one that is free serves.
NUMBERS = range(30, 40)
SIZE = (1280, 720)
Colour = tuple[int, int, int]
Point = tuple[int, int]


class Display:
    """A running Xvfb. Its screen is a file (an XWD picture) that is mapped here, so that looking costs no round trip."""

    def __init__(self, name: str, screen: Path) -> None:
        self.name = name
        with open(screen, "rb") as file:
            self._pixels = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        header = struct.unpack(">25I", self._pixels[:100])
        self._line = header[12]
        self._start = header[0] + 12 * header[19]

    def close(self) -> None:
        self._pixels.close()

    # --- seeing ---

    def at(self, point: Point) -> Colour:
        """The colour that is on the screen now."""
        x, y = point
        place = self._start + y * self._line + 4 * x
        blue, green, red = self._pixels[place : place + 3]
        return red, green, blue

    def row(self, y: int, left: int, right: int) -> list[Colour]:
        start = self._start + y * self._line
        line = self._pixels[start + 4 * left : start + 4 * right]
        return list(zip(line[2::4], line[1::4], line[0::4], strict=True))

    # --- touching ---

    def click(self, point: Point) -> None:
        self._do("mousemove", *point, "click", 1)

    def press(self, key: str) -> None:
        self._do("key", key)

    def drag(self, points: Iterable[Point], pause: float = 0.02, hold: float = 0.0) -> None:
        """Presses at the first point, moves over the others, waits `hold` s, and lifts at the last."""
        with self.finger(points, pause):
            time.sleep(hold)

    @contextmanager
    def finger(self, points: Iterable[Point], pause: float = 0.02) -> Iterator[None]:
        """A finger that has gone down at the first point and moved to the last; it is lifted at the end of the block."""
        first, *others = points
        self._do("mousemove", *first, "mousedown", 1)
        for point in others:
            time.sleep(pause)
            self._do("mousemove", *point)
        yield
        self._do("mouseup", 1)

    def _do(self, *words: object) -> None:
        environment = {**os.environ, "DISPLAY": self.name}
        subprocess.run(["xdotool", *map(str, words)], check=True, env=environment, timeout=10)


@contextmanager
def x_server(folder: Path) -> Iterator[Display]:
    """Runs Xvfb. Raises RuntimeError if none of the displays can be had."""
    screen = folder / "Xvfb_screen0"
    for number in NUMBERS:
        name = f":{number}"
        if Path(f"/tmp/.X{number}-lock").exists():
            continue
        command = ["Xvfb", name, "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-fbdir", str(folder), "-nolisten", "tcp"]
        server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            if not _answers(server, name, screen):
                continue
            display = Display(name, screen)
            yield display
            display.close()
            return
        finally:
            server.terminate()
            server.wait()
    raise RuntimeError("Xvfb could not be started on any display")


def _answers(server: subprocess.Popen[bytes], name: str, screen: Path) -> bool:
    environment = {**os.environ, "DISPLAY": name}
    for _ in range(100):
        if server.poll() is not None:
            return False
        asked = subprocess.run(["xdotool", "getmouselocation"], env=environment, capture_output=True)
        if asked.returncode == 0 and screen.exists():
            return True
        time.sleep(0.05)
    return False
