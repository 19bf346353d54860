"""SIGTERM and Ctrl+C, heard from the first moment of a run to its last."""

from __future__ import annotations

import os
import signal

from kiosk.core.exit_codes import RESTART, STOPPED

NUMBERS = (signal.SIGINT, signal.SIGTERM)


class StopSignals:
    """Takes the two signals as soon as it is made. `told`: one of them has come. `receiving`: a file descriptor to wait at.

    Python runs a signal's handler between two of its own instructions: at rest that may take minutes to come, and in the
    middle of drawing, closing the window is no good idea. Hence a byte through a pipe as well, in which it waits until there
    is an event loop to read it.
    """

    def __init__(self) -> None:
        self.told = False
        self.receiving, self._sending = os.pipe()
        for end in (self.receiving, self._sending):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(self._sending, warn_on_full_buffer=False)
        for number in NUMBERS:
            signal.signal(number, self._heed)

    def read(self) -> bool:
        """Empties the pipe. True if there was one of the two in it, and not some other signal alone."""
        return bool(set(os.read(self.receiving, 64)) & set(NUMBERS))

    def end(self, code: int) -> int:
        """Takes the pipe down at the end of a run that has `code`, and returns the code that it ends with.

        What comes from now on must not undo a clean end: Python, when it ends, puts back handlers that would. Only what is
        run anew in the same process must hear it again; if it was told to stop meanwhile, it is not.
        """
        signal.set_wakeup_fd(-1)
        if code == RESTART and not self.told:
            return RESTART
        for number in NUMBERS:
            signal.signal(number, signal.SIG_IGN)
        for end in (self.receiving, self._sending):
            os.close(end)
        return STOPPED if code == RESTART else code

    def _heed(self, number: int, frame: object) -> None:
        self.told = True
