"""How a run of the kiosk ended, for the service and for whoever started it."""

from __future__ import annotations

# Told to stop, as by SIGTERM or --quit-after. The service starts it anew, unless systemd itself has stopped it.
STOPPED = 0
FAILED = 1
# Staff left it with the PIN. The only one that the service does not restart on.
LEFT_BY_STAFF = 3
# Staff restarted it in the panel: EX_TEMPFAIL of sysexits.h. It starts itself anew, service or not.
RESTART = 75
