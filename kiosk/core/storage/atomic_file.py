"""Small files that survive: read whole or not at all, replaced whole or not at all, by one writer at a time."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kiosk.core import running_jobs
from kiosk.core.files import Missing, read_bytes, reason, user_name

# A state file of 10,000 slides has about 1 MB. This leaves room for it, and no room to exhaust memory.
MAX_BYTES = 8_000_000
# A save takes well under a second even on a slow card; whoever holds the lock longer is stuck.
PATIENCE_SECONDS = 5.0
_POLL_SECONDS = 0.01
# A slow memory stick takes a few seconds for this much: the writer of an export is seen to be alive in between.
_PIECE_BYTES = 256_000


class NotSaved(Exception):
    """A change that was not made; the message says why in plain words and what to do."""


class Busy(NotSaved):
    """A save by somebody else that took longer than any should."""


def read(file: Path) -> bytes | None:
    """The file's content; None where there is none.

    Raises Unreadable unless it is a regular file of at most `MAX_BYTES` that belongs to this user, to the folder's
    owner or to root.
    """
    try:
        return read_bytes(file, None, MAX_BYTES, trusted_owner=True)
    except Missing:
        return None


def write(file: Path, data: bytes) -> None:
    """Replaces the file, so that whatever happens it is afterwards the old one or the new one, whole.

    Mode 0600. The caller holds the folder's lock, or nobody else knows the file's name. Raises OSError.
    """
    temporary = file.with_name(f".{file.name}.new")
    temporary.unlink(missing_ok=True)
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        try:
            _give_to_owner(handle, file.parent)
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(handle, rest[:_PIECE_BYTES]) :]
                if rest:
                    os.fdatasync(handle)
                    running_jobs.sign_of_life()
            os.fsync(handle)
        finally:
            os.close(handle)
        os.replace(temporary, file)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    sync(file.parent)


def remove(file: Path) -> None:
    """Removes the file if it is there, for good. Raises OSError."""
    with suppress(FileNotFoundError):
        file.unlink()
        sync(file.parent)


def set_aside(file: Path) -> None:
    """Keeps a file under the next free name, such as kiosk.json.broken-1. Raises OSError."""
    number = 1
    while os.path.lexists(aside := file.with_name(f"{file.name}.broken-{number}")):
        number += 1
    try:
        # A second name leaves no moment without the first.
        os.link(file, aside)
    except OSError:
        os.rename(file, aside)
    sync(file.parent)


def sync(folder: Path) -> None:
    """Makes what was renamed or removed in a folder last. Raises OSError."""
    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    except OSError as error:
        # Some file systems of memory sticks cannot do this for a folder.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """Makes a folder (mode 0700) with those above it, unless it is there. Raises OSError."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
        handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
        try:
            _give_to_owner(handle, folder.parent)
        finally:
            os.close(handle)
        sync(folder.parent)


@contextmanager
def writing(folder: Path, patience: float = PATIENCE_SECONDS) -> Iterator[None]:
    """Holds the folder's lock, made where it is missing. Raises Busy after `patience` seconds.

    An OSError inside becomes NotSaved with its reason in plain words.
    """
    import fcntl

    try:
        make_folder(folder)
        handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            _give_to_owner(handle, folder)
            give_up = time.monotonic() + patience
            while True:
                try:
                    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError:
                    if time.monotonic() >= give_up:
                        raise Busy("Not saved: somebody else is saving at the moment. Try again.") from None
                    time.sleep(_POLL_SECONDS)
            yield
        finally:
            os.close(handle)
    except OSError as error:
        raise not_saved(error, folder) from error


def not_saved(error: OSError, folder: Path) -> NotSaved:
    """Why writing into the folder failed, in plain words."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            why = "the disk is full. Make room on it"
        case errno.EROFS:
            why = "the disk is read-only. Make it writable"
        case errno.EFBIG:
            why = "this user may not write files of that size. Raise the limit"
        case errno.EACCES | errno.EPERM:
            why = f"{user_name(os.geteuid())} may not write into {folder}, which belongs to {_owner(folder)}. Change that"
        case errno.ENOTDIR | errno.EEXIST | errno.ELOOP:
            why = f"{folder} is not a folder. Move it away"
        case _:
            why = f"{folder} cannot be written ({reason(error)}). Mend that"
    return NotSaved(f"Not saved: {why} and save again; what was saved before is whole.")


def _give_to_owner(handle: int, folder: Path) -> None:
    # Root at a terminal must not leave files behind that the kiosk's own user cannot read.
    if os.geteuid() == 0:
        status = os.stat(folder)
        if status.st_uid != 0:
            os.fchown(handle, status.st_uid, status.st_gid)


def _owner(folder: Path) -> str:
    for place in (folder, *folder.parents):
        with suppress(OSError):
            return user_name(place.stat().st_uid)
    return "somebody else"
