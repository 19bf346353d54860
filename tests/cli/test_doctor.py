"""`doctor` as a process: its lines, and an exit code that says if the kiosk can run here."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.core.storage.pin import PinFile
from kiosk.install import systemd_service
from tests.cli.commands import run

NO_SCREEN = "LACK  no screen: neither DISPLAY nor WAYLAND_DISPLAY is set; start the kiosk within the graphical session"


def lines_of(slides: Path, state: Path, **environment: str) -> tuple[int, list[str]]:
    done = run("doctor", "--slides", slides, "--state", state, **environment)
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert {line[:6] for line in lines} <= {"  ok  ", "note  ", "LACK  "}
    return done.returncode, lines


@pytest.fixture
def nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A user without a service of their own."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def write_service(folder: Path, command: str) -> None:
    """A service as the set-up writes it, with this command, below `folder`/config."""
    texts = {f"systemd/user/{systemd_service.UNIT}": f"[Service]\n{command}\n", f"autostart/{systemd_service.ENTRY}": ""}
    for name, text in texts.items():
        file = folder / "config" / name
        file.parent.mkdir(parents=True)
        file.write_text(text)


@pytest.mark.usefixtures("nobody")
def test_without_a_screen_that_alone_is_lacking(slides: Path, state: Path) -> None:
    code, lines = lines_of(slides, state)
    assert code == 1
    assert [line for line in lines if line.startswith("LACK")] == [NO_SCREEN]
    assert f"  ok  slides: 3 of 3 can be shown, in {slides}" in lines
    assert f"  ok  state folder {state}" in lines
    assert not state.exists(), "looking changes nothing"


@pytest.mark.usefixtures("nobody")
def test_with_a_screen_it_can_run_here(slides: Path, state: Path) -> None:
    code, lines = lines_of(slides, state, QT_QPA_PLATFORM="offscreen")
    assert code == 0
    assert any(line.startswith("  ok  screen 0: 800 x 800, ") for line in lines)
    assert "  ok  font Atkinson Hyperlegible Next" in lines
    assert "note  no staff PIN: set one with `main.py pin`" in lines
    assert "note  does not start by itself: `main.py setup --service`" in lines


def test_what_was_set_up_is_seen(slides: Path, state: Path, tmp_path: Path) -> None:
    PinFile(state).set_pin("240681")
    write_service(tmp_path, f'ExecStart=:python main.py run --state "{state}"')
    _, lines = lines_of(slides, state, XDG_CONFIG_HOME=str(tmp_path / "config"))
    assert "  ok  staff PIN is set" in lines
    assert lines[-2:] == ["  ok  starts with the machine", f"  ok  the service uses the same state folder: {state}"]


def test_a_service_with_another_state_folder_is_lacking(slides: Path, state: Path, tmp_path: Path) -> None:
    write_service(tmp_path, f'ExecStart=:python main.py run --state "{tmp_path / "other"}"')
    code, lines = lines_of(slides, state, QT_QPA_PLATFORM="offscreen", XDG_CONFIG_HOME=str(tmp_path / "config"))
    assert code == 1
    assert lines[-1].startswith(f"LACK  the service uses the state folder {tmp_path / 'other'}, this command {state}: ")


def test_what_an_earlier_version_left_is_named_with_its_remedy(slides: Path, tmp_path: Path) -> None:
    """Its service had systemd choose the folder: ~/.config/kiosk, while the commands used ~/.local/state/kiosk."""
    write_service(tmp_path, "ExecStart=:python main.py run\nStateDirectory=kiosk")
    earlier, used = tmp_path / "config" / "kiosk", tmp_path / "home" / ".local" / "state" / "kiosk"
    PinFile(earlier).set_pin("240681")
    homes = {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path / "config"), "HOME": str(tmp_path / "home")}
    done = run("doctor", "--slides", slides, **homes, XDG_STATE_HOME="")
    assert done.returncode == 1
    assert f"  ok  state folder {used}" in done.stdout.splitlines()
    renewal, forgotten = done.stdout.splitlines()[-2:]
    assert renewal.startswith("LACK  the service is an earlier version's")
    assert renewal.endswith("`main.py setup --service` renews it")
    assert forgotten.startswith(f"note  {earlier} holds decisions or a PIN too, beside {used}; ")
    assert f"mv -T {earlier} {used}" in forgotten


def test_a_broken_slide_is_a_note_and_no_slide_at_all_a_lack(slides: Path, state: Path) -> None:
    first, *others = sorted((slides / "t").glob("?-*[!s].md"))
    first.write_text("---\nlayout: nonsense\n---\nText.\n")
    _, lines = lines_of(slides, state)
    assert f"  ok  slides: 2 of 3 can be shown, in {slides}" in lines
    assert any(line.startswith("note  ") and "`main.py check` lists them" in line for line in lines)
    for file in others:
        file.write_text(first.read_text())
    code, lines = lines_of(slides, state, QT_QPA_PLATFORM="offscreen")
    assert code == 1
    assert [line for line in lines if line.startswith("LACK")] == [f"LACK  slides: 0 of 3 can be shown, in {slides}"]


def test_a_state_folder_that_cannot_be_written_is_lacking(slides: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    code, lines = lines_of(slides, tmp_path / "file" / "state", QT_QPA_PLATFORM="offscreen")
    assert code == 1
    assert f"LACK  state folder {tmp_path / 'file' / 'state'} cannot be written" in lines
