"""Reading and saving the state for a command: the same file and the same lock as the staff panel's."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import datetime

from kiosk.cli.summary import in_english
from kiosk.core.arrangement.arrangement import Arrangement
from kiosk.core.arrangement.changes import Changes, changes
from kiosk.core.storage.state_folder import NotSaved, StateFolder, Unreadable
from kiosk.core.storage.version import Summary


class Mistyped(Exception):
    """A command that cannot be done as it was typed; the message says what to type."""


def answered(command: Callable[[], None]) -> int:
    """Does a command. Returns 0, 1 if it could not be done, 2 if it was mistyped; reasons go to standard error."""
    try:
        command()
    except Mistyped as error:
        print(error, file=sys.stderr)
        return 2
    except (NotSaved, Unreadable) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def read(store: StateFolder) -> Arrangement:
    """The arrangement that holds. What is wrong with its file goes to standard error."""
    arrangement, problems = store.read()
    for problem in problems:
        print(problem, file=sys.stderr)
    return arrangement


def save(store: StateFolder, change: Callable[[Arrangement], Arrangement], authored: Sequence[str] = ()) -> None:
    """Saves a change and says so, unless nothing would be another. Raises NotSaved, and whatever `change` raises."""
    before = read(store)
    # Worked out once for its summary, and again on what holds when nobody else is saving.
    changed = changes(before, change(before), authored)
    if changed == Changes():
        print("That is so already; nothing was saved.")
        return
    saved = store.update(change, changed, datetime.now())
    print(f"Saved as version {saved.number}: {in_english(Summary(changed))}.")
