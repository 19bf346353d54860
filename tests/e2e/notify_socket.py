"""Systemd's ear: a socket that takes in what a service says about itself (sd_notify(3))."""

from __future__ import annotations

import socket
import struct
import time
from pathlib import Path

from tests.e2e.display import PATIENCE

# struct ucred of unix(7): who has sent a message.
_CREDENTIALS = struct.Struct("3i")


class NotifySocket:
    """`environment` is what systemd gives to a service whose `WatchdogSec=` is `period` s.

    Only the main process is heard (`NotifyAccess=main`), once it is named: a D-Bus daemon that Qt's plugin has started says
    READY=1 as well.
    """

    def __init__(self, path: Path, period: float) -> None:
        self.period = period
        self.main = 0
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        self._socket.bind(str(path))
        self.environment = {"NOTIFY_SOCKET": str(path), "WATCHDOG_USEC": str(round(period * 1e6))}

    def close(self) -> None:
        self._socket.close()

    def hear(self, timeout: float = PATIENCE) -> bytes | None:
        """The next message, or None if none comes in time."""
        give_up = time.monotonic() + timeout
        while (left := give_up - time.monotonic()) > 0:
            self._socket.settimeout(left)
            try:
                message, extras, _, _ = self._socket.recvmsg(200, socket.CMSG_SPACE(_CREDENTIALS.size))
            except TimeoutError:
                return None
            if any(_CREDENTIALS.unpack(data)[0] == self.main for _, _, data in extras):
                return message
        return None

    def expect(self, *messages: bytes) -> None:
        for message in messages:
            heard = self.hear()
            assert heard == message, f"heard {heard!r}, not {message!r}"

    def is_silent(self, periods: float = 1) -> bool:
        """True if no word comes for so many periods, after what lies here already: after one it counts as dead."""
        while self.hear(0.001):
            pass
        return self.hear(periods * self.period) is None
