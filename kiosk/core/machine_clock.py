"""Setting the machine's clock, through systemd's `timedatectl`. Every call may take seconds: never in the GUI thread."""

from __future__ import annotations

import os
import subprocess
import time
from datetime import datetime
from enum import Enum

from msgspec import Struct

# D-Bus gives up on a call after 25 s.
PATIENCE_SECONDS = 30.0
# What sets the clock by the network is told to stop, and has not stopped yet.
TRIES = 10
PAUSE_SECONDS = 0.5
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
        lines = _timedatectl("show").splitlines()
    except NotSet:
        return TimeService(time.strftime("%Z"))
    values = dict(line.split("=", 1) for line in lines if "=" in line)
    by_network = values.get("NTP") == "yes" if values.get("CanNTP") == "yes" else None
    return TimeService(values.get("Timezone") or time.strftime("%Z"), by_network)


def set_time(moment: datetime) -> None:
    """Sets the clock to a local time. What sets it by the network is switched off first, and stays off. Raises NotSet."""
    if read().by_network:
        set_by_network(False)
    for left in reversed(range(TRIES)):
        try:
            _timedatectl("set-time", stamp(moment))
            return
        except NotSet as error:
            if not left or _STILL_SYNCHRONISED not in str(error).casefold():
                raise
        time.sleep(PAUSE_SECONDS)


def set_by_network(on: bool) -> None:
    """Has the clock set by the network, or no longer. Raises NotSet."""
    _timedatectl("set-ntp", "true" if on else "false")


def stamp(moment: datetime) -> str:
    """As `timedatectl set-time` takes it."""
    return f"{moment:%Y-%m-%d %H:%M:%S}"


def _timedatectl(*words: str) -> str:
    """What the command prints. Raises NotSet."""
    command = ["timedatectl", "--no-ask-password", *words]
    try:
        # In English, so that its reasons are known.
        done = subprocess.run(
            command,
            env={**os.environ, "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
        )
    except FileNotFoundError:
        raise NotSet(Reason.NO_SERVICE, "there is no timedatectl") from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotSet(Reason.FAILED, str(error)) from error
    if done.returncode == 0:
        return done.stdout
    message = done.stderr.strip() or f"timedatectl ended with {done.returncode}"
    plain = message.casefold()
    if any(words in plain for words in _REFUSED):
        raise NotSet(Reason.REFUSED, message)
    raise NotSet(Reason.NO_SERVICE if any(words in plain for words in _NO_SERVICE) else Reason.FAILED, message)
