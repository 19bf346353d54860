"""The service under a real systemd: which ends it is started after, and that everybody uses the same state folder."""

from __future__ import annotations

import stat

import pytest

from kiosk.core.exit_codes import LEFT_BY_STAFF, STOPPED
from kiosk.core.storage.state_folder import StateFolder
from tests.e2e import panel
from tests.e2e.display import near
from tests.e2e.panel import PIN
from tests.e2e.service import RETURN, Service, seconds


@pytest.mark.parametrize(("signal", "end"), [("KILL", "KILL"), ("TERM", str(STOPPED))])
def test_it_is_started_anew_after_a_signal(service: Service, signal: str, end: str) -> None:
    before, pid = service.starts(), service.pid()
    service.send(signal)
    service.wait_until_started(before)
    assert service.pid() != pid
    assert service.ends()[-1] == end


def test_it_stays_stopped_when_systemd_stops_it(service: Service) -> None:
    service.machine.systemctl("stop", "kiosk.service")
    assert service.property("ActiveState") == "inactive"
    assert service.ends()[-1] == str(STOPPED)
    assert service.property("LoadState", RETURN) == "not-found"


def test_a_close_request_does_not_end_it(service: Service) -> None:
    before, pid = service.starts(), service.pid()
    service.ask_to_close()
    # It answers to touches that come after the request.
    panel.knock(service.display)
    assert (service.pid(), service.starts()) == (pid, before)


def test_a_restart_from_the_panel_keeps_the_process(service: Service) -> None:
    before, pid, ends = service.starts(), service.pid(), service.ends()
    panel.restart(service.display)
    service.wait_until_started(before)
    assert (service.pid(), service.ends()) == (pid, ends)
    assert service.property("WatchdogUSec") == "15s"


def test_left_by_the_pin_it_is_away_until_the_next_log_in_or_half_an_hour(service: Service) -> None:
    service.leave()
    assert service.ends()[-1] == str(LEFT_BY_STAFF)
    assert "left returns_in_minutes=30" in service.log()
    left = seconds(service.property("NextElapseUSecMonotonic", RETURN)) - service.machine.uptime()
    assert 29 * 60 < left <= 30 * 60
    assert near(service.display.at(panel.CORNER), (0, 0, 0)), "nothing of the kiosk's is on the screen"
    before = service.starts()
    service.log_in()
    service.wait_until_started(before)
    assert service.property("LoadState", RETURN) == "not-found", "it is not started once more"


def test_left_by_the_pin_it_comes_back_by_itself(service: Service) -> None:
    service.command("settings", "set", "return_minutes", "0.02")
    try:
        before = service.starts()
        service.leave()
        service.wait_until_started(before)
    finally:
        service.command("settings", "reset", "return_minutes")


def test_the_commands_and_the_kiosk_use_the_same_state(service: Service) -> None:
    doctor = service.command("doctor").splitlines()
    assert f"  ok  state folder {service.state}" in doctor
    assert f"  ok  the service uses the same state folder: {service.state}" in doctor
    assert "  ok  staff PIN is set" in doctor
    assert not (service.machine.home / ".config" / "kiosk").exists()
    first = service.command("order", "list").splitlines()[0].split()
    service.command("order", "off", first[4])
    assert StateFolder(service.state).read()[0].decisions[first[4]].on is False
    service.command("order", "undo")
    # The panel opens by the PIN that the terminal has set; what is saved there, the terminal reads.
    panel.enter(service.display)
    display = service.display
    display.click(panel.FIRST_SWITCH)
    display.click(panel.SAVE)
    service.machine.wait_until(lambda: service.command("order", "list").splitlines()[0].split()[1] == "off", "the panel's save")
    service.command("order", "undo")


def test_nobody_else_can_read_the_state(service: Service) -> None:
    assert PIN not in service.log()
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (service.state, *service.state.rglob("*"))}
    assert modes <= {0o700, 0o600}
