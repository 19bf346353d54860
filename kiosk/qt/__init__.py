"""The only Python that imports PySide6: wiring, timers, view models, watchers. It decides nothing."""

import builtins

# PySide wraps the import statement for `from __feature__ import`, which nothing here uses, and then reads the source of
# every module that is imported. Without the wrapper a start takes a tenth less (tests/bench/first_slide.py).
_import = builtins.__import__
import shiboken6  # noqa: E402, F401  it is the module that wraps it

builtins.__import__ = _import
