"""How long after a tap on size, contrast or language its result shows: median ms (wanted: 150), software, 1920x1080.

.venv/bin/python tests/bench/controls.py
"""

import io
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"
HOME = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(HOME))

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402

from kiosk.core.event_log import EventLog  # noqa: E402
from kiosk.core.run_options import RunOptions  # noqa: E402
from kiosk.qt.app import App  # noqa: E402
from kiosk.qt.drawing.application import application  # noqa: E402

ROUNDS = 30


def main() -> None:
    with application() as running, tempfile.TemporaryDirectory() as state:
        app = App(running, RunOptions(HOME / "slides", Path(state), windowed=(1920, 1080)), EventLog(stream=io.StringIO()))
        app.start()
        _wait(2500)
        app.controls.openSession()
        _wait(1500)
        presses = {
            "text size": lambda: app.controls.changeTextSize(),
            "contrast": lambda: app.controls.toggleContrast(),
            "language": app.controls.speakOther,
        }
        for _ in range(8):
            for name, press in presses.items():
                times = [_until_drawn(app, press) for _ in range(ROUNDS // 8)]
                results.setdefault(name, []).extend(times)
            app.controls.next()
            _wait(700)
        app.close()
    for name, times in results.items():
        print(
            f"{name}: median {statistics.median(times):.0f} ms, worst {max(times):.0f} ms, {len(times)} taps (wanted: 150 ms)"
        )


results: dict[str, list[float]] = {}


def _until_drawn(app: App, press: Callable[[], object]) -> float:
    """From the press to the first frame after the new page was handed to the screen."""
    loop = QEventLoop()
    turned: list[int] = []

    def note(way: int) -> None:
        turned.append(way)

    app.stage.turned.connect(note)

    def drawn() -> None:
        if turned:
            loop.quit()

    app.window.frameSwapped.connect(drawn)
    QTimer.singleShot(3000, loop.quit)
    began = time.perf_counter()
    press()
    loop.exec()
    took = (time.perf_counter() - began) * 1000
    app.window.frameSwapped.disconnect(drawn)
    app.stage.turned.disconnect(note)
    _wait(150)
    return took


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
