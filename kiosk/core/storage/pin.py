"""The staff PIN: how it is kept, and how slowly wrong ones may be tried."""

from __future__ import annotations

import json
import os
import secrets
import time
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.core.files import Unreadable
from kiosk.core.storage import atomic_file
from kiosk.core.storage.atomic_file import Busy, NotSaved

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST, LONGEST = 6, 12
# argon2id with 19 MiB, two passes, one lane: OWASP Password Storage Cheat Sheet, minimum configuration.
MEMORY_KIB, PASSES, LANES = 19456, 2, 1
FREE_TRIES = 3
FIRST_WAIT, LONGEST_WAIT = 30.0, 3600.0


@dataclass(frozen=True, slots=True)
class Moment:
    """A time within one run of the machine: seconds since it was started, and which run that is.

    The wall clock has no part in it, so that setting it neither shortens nor lengthens a wait.
    """

    monotonic: float
    boot: str

    @classmethod
    def now(cls) -> Moment:
        clock = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
        return cls(time.clock_gettime(clock), _boot())


@cache
def _boot() -> str:
    # Where the system does not name its runs, each process counts as one: a wait is then served whole again.
    with suppress(OSError):
        return Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    return secrets.token_hex(16)


@dataclass(frozen=True, slots=True)
class Answer:
    """The pad's answer to one try. `wait`: seconds until the next try is looked at; `problem`: what staff should know."""

    right: bool
    wait: float = 0.0
    problem: str = ""


@dataclass(frozen=True, slots=True)
class _Record:
    """The hash, the wrong tries in a row, and the moment from which the wait for the last of them counts."""

    hash: str = field(repr=False)
    wrong: int = 0
    since: float = 0.0
    boot: str = ""

    def charged(self, now: Moment) -> _Record:
        return replace(self, wrong=self.wrong + 1, since=now.monotonic, boot=now.boot)

    def left(self, now: Moment) -> float:
        """Seconds still to wait. Not a second of it counts that was not seen to pass in this run of the machine."""
        passed = now.monotonic - self.since if self._counts(now) else 0.0
        return max(0.0, wait_after(self.wrong) - passed)

    def anchored(self, now: Moment) -> _Record:
        """The same, with a wait that starts over at `now` where the run of the machine is another one."""
        if self._counts(now) or not wait_after(self.wrong):
            return self
        return replace(self, since=now.monotonic, boot=now.boot)

    def _counts(self, now: Moment) -> bool:
        return now.boot == self.boot and now.monotonic >= self.since


def wait_after(wrong: int) -> float:
    """Seconds to wait after so many wrong tries in a row."""
    if wrong < FREE_TRIES:
        return 0.0
    return float(min(FIRST_WAIT * 2 ** min(wrong - FREE_TRIES, 20), LONGEST_WAIT))


class PinFile:
    """The PIN of one state folder, as a hash in its file `pin` (mode 0600) together with the wrong tries."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "pin"
        # The wrong tries where they cannot be written down. They are then served in this process.
        self._unwritten: _Record | None = None

    def is_set(self) -> bool:
        """True with a PIN. A damaged file counts as one, so that nobody at the screen can set another."""
        return os.path.lexists(self.file)

    def set_pin(self, pin: str) -> None:
        """Raises ValueError unless the PIN has 6 to 12 digits, and NotSaved."""
        if not (pin.isascii() and pin.isdigit() and SHORTEST <= len(pin) <= LONGEST):
            raise ValueError(f"A PIN has {SHORTEST} to {LONGEST} digits and nothing else.")
        record = _Record(_hasher().hash(pin))
        with atomic_file.writing(self.folder):
            self._write(record)
        self._unwritten = None

    def clear(self) -> None:
        """Without a PIN the staff panel stays shut. Raises NotSaved."""
        if self.is_set():
            with atomic_file.writing(self.folder):
                atomic_file.remove(self.file)

    def wait(self, now: Moment) -> float:
        """Seconds until the next try is looked at."""
        if self._unwritten:
            return self._unwritten.left(now)
        try:
            return self._read().anchored(now).left(now)
        except Unreadable:
            return 0.0

    def verify(self, pin: str, now: Moment) -> Answer:
        """Looks at one try, unless there is still a wait. Never raises.

        The try is on the disk as a wrong one before it is looked at, so that pulling the plug wins nothing.
        """
        try:
            with atomic_file.writing(self.folder):
                record = self._read()
                if self._unwritten:
                    served = self._unwritten
                    wrong = max(record.wrong, served.wrong)
                    record = replace(record, wrong=wrong, since=served.since, boot=served.boot)
                anchored = record.anchored(now)
                if anchored != record or self._unwritten:
                    self._write(anchored)
                    self._unwritten = None
                if left := anchored.left(now):
                    return Answer(False, left)
                charged = anchored.charged(now)
                self._write(charged)
                if not _matches(charged.hash, pin):
                    return Answer(False, charged.left(now))
                with suppress(OSError):
                    self._write(_Record(charged.hash))
                return Answer(True)
        except Unreadable as error:
            return Answer(False, problem=f"The PIN {error}; set it anew with: main.py pin")
        except Busy:
            return Answer(False, problem="Somebody is saving at the moment. Try again.")
        except NotSaved as error:
            return self._verify_unwritten(pin, now, str(error))

    def _verify_unwritten(self, pin: str, now: Moment, problem: str) -> Answer:
        """A full or read-only disk must not lock staff out; each try then waits first, at least the shortest time."""
        if self._unwritten is None:
            try:
                record = self._read()
            except Unreadable as error:
                return Answer(False, problem=f"The PIN {error}; set it anew with: main.py pin")
            first = replace(record, wrong=max(record.wrong, FREE_TRIES), since=now.monotonic, boot=now.boot)
            self._unwritten = first
            return Answer(False, first.left(now), problem)
        self._unwritten = self._unwritten.anchored(now)
        if left := self._unwritten.left(now):
            return Answer(False, left, problem)
        self._unwritten = self._unwritten.charged(now)
        if not _matches(self._unwritten.hash, pin):
            return Answer(False, self._unwritten.left(now), problem)
        self._unwritten = None
        return Answer(True, problem=problem)

    def _read(self) -> _Record:
        data = atomic_file.read(self.file)
        if data is None:
            raise Unreadable("is not set")
        try:
            values = json.loads(data)
            record = _Record(values["hash"], values["wrong"], values["since"], values["boot"])
        except (ValueError, KeyError, TypeError, RecursionError):
            raise Unreadable("is damaged") from None
        match (record.hash, record.wrong, record.since, record.boot):
            case (str(), int(wrong), int() | float(), str()) if wrong >= 0:
                return record
        raise Unreadable("is damaged")

    def _write(self, record: _Record) -> None:
        values = {"hash": record.hash, "wrong": record.wrong, "since": record.since, "boot": record.boot}
        atomic_file.write(self.file, (json.dumps(values, indent=1) + "\n").encode())


def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=PASSES, memory_cost=MEMORY_KIB, parallelism=LANES)


def _matches(hash: str, pin: str) -> bool:
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return bool(_hasher().verify(hash, pin))
    except (VerificationError, InvalidHashError, UnicodeEncodeError):
        return False
