"""Tells systemd that the GUI thread is alive. If that stops, systemd ends the process and starts it anew."""

from __future__ import annotations

import os

from PySide6.QtCore import QObject, QTimer, Signal, Slot


class SystemdWatchdog(QObject):
    """Does nothing unless systemd asked for it (sd_notify(3): NOTIFY_SOCKET and WATCHDOG_USEC).

    `reported`: a sign of life was sent, be it heard or not.
    """

    reported = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._address = os.environ.get("NOTIFY_SOCKET", "")
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._alive)

    def ready(self) -> None:
        """Reports the first slide on the screen."""
        self._tell("READY=1")
        limit = os.environ.get("WATCHDOG_USEC", "")
        # Three signs of life in each period, in ms out of microseconds; 0 asks for none (sd_watchdog_enabled(3)).
        interval = int(limit) // 3000 if limit.isdigit() else 0
        if self._address and interval:
            self._timer.start(interval)

    def is_reporting(self) -> bool:
        return self._timer.isActive()

    @Slot()
    def _alive(self) -> None:
        self._tell("WATCHDOG=1")
        self.reported.emit()

    def _tell(self, message: str) -> None:
        if not self._address:
            return
        import socket

        # An abstract socket's name begins with @, which stands for a null byte.
        address = "\0" + self._address[1:] if self._address.startswith("@") else self._address
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
            try:
                # One that listens no more must not hold up the slides.
                sender.sendto(message.encode(), socket.MSG_DONTWAIT, address)
            except OSError:
                # Without systemd's ear there is nobody to tell; the slides matter more.
                return
