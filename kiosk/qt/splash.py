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

from PySide6.QtCore import QBuffer, QCoreApplication, QDeadlineTimer, QEvent, QIODevice, Signal
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
            # Qt.WindowType's names would cost a start as much as those of the pointers: Window, Frameless, StaysOnTop.
            self.setProperty("flags", 0x1 | 0x800 | 0x40000)
            self.setCursor(invisible_pointer())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawImage(0, 0, self._picture)
        painter.end()
        self.painted = True

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress):
            self.touched.emit()
        elif event.type() == QEvent.Type.Close:
            event.ignore()
            return True
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
    # A start that shows what was kept needs nothing of this.
    from kiosk.core.storage import atomic_file
    from kiosk.core.storage.open_folder import open_folder

    picture = QBuffer()
    picture.open(QIODevice.OpenModeFlag.WriteOnly)
    if not frame.save(picture, "PNG"):  # type: ignore[call-overload]  # the stubs know no format as str here
        return
    with suppress(OSError), open_folder(options.state, make=True) as folder:
        # Without its description the old picture counts for nothing, whenever the power goes.
        atomic_file.remove(folder, KEPT_FRAME)
        atomic_file.write(folder, PICTURE, bytes(picture.data().data()))
        atomic_file.write(folder, KEPT_FRAME, json.dumps(_what(options, geometry, files)).encode())


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
