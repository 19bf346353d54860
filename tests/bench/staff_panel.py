"""The staff's panel with many slides: how long it takes to open, and how even the frames of a drag are.

`python tests/bench/staff_panel.py` prints the time from the right PIN to the first frame of the slide order for 20 and
for 1,000 slides with their ratio, and the 95th percentile of the frame times while a row is dragged through the 1,000.
1280x800, software renderer, no screen needed.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"
REPOSITORY = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(REPOSITORY), str(Path(__file__).parent)]

from PySide6.QtCore import QEventLoop, QPoint, QPointF, Qt  # noqa: E402
from PySide6.QtGui import QGuiApplication  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402

from kiosk.core.arrangement.slide_list import is_header  # noqa: E402
from kiosk.core.event_log import EventLog  # noqa: E402
from kiosk.core.player.events import Press  # noqa: E402
from kiosk.core.run_options import RunOptions  # noqa: E402
from kiosk.qt.app import App  # noqa: E402
from kiosk.qt.drawing.application import application  # noqa: E402
from slides import write_slides  # noqa: E402

ROUNDS = 7
FEW, MANY = 20, 1000
TARGET_RATIO, TARGET_MS = 1.5, 33.0


class Bench:
    """One running kiosk whose panel is opened again and again."""

    def __init__(self, running: QGuiApplication, folder: Path, count: int) -> None:
        self.running = running
        slides = folder / f"slides-{count}"
        write_slides(slides, count)
        with (folder / "log").open("a") as log:
            self.app = App(running, RunOptions(slides, folder / f"state-{count}", (1280, 800)), EventLog(stream=log))
            self.app.start()
            self.wait_for(lambda: self.app.playlist_source.complete and self.app.window.property("staff") is not None)
        self.staff = self.app.window.property("staff")
        self.frames: list[float] = []
        self.app.window.frameSwapped.connect(self._on_frame, Qt.ConnectionType.DirectConnection)

    def _on_frame(self) -> None:
        self.frames.append(time.perf_counter())

    def wait_for(self, done: Callable[[], bool], seconds: float = 60.0) -> None:
        limit = time.perf_counter() + seconds
        while not done():
            if time.perf_counter() > limit:
                raise TimeoutError
            self.running.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)

    def settle(self, seconds: float = 1.5) -> None:
        limit = time.perf_counter() + seconds
        self.wait_for(lambda: time.perf_counter() > limit, seconds + 1)

    def open_once(self) -> float:
        """Seconds from the right PIN to the first frame that shows the list."""
        self.app.driver.send(Press.STAFF)
        self.settle(0.4)
        started = time.perf_counter()
        # What the pad does when the PIN was right, without the time that the PIN's check takes on purpose.
        self.staff.pad.opened.emit()
        self.frames.clear()
        self.wait_for(lambda: bool(self.frames))
        return self.frames[0] - started

    def leave(self) -> None:
        self.staff.leave()
        self.settle(0.5)

    def unfold(self) -> None:
        order = self.staff.order
        for key in [key for key in order.rows.shown() if is_header(key)][1:]:
            order.fold(key)
        self.settle()
        assert order.rows.rowCount() > MANY

    def drag(self) -> list[float]:
        """Frame times in ms while a row is carried to the lower edge and the list rolls on beneath it."""
        window = self.app.window
        handle = QPointF(70, 400)
        QTest.mousePress(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, handle.toPoint())
        self.frames.clear()
        for step in range(60):
            QTest.mouseMove(window, QPoint(70, round(400 + step * 5.5)))
            self.settle(0.016)
        # At the edge: the list rolls by itself.
        self.settle(3.0)
        times = [(after - before) * 1000 for before, after in zip(self.frames, self.frames[1:], strict=False)]
        QTest.mouseRelease(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(70, 725))
        return times


def main() -> int:
    with tempfile.TemporaryDirectory() as folder, application() as running:
        medians = {}
        drag: list[float] = []
        for count in (FEW, MANY):
            bench = Bench(running, Path(folder), count)
            times = []
            for _ in range(ROUNDS + 1):
                times.append(bench.open_once())
                bench.leave()
            # The first time reads the page's files, however many slides there are.
            medians[count] = statistics.median(times[1:])
            print(f"{count:5} slides: first {times[0] * 1000:.0f} ms, then {medians[count] * 1000:.0f} ms (median of {ROUNDS})")
            if count == MANY:
                bench.open_once()
                bench.settle()
                bench.unfold()
                drag = sorted(bench.drag())
            bench.app.close()
            running.processEvents()
    ratio = medians[MANY] / medians[FEW]
    slow = drag[int(len(drag) * 0.95)]
    print(f"opening: ratio {ratio:.2f} (target {TARGET_RATIO})")
    middle = statistics.median(drag)
    print(f"dragging: {len(drag)} frames, median {middle:.1f} ms, 95 % within {slow:.1f} ms (target {TARGET_MS:.0f})")
    return int(ratio > TARGET_RATIO or slow > TARGET_MS)


if __name__ == "__main__":
    sys.exit(main())
