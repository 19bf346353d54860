"""The import statement stays Python's own, so that a start does not read the source of every module."""

import subprocess
import sys


def test_qt_leaves_the_import_statement_alone() -> None:
    script = "import builtins; own = builtins.__import__; import kiosk.qt.app; assert builtins.__import__ is own"
    subprocess.run([sys.executable, "-c", script], check=True)
