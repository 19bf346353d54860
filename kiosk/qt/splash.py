"""The first slide as it looked the last time, on the screen while the rest of the program is still being loaded.

Loading QML and everything behind it takes longer than showing a picture. So the first frame of the loop is kept in the state
folder, with what it depends on; if none of that has changed at the next start, it is shown at once, and the same frame, drawn
anew, takes its place. Nothing of a session can be in it: it is taken before anybody could have touched the screen.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPaintEvent, QRasterWindow

from kiosk.core.files import stamp
from kiosk.core.paths import KEPT_FRAME, UI
from kiosk.core.run_options import RunOptions
from kiosk.qt.window_system import invisible_pointer, wait_until_drawn

PICTURE = "first-slide.png"
# Longer than this a screen takes to show a window only if it shows none at all.
PATIENCE_MS = 500
# A drive that does not answer within this many seconds must not keep the window away.
DRIVE_SECONDS = 1.0


class Splash(QRasterWindow):
    """A window with one picture. `touched`: somebody could not wait."""

    touched = Signal()

    def __init__(self, picture: QImage, options: RunOptions) -> None:
        super().__init__()
        self._picture = picture
        self.painted = False
        self.resize(picture.size())
        if not options.windowed:
            self.setCursor(invisible_pointer())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawImage(0, 0, self._picture)
        painter.end()
        self.painted = True

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress):
            self.touched.emit()
        return super().event(event)


def draw(options: RunOptions) -> Splash | None:
    """Shows the kept first frame, if it still holds for the window that this run will have, and waits until it is drawn."""
    screens = QGuiApplication.screens()
    whole = screens[min(options.screen, len(screens) - 1)].geometry()
    geometry = options.windowed or (whole.width(), whole.height())
    picture = _kept(options, geometry)
    if picture is None:
        return None
    splash = Splash(picture, options)
    splash.show() if options.windowed else splash.showFullScreen()
    patience = QDeadlineTimer(PATIENCE_MS)
    while not splash.painted and not patience.hasExpired():
        QCoreApplication.processEvents()
    wait_until_drawn(splash)
    return splash


def is_kept(options: RunOptions, geometry: tuple[int, int], files: Iterable[Path]) -> bool:
    """True if the frame on disk depends on `files` as they are now."""
    return _read(options) == _what(options, geometry, files)


def keep(options: RunOptions, geometry: tuple[int, int], files: Iterable[Path], frame: QImage) -> None:
    """Keeps a first frame for the next start. What cannot be written is done without."""
    with suppress(OSError):
        options.state.mkdir(parents=True, exist_ok=True, mode=0o700)
        what = options.state / KEPT_FRAME
        # Without its description the old picture counts for nothing, whenever the power goes.
        what.unlink(missing_ok=True)
        if frame.save(str(options.state / PICTURE)):
            what.write_text(json.dumps(_what(options, geometry, files)))


def _kept(options: RunOptions, geometry: tuple[int, int]) -> QImage | None:
    kept_for = _read(options)
    if not kept_for or kept_for != _what_now(options, geometry, [Path(name) for name in kept_for["files"]]):
        return None
    picture = QImage(str(options.state / PICTURE))
    return picture if (picture.width(), picture.height()) == geometry else None


def _what_now(options: RunOptions, geometry: tuple[int, int], files: list[Path]) -> dict[str, object]:
    """All that a first frame depends on as it is now; nothing if a drive does not answer."""
    answer: SimpleQueue[dict[str, object]] = SimpleQueue()
    threading.Thread(target=lambda: answer.put(_what(options, geometry, files)), name="splash", daemon=True).start()
    try:
        return answer.get(timeout=DRIVE_SECONDS)
    except Empty:
        return {}


def _read(options: RunOptions) -> dict[str, dict[str, list[int]]]:
    try:
        description = json.loads((options.state / KEPT_FRAME).read_text())
    except (OSError, ValueError):
        return {}
    return description if isinstance(description, dict) and isinstance(description.get("files"), dict) else {}


def _what(options: RunOptions, geometry: tuple[int, int], files: Iterable[Path]) -> dict[str, object]:
    """All that a first frame depends on: a change to any of it makes the kept one worthless."""
    return {
        "program": [list(stamp(folder)) for folder in _program()],
        "slides": str(options.slides),
        "window": [*geometry, options.turn, options.screen, options.windowed is not None],
        # Not by their inodes: a FAT drive numbers its files anew each time that it is mounted.
        "files": {str(file): list(stamp(file)[:3]) for file in files},
    }


def _program() -> Iterator[Path]:
    """Every folder of the program: whoever updates it replaces files in one of them."""
    for folder, rooms, _ in os.walk(UI.parent):
        rooms[:] = sorted(room for room in rooms if room != "__pycache__")
        yield Path(folder)
