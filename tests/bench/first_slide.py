"""How soon the first slide shows, and how much memory all slides take. By hand: `python tests/bench/first_slide.py`.

Prints each ratio beside its limit: 10,000 slides against 10, and the kiosk against a bare PySide6 QML window. Runs alternate,
medians count. Software renderer; on the display of $DISPLAY, or with --offscreen without one. `--beside DIR` measures another
checkout, set up for itself, in the same run.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from slides import REPOSITORY, write_slides

FEW, MANY = 10, 10_000
SIZE = (1280, 720)
# What any QML program needs: the toolkit, a window, and a line of text on it.
BARE = f"""
import sys
import PySide6.QtQuick
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
application = QGuiApplication(sys.argv)
engine = QQmlApplicationEngine()
engine.loadData(b'''
import QtQuick
Window {{ width: {SIZE[0]}; height: {SIZE[1]}; visible: true; Text {{ anchors.centerIn: parent; text: "Hello" }} }}
''')
def shown():
    print('{{"event": "ready"}}', file=sys.stderr, flush=True)
    engine.rootObjects()[0].frameSwapped.disconnect(shown)
engine.rootObjects()[0].frameSwapped.connect(shown)
application.exec()
"""

Command = list[str]


@contextmanager
def running(command: Command, environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def wait_for(process: subprocess.Popen[str], event: str) -> dict[str, object]:
    """The next event of that name. Raises RuntimeError if the program ends before it."""
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith("{"):
            told: dict[str, object] = json.loads(line)
            if told["event"] == event:
                return told
    raise RuntimeError(f"the program ended without {event!r}")


def seconds_to_ready(command: Command, environment: dict[str, str]) -> float:
    start = time.monotonic()
    with running(command, environment) as process:
        wait_for(process, "ready")
        return time.monotonic() - start


def keep_first_frame(command: Command, environment: dict[str, str]) -> None:
    """Lets the kiosk run long enough to write it."""
    with running(command, environment) as process:
        wait_for(process, "reloaded")
        time.sleep(1)


def megabytes_when_loaded(command: Command, environment: dict[str, str], slides: int) -> float:
    """Resident memory once every slide was read and the watcher follows them all."""
    with running(command, environment) as process:
        while wait_for(process, "reloaded")["slides"] != slides:
            pass
        time.sleep(2)
        status = Path(f"/proc/{process.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def report(what: str, figures: tuple[float, float], unit: str, limit: float) -> bool:
    ratio = figures[1] / figures[0]
    verdict = "met" if ratio <= limit else "MISSED"
    print(f"{what}: {figures[1]:.3g} against {figures[0]:.3g} {unit}, ratio {ratio:.2f} (limit {limit}): {verdict}", flush=True)
    return ratio <= limit


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--offscreen", action="store_true")
    parser.add_argument("--beside", type=Path, metavar="DIR")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for count in (FEW, MANY):
            write_slides(home / str(count), count)
        # Compiled Python is kept, as it is wherever the kiosk was installed; both sides have it.
        environment = {**os.environ, "QT_QUICK_BACKEND": "software", "PYTHONPYCACHEPREFIX": str(home / "compiled")}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        if options.offscreen:
            environment["QT_QPA_PLATFORM"] = "offscreen"
        words = ["run", "--log", "json", "--windowed", "x".join(map(str, SIZE))]
        kiosk = [sys.executable, str(REPOSITORY / "main.py"), *words]
        # The first frame of the last run is kept for other slides or another window to differ from, so that "few", "many" and
        # "anew" each find one that does not hold, and draw their own.
        mixed = ["--state", str(home / "mixed")]
        commands = {
            "bare": [sys.executable, "-c", BARE],
            "first": kiosk,
            "again": [*kiosk, "--state", str(home / "again")],
            "few": [*kiosk, *mixed, "--slides", str(home / str(FEW))],
            "many": [*kiosk, *mixed, "--slides", str(home / str(MANY))],
            "anew": [*kiosk, *mixed],
        }
        if options.beside:
            commands["beside"] = [str(options.beside / ".venv/bin/python"), str(options.beside / "main.py"), *words]
        times: dict[str, list[float]] = {name: [] for name in commands}
        for run in range(options.runs + 1):
            for name, command in commands.items():
                # A first start finds an empty state folder.
                fresh = ["--state", tempfile.mkdtemp(dir=home)] if name in ("first", "beside") else []
                taken = seconds_to_ready([*command, *fresh], environment)
                # The first run fills the caches.
                times[name] += [taken] if run else []
                if name == "again" and run == 0:
                    keep_first_frame(command, environment)
        middle = {name: median(taken) for name, taken in times.items()}
        memory = [megabytes_when_loaded(commands[name], environment, slides) for name, slides in (("few", FEW), ("many", MANY))]
    met = [
        report(f"time to the first slide, {MANY} slides against {FEW}", (middle["few"], middle["many"]), "s", 1.2),
        report(f"memory, {MANY} slides against {FEW}", (memory[0], memory[1]), "MB", 1.3),
        report("time to the first slide, first start against a bare QML window", (middle["bare"], middle["first"]), "s", 2.0),
        report("the same, any later start", (middle["bare"], middle["again"]), "s", 1.6),
    ]
    anew = middle["anew"] / middle["bare"]
    print(f"the same after a change to slides, decisions or screen, when the kept first frame does not hold: ratio {anew:.2f}")
    if options.beside:
        print(f"first start of the other checkout against a bare QML window: ratio {middle['beside'] / middle['bare']:.2f}")
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
