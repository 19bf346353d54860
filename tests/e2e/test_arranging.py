"""A receptionist's two minutes: the PIN, a new order, a slide off, seconds, an announcement, and what the loop then plays."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
DISPLAYS = range(41, 46)
WIDTH, HEIGHT = 1280, 800
PIN = "240681"
SLIDE = "---\ntitle: Slide number {0}\nseconds: 3\n---\nThe words of slide {0}.\n"

# Where things are on this screen (1280x800 at 96 dots per inch, which is 15.6 inch).
CORNER = (30, 30)
KEYS = {"123456789"[at]: (466 + 174 * (at % 3), 243 + 121 * (at // 3)) for at in range(9)} | {"0": (640, 605)}
OK = (814, 605)
HANDLE_X, SWITCH_X, TITLE_X = 72, 646, 330
ROWS_Y = (194, 318, 442, 566)
MORE_SECONDS = (955, 503)
ANNOUNCEMENT = (525, 58)
FIRST_PHRASE, HALF_AN_HOUR, PUT_UP = (300, 325), (861, 325), (853, 541)
SAVE_AND_CLOSE = (1154, 58)

missing = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
pytestmark = pytest.mark.skipif(bool(missing) and "CI" not in os.environ, reason=f"{missing} not installed")


@pytest.fixture
def display() -> Iterator[str]:
    """A screen of its own."""
    for number in DISPLAYS:
        if Path(f"/tmp/.X11-unix/X{number}").exists():
            continue
        line = ["Xvfb", f":{number}", "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-dpi", "96", "-nolisten", "tcp"]
        server = subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for(lambda number=number: Path(f"/tmp/.X11-unix/X{number}").exists(), "the screen")  # type: ignore[misc]
        try:
            yield f":{number}"
        finally:
            server.terminate()
            server.wait(10)
        return
    pytest.fail("no display number is free")


class Kiosk:
    """The real program on a screen, with a finger."""

    def __init__(self, folder: Path, display: str) -> None:
        self.environment = {**os.environ, "DISPLAY": display, "QT_QUICK_BACKEND": "software", "QT_QPA_PLATFORM": "xcb"}
        self.log = folder / f"log-{time.monotonic_ns()}"
        self.line = ["--slides", str(folder / "slides"), "--state", str(folder / "state")]
        command = [sys.executable, "main.py", "run", "--log", "json", *self.line]
        with self.log.open("w") as log:
            self.process = subprocess.Popen(command, cwd=REPOSITORY, env=self.environment, stderr=log, stdout=log)

    def events(self, name: str) -> list[dict[str, Any]]:
        lines = [line for line in self.log.read_text().splitlines() if line.startswith("{")]
        return [event for event in map(json.loads, lines) if event["event"] == name]

    def xdotool(self, *words: object) -> None:
        subprocess.run(["xdotool", *map(str, words)], env=self.environment, check=True)

    def tap(self, place: tuple[int, int], pause: float = 0.4) -> None:
        self.xdotool("mousemove", *place, "mousedown", 1)
        time.sleep(0.05)
        self.xdotool("mouseup", 1)
        time.sleep(pause)

    def drag(self, start: tuple[int, int], end: tuple[int, int], steps: int = 12) -> None:
        self.xdotool("mousemove", *start, "mousedown", 1)
        for step in range(1, steps + 1):
            between = (round(a + (b - a) * step / steps) for a, b in zip(start, end, strict=True))
            self.xdotool("mousemove", *between)
            time.sleep(0.03)
        self.xdotool("mouseup", 1)
        time.sleep(0.5)

    def enter(self) -> None:
        """Knocks, and types the PIN on the pad."""
        for _ in range(5):
            self.tap(CORNER, pause=0.1)
        time.sleep(1.5)
        for digit in PIN:
            self.tap(KEYS[digit], pause=0.1)
        self.tap(OK, pause=2.5)

    def stop(self) -> None:
        self.process.terminate()
        assert self.process.wait(15) == 0


@pytest.fixture
def start(folder: Path, display: str) -> Iterator[Callable[[], Kiosk]]:
    """Starts the kiosk, as often as it is called."""
    started: list[Kiosk] = []

    def begin() -> Kiosk:
        started.append(Kiosk(folder, display))
        return started[-1]

    yield begin
    for kiosk in started:
        kiosk.process.kill()
        kiosk.process.wait(10)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    topic = tmp_path / "slides" / "topic"
    topic.mkdir(parents=True)
    for number in range(1, 5):
        (topic / f"{number}.md").write_text(SLIDE.format(number))
    line = [sys.executable, "main.py", "pin", "--state", str(tmp_path / "state")]
    subprocess.run(line, input=f"{PIN}\n{PIN}\n", text=True, check=True, cwd=REPOSITORY, capture_output=True)
    return tmp_path


def wait_for(done: Callable[[], object], what: str, seconds: float = 30.0) -> None:
    limit = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < limit, f"{what} did not come"
        time.sleep(0.1)


def looped(kiosk: Kiosk, since: float, count: int) -> list[tuple[str, float]]:
    """The next slides of the loop, each with its seconds."""

    def shown() -> list[tuple[str, float]]:
        return [(e["slide"], e["seconds"]) for e in kiosk.events("shown") if e["mode"] == "loop" and e["at"] >= since]

    wait_for(lambda: len(shown()) >= count, f"{count} slides", 60)
    return shown()[:count]


def is_round(played: list[tuple[str, float]], order: list[tuple[str, float]]) -> bool:
    """Whether the loop plays exactly this order, wherever it began."""
    start = order.index(played[0]) if played[0] in order else 0
    return played == [order[(start + at) % len(order)] for at in range(len(played))]


def test_a_receptionist_rearranges_the_loop(folder: Path, start: Callable[[], Kiosk]) -> None:
    kiosk = start()
    wait_for(lambda: kiosk.events("reloaded"), "the first slide")
    kiosk.enter()
    kiosk.drag((HANDLE_X, ROWS_Y[3]), (HANDLE_X, ROWS_Y[0] - 20))
    kiosk.tap((SWITCH_X, ROWS_Y[2]))
    kiosk.tap((TITLE_X, ROWS_Y[1]))
    kiosk.tap(MORE_SECONDS)
    kiosk.tap(ANNOUNCEMENT, pause=1.5)
    kiosk.tap(FIRST_PHRASE)
    kiosk.tap(HALF_AN_HOUR)
    kiosk.tap(PUT_UP)
    kiosk.tap(SAVE_AND_CLOSE)
    wait_for(lambda: kiosk.events("saved"), "the save")
    (saved,) = kiosk.events("saved")
    counts = {name: saved[name] for name in saved.keys() - {"event", "at"}}
    assert counts == {"moved": 1, "switched_off": 1, "timed": 1, "announcement": "put up"}

    order = [("topic/4", 3.0), ("topic/1", 5.0), ("topic/3", 3.0)]
    # The slide that was on the screen has its time first.
    assert is_round(looped(kiosk, saved["at"], 6)[1:], order)
    kiosk.stop()
    assert PIN not in kiosk.log.read_text()

    again = start()
    assert is_round(looped(again, 0.0, 4), order)
    again.stop()
    assert "20 minutes" in (folder / "state" / "kiosk.json").read_text()


def test_the_pad_counts_wrong_tries_and_the_slides_go_on(start: Callable[[], Kiosk]) -> None:
    kiosk = start()
    wait_for(lambda: kiosk.events("reloaded"), "the first slide")
    for _ in range(5):
        kiosk.tap(CORNER, pause=0.1)
    time.sleep(1.5)
    for _ in range(3):
        for _ in range(6):
            kiosk.tap(KEYS["9"], pause=0.05)
        kiosk.tap(OK, pause=1.0)
    since = len(kiosk.events("shown"))
    for digit in PIN:
        kiosk.tap(KEYS[digit], pause=0.05)
    kiosk.tap(OK, pause=1.0)
    # Nobody got in; the loop comes back by itself while the wait is still on.
    wait_for(lambda: [e for e in kiosk.events("shown")[since:] if e["mode"] == "loop"], "the loop", 25)
    kiosk.stop()
