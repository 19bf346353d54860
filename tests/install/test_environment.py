"""The set-up's steps, its sentences, and when it is due again."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from kiosk.install import environment, systemd_service
from tests.install.conftest import PROJECT, Home, write_program

INSTALL = "-m pip install --disable-pip-version-check --no-input -q --progress-bar off --editable"


@pytest.fixture(autouse=True)
def libraries(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The system libraries that are asked for: none, unless a test puts one in."""
    wanted: dict[str, str] = {}
    monkeypatch.setattr(environment, "SYSTEM_LIBRARIES", wanted)
    return wanted


@pytest.mark.parametrize(("arguments", "extra"), [([], ""), (["--dev"], "[dev]")])
def test_it_installs_the_project_and_is_ready(
    home: Home, capsys: pytest.CaptureFixture[str], arguments: list[str], extra: str
) -> None:
    assert not environment.is_ready(home.folder)
    assert environment.command(home.folder, arguments) == 0
    assert home.calls[-1] == f"{INSTALL} {home.folder}{extra}"
    assert environment.is_ready(home.folder)
    steps = [line.removeprefix("kiosk: ").split()[0] for line in capsys.readouterr().out.splitlines()]
    assert steps == ["setting", "installing", "ready."]


@pytest.mark.parametrize(
    ("before", "after", "ready"),
    [
        ('["one>=1"]', '["one>=2"]', False),
        ('["two>=2"]', '["two>=2", "three"]', False),
        ('name = "kiosk"', 'name = "kiosk" # a remark', True),
    ],
)
def test_it_is_due_again_when_what_is_needed_changes(home: Home, before: str, after: str, ready: bool) -> None:
    environment.prepare(home.folder, dev=False)
    home.write_project(PROJECT.replace(before, after))
    # Asked twice, for the first answer may be kept.
    assert [environment.is_ready(home.folder) for _ in range(2)] == [ready] * 2


def test_another_start_meanwhile_never_finds_it_due(home: Home) -> None:
    """Two starts after the project file was changed: the first writes its note while the second reads it."""
    environment.prepare(home.folder, dev=False)
    written = threading.Event()
    answers: list[bool] = []

    def start_again_and_again() -> None:
        while not written.is_set():
            answers.append(environment.is_ready(home.folder))

    other = threading.Thread(target=start_again_and_again)
    other.start()
    for number in range(300):
        fresh = home.folder / "fresh.toml"
        fresh.write_text(f"{PROJECT}# {number}\n")
        fresh.replace(home.folder / "pyproject.toml")
        answers.append(environment.is_ready(home.folder))
    written.set()
    other.join()
    assert set(answers) == {True}


def test_it_is_due_again_in_another_folder(home: Home, tmp_path: Path) -> None:
    environment.prepare(home.folder, dev=False)
    assert not environment.is_ready(home.folder.rename(tmp_path / "moved"))


def test_another_user_finds_it_ready(home: Home) -> None:
    environment.prepare(home.folder, dev=False)
    assert (home.folder / ".venv" / "kiosk-setup").stat().st_mode & 0o777 == 0o644


def test_a_service_needs_nothing_installed_anew(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Path] = []
    monkeypatch.setattr(systemd_service, "install", lambda home, python: made.append(home) or 0)
    assert environment.command(home.folder, ["--service"]) == 0
    assert environment.is_ready(home.folder)
    before = home.calls
    assert environment.command(home.folder, ["--service"]) == 0
    assert (home.calls, made) == (before, [home.folder] * 2)


@pytest.mark.parametrize("stamp", ["", "half", "a b c", "\x00"])
def test_a_damaged_note_counts_for_nothing(home: Home, stamp: str) -> None:
    environment.prepare(home.folder, dev=False)
    (home.folder / ".venv" / "kiosk-setup").write_text(stamp)
    assert not environment.is_ready(home.folder)


def test_without_pip_in_the_environment_the_one_outside_serves(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    python = home.write_interpreter(fails_at="-m pip --version")
    outside = home.folder / "outside"
    write_program(outside, f'echo "outside $*" >> "{home.log}"')
    monkeypatch.setattr("sys.executable", str(outside))
    assert environment.prepare(home.folder, dev=False) == 0
    assert home.calls[-1].startswith(f"outside -m pip --python {python} install ")


def test_an_installation_that_fails_says_what_to_do(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    home.write_interpreter(fails_at="-m pip install")
    assert environment.prepare(home.folder, dev=False) == 1
    assert "Is there a network? Then try again." in capsys.readouterr().out
    assert not environment.is_ready(home.folder)


def test_a_broken_environment_is_made_anew_and_pip_says_why_it_cannot_install(
    home: Home, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """With a real environment and a real pip, which may ask no index."""
    home.write_interpreter(fails_at="-c")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    assert environment.prepare(home.folder, dev=False) == 1
    out, error = capfd.readouterr()
    assert out.splitlines()[1] == "kiosk: making .venv"
    assert out.splitlines()[-1].startswith("kiosk: the installation failed; the lines above say why.")
    assert "No matching distribution found" in error
    assert (home.folder / ".venv" / "pyvenv.cfg").exists()
    assert not environment.is_ready(home.folder)


def test_an_environment_that_cannot_be_made(
    home: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home.write_interpreter(fails_at="-c")
    monkeypatch.setattr("sys.executable", str(home.folder / "no-python"))
    assert environment.prepare(home.folder, dev=False) == 1
    assert "apt install python3-venv" in capsys.readouterr().out


def test_what_cannot_be_loaded_is_missing(libraries: dict[str, str]) -> None:
    assert environment.missing_libraries() == []
    libraries |= {"libc.so.6": "libc6", "libkiosk-has-none.so.9": "libnone9"}
    assert environment.missing_libraries() == ["libnone9"]


@pytest.mark.parametrize(("installs", "code"), [("exit 0", 0), ("exit 100", 1)])
def test_as_root_missing_libraries_are_installed(
    home: Home,
    libraries: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    installs: str,
    code: int,
) -> None:
    libraries["libkiosk-has-none.so.9"] = "libnone9"
    write_program(home.folder / "bin" / "apt-get", f'echo "apt-get $*" >> "{home.log}"\n{installs}')
    monkeypatch.setenv("PATH", f"{home.folder / 'bin'}:{os.environ['PATH']}")
    monkeypatch.setattr("os.geteuid", lambda: 0)
    assert environment.prepare(home.folder, dev=False) == code
    assert home.calls[-2:] == ["apt-get update -qq", "apt-get install -y --no-install-recommends libnone9 -qq"]
    assert ("sudo apt-get install" in capsys.readouterr().out) == bool(code)


def test_as_another_user_the_one_command_is_printed(
    home: Home, libraries: dict[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    libraries["libkiosk-has-none.so.9"] = "libnone9"
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert environment.prepare(home.folder, dev=False) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "  sudo apt-get install -y --no-install-recommends libnone9"
