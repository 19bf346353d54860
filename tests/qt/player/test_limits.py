"""What the system grants runs out: memory, watches, handles. Each in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[3]
# The first rounds fill what is kept: parsed bodies, measured words, ready slides.
WARM_UP = 3

HUGE_PICTURE = """
import resource, struct, sys, zlib
from pathlib import Path
from kiosk.core.content import library
from kiosk.core.layout.rendition import Wish, rendition_for
from kiosk.core.layout.screen import Screen
from kiosk.qt.drawing.application import application
from kiosk.qt.drawing.fonts import FontMeasure
from kiosk.qt.drawing.slide_preparer import SlidePreparer, Unprepared
from tests.qt.player.rewriting import wait_until

root = Path(sys.argv[1])

def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

def png(width, height):
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(height * (1 + 3 * width)), 1)
    return b"\\x89PNG\\r\\n\\x1a\\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")

(root / "t").mkdir()
for name, size in (("a", (10, 10)), ("b", (6000, 3900)), ("c", (6000, 5000))):
    (root / "t" / f"{name}.png").write_bytes(png(*size))
    (root / "t" / f"{name}.md").write_text(f"# Title\\n\\n![A picture.]({name}.png)\\n")
with application():
    preparer, said = SlidePreparer(), []
    preparer.done.connect(said.append)
    deck = library.load(root)
    print(*deck.problems, sep="\\n")
    def prepare(name):
        slide = deck.slide(f"t/{name}")
        preparer.ask(deck, slide, rendition_for(Wish(slide.id, "en", loop=True), Screen(1280, 720, 3.6, 0.6)))
        count = len(said)
        wait_until(lambda: len(said) > count)
        return said[-1]
    print(type(prepare("a")).__name__)
    if len(sys.argv) > 2:
        size = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (size + int(sys.argv[2]), resource.RLIM_INFINITY))
    result = prepare("b")
    print(type(result).__name__, getattr(result, "reason", ""))
    print(type(prepare("a")).__name__)
    preparer.close()
"""

WATCHES = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from kiosk.core.content.deck import Trouble
from kiosk.qt.player import slides_loader
from tests.qt.player.rewriting import wait_until

slides_loader.RESCAN_MS = 50
app = QCoreApplication([])
root = Path(sys.argv[1])
(root / "t").mkdir()
for number in range(30):
    (root / "t" / f"{number}.md").write_text("# Old")
loader = slides_loader.SlidesLoader(root, root / "state")
problems, rescans = [], []
loader.loaded.connect(problems.extend)
loader.rescanned.connect(lambda: rescans.append(1))
loader.reload()
wait_until(lambda: len(rescans) > 3)
(root / "t" / "29.md").write_text("# New")
wait_until(lambda: loader.deck.slide("t/29").texts[0].title == "New")
wait_until(lambda: len(rescans) > 9)
print(*problems, sep="\\n")
loader.close()
"""


def run(*command: str, limits: str = "") -> str:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    arguments = ["unshare", "-U", "-r", "sh", "-c", f'{limits}; exec "$@"', "sh", *command] if limits else command
    done = subprocess.run(arguments, cwd=HOME, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_thousand_files_that_changed_leave_nothing_behind(tmp_path: Path) -> None:
    rounds = [json.loads(line) for line in run(sys.executable, "-m", "tests.qt.player.rewriting", str(tmp_path)).splitlines()]
    before, after = rounds[WARM_UP - 1], rounds[-1]
    # Measured: 3 MB, of which 2 are the measured words, which are bounded too.
    assert after["memory"] - before["memory"] < 10_000
    assert (after["handles"], after["watched"]) == (before["handles"], before["watched"])


def test_a_picture_that_memory_does_not_suffice_for_is_left_out(tmp_path: Path) -> None:
    for folder, limit in (("much", []), ("little", ["40000000"])):
        (tmp_path / folder).mkdir()
        refused, *said = run(sys.executable, "-c", HUGE_PICTURE, str(tmp_path / folder), *limit).splitlines()
        assert refused.startswith("t/c.md:3: error: picture “c.png” is 6000 x 5000 pixels")
        assert said[0] == said[2] == "Prepared", "and the others play on"
        assert said[1].startswith("Unprepared picture " if limit else "Prepared"), said[1]


@pytest.mark.parametrize("limit", ["max_inotify_watches", "max_inotify_instances"])
def test_without_watches_changes_are_seen_by_looking(limit: str, tmp_path: Path) -> None:
    allowed = subprocess.run(["unshare", "-U", "-r", "true"], capture_output=True, check=False).returncode == 0
    if not allowed:
        pytest.skip("this system lets nobody make a user namespace, in which alone the limit can be set")
    number = 5 if limit == "max_inotify_watches" else 0
    (told,) = run(sys.executable, "-c", WATCHES, str(tmp_path), limits=f"echo {number} > /proc/sys/user/{limit}").splitlines()
    assert "its watches are used up" in told
