"""Sets or clears the staff PIN from a terminal."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path

from kiosk.core.storage.pin import PinFile
from kiosk.core.storage.state_folder import NotSaved
from kiosk.core.storage.weak_pins import LONGEST, SHORTEST

USAGE = """\
pin            asks for a new PIN twice (or reads one line where the input is not a terminal)
pin --clear    removes the PIN; the next one is set here, or on the screen with the code in the kiosk's log"""


def pin(arguments: list[str], state: Path) -> int:
    """Returns 0, 1 if the PIN was not set, 2 if the command was mistyped; reasons go to standard error."""
    file = PinFile(state)
    try:
        match arguments:
            case []:
                file.set_pin(_ask())
                print("The PIN is set.")
            case ["--clear"]:
                file.clear()
                print("There is no PIN now. Set one here, or on the screen with the code that the kiosk writes to its log.")
            case _:
                print(USAGE, file=sys.stderr)
                return 2
    except (ValueError, NotSaved) as error:
        print(error, file=sys.stderr)
        return 1
    except (EOFError, KeyboardInterrupt):
        print("\nThe PIN was not changed.", file=sys.stderr)
        return 1
    return 0


def _ask() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass(f"New PIN ({SHORTEST} to {LONGEST} digits, not shown): ")
    if first != getpass.getpass("Once more: "):
        raise ValueError("The two differ; the PIN was not changed.")
    return first
