"""The systemd service that keeps the kiosk running, as its own process sees it."""

from __future__ import annotations

import os

UNIT = "kiosk.service"
# The timer that starts the service again after staff have left it. The service's file names it too, to take it back.
RETURN = "kiosk-return"


def is_service() -> bool:
    """True in the process that systemd started as the service, and in none that such a process started in turn."""
    # systemd.exec(5): children inherit SYSTEMD_EXEC_PID, but not the number. A desktop's own services notify nobody.
    return os.environ.get("SYSTEMD_EXEC_PID") == str(os.getpid()) and "NOTIFY_SOCKET" in os.environ
