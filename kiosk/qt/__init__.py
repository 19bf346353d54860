"""The only Python that imports PySide6: wiring, timers, view models, watchers. It decides nothing."""

import ctypes
import sys

# PySide6 6.12.0 gives back a reference to None that it never took with each call that returns nothing (6.11.3 does not).
# From Python 3.12 on None cannot die; before, the interpreter aborts when its few thousand references are used up
# ("none_dealloc"), which takes a running kiosk a few minutes. A count that is never used up makes None immortal here too.
if sys.implementation.name == "cpython" and sys.version_info < (3, 12):
    ctypes.c_ssize_t.from_address(id(None)).value += sys.maxsize // 4
