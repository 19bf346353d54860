"""An X server of the tests' own, with a finger: real clicks by xdotool, and pictures straight out of its memory."""

from __future__ import annotations

import mmap
import os
import struct
import subprocess
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

SIZE = (1280, 720)
# A machine that is busy with something else takes long; one that waits in vain fails all the same.
PATIENCE = 30.0
# Between two looks at the screen, in s: half a frame at 60 Hz.
LOOK = 0.008
Colour = tuple[int, int, int]
Point = tuple[int, int]


def near(first: Colour, second: Colour, tolerance: int = 12) -> bool:
    return all(abs(a - b) <= tolerance for a, b in zip(first, second, strict=True))


class Display:
    """A running Xvfb. Its screen is a file (an XWD picture) that is mapped here, so that looking costs no round trip."""

    def __init__(self, name: str, screen: Path, server: subprocess.Popen[bytes]) -> None:
        self.name = name
        self.server = server
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

    def picture(self) -> bytes:
        """All that is on the screen now, 4 bytes a pixel."""
        return self._pixels[self._start :]

    def looks(self) -> Iterator[None]:
        """One look after the other, until PATIENCE is at an end."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            yield
            time.sleep(LOOK)

    def wait_until(self, holds: Callable[[], bool], what: str) -> None:
        """Looks until `holds` is true; fails, saying that `what` did not come."""
        assert any(holds() for _ in self.looks()), f"{what}: not within {PATIENCE:g} s"

    def wait_for(self, point: Point, colour: Colour, tolerance: int = 2) -> None:
        """Waits until the pixel has the colour, as it has it at the end of a transition."""
        self.wait_until(lambda: near(self.at(point), colour, tolerance), f"{colour} at {point}, now {self.at(point)}")

    @contextmanager
    def changing(self, y: int, left: int, right: int) -> Iterator[None]:
        """Waits at the end of the block until a row of pixels is no longer as it was at its beginning."""
        before = self.row(y, left, right)
        yield
        self.wait_until(lambda: self.row(y, left, right) != before, f"a change in row {y}")

    # --- touching ---

    def click(self, *points: Point) -> None:
        for point in points:
            self._do("mousemove", *point, "click", 1)

    def click_repeatedly(self, point: Point, times: int) -> None:
        """In one go: on a busy machine each command takes long.

        From beside it: a window that has come below a pointer at rest is told of the pointer when it moves (Wayland).
        """
        x, y = point
        self._do("mousemove", x + 9, y + 9, "mousemove", x, y, "click", "--repeat", times, "--delay", 40, 1)

    def press(self, *keys: str) -> None:
        self._do("key", *keys)

    @contextmanager
    def finger(self, points: Iterable[Point]) -> Iterator[None]:
        """A finger that has gone down at the first point and moved to the last; it is lifted at the end of the block."""
        first, *others = points
        self._do("mousemove", *first, "mousedown", 1)
        self.move(others)
        yield
        self._do("mouseup", 1)

    def move(self, points: Iterable[Point]) -> None:
        """Moves the finger from point to point."""
        for point in points:
            self._do("mousemove", *point)

    def drag(self, points: Iterable[Point]) -> None:
        with self.finger(points):
            pass

    def _do(self, *words: object) -> None:
        self.ask("xdotool", *map(str, words))

    def ask(self, *command: str) -> str:
        """What a command that must succeed says of this display."""
        environment = {**os.environ, "DISPLAY": self.name}
        done = subprocess.run(
            command, check=True, env=environment, timeout=PATIENCE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        return done.stdout.strip()


@contextmanager
def x_server(folder: Path, *more: str) -> Iterator[Display]:
    """Runs Xvfb on a display number that is free, which it chooses itself and tells once it answers; with `more` arguments."""
    reading, writing = os.pipe()
    width, height = SIZE
    screen = ["-screen", "0", f"{width}x{height}x24", "-dpi", "96", "-fbdir", str(folder)]
    command = ["Xvfb", "-displayfd", str(writing), *screen, "-nolisten", "tcp", "-noreset", *more]
    server = subprocess.Popen(command, pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with open(reading, encoding="ascii") as answer:
            number = answer.readline().strip()
        assert number, f"Xvfb ended with {server.wait()}"
        display = Display(f":{number}", folder / "Xvfb_screen0", server)
        yield display
        display.close()
    finally:
        server.terminate()
        server.wait()
