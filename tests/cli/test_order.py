"""The running order from a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.cli.order import order
from kiosk.core.storage.state_folder import StateFolder


@pytest.fixture
def slides(tmp_path: Path) -> Path:
    for name in ("1-why", "2-what", "3-rest"):
        file = tmp_path / "slides" / "t" / f"{name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"# {name.title()}\n\nText.\n")
    return tmp_path / "slides"


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


def listed(slides: Path, state: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    assert order(["list"], slides, state) == 0
    return [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]


def test_every_command(slides: Path, state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("move 3 1", "move t/1-why 3", "off 2", "seconds t/2-what 20", "seconds 1 9.5"):
        assert order(command.split(), slides, state) == 0
    assert "Saved as version 5: timed 1." in capsys.readouterr().out
    assert listed(slides, state, capsys) == [
        "1 on loop 9.5 t/3-rest 3-Rest",
        "2 off loop 20 t/2-what 2-What",
        "3 on loop auto t/1-why 1-Why",
    ]
    for _ in range(4):
        assert order(["undo"], slides, state) == 0
    assert "Saved as version 9: brought back version 1 (moved 1)." in capsys.readouterr().out
    assert listed(slides, state, capsys)[1] == "2 on loop auto t/1-why 1-Why"
    assert order(["undo"], slides, state) == 0
    assert order(["undo"], slides, state) == 1
    assert "no earlier version" in capsys.readouterr().err
    assert listed(slides, state, capsys)[0] == "1 on loop auto t/1-why 1-Why"


@pytest.mark.parametrize(
    ("command", "part"),
    [
        ("move 1", "order move FROM TO"),
        ("move 0 1", "1 to 3"),
        ("move 1 4", "1 to 3"),
        ("on 2-what", "did you mean t/2-what?"),
        ("off t/2-wat", "did you mean t/2-what?"),
        ("off nothing-like-it", "order list"),
        ("seconds 1 2", "3 to 300"),
        ("seconds 1 nan", "3 to 300"),
        ("seconds 1 long", "or auto"),
        ("dance", "order undo"),
    ],
)
def test_a_mistyped_command_saves_nothing_and_names_the_remedy(
    slides: Path, state: Path, capsys: pytest.CaptureFixture[str], command: str, part: str
) -> None:
    assert order(command.split(), slides, state) == 2
    assert part in capsys.readouterr().err
    assert not state.exists()


def test_what_is_so_already_is_not_saved(slides: Path, state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert order(["on", "1"], slides, state) == 0
    assert "already" in capsys.readouterr().out
    assert not state.exists()


def test_without_slides_and_without_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert order(["list"], tmp_path / "none", tmp_path) == 2
    assert "--slides" in capsys.readouterr().err


def test_a_broken_state_is_told_and_set_aside(slides: Path, state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    order(["off", "1"], slides, state)
    StateFolder(state).file.write_text('{"format": 1,')
    assert order(["off", "2"], slides, state) == 0
    assert "not whole JSON" in capsys.readouterr().err
    assert [line.split()[1] for line in listed(slides, state, capsys)] == ["off", "off", "on"]


def test_a_state_that_cannot_be_written(slides: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert order(["off", "1"], slides, Path("/dev/null/x")) == 1
    assert "Not saved" in capsys.readouterr().err
