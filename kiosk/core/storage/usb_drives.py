"""The removable drives that are mounted and can be written to, for export and import."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

MOUNT_TABLE = Path("/proc/self/mountinfo")
_PLACES = ("/media", "/run/media", "/mnt")
_ESCAPE = re.compile(r"\\([0-7]{3})")


class Drive(Struct, frozen=True):
    """One mounted drive: the name people see, and the folder it is mounted on."""

    label: str
    path: Path


def mounted(
    table: str | None = None, writable: Callable[[Path], bool] = lambda path: os.access(path, os.W_OK)
) -> tuple[Drive, ...]:
    """Drives under /media, /run/media and /mnt, by name. `table` is the text of the mount table, read if not given."""
    if table is None:
        try:
            table = MOUNT_TABLE.read_text(errors="surrogateescape")
        except OSError:
            return ()
    drives: dict[Path, Drive | None] = {}
    for line in table.splitlines():
        # proc_pid_mountinfo(5): id, parent, device, root, mount point, options, ..., "-", type, source, options
        mount, separator, source = line.partition(" - ")
        fields, device = mount.split(" "), source.split(" ")
        if not separator or len(fields) < 6 or len(device) < 3:
            continue
        root, path = _unescaped(fields[3]), Path(_unescaped(fields[4]))
        if not any(path == Path(place) or Path(place) in path.parents for place in _PLACES):
            continue
        is_writable = "rw" in fields[5].split(",") and "rw" in device[2].split(",")
        # A later mount hides the earlier one; a root other than "/" is a folder of a drive that is mounted elsewhere.
        usable = device[1].startswith("/dev/") and root == "/" and is_writable and writable(path)
        drives[path] = Drive(path.name, path) if usable else None
    mounted = [drive for drive in drives.values() if drive]
    return tuple(sorted(mounted, key=lambda drive: (drive.label.lower(), drive.path)))


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: chr(int(match[1], 8)), text)
