"""Disks and folders as other people leave them: a disk of its own for a state folder, full or read-only; a way for all."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk(place: Path, kind: str = "") -> Iterator[Path]:
    """A state folder on a disk of 512 KB, made "full" or "read-only" if that is asked for."""
    if os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only root can mount a disk")
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=512k", "kiosk-test", place], check=False).returncode:
        pytest.skip("this machine does not let us mount")
    try:
        state = place / "state"
        state.mkdir(mode=0o700)
        match kind:
            case "full":
                fill(place)
            case "read-only":
                make_read_only(place)
        yield state
    finally:
        # What still has a file open there must not keep the folder from being removed.
        subprocess.run(["umount", "-l", place], check=True)


def fill(place: Path) -> None:
    try:
        with (place / "filler").open("wb", buffering=0) as stream:
            while stream.write(b"x" * 512):
                pass
    except OSError:
        return


def make_room(place: Path) -> None:
    (place / "filler").unlink()


def make_read_only(place: Path, on: bool = True) -> None:
    subprocess.run(["mount", "-o", f"remount,{'ro' if on else 'rw'}", place], check=True)


def open_the_way(folder: Path) -> None:
    """Lets every user of the machine through to a folder of the test's own."""
    for place in (folder, *folder.parents):
        if place.stat().st_mode & 0o005 != 0o005:
            place.chmod(0o755)
