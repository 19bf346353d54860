"""Small files that survive: read whole or not at all, replaced whole or not at all, by one writer at a time."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum, auto
from pathlib import Path

from kiosk.core import running_jobs
from kiosk.core.files import Unreadable, Withheld, read_open, reason, user_name
from kiosk.core.storage.open_folder import OpenFolder, Untrusted, open_folder

# A state file of 10,000 slides has about 1 MB. This leaves room for it, and no room to exhaust memory.
MAX_BYTES = 8_000_000
# A save takes well under a second even on a slow card; whoever holds the lock longer is stuck.
PATIENCE_SECONDS = 5.0
_POLL_SECONDS = 0.01
# A slow memory stick takes a few seconds for this much: the writer of an export is seen to be alive in between.
_PIECE_BYTES = 256_000


class Fault(Enum):
    """The reason why something was not saved, for whoever words it in another language."""

    FULL = auto()
    READ_ONLY = auto()
    TOO_LARGE = auto()
    FORBIDDEN = auto()
    NO_FOLDER = auto()
    UNTRUSTED = auto()
    UNWRITABLE = auto()
    BUSY = auto()
    NEWER = auto()
    NO_TEXT = auto()


class NotSaved(Exception):
    """A change that was not made; the message says why in plain words and what to do."""

    def __init__(self, message: str, fault: Fault) -> None:
        super().__init__(message)
        self.fault = fault


class Busy(NotSaved):
    """A save by somebody else that took longer than any should."""

    def __init__(self) -> None:
        super().__init__("Not saved: somebody else is saving at the moment. Try again.", Fault.BUSY)


def read(folder: OpenFolder, name: str) -> bytes | None:
    """The file's content; None where there is none.

    Raises Unreadable unless it is a regular file of at most `MAX_BYTES` that belongs to this user, to the folder's owner or
    to root; Withheld where that cannot be told.
    """
    try:
        handle = folder.open(name, os.O_RDONLY)
    except FileNotFoundError:
        return None
    except Untrusted as error:
        raise Unreadable(error.what) from None
    except (OSError, ValueError) as error:
        raise Withheld(f"cannot be read ({reason(error)})") from None
    return read_open(handle, MAX_BYTES)


def write(folder: OpenFolder, name: str, data: bytes) -> None:
    """Replaces the file, so that whatever happens it is afterwards the old one or the new one, whole.

    Mode 0600. The caller holds the folder's lock, or nobody else knows the file's name. Raises OSError.
    """
    temporary = f".{name}.new"
    with suppress(FileNotFoundError):
        folder.remove(temporary)
    handle = folder.create(temporary)
    try:
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(handle, rest[:_PIECE_BYTES]) :]
                if rest:
                    os.fdatasync(handle)
                    running_jobs.sign_of_life()
            os.fsync(handle)
        finally:
            os.close(handle)
        folder.rename(temporary, name)
    except BaseException:
        with suppress(OSError):
            folder.remove(temporary)
        raise
    folder.sync()


def remove(folder: OpenFolder, name: str) -> None:
    """Removes the file if it is there, for good. Raises OSError."""
    with suppress(FileNotFoundError):
        folder.remove(name)
        folder.sync()


def set_aside(folder: OpenFolder, name: str) -> None:
    """Keeps a file under the next free name, such as kiosk.json.broken-1. Raises OSError."""
    number = 1
    while folder.exists(aside := f"{name}.broken-{number}"):
        number += 1
    try:
        # A second name leaves no moment without the first.
        folder.link(name, aside)
    except OSError:
        folder.rename(name, aside)
    folder.sync()


@contextmanager
def writing(path: Path, patience: float = PATIENCE_SECONDS) -> Iterator[OpenFolder]:
    """The folder, made where it is missing, with its lock held. Raises Busy after `patience` seconds.

    An OSError inside becomes NotSaved with its reason in plain words.
    """
    import fcntl

    try:
        with open_folder(path, make=True) as folder:
            handle = folder.open_or_create("lock")
            try:
                give_up = time.monotonic() + patience
                while True:
                    try:
                        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                        break
                    except BlockingIOError:
                        if time.monotonic() >= give_up:
                            raise Busy from None
                        time.sleep(_POLL_SECONDS)
                yield folder
            finally:
                os.close(handle)
    except OSError as error:
        raise not_saved(error, path) from error


def not_saved(error: OSError, folder: Path) -> NotSaved:
    """Why writing into the folder failed, in plain words."""
    if isinstance(error, Untrusted):
        return NotSaved(f"Not saved: {error} and save again; what was saved before is whole.", Fault.UNTRUSTED)
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            fault, why = Fault.FULL, "the disk is full. Make room on it"
        case errno.EROFS:
            fault, why = Fault.READ_ONLY, "the disk is read-only. Make it writable"
        case errno.EFBIG:
            fault, why = Fault.TOO_LARGE, "this user may not write files of that size. Raise the limit"
        case errno.EACCES | errno.EPERM:
            user, owner = user_name(os.geteuid()), _owner(folder)
            fault, why = Fault.FORBIDDEN, f"{user} may not write into {folder}, which belongs to {owner}. Change that"
        case errno.ENOTDIR | errno.EEXIST | errno.ELOOP:
            fault, why = Fault.NO_FOLDER, f"{folder} is not a folder. Move it away"
        case _:
            fault, why = Fault.UNWRITABLE, f"{folder} cannot be written ({reason(error)}). Mend that"
    return NotSaved(f"Not saved: {why} and save again; what was saved before is whole.", fault)


def _owner(folder: Path) -> str:
    for place in (folder, *folder.parents):
        with suppress(OSError):
            return user_name(place.stat().st_uid)
    return "somebody else"
