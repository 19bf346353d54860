"""The PIN from a terminal."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from kiosk.cli.pin import pin
from kiosk.core.storage.pin import Moment, PinFile


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


def test_the_pin_is_read_from_a_pipe_and_cleared(
    state: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("271828\n"))
    assert pin([], state) == 0
    assert PinFile(state).verify("271828", Moment(0, "x")).right
    assert pin(["--clear"], state) == 0
    assert not PinFile(state).is_set()
    assert pin(["--set", "271828"], state) == 2
    monkeypatch.setattr("sys.stdin", io.StringIO("1234\n"))
    assert pin([], state) == 1
    assert not PinFile(state).is_set()
    out = "".join(capsys.readouterr())
    assert "6 to 12 digits" in out
    assert "271828" not in out
    assert "1234" not in out


@pytest.mark.parametrize(("second", "code"), [("271828", 0), ("271829", 1), (EOFError, 1)])
def test_the_pin_is_asked_for_twice(
    state: Path, monkeypatch: pytest.MonkeyPatch, second: str | type[Exception], code: int
) -> None:
    answers = iter(["271828", second])

    def ask(prompt: str) -> str:
        answer = next(answers)
        if isinstance(answer, str):
            return answer
        raise answer

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", ask)
    assert pin([], state) == code
    assert PinFile(state).is_set() == (code == 0)
