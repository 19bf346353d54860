"""The boot-time service: its two files as systemd and the desktop read them, and what it refuses."""

from __future__ import annotations

import configparser
import shlex
from pathlib import Path

import pytest

from kiosk.install import systemd_service
from tests.install.conftest import write_program

ROOT = Path(__file__).resolve().parents[2]


def read_ini(file: Path) -> configparser.ConfigParser:
    """A file of systemd's or of the desktop's; its keys keep their case."""
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",), comment_prefixes=("#",))
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read_string(file.read_text())
    return parser


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The configuration folder of an ordinary user, with a systemctl that writes down what it is asked for."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    write_program(tmp_path / "bin" / "systemctl", f'echo "$*" >> "{tmp_path / "calls"}"')
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return tmp_path / "config"


def installed(home: Path, python: Path) -> int:
    (home / "resources").mkdir(parents=True)
    (home / "resources" / "service").symlink_to(ROOT / "resources" / "service")
    return systemd_service.install(home, python)


def test_the_service_runs_the_kiosk_and_keeps_it_running(config: Path, tmp_path: Path) -> None:
    assert not systemd_service.is_installed()
    home, python = tmp_path / "kiosk", tmp_path / "kiosk" / ".venv" / "bin" / "python"
    assert installed(home, python) == 0
    assert systemd_service.is_installed()
    unit = read_ini(config / "systemd" / "user" / "kiosk.service")
    service = unit["Service"]
    assert shlex.split(service["ExecStart"].removeprefix(":")) == [str(python), str(home / "main.py"), "run"]
    assert (service["Type"], service["NotifyAccess"], service["Restart"]) == ("notify", "main", "always")
    assert int(service["WatchdogSec"]) >= 30
    assert unit["Unit"]["StartLimitIntervalSec"] == "0"
    assert service["StateDirectory"] == "kiosk"
    assert (tmp_path / "calls").read_text() == "--user daemon-reload\n"


def test_the_desktop_starts_it_when_there_is_a_screen(config: Path, tmp_path: Path) -> None:
    installed(tmp_path / "kiosk", tmp_path / "python")
    entry = read_ini(config / "autostart" / "kiosk.desktop")["Desktop Entry"]
    assert entry["Type"] == "Application"
    shell, option, script = shlex.split(entry["Exec"])
    assert (shell, option) == ("sh", "-c")
    assert "import-environment DISPLAY" in script
    assert script.endswith("systemctl --user restart kiosk.service")


def test_a_folder_with_spaces_and_signs_is_one_word_for_systemd(config: Path, tmp_path: Path) -> None:
    home = tmp_path / 'the "waiting" room, 100 % $HOME'
    installed(home, home / "python")
    line = read_ini(config / "systemd" / "user" / "kiosk.service")["Service"]["ExecStart"]
    # systemd.service(5): after a colon $ stands for itself, %% for one sign, and quoting is the shell's.
    assert line.startswith(":")
    assert line.count("%") == 2 * line.count("%%")
    python, main, run = (word.replace("%%", "%") for word in shlex.split(line[1:]))
    assert (python, main, run) == (str(home / "python"), str(home / "main.py"), "run")


def test_without_a_configuration_folder_of_its_own_it_is_the_homes(
    config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    installed(tmp_path / "kiosk", tmp_path / "python")
    assert (tmp_path / "home" / ".config" / "systemd" / "user" / "kiosk.service").exists()
    assert not config.exists()


def test_half_an_installation_is_none(config: Path, tmp_path: Path) -> None:
    installed(tmp_path / "kiosk", tmp_path / "python")
    (config / "autostart" / "kiosk.desktop").unlink()
    assert not systemd_service.is_installed()


@pytest.mark.parametrize("systemctl", ["exit 1", None])
def test_it_waits_for_the_next_log_in_where_systemd_does_not_answer(
    config: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], systemctl: str | None
) -> None:
    program = tmp_path / "bin" / "systemctl"
    program.unlink() if systemctl is None else write_program(program, systemctl)
    assert installed(tmp_path / "kiosk", tmp_path / "python") == 0
    assert "systemd did not answer; the service starts with the next log-in" in capsys.readouterr().out
    assert systemd_service.is_installed()


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [("os.geteuid", lambda: 0, "without sudo"), ("sys.platform", "darwin", "needs Linux with systemd")],
)
def test_what_it_refuses_writes_nothing(
    config: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    value: object,
    sentence: str,
) -> None:
    monkeypatch.setattr(name, value)
    assert installed(tmp_path / "kiosk", tmp_path / "python") == 1
    assert sentence in capsys.readouterr().out
    assert not config.exists()
