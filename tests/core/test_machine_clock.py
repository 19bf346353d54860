"""Setting the machine's clock: the real `busctl`, and a time service of the tests' own on a private bus."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.core import machine_clock
from kiosk.core.machine_clock import NotSet, Reason
from tests.time_service import TimeService, time_service, wait_for

MOMENT = datetime(2028, 3, 1, 10, 20)


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TimeService]:
    with time_service(tmp_path) as running:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", running.address)
        yield running


def microseconds(moment: datetime) -> int:
    return round(moment.timestamp() * 1e6)


def test_the_network_is_asked_to_stop_and_the_time_is_set(service: TimeService) -> None:
    assert machine_clock.read() == machine_clock.TimeService("Etc/Utc", by_network=True)
    machine_clock.set_time(MOMENT)
    assert service.calls() == ["SetNTP False False", f"SetTime {microseconds(MOMENT)} False False"]
    assert machine_clock.read().by_network is False
    machine_clock.set_time(MOMENT)
    assert len(service.calls()) == 3, "it has stopped already"
    machine_clock.set_by_network(True)
    assert machine_clock.read().by_network is True


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Asia/Kolkata"])
def test_the_time_is_that_of_the_clock_on_the_wall(service: TimeService, monkeypatch: pytest.MonkeyPatch, zone: str) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        machine_clock.set_time(MOMENT)
        assert service.calls()[-1] == f"SetTime {microseconds(MOMENT)} False False"
    finally:
        monkeypatch.delenv("TZ")
        time.tzset()


@pytest.mark.parametrize(
    ("error", "message", "reason"),
    [
        ("org.freedesktop.DBus.Error.AccessDenied", "Access denied", Reason.REFUSED),
        ("org.freedesktop.DBus.Error.InteractiveAuthorizationRequired", "Interactive authentication required.", Reason.REFUSED),
        ("org.freedesktop.DBus.Error.Failed", "RTC is made of cheese", Reason.FAILED),
    ],
)
@pytest.mark.parametrize(("method", "signature"), [("SetTime", "xbb"), ("SetNTP", "bb")])
def test_a_refusal_is_told(service: TimeService, method: str, signature: str, error: str, message: str, reason: Reason) -> None:
    service.refuse(method, signature, error, message)
    with pytest.raises(NotSet) as caught:
        machine_clock.set_time(MOMENT)
    assert caught.value.reason is reason
    assert message.rstrip(".") in str(caught.value)


def test_it_waits_until_the_network_has_let_go(service: TimeService) -> None:
    service.refuse("SetTime", "xbb", "org.freedesktop.DBus.Error.Failed", "Automatic time synchronization is enabled")

    def let_go() -> None:
        wait_for(lambda: "SetTime" in str(service.calls()), "the first try")
        service.accept("SetTime", "xbb")

    network = threading.Thread(target=let_go)
    network.start()
    machine_clock.set_time(MOMENT)
    network.join()
    assert [call.split()[0] for call in service.calls()][:3] == ["SetNTP", "SetTime", "SetTime"]


def test_a_machine_without_the_service_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with time_service(tmp_path, service=False) as bus:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", bus.address)
        assert machine_clock.read() == machine_clock.TimeService(time.strftime("%Z"))
        with pytest.raises(NotSet) as caught:
            machine_clock.set_time(MOMENT)
    assert caught.value.reason is Reason.NO_SERVICE


def test_a_machine_without_the_command_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "environ", {**os.environ, "PATH": str(tmp_path)})
    with pytest.raises(NotSet) as caught:
        machine_clock.set_time(MOMENT)
    assert caught.value.reason is Reason.NO_SERVICE
    assert str(caught.value) == "there is no busctl"
