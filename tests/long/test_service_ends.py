"""The service under a real systemd: every end that it is started after, and those that only time brings."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.e2e import panel
from tests.e2e.display import x_server
from tests.e2e.service import RETURN, Service

# WatchdogSec=15, TimeoutAbortSec=3 and RestartSec=1, the start, and a machine that has something else to do.
STOPPED_FOR = (15.0, 60.0)


@pytest.mark.parametrize(
    "signal", ["HUP", "INT", "QUIT", "KILL", "USR1", "USR2", "PIPE", "ALRM", "TERM", "ABRT", "BUS", "FPE", "SEGV"]
)
def test_no_signal_keeps_it_away(service: Service, signal: str) -> None:
    before, pid = service.starts(), service.pid()
    service.send(signal)
    if signal == "PIPE":
        # Python ignores it; the next one does not find another process.
        assert service.pid() == pid
        return
    service.wait_until_started(before)
    assert service.pid() != pid


def test_one_that_stands_still_is_ended_and_started_anew(service: Service) -> None:
    before, pid, begun = service.starts(), service.pid(), time.monotonic()
    service.send("STOP")
    least, most = STOPPED_FOR
    service.machine.wait_until(lambda: service.starts() > before, "a start after the watchdog's time", most)
    service.wait_until_started(before)
    assert service.pid() != pid
    # At the latest sign of life, and a third of the time before the next.
    assert time.monotonic() - begun > least * 2 / 3


def test_the_watchdog_still_watches_after_a_restart_from_the_panel(service: Service) -> None:
    before = service.starts()
    panel.restart(service.display)
    service.wait_until_started(before)
    test_one_that_stands_still_is_ended_and_started_anew(service)


def test_with_zero_it_stays_away_until_the_next_log_in(service: Service) -> None:
    service.command("settings", "set", "return_minutes", "0")
    try:
        service.leave()
        assert service.property("LoadState", RETURN) == "not-found"
    finally:
        service.command("settings", "reset", "return_minutes")


def test_it_is_set_up_twice_while_it_runs(service: Service) -> None:
    pid = service.pid()
    service.command("setup", "--service")
    assert service.pid() == pid
    before = service.starts()
    service.log_in()
    service.wait_until_started(before)
    assert service.property("NRestarts") == "0"


def test_the_desktop_ends_and_comes_again(service: Service, tmp_path: Path) -> None:
    """The user's systemd outlives the desktop, as where somebody is logged in from elsewhere; the kiosk tries all the time."""
    own = service.display
    with x_server(tmp_path) as first:
        service.display, before = first, service.starts()
        service.log_in()
        service.wait_until_started(before)
        panel.knock(first)
    ends = len(service.ends())
    service.machine.wait_until(lambda: len(service.ends()) >= ends + 3, "three tries without a screen")
    service.display, before = own, service.starts()
    service.log_in()
    service.wait_until_started(before)
    panel.knock(own)
