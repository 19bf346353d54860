"""The code by which the first PIN may be chosen at the pad: shown in the log alone, to whoever installs the kiosk."""

from __future__ import annotations

import secrets

from kiosk.core.storage.pin_tries import Answer, Moment, wait_after

DIGITS = 6
# Wrong tries after which the code is another one. The waits go on as if it were the same.
RENEWED_AFTER = 5


class PinCode:
    """A random number of six digits, in the memory of one run of the program.

    Wrong codes wait like wrong PINs. Each run begins with `FREE_TRIES` of a million, and nobody at the screen can begin one.
    """

    def __init__(self) -> None:
        self._code = ""
        self._wrong = 0
        self._since = 0.0

    def offer(self) -> str:
        """Makes a code where there is none, and returns it for the log; "" where there is one."""
        if self._code:
            return ""
        self._code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
        return self._code

    def forget(self) -> None:
        """Makes the code worthless."""
        self._code = ""

    def wait(self, now: Moment) -> float:
        """Seconds until the next try is looked at."""
        return max(0.0, wait_after(self._wrong) - (now.monotonic - self._since))

    def verify(self, code: str, now: Moment) -> Answer:
        """Looks at one try, unless there is still a wait. After some that were wrong there is no code, until one is offered."""
        if left := self.wait(now):
            return Answer(False, left)
        if self._code and secrets.compare_digest(code.encode(), self._code.encode()):
            self._wrong = 0
            return Answer(True, looked_at=True)
        self._wrong += 1
        self._since = now.monotonic
        if self._wrong % RENEWED_AFTER == 0:
            self.forget()
        return Answer(False, self.wait(now), True, self._wrong)
