"""`doctor`: what this machine has and lacks, in plain lines."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

from kiosk import setup

# Good, missing but not needed, missing and needed.
Line = tuple[str, str]
_MARKS = {"ok": "  ok ", "note": "note ", "bad": "LACK "}


def doctor(slides: Path, state: Path) -> int:
    """Prints the findings. Returns 1 if the kiosk cannot run here."""
    lines = [*_machine(), *_display(), *_folders(slides, state), *_service()]
    for kind, text in lines:
        print(f"{_MARKS[kind]} {text}")
    return 1 if any(kind == "bad" for kind, _ in lines) else 0


def _machine() -> Iterator[Line]:
    yield "ok", f"Python {platform.python_version()} on {platform.system()} {platform.machine()}"
    missing = setup.missing_libraries()
    if missing:
        yield "bad", f"system libraries for Qt: sudo apt-get install {' '.join(missing)}"
    else:
        yield "ok", "system libraries for Qt"


def _display() -> Iterator[Line]:
    from kiosk.cli.run import has_screen

    if not has_screen():
        yield "bad", "no screen: neither DISPLAY nor WAYLAND_DISPLAY is set; start the kiosk within the graphical session"
        return
    from PySide6.QtGui import QFontDatabase, QGuiApplication, QInputDevice

    application = QGuiApplication(sys.argv[:1])
    for number, screen in enumerate(QGuiApplication.screens()):
        size, mm = screen.geometry(), screen.physicalSize()
        inches = (mm.width() ** 2 + mm.height() ** 2) ** 0.5 / 25.4
        yield "ok", f"screen {number}: {size.width()} x {size.height()}, says it is {inches:.0f} inches"
        if not 5 <= inches <= 120:
            yield "note", "that size is not believable; set screen_inches in the staff panel's settings"
    touch = [d.name() for d in QInputDevice.devices() if d.type() == QInputDevice.DeviceType.TouchScreen]
    yield ("ok", f"touch: {', '.join(touch)}") if touch else ("note", "touch: none found; a mouse works as well")
    gpu = Path("/dev/dri").is_dir() and any(Path("/dev/dri").iterdir())
    yield ("ok", "graphics card") if gpu else ("note", "no graphics card: drawn in software; set QT_QUICK_BACKEND=software")
    from kiosk.qt.typography import FAMILY, load_fonts

    load_fonts()
    found = FAMILY in QFontDatabase.families()
    yield ("ok", f"font {FAMILY}") if found else ("bad", f"font {FAMILY} cannot be loaded; the resources folder is damaged")
    del application


def _folders(slides: Path, state: Path) -> Iterator[Line]:
    from kiosk.core import library

    deck = library.load(slides)
    playable = sum(slide.error is None for slide in deck.slides)
    yield ("ok" if playable else "bad"), f"slides: {playable} of {len(deck.slides)} can be shown, in {slides}"
    if deck.problems:
        yield "note", f"{len(deck.problems)} problems in the slides: `main.py check` lists them"
    place = next(folder for folder in (state, *state.parents) if folder.exists())
    writable = os.access(place, os.W_OK)
    yield ("ok" if writable else "bad"), f"state folder {state}" + ("" if writable else " cannot be written")
    from kiosk.core.pin import PinFile

    yield ("ok", "staff PIN is set") if PinFile(state).is_set() else ("note", "no staff PIN: set one with `main.py pin`")


def _service() -> Iterator[Line]:
    from kiosk import service

    yield (
        ("ok", "starts with the machine")
        if service.is_installed()
        else ("note", "does not start by itself: `main.py setup --service`")
    )
