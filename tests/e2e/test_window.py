"""Nobody gets out by the window: it cannot be closed, and on X11 whatever takes it away, it is back on top, with the keys."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.e2e import x_messages
from tests.e2e.content import write_slides
from tests.e2e.display import SIZE, Display, x_server
from tests.e2e.program import Program
from tests.e2e.surroundings import window_manager

TITLE = "Waiting-room kiosk"
# Across the menus that a window manager opens in the upper left corner, and below the words: those may stand a fraction of a
# pixel beside where they stood.
ROWS = ((20, 0, SIZE[0]), (470, 300, 1000))
OTHER = "Somebody else"

Attempt = Callable[[Display, str], None]


class Kiosk:
    """The program on a display, with the picture that it must show again."""

    def __init__(self, display: Display, program: Program, has_keyboard: bool) -> None:
        self.display = display
        self.program = program
        program.wait_for("ready")
        program.wait_for("reloaded")
        self.window = display.ask("xdotool", "search", "--onlyvisible", "--name", TITLE)
        if has_keyboard:
            display.wait_until(self.has_keyboard, "the keyboard")
        self.picture = self.look()

    def look(self) -> list[object]:
        return [self.display.row(*row) for row in ROWS]

    def has_keyboard(self) -> bool:
        return self.display.ask("xdotool", "getwindowfocus", "-f") == self.window

    def fills(self) -> bool:
        lines = self.display.ask("xdotool", "getwindowgeometry", "--shell", self.window).splitlines()
        return {"X=0", "Y=0", f"WIDTH={SIZE[0]}", f"HEIGHT={SIZE[1]}"} <= set(lines)

    def is_moved(self) -> bool:
        return {"X=60", "Y=40"} <= set(self.display.ask("xdotool", "getwindowgeometry", "--shell", self.window).splitlines())

    def is_back(self) -> bool:
        assert self.program.process.poll() is None, self.program.log()
        return self.look() == self.picture and self.has_keyboard() and self.fills()


@contextmanager
def kiosk_on(display: Display, folder: Path, *arguments: str, has_keyboard: bool = True) -> Iterator[Kiosk]:
    write_slides(folder / "slides", seconds=300)
    program = Program(folder / "slides", folder / "state", display.name, *arguments)
    try:
        yield Kiosk(display, program, has_keyboard)
        assert program.process.poll() is None, "it did not end by itself"
        assert program.logged("error") == []
    finally:
        assert program.stop() == 0, program.log()


@pytest.fixture(scope="module")
def alone(display: Display, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kiosk]:
    """Without a window manager; on a display of its own, which other tests would have to fight for."""
    with x_server(tmp_path_factory.mktemp("screen")) as own, kiosk_on(own, tmp_path_factory.mktemp("alone")) as kiosk:
        yield kiosk


@pytest.fixture(scope="module")
def desktop(display: Display, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kiosk]:
    """On a desktop: under openbox."""
    with (
        x_server(tmp_path_factory.mktemp("screen")) as own,
        window_manager(own),
        kiosk_on(own, tmp_path_factory.mktemp("desktop")) as kiosk,
    ):
        yield kiosk


def do(*words: str) -> Attempt:
    """An xdotool command; WINDOW stands for ours."""

    def attempt(display: Display, window: str) -> None:
        display.ask("xdotool", *(window if word == "WINDOW" else word for word in words))

    return attempt


ATTEMPTS: dict[str, Attempt] = {
    "close request": lambda display, window: x_messages.ask_to_close(display.name, window),
    "iconified": do("windowminimize", "WINDOW"),
    "taken off the screen": do("windowunmap", "WINDOW"),
    "moved": do("windowmove", "WINDOW", "100", "100"),
    "made smaller": do("windowsize", "WINDOW", "600", "300"),
}
DESKTOP_ATTEMPTS: dict[str, Attempt] = {
    **ATTEMPTS,
    "closed by a task bar": lambda display, window: x_messages.have_closed(display.name, window),
    "no longer full screen": lambda display, window: x_messages.have_state_removed(
        display.name, window, "_NET_WM_STATE_FULLSCREEN"
    ),
    "no longer on top": lambda display, window: x_messages.have_state_removed(display.name, window, "_NET_WM_STATE_ABOVE"),
    "another desktop": do("set_desktop", "1"),
    "moved to another desktop": do("set_desktop_for_window", "WINDOW", "2"),
    **{key: do("key", key) for key in ("alt+F4", "super+d", "ctrl+alt+Right", "alt+space", "alt+Escape", "alt+Tab")},
}


@pytest.mark.parametrize("name", ATTEMPTS)
def test_it_is_back_without_a_window_manager(alone: Kiosk, name: str) -> None:
    ATTEMPTS[name](alone.display, alone.window)
    alone.display.wait_until(alone.is_back, f"the kiosk, after: {name}")


@pytest.mark.parametrize("name", DESKTOP_ATTEMPTS)
def test_it_is_back_on_a_desktop(desktop: Kiosk, name: str) -> None:
    DESKTOP_ATTEMPTS[name](desktop.display, desktop.window)
    desktop.display.wait_until(desktop.is_back, f"the kiosk, after: {name}")
    # A menu that is off the screen still has the keyboard.
    desktop.display.press("Escape")


@contextmanager
def other_window(display: Display) -> Iterator[str]:
    """Another program's window in the middle of the screen."""
    other = subprocess.Popen(
        ["xev", "-name", OTHER, "-geometry", "600x300+300+200"],
        env={**os.environ, "DISPLAY": display.name},
        stdout=subprocess.DEVNULL,
    )
    try:
        yield display.ask("xdotool", "search", "--sync", "--onlyvisible", "--name", OTHER)
    finally:
        other.terminate()
        other.wait()


@pytest.mark.parametrize("command", ["", "windowraise", "windowfocus"])
@pytest.mark.parametrize("where", ["alone", "desktop"])
def test_another_window_gets_neither_the_screen_nor_the_keyboard(
    where: str, command: str, request: pytest.FixtureRequest
) -> None:
    kiosk: Kiosk = request.getfixturevalue(where)
    with other_window(kiosk.display) as window:
        kiosk.display.wait_until(kiosk.is_back, "the kiosk, above another window")
        if command:
            kiosk.display.ask("xdotool", command, window)
            kiosk.display.wait_until(kiosk.is_back, f"the kiosk, after {command} of another window")


def test_a_window_for_whoever_works_on_slides_is_left_alone_but_cannot_be_closed(display: Display, tmp_path: Path) -> None:
    with kiosk_on(display, tmp_path, "--windowed", "800x500", has_keyboard=False) as kiosk:
        display.ask("xdotool", "windowmove", kiosk.window, "60", "40")
        x_messages.ask_to_close(display.name, kiosk.window)
        display.wait_until(kiosk.is_moved, "the move")
        with display.changing(500, 100, 800):
            display.click((400, 300))
        assert kiosk.is_moved()
