"""One run of the kiosk at a time on a state folder: two would show two screens of staff that know nothing of each other."""

from __future__ import annotations

import fcntl
import os
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from kiosk.core.files import reason
from kiosk.core.storage.open_folder import OpenFolder, open_folder

FILE = "running"


class AlreadyRunning(Exception):
    """Another run uses the folder; the message says which, and what to do."""


class SingleRun:
    """The claim of this process on a state folder, which ends with the process, however that ends, or with another program.

    Raises AlreadyRunning. `problem`: the reason why there is no claim; "" where there is. The kiosk runs without one, as a
    disk that cannot be written must not keep the slides from patients.
    """

    def __init__(self, state: Path) -> None:
        self.problem = ""
        self._handle: int | None = None
        try:
            with open_folder(state, make=True) as folder:
                with suppress(OSError):
                    folder.narrow()
                self._handle = _locked(folder)
        except OSError as error:
            self.problem = f"a second kiosk on {state} would not be noticed: {reason(error)}"

    def __enter__(self) -> SingleRun:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._handle is not None:
            os.close(self._handle)


def _locked(folder: OpenFolder) -> int:
    """The descriptor that holds the lock. Raises AlreadyRunning, and OSError where there can be none."""
    writer = folder.open_or_create(FILE)
    try:
        # For reading alone: a file that is open for writing keeps its disk from being made read-only.
        handle = folder.open(FILE, os.O_RDONLY)
        try:
            # Python closes a descriptor at `exec`, and with it the lock goes.
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            process = os.pread(handle, 20, 0).decode(errors="replace").strip() or "unknown"
            os.close(handle)
            other = f"another kiosk (process {process}) uses the state folder {folder.path}"
            raise AlreadyRunning(f"{other}; stop it first, or name another folder with --state") from None
        # The number is for that message alone: a full disk takes nothing from the lock.
        with suppress(OSError):
            os.truncate(writer, 0)
            os.pwrite(writer, f"{os.getpid()}\n".encode(), 0)
        return handle
    finally:
        os.close(writer)
