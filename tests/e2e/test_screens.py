"""Screens that change, go and come back, an X server that ends, and a machine without OpenGL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from kiosk.core.exit_codes import LEFT_BY_STAFF, STOPPED
from tests.e2e.content import COLOURS, PAPER, wait_for_slide, write_slides
from tests.e2e.display import SIZE, Colour, Display, near, window_manager, x_server
from tests.e2e.program import Program

TITLE = "Waiting-room kiosk"
SIZES = [(1024, 600), (800, 600), (600, 720), (1280, 720), (640, 400), (1000, 700), (1280, 720), (720, 480), (1024, 720), SIZE]
# Halves of the screen as two of them, in px and mm: x, y, width and height.
LEFT, RIGHT = "640/170x720/190+0+0", "640/170x720/190+640+0"


@pytest.fixture
def own(display: Display, tmp_path: Path) -> Iterator[Display]:
    """A display of the test's own, since it is changed."""
    folder = tmp_path / "screen"
    folder.mkdir()
    with x_server(folder) as server:
        yield server


@contextmanager
def running(display: Display, tmp_path: Path, *arguments: str) -> Iterator[Program]:
    write_slides(tmp_path / "slides", seconds=300)
    program = Program(tmp_path / "slides", tmp_path / "state", display.name, *arguments)
    try:
        program.wait_for("ready")
        program.wait_for("reloaded")
        yield program
        assert program.logged("error") == []
    finally:
        assert program.stop() == STOPPED, program.log()


def geometry(display: Display) -> dict[str, int]:
    """The window's, by xdotool's names."""
    lines = display.ask("xdotool", "search", "--name", TITLE, "getwindowgeometry", "--shell", "%1").splitlines()
    return {name: int(value) for name, _, value in (line.partition("=") for line in lines) if name in GEOMETRY}


GEOMETRY = ("X", "Y", "WIDTH", "HEIGHT")


def wait_for_geometry(display: Display, *numbers: int) -> None:
    expected = dict(zip(GEOMETRY, numbers, strict=True))
    display.wait_until(lambda: geometry(display) == expected, f"the window at {expected}, now at {geometry(display)}")


def make_modes(display: Display) -> None:
    for width, height in set(SIZES) - {SIZE}:
        across = [str(width + blank) for blank in (0, 40, 80, 120)]
        down = [str(height + blank) for blank in (0, 3, 8, 20)]
        display.ask("xrandr", "--newmode", f"{width}x{height}", "60", *across, *down)
        display.ask("xrandr", "--addmode", "screen", f"{width}x{height}")


def is_of_slide(pixel: Colour) -> bool:
    return near(pixel, PAPER, 2) or near(pixel, COLOURS["one"], 2)


@pytest.mark.parametrize("desktop", [False, True], ids=["alone", "desktop"])
def test_the_window_fills_a_screen_that_changes_ten_times(own: Display, tmp_path: Path, desktop: bool) -> None:
    make_modes(own)
    with ExitStack() as stack:
        if desktop:
            stack.enter_context(window_manager(own))
        stack.enter_context(running(own, tmp_path))
        for width, height in SIZES:
            own.ask("xrandr", "--output", "screen", "--mode", f"{width}x{height}")
            wait_for_geometry(own, 0, 0, width, height)
            # The length of a line in the X server's memory changes with the screen's: the first line alone is where it was.
            # Words or, on a tall screen, the picture stand at the top.
            own.wait_until(lambda: all(map(is_of_slide, own.row(0, 0, 600))), "the slide")
        wait_for_slide(own, "one")


def test_it_returns_to_its_screen_when_that_is_plugged_in_again(own: Display, tmp_path: Path) -> None:
    own.ask("xrandr", "--setmonitor", "left", LEFT, "screen")
    own.ask("xrandr", "--setmonitor", "right", RIGHT, "none")
    with running(own, tmp_path, "--screen", "1"):
        wait_for_geometry(own, 640, 0, 640, 720)
        for _ in range(3):
            own.ask("xrandr", "--delmonitor", "right")
            wait_for_geometry(own, 0, 0, 640, 720)
            own.ask("xrandr", "--setmonitor", "right", RIGHT, "none")
            wait_for_geometry(own, 640, 0, 640, 720)


def test_it_goes_to_a_screen_that_is_plugged_in_later(own: Display, tmp_path: Path) -> None:
    own.ask("xrandr", "--setmonitor", "left", LEFT, "screen")
    with running(own, tmp_path, "--screen", "1"):
        wait_for_geometry(own, 0, 0, 640, 720)
        own.ask("xrandr", "--setmonitor", "right", RIGHT, "none")
        wait_for_geometry(own, 640, 0, 640, 720)


def test_it_ends_with_an_x_server_that_is_killed(display: Display, tmp_path: Path) -> None:
    write_slides(tmp_path / "slides")
    folder = tmp_path / "screen"
    folder.mkdir()
    with x_server(folder) as own:
        program = Program(tmp_path / "slides", tmp_path / "state", own.name)
        try:
            program.wait_for("reloaded")
            own.server.kill()
            # So that the service starts it anew.
            assert program.process.wait(30) not in (STOPPED, LEFT_BY_STAFF), program.log()
        finally:
            program.stop()


@pytest.mark.parametrize("kept", [False, True], ids=["first start", "with the first frame kept"])
def test_it_is_drawn_by_software_where_there_is_no_opengl(
    display: Display, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: bool
) -> None:
    monkeypatch.setenv("QT_XCB_GL_INTEGRATION", "none")
    monkeypatch.delenv("QSG_RHI_BACKEND", raising=False)
    write_slides(tmp_path / "slides", seconds=300)
    if kept:
        first = Program(tmp_path / "slides", tmp_path / "state", display.name)
        display.wait_until(lambda: (tmp_path / "state" / "first-slide.json").exists(), "the first frame")
        assert first.stop() == STOPPED
    program = Program(tmp_path / "slides", tmp_path / "state", display.name, renderer="")
    try:
        program.wait_for("reloaded")
        wait_for_slide(display, "one")
        assert [event["why"] for event in program.logged("renderer")] == ["no OpenGL here"]
        assert any("backend software" in line for line in program.words)
    finally:
        assert program.stop() == STOPPED, program.log()


def test_a_graphics_card_that_fails_has_it_run_anew_by_software(display: Display, tmp_path: Path) -> None:
    write_slides(tmp_path / "slides", seconds=300)
    # Qt's own name for OpenGL keeps the program from asking beforehand.
    program = Program(
        tmp_path / "slides", tmp_path / "state", display.name, renderer="opengl", extra={"QT_XCB_GL_INTEGRATION": "none"}
    )
    try:
        why = program.wait_for("renderer")["why"]
        assert why.startswith("Failed to initialize graphics backend for OpenGL.")
        program.wait_for("reloaded")
        wait_for_slide(display, "one")
    finally:
        assert program.stop() == STOPPED, program.log()
