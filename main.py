#!/usr/bin/env python3
"""Starts the kiosk. On a machine that has never run it, sets it up first; until then only Python itself is needed."""

import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

if sys.version_info < (3, 11):  # noqa: UP036  this file must run on an old Python to say so
    sys.exit(f"kiosk: Python 3.11 or newer is needed; this is {sys.version.split()[0]}")

from kiosk.install import environment  # noqa: E402  the folder must be on the path first


def main() -> int:
    arguments = sys.argv[1:]
    if arguments[:1] == ["setup"]:
        return environment.command(HERE, arguments[1:])
    if not environment.is_ready(HERE):
        code = environment.prepare(HERE, dev=False)
        if code:
            return code
    if not environment.is_inside(HERE):
        interpreter = str(environment.python_of(HERE))
        os.execv(interpreter, [interpreter, str(HERE / "main.py"), *arguments])
    from kiosk.cli import main as run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
