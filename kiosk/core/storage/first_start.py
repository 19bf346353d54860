"""The right to choose the PIN on the screen, for whoever holds the machine at its very first start.

The first start is the one that finds nothing of staff's in the state folder. It leaves a mark there, so that no later
start is the first; for ten minutes from then, in the same run of the program, the pad lets a PIN be chosen. After that, and
wherever the mark cannot be left, a PIN is set with `main.py pin`.
"""

from __future__ import annotations

import os
from pathlib import Path

from kiosk.core.storage import atomic_file
from kiosk.core.storage.atomic_file import NotSaved

MARK = "first-start"
# Any of these says that the kiosk was in use before; what the program keeps for itself there says nothing.
USED = (MARK, "pin", "kiosk.json", "kiosk.json.bak", "draft.json", "history", "kiosk.toml")
OPEN_SECONDS = 600.0


def claim(folder: Path) -> bool:
    """True at the first start, for the last time: a mark is left. Never raises."""
    try:
        if any(os.path.lexists(folder / name) for name in USED):
            return False
        atomic_file.make_folder(folder)
        with atomic_file.writing(folder):
            atomic_file.write(folder / MARK, b"This kiosk has been started before: its PIN is set with main.py pin.\n")
    except (OSError, NotSaved):
        return False
    return True
