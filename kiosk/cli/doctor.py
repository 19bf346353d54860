"""`doctor`: what this machine has and lacks, in plain lines."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from pathlib import Path

from kiosk.install import environment

# Good, missing but not needed, missing and needed.
Line = tuple[str, str]
_MARKS = {"ok": "  ok ", "note": "note ", "bad": "LACK "}


def doctor(slides: Path, state: Path) -> int:
    """Prints the findings. Returns 1 if the kiosk cannot run here."""
    lines = [*_machine(), *_display(), *_slides(slides), *_state(state), *_service(state)]
    for kind, text in lines:
        print(f"{_MARKS[kind]} {text}")
    return 1 if any(kind == "bad" for kind, _ in lines) else 0


def _machine() -> Iterator[Line]:
    yield "ok", f"Python {platform.python_version()} on {platform.system()} {platform.machine()}"
    missing = environment.missing_libraries()
    if missing:
        yield "bad", f"system libraries for Qt: sudo apt-get install {' '.join(missing)}"
    else:
        yield "ok", "system libraries for Qt"


def _display() -> Iterator[Line]:
    from kiosk.cli.run import has_screen

    if not has_screen():
        yield "bad", "no screen: neither DISPLAY nor WAYLAND_DISPLAY is set; start the kiosk within the graphical session"
        return
    from kiosk.qt.display_report import display_report

    yield from display_report()


def _slides(slides: Path) -> Iterator[Line]:
    from kiosk.core.content import library

    deck = library.load(slides)
    playable = sum(slide.error is None for slide in deck.slides)
    yield ("ok" if playable else "bad"), f"slides: {playable} of {len(deck.slides)} can be shown, in {slides}"
    if deck.problems:
        yield "note", f"{len(deck.problems)} problems in the slides: `main.py check` lists them"


def _state(state: Path) -> Iterator[Line]:
    """The folder that the commands use here."""
    place = next(folder for folder in (state, *state.parents) if folder.exists())
    writable = place.is_dir() and os.access(place, os.W_OK)
    yield ("ok" if writable else "bad"), f"state folder {state}" + ("" if writable else " cannot be written")
    from kiosk.core.storage.pin import PinFile

    yield ("ok", "staff PIN is set") if PinFile(state).is_set() else ("note", "no staff PIN: set one with `main.py pin`")


def _service(state: Path) -> Iterator[Line]:
    """The service, and the state folders that are not `state`."""
    from kiosk.install import systemd_service

    if not systemd_service.is_installed():
        used = state
        yield "note", "does not start by itself: `main.py setup --service`"
    elif named := systemd_service.state_of_service():
        used = named
        yield "ok", "starts with the machine"
        if used == state:
            yield "ok", f"the service uses the same state folder: {used}"
        else:
            yield "bad", f"the service uses the state folder {used}, this command {state}: give it `--state` with the former"
    else:
        used = state
        yield (
            "bad",
            "the service is an earlier version's, and may use another state folder: `main.py setup --service` renews it",
        )
    for forgotten in systemd_service.forgotten_state(used):
        if forgotten != state:
            remedy = systemd_service.how_to_move(forgotten, used)
            yield "note", f"{forgotten} holds decisions or a PIN too, beside {used}; to use those instead: {remedy}"
