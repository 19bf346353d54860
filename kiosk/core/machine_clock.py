"""Setting the machine's clock, through systemd's time service. Every call may take seconds: never in the GUI thread.

The service is asked by systemd's `busctl`, the way in that needs neither Qt nor a library, and is on whatever machine has
the service.
"""

from __future__ import annotations

import json
import os
import subprocess
import time
from datetime import datetime
from enum import Enum

from msgspec import Struct

# `busctl` gives up on a call after this long: somebody may have to wake the service first.
PATIENCE_SECONDS = 30
# What sets the clock by the network is told to stop, and has not stopped yet.
TRIES = 10
PAUSE_SECONDS = 0.5
# Its name, its only object, and that object's interface.
_SERVICE = ("org.freedesktop.timedate1", "/org/freedesktop/timedate1", "org.freedesktop.timedate1")
_STILL_SYNCHRONISED = "automatic time synchronization"
_REFUSED = ("access denied", "authentication", "not authorized", "permission denied")
_NO_SERVICE = ("connect to bus", "systemd as init", "not provided by any", "not found", "not loaded", "was not activated")


class TimeService(Struct, frozen=True):
    """What the machine says about its clock. `zone` "" and `by_network` None where it does not say."""

    zone: str = ""
    by_network: bool | None = None


class Reason(Enum):
    """The reason why the clock could not be set."""

    REFUSED = "the machine does not let this user set the clock"
    NO_SERVICE = "nothing on this machine takes a time"
    FAILED = "it failed"


class NotSet(Exception):
    """The clock was not set; the message is the machine's own."""

    def __init__(self, reason: Reason, message: str) -> None:
        super().__init__(message)
        self.reason = reason


def read() -> TimeService:
    """What the machine says. Never raises."""
    try:
        values = [json.loads(line)["data"] for line in _busctl("get-property", "Timezone", "CanNTP", "NTP").splitlines()]
    except NotSet:
        return TimeService(time.strftime("%Z"))
    zone, can, by_network = values
    return TimeService(zone, by_network if can else None)


def set_time(moment: datetime) -> None:
    """Sets the clock to a local time. What sets it by the network is switched off first, and stays off. Raises NotSet."""
    if read().by_network:
        set_by_network(False)
    for left in reversed(range(TRIES)):
        try:
            # Microseconds since 1970, not relative, and nobody is there to be asked for a password.
            _busctl("call", "SetTime", "xbb", str(round(moment.timestamp() * 1e6)), "false", "false")
            return
        except NotSet as error:
            if not left or _STILL_SYNCHRONISED not in str(error).casefold():
                raise
        time.sleep(PAUSE_SECONDS)


def set_by_network(on: bool) -> None:
    """Has the clock set by the network, or no longer. Raises NotSet."""
    _busctl("call", "SetNTP", "bb", "true" if on else "false", "false")


def stamp(moment: datetime) -> str:
    """As the commands `timedatectl set-time` and `date -s` take it."""
    return f"{moment:%Y-%m-%d %H:%M:%S}"


def _busctl(verb: str, *words: str) -> str:
    """What the command prints. Raises NotSet."""
    options = ["--system", "--json=short", "--allow-interactive-authorization=false", f"--timeout={PATIENCE_SECONDS}"]
    command = ["busctl", *options, verb, *_SERVICE, *words]
    try:
        # In English, so that its reasons are known.
        done = subprocess.run(
            command,
            env={**os.environ, "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )
    except FileNotFoundError:
        raise NotSet(Reason.NO_SERVICE, "there is no busctl") from None
    except OSError as error:
        raise NotSet(Reason.FAILED, str(error)) from error
    if done.returncode == 0:
        return done.stdout
    message = done.stderr.strip() or f"busctl ended with {done.returncode}"
    plain = message.casefold()
    if any(words in plain for words in _REFUSED):
        raise NotSet(Reason.REFUSED, message)
    raise NotSet(Reason.NO_SERVICE if any(words in plain for words in _NO_SERVICE) else Reason.FAILED, message)
