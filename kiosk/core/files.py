"""Reading untrusted files: inside one folder only, regular files only, and never more than asked for."""

from __future__ import annotations

import os
import stat
from pathlib import Path

# What a file was when it was read: modification time in ns and size in bytes.
Stamp = tuple[int, int]


class Unreadable(Exception):
    """A file that is not read; the message says why and what to do. `line` counts from 1."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.line = line


def read_bytes(file: Path, root: Path, limit: int) -> bytes:
    """The file's content. Raises Unreadable unless it is a regular file of at most `limit` bytes inside `root`."""
    try:
        real = Path(os.path.realpath(file))
        if not real.is_relative_to(os.path.realpath(root)):
            raise Unreadable("leads out of the slides folder; put the file beside the slide")
        # Without O_NONBLOCK, opening a pipe that somebody left in the folder would wait for ever.
        handle = os.open(real, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            os.close(handle)
            raise Unreadable("is not a regular file")
        with open(handle, "rb") as stream:
            if status.st_size > limit:
                raise Unreadable(f"has {megabytes(status.st_size)}; at most {megabytes(limit)} are read")
            data = stream.read(limit + 1)
    except FileNotFoundError:
        raise Unreadable("was not found") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Unreadable(f"cannot be read ({reason})") from None
    if len(data) > limit:
        raise Unreadable(f"has more than {megabytes(limit)}")
    return data


def read_text(file: Path, root: Path, limit: int) -> str:
    """The file as UTF-8 with Unix line ends. Raises Unreadable, with the line of the first byte that is not UTF-8."""
    data = read_bytes(file, root, limit)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable("is not UTF-8 text; save it as UTF-8", line) from None
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def stamp(file: str | Path) -> Stamp:
    """When the file was changed and how long it is; (0, 0) where there is none."""
    try:
        status = os.stat(file)
    except (OSError, ValueError):
        return (0, 0)
    return (status.st_mtime_ns, status.st_size)


def megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{size / 1000:.0f} KB"
