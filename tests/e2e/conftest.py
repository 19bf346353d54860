"""The program under a real X server. Where the tools are missing the tests are left out, except on the build server."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from kiosk.core.arrangement.arrangement import Arrangement
from kiosk.core.arrangement.changes import Changes
from kiosk.core.exit_codes import LEFT_BY_STAFF, STOPPED
from kiosk.core.settings import Settings
from kiosk.core.storage.state_folder import StateFolder
from tests.e2e.content import write_slides
from tests.e2e.display import Display, x_server
from tests.e2e.program import Program, Start
from tests.e2e.service import Service, installed_service
from tests.e2e.user_systemd import lacking
from tests.needs import need, need_tools


@pytest.fixture(scope="session")
def display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Display]:
    need_tools("Xvfb", "xdotool", "openbox", "xprop", "xev", "xrandr")
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

    def run(
        *arguments: str,
        renderer: str = "software",
        trail: bool = True,
        extra: Mapping[str, str] = MappingProxyType({}),
        wayland: Path | None = None,
        **settings: Any,
    ) -> Program:
        if settings:
            StateFolder(state).write(Arrangement(settings=Settings(**settings)), Changes(), datetime.now())
        program = Program(slides, state, display.name, *arguments, renderer=renderer, trail=trail, extra=extra, wayland=wayland)
        running.append(program)
        return program

    yield run
    for program in running:
        # Shown with a test that fails.
        print(program.log())
        ended_by_itself = program.process.poll()
        assert ended_by_itself in (None, STOPPED, LEFT_BY_STAFF), program.log()
        assert program.stop() == (ended_by_itself or STOPPED), program.log()
        assert program.logged("error") == []


@pytest.fixture(scope="module")
def installed() -> Iterator[Service]:
    """The service of a user who has set it up, on a display of its own."""
    need(lacking())
    with installed_service() as service:
        yield service


@pytest.fixture
def service(installed: Service) -> Service:
    """The kiosk runs, after a log-in."""
    if not installed.is_running():
        before = installed.starts()
        installed.log_in()
        installed.wait_until_started(before)
    return installed
