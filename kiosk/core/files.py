"""Reading untrusted files: inside one folder only, regular files only, and never more than asked for."""

from __future__ import annotations

import os
import stat
from pathlib import Path

# One state of a file: modification time in ns and size in bytes.
Stamp = tuple[int, int]


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
    # Without O_NONBLOCK, opening a pipe that somebody left in the folder would wait for ever.
    handle = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
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
    """The file's present state; (0, 0) where there is none."""
    try:
        status = os.stat(file)
    except (OSError, ValueError):
        return (0, 0)
    return (status.st_mtime_ns, status.st_size)


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
