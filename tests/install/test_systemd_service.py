"""The boot-time service: its two files as systemd and the desktop read them, and what it refuses."""

from __future__ import annotations

import configparser
import shlex
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from kiosk.core.exit_codes import LEFT_BY_STAFF
from kiosk.core.service import RETURN
from kiosk.install import folders, systemd_service
from tests.install.conftest import write_program

ROOT = Path(__file__).resolve().parents[2]
ANALYZE = shutil.which("systemd-analyze") or ""


def read_ini(file: Path) -> configparser.ConfigParser:
    """A file of systemd's or of the desktop's; its keys keep their case."""
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",), comment_prefixes=("#",))
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read_string(file.read_text())
    return parser


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The configuration folder of an ordinary user, with a systemctl that writes down what it is asked for."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    write_program(tmp_path / "bin" / "systemctl", f'echo "$*" >> "{tmp_path / "calls"}"')
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return tmp_path / "config"


def installed(home: Path, python: Path) -> int:
    (home / "resources").mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        (home / "resources" / "service").symlink_to(ROOT / "resources" / "service")
    return systemd_service.install(home, python)


def words_of(service: configparser.SectionProxy) -> list[str]:
    """The words of the kiosk's own command, as systemd and then the shell hand them on.

    systemd.service(5): after a colon $ stands for itself, %% for one sign, and quoting is the shell's.
    """
    line = service["ExecStart"]
    assert line.startswith(":")
    shell, option, script, *words = (word.replace("%%", "%") for word in shlex.split(line[1:]))
    assert [shell, option, script] == ["/bin/sh", "-c", 'exec "$0" "$@"']
    return words


def test_the_service_runs_the_kiosk_and_keeps_it_running(config: Path, tmp_path: Path) -> None:
    assert not systemd_service.is_installed()
    home, python = tmp_path / "kiosk", tmp_path / "kiosk" / ".venv" / "bin" / "python"
    assert installed(home, python) == 0
    assert systemd_service.is_installed()
    unit = read_ini(config / "systemd" / "user" / "kiosk.service")
    service = unit["Service"]
    command = [str(python), str(home / "main.py"), "run", "--state", str(tmp_path / "home" / ".local" / "state" / "kiosk")]
    assert words_of(service) == command
    assert (service["Type"], service["NotifyAccess"], service["Restart"]) == ("notify", "main", "always")
    assert service["RestartPreventExitStatus"] == service["SuccessExitStatus"] == str(LEFT_BY_STAFF)
    assert (service["WatchdogSec"], service["UMask"]) == ("15", "0077")
    assert unit["Unit"]["StartLimitIntervalSec"] == "0"
    assert "StateDirectory" not in service, "before systemd 254 that is another folder than the commands'"
    assert f"{RETURN}.timer" in service["ExecStartPost"]
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
    service = read_ini(config / "systemd" / "user" / "kiosk.service")["Service"]
    line = service["ExecStart"]
    assert line.count("%") == 2 * line.count("%%")
    assert words_of(service)[:3] == [str(home / "python"), str(home / "main.py"), "run"]


@pytest.mark.skipif(not ANALYZE, reason="there is no systemd here")
@pytest.mark.parametrize("name", ["kiosk", "the 'waiting' room, 100 % $HOME \\"])
def test_systemd_has_nothing_to_say_against_it(config: Path, tmp_path: Path, name: str) -> None:
    installed(tmp_path / name, Path(sys.executable))
    file = config / "systemd" / "user" / "kiosk.service"
    (tmp_path / "run").mkdir()
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path / "run")}
    done = subprocess.run([ANALYZE, "verify", "--user", file], capture_output=True, text=True, env=environment, timeout=60)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


@pytest.mark.parametrize("name", ["kiosk", 'the "waiting" room\'s, 100 % $HOME \\'])
def test_the_state_folder_of_the_service_is_that_of_the_commands(
    config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    assert systemd_service.state_of_service() is None
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / name))
    installed(tmp_path / "project", tmp_path / "python")
    assert systemd_service.state_of_service() == tmp_path / name / "kiosk" == folders.state_folder()


@pytest.mark.parametrize(
    "line", ["ExecStart=:python main.py run", "ExecStart=:python --state", 'ExecStart="', "Type=notify", ""]
)
def test_a_service_that_names_no_state_folder(config: Path, line: str) -> None:
    file = config / "systemd" / "user" / "kiosk.service"
    file.parent.mkdir(parents=True)
    file.write_text(f"[Service]\n{line}\n")
    assert systemd_service.state_of_service() is None


def test_the_state_of_an_earlier_version_is_named_with_the_way_to_keep_it(
    config: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    earlier = config / "kiosk"
    earlier.mkdir(parents=True)
    installed(tmp_path / "project", tmp_path / "python")
    used = folders.state_folder()
    assert str(earlier) not in capsys.readouterr().out, "there is nothing in it"
    (earlier / "pin").touch()
    used.mkdir(parents=True)
    (used / "kiosk.json").touch()
    installed(tmp_path / "project", tmp_path / "python")
    line = next(line for line in capsys.readouterr().out.splitlines() if str(earlier) in line)
    commands = line.partition("to use those instead: ")[2]
    assert subprocess.run(["/bin/sh", "-c", commands], env={"PATH": f"{tmp_path / 'bin'}:/usr/bin:/bin"}).returncode == 0
    assert (used / "pin").exists()
    assert (used.with_name("kiosk.old") / "kiosk.json").exists()
    assert systemd_service.forgotten_state(used) == []


def test_without_a_configuration_folder_of_its_own_it_is_the_homes(
    config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_CONFIG_HOME")
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
