"""The staff PIN: how it is kept, and how slowly wrong ones may be tried."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.core.files import Missing, Unreadable, Withheld, reason
from kiosk.core.storage import atomic_file
from kiosk.core.storage.atomic_file import Fault, NotSaved
from kiosk.core.storage.open_folder import OpenFolder, Untrusted, open_folder
from kiosk.core.storage.pin_code import PinCode
from kiosk.core.storage.pin_tries import FREE_TRIES, Answer, Moment, wait_after
from kiosk.core.storage.weak_pins import RefusedPin, refusal

if TYPE_CHECKING:
    from argon2 import PasswordHasher

FILE = "pin"
# argon2id with 19 MiB, two passes, one lane: OWASP Password Storage Cheat Sheet, minimum configuration.
MEMORY_KIB, PASSES, LANES = 19456, 2, 1


@dataclass(frozen=True, slots=True)
class _Record:
    """The hash, the wrong tries in a row, and the moment from which the wait for the last of them counts.

    `wrong` is what the wait follows from, and more than `looked_at` where tries had to wait first without being looked at.
    """

    hash: str = field(repr=False)
    wrong: int = 0
    since: float = 0.0
    boot: str = ""
    looked_at: int = 0

    def charged(self, now: Moment) -> _Record:
        return replace(self, wrong=self.wrong + 1, since=now.monotonic, boot=now.boot, looked_at=self.looked_at + 1)

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


class PinFile:
    """The PIN of one state folder, as a hash in its file `pin` (mode 0600) together with the wrong tries.

    `code`: the one of this run of the program, by which a first PIN may be chosen at the pad.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / FILE
        self.code = PinCode()
        # The wrong tries where they cannot be written down. They are then served in this process.
        self._unwritten: _Record | None = None
        # As it was read last: a disk that fails later must not lock staff out.
        self._known: _Record | None = None

    def is_set(self) -> bool:
        """True with a PIN. One that is damaged or cannot be looked for counts, so that nobody at the screen can set another."""
        try:
            os.lstat(self.file)
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError:
            pass
        return True

    def set_pin(self, pin: str) -> None:
        """Raises RefusedPin for one that is no PIN or easy to guess, and NotSaved."""
        if why := refusal(pin):
            raise RefusedPin(why)
        record = _Record(_hasher().hash(pin))
        with atomic_file.writing(self.folder) as folder:
            _write(folder, record)
        self._unwritten, self._known = None, record
        self.code.forget()

    def clear(self) -> None:
        """Without a PIN the staff panel asks for the code that the log shows. Raises NotSaved."""
        if self.is_set():
            with atomic_file.writing(self.folder) as folder:
                atomic_file.remove(folder, FILE)

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
            with atomic_file.writing(self.folder) as folder:
                return self._verify_written(folder, pin, now)
        except (Withheld, NotSaved) as error:
            if isinstance(error, NotSaved) and error.fault is Fault.BUSY:
                return Answer(False, problem=error)
            return self._verify_unwritten(pin, now, error)
        except Unreadable as error:
            return Answer(False, problem=error)

    def _verify_written(self, folder: OpenFolder, pin: str, now: Moment) -> Answer:
        record = self._read_in(folder)
        if self._unwritten:
            served = self._unwritten
            wrong, looked_at = max(record.wrong, served.wrong), max(record.looked_at, served.looked_at)
            record = replace(record, wrong=wrong, looked_at=looked_at, since=served.since, boot=served.boot)
        anchored = record.anchored(now)
        if anchored != record or self._unwritten:
            _write(folder, anchored)
            self._unwritten = None
        if left := anchored.left(now):
            return Answer(False, left)
        charged = anchored.charged(now)
        _write(folder, charged)
        if not _matches(charged.hash, pin):
            return Answer(False, charged.left(now), True, charged.looked_at)
        with suppress(OSError):
            _write(folder, _Record(charged.hash))
        return Answer(True, looked_at=True, wrong=anchored.looked_at)

    def _verify_unwritten(self, pin: str, now: Moment, problem: NotSaved | Withheld) -> Answer:
        """A full or read-only disk must not lock staff out; each try then waits first, at least the shortest time."""
        if self._unwritten is None:
            try:
                record = self._read()
            except Unreadable as error:
                return Answer(False, problem=error)
            first = replace(record, wrong=max(record.wrong, FREE_TRIES), since=now.monotonic, boot=now.boot)
            self._unwritten = first
            return Answer(False, first.left(now), problem=problem)
        anchored = self._unwritten = self._unwritten.anchored(now)
        if left := anchored.left(now):
            return Answer(False, left, problem=problem)
        charged = self._unwritten = anchored.charged(now)
        if not _matches(charged.hash, pin):
            return Answer(False, charged.left(now), True, charged.looked_at, problem)
        self._unwritten = None
        return Answer(True, looked_at=True, wrong=anchored.looked_at, problem=problem)

    def _read(self) -> _Record:
        """The record, as it was read last where the disk withholds it. Raises Unreadable."""
        try:
            with open_folder(self.folder) as folder:
                return self._read_in(folder)
        except Withheld:
            if self._known is None:
                raise
            return self._known
        except FileNotFoundError:
            raise Missing("is not set") from None
        except Untrusted as error:
            raise Unreadable(str(error)) from None
        except OSError as error:
            if self._known is None:
                raise Withheld(f"cannot be read ({reason(error)})") from None
            return self._known

    def _read_in(self, folder: OpenFolder) -> _Record:
        data = atomic_file.read(folder, FILE)
        if data is None:
            self._known = None
            raise Missing("is not set")
        self._known = _decoded(data)
        return self._known


def _decoded(data: bytes) -> _Record:
    try:
        values = json.loads(data)
        # A file of an earlier version counts no tries apart.
        looked_at = values.get("looked_at", values["wrong"])
        record = _Record(values["hash"], values["wrong"], values["since"], values["boot"], looked_at)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Unreadable("is damaged") from None
    match (record.hash, record.wrong, record.since, record.boot, record.looked_at):
        case (str(), int(wrong), int() | float(), str(), int(looked_at)) if wrong >= 0 and looked_at >= 0:
            return record
    raise Unreadable("is damaged")


def _write(folder: OpenFolder, record: _Record) -> None:
    atomic_file.write(folder, FILE, (json.dumps(asdict(record), indent=1) + "\n").encode())


def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=PASSES, memory_cost=MEMORY_KIB, parallelism=LANES)


def _matches(hash: str, pin: str) -> bool:
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return bool(_hasher().verify(hash, pin))
    except (VerificationError, InvalidHashError, UnicodeEncodeError):
        return False
