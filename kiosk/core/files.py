"""Reading untrusted files: inside one folder only, regular files only, and never more than asked for."""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path

# One state of a file: modification time in ns, size in bytes, time of the last change to the file or its name in ns, inode.
# The last two tell of a file that was restored with its old time: nobody can set them.
Stamp = tuple[int, int, int, int]
GONE: Stamp = (0, 0, 0, 0)
# FAT counts in steps of 2 s, NFS and ext3 of 1 s: a file may change twice within one step and keep its stamp.
COARSEST_STEP_NS = 2_000_000_000


class Unreadable(Exception):
    """A file that is not read; the message says why and what to do. `line` counts from 1."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.line = line


class Missing(Unreadable):
    """A file that does not exist."""


class Withheld(Unreadable):
    """A file that the system does not let this program read now. Nothing is known against the file."""


def read_bytes(file: Path, root: Path | None, limit: int) -> bytes:
    """The file's content. Raises Unreadable unless it is a regular file of at most `limit` bytes; Missing where there is none.

    `root`: the folder that it must lie in, links followed; None: any.
    """
    try:
        handle = _open(file, root)
    except FileNotFoundError:
        raise Missing("was not found") from None
    except (OSError, ValueError) as error:
        raise Unreadable(f"cannot be read ({reason(error)})") from None
    return read_open(handle, limit)


def read_open(handle: int, limit: int) -> bytes:
    """The content of a regular file by its descriptor, which is closed. Raises Unreadable beyond `limit` bytes."""
    try:
        with open(handle, "rb") as stream:
            size = os.fstat(handle).st_size
            if size > limit:
                raise Unreadable(f"has {megabytes(size)}; at most {megabytes(limit)} are read")
            data = stream.read(limit + 1)
    except OSError as error:
        raise Withheld(f"cannot be read ({reason(error)})") from None
    if len(data) > limit:
        raise Unreadable(f"has more than {megabytes(limit)}")
    return data


def _open(file: Path, root: Path | None) -> int:
    """The descriptor of a regular file inside `root`."""
    if root is not None:
        file = Path(os.path.realpath(file))
        if not file.is_relative_to(os.path.realpath(root)):
            raise Unreadable("leads out of the slides folder; put the file beside the slide")
    # Opening a device may do something: it is not even tried. What takes the file's place after this look is seen below.
    if not stat.S_ISREG(os.stat(file).st_mode):
        raise Unreadable("is not a regular file")
    # Without O_NONBLOCK, opening a pipe that somebody left in the folder would wait for ever.
    handle = os.open(file, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise Unreadable("is not a regular file")
    return handle


def read_text(file: Path, root: Path | None, limit: int) -> str:
    """The file as UTF-8 with Unix line ends. Raises Unreadable, with the line of the first byte that is not UTF-8."""
    text = decode(read_bytes(file, root, limit))
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def decode(data: bytes) -> str:
    """The bytes as UTF-8. Raises Unreadable, with the line of the first byte that is not."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable("is not UTF-8 text; save it as UTF-8", line) from None


def stamp(file: str | Path) -> Stamp:
    """The file's present state; GONE where there is none."""
    try:
        status = os.stat(file)
    except (OSError, ValueError):
        return GONE
    return (status.st_mtime_ns, status.st_size, status.st_ctime_ns, status.st_ino)


def is_young(stamp: Stamp) -> bool:
    """True if the file has changed so lately that it may change once more and keep its stamp.

    Not by the clock's doing: on a machine whose clock is wrong, files from the future are as old as any.
    """
    return abs(time.time_ns() - max(stamp[0], stamp[2])) <= COARSEST_STEP_NS


def identity(folder: str | Path) -> tuple[int, int]:
    """Tells a folder from another one that has come to stand in its place; (0, 0) for none."""
    try:
        status = os.stat(folder)
    except (OSError, ValueError):
        return (0, 0)
    return (status.st_dev, status.st_ino)


def megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{size / 1000:.0f} KB"


def reason(error: Exception) -> str:
    """The system's own words for what went wrong."""
    return getattr(error, "strerror", None) or str(error)


def user_name(number: int) -> str:
    """The name of a user of the system, by number."""
    import pwd

    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return f"user {number}"
