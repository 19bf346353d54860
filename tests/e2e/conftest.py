"""The program under a real X server. Where the tools are missing the tests are left out, except on the build server."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from kiosk.core.arrangement.arrangement import Arrangement
from kiosk.core.arrangement.changes import Changes
from kiosk.core.settings import Settings
from kiosk.core.storage.state_folder import StateFolder
from tests.e2e.content import write_slides
from tests.e2e.display import Display, x_server
from tests.e2e.program import Program, Start

MISSING = [tool for tool in ("Xvfb", "xdotool", "openbox", "xprop", "xev", "xrandr") if shutil.which(tool) is None]


@pytest.fixture(scope="session")
def display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Display]:
    if MISSING and not os.environ.get("CI"):
        pytest.skip(f"{' and '.join(MISSING)} missing")
    assert not MISSING, f"{' and '.join(MISSING)} missing"
    with x_server(tmp_path_factory.mktemp("screen")) as server:
        yield server


@pytest.fixture
def slides(tmp_path: Path) -> Path:
    """Three slides of three seconds each."""
    root = tmp_path / "slides"
    write_slides(root)
    return root


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def start(display: Display, slides: Path, state: Path) -> Iterator[Start]:
    """Starts the program on the slides, with settings given by name. It is ended, and must end well, after the test."""
    running: list[Program] = []

    def run(*arguments: str, renderer: str = "software", **settings: Any) -> Program:
        if settings:
            StateFolder(state).write(Arrangement(settings=Settings(**settings)), Changes(), datetime.now())
        running.append(Program(slides, state, display.name, *arguments, renderer=renderer))
        return running[-1]

    yield run
    for program in running:
        ended_by_itself = program.process.poll()
        assert program.stop() == 0, program.log()
        assert ended_by_itself in (None, 0)
        assert program.logged("error") == []
