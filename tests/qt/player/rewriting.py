"""Rewrites more than a thousand files under a running source, in rounds: `python -m tests.qt.player.rewriting FOLDER`.

Prints one JSON object a round: resident memory in KB, open handles, watched paths.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from kiosk.core.layout.rendition import Wish, rendition_for
from kiosk.core.layout.screen import Screen
from kiosk.core.storage.state_folder import StateFolder
from kiosk.qt.drawing.application import application
from kiosk.qt.drawing.slide_preparer import SlidePreparer
from kiosk.qt.player.playlist_source import PlaylistSource

SLIDES, PICTURES, ROUNDS = 80, 20, 13
SHOWN = 5
WORDS = "The doctor explains what happens before it begins, and you can ask whatever you want to know. " * 8
SCREEN = Screen(1280, 720, px_per_mm=3.6, metres=0.6)


def write(root: Path, number: int) -> None:
    """Every file with new words and colours; a tenth of the slides comes and goes under a new name."""
    topic = root / "topic"
    topic.mkdir(parents=True, exist_ok=True)
    (topic / "glossary.md").write_text(f"*[doctor]: Somebody of round {number}.\n")
    for at in range(PICTURES):
        paths = "".join(f'<path d="M{x} {at} L{number} {x}" stroke="#B8442F"/>' for x in range(100))
        (topic / f"{at}.svg").write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">{paths}</svg>')
    for at in range(SLIDES):
        name = f"{at:03}" if at % 10 else f"{at:03}-{number}"
        text = f"# Round {number}, slide {at}\n\n![A drawing.]({at % PICTURES}.svg)\n\n{WORDS}\n\nRound {number}.\n"
        (topic / f"{name}.md").write_text(text)
        if at % 10 == 0:
            (topic / f"{at:03}-{number - 1}.md").unlink(missing_ok=True)


def wait_until(holds: object) -> None:
    loop = QEventLoop()
    timer = QTimer()
    timer.timeout.connect(lambda: loop.quit() if holds() else None)  # type: ignore[operator]
    timer.start(10)
    loop.exec()


def main(folder: Path) -> None:
    write(folder / "slides", 0)
    with application():
        source = PlaylistSource(folder / "slides", StateFolder(folder / "state"))
        preparer = SlidePreparer()
        prepared: list[object] = []
        preparer.done.connect(prepared.append)
        source.reload()
        wait_until(lambda: source.complete)
        for number in range(1, ROUNDS + 1):
            write(folder / "slides", number)
            start = f"Round {number},"
            wait_until(lambda start=start: all(slide.texts[0].title.startswith(start) for slide in source.deck.slides))
            prepared.clear()
            for slide in source.deck.slides[:SHOWN]:
                preparer.ask(source.deck, slide, rendition_for(Wish(slide.id, "en", loop=True), SCREEN))
            wait_until(lambda: len(prepared) == SHOWN)
            gc.collect()
            memory = int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024
            watcher = source._slides.watch._watcher
            watched = len(watcher.files()) + len(watcher.directories())
            handles = len(os.listdir("/proc/self/fd"))
            print(json.dumps({"memory": memory, "handles": handles, "watched": watched}), flush=True)
        preparer.close()
        source.close()


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    main(Path(sys.argv[1]))
