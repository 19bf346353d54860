"""One thread of another process, stopped as if it hung: the kernel's own means (ptrace(2)), nothing put into the program."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# <sys/ptrace.h>, <bits/waitflags.h>
_DETACH, _SEIZE, _INTERRUPT, _WALL = 17, 0x4206, 0x4207, 0x40000000


@contextmanager
def stopped_thread(thread: int) -> Iterator[None]:
    """Stops the thread with this id, a child process's, for the time of the block."""
    _ptrace(_SEIZE, thread)
    _ptrace(_INTERRUPT, thread)
    os.waitpid(thread, _WALL)
    try:
        yield
    finally:
        _ptrace(_DETACH, thread)


def thread_named(process: int, name: str) -> int:
    """The id of a thread that has this name (at most 15 letters of it)."""
    tasks = Path(f"/proc/{process}/task")
    names = {int(task.name): (task / "comm").read_text().strip() for task in tasks.iterdir()}
    found = [thread for thread, its in names.items() if its == name[:15]]
    assert found, f"no thread {name} among {sorted(names.values())}"
    return found[0]


def _ptrace(request: int, thread: int) -> None:
    library = ctypes.CDLL(None, use_errno=True)
    call = library.ptrace
    call.argtypes, call.restype = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p], ctypes.c_long
    if call(request, thread, None, None) < 0:
        raise OSError(ctypes.get_errno(), f"ptrace: {os.strerror(ctypes.get_errno())}")
