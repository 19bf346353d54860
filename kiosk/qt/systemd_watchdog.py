"""Tells systemd that the GUI thread is alive. If that stops, systemd ends the process and starts it anew."""

from __future__ import annotations

import os

from PySide6.QtCore import QObject, QTimer, Slot


class SystemdWatchdog(QObject):
    """Does nothing unless systemd asked for it (sd_notify(3): NOTIFY_SOCKET and WATCHDOG_USEC)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = os.environ.get("NOTIFY_SOCKET", "")
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._alive)

    def ready(self) -> None:
        """The first slide is on the screen."""
        self._tell("READY=1")
        limit = os.environ.get("WATCHDOG_USEC", "")
        if self._address and limit.isdigit():
            self._timer.start(int(limit) // 3000)

    @Slot()
    def _alive(self) -> None:
        self._tell("WATCHDOG=1")

    def _tell(self, message: str) -> None:
        if not self._address:
            return
        import socket

        # An abstract socket's name begins with @, which stands for a null byte.
        address = "\0" + self._address[1:] if self._address.startswith("@") else self._address
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
            try:
                sender.sendto(message.encode(), address)
            except OSError:
                # Without systemd's ear there is nobody to tell; the slides matter more.
                return
