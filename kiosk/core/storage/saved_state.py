"""The arrangement that a state folder holds: the last one that can be read, and what is wrong where others cannot."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from kiosk.core.arrangement.arrangement import Arrangement
from kiosk.core.files import Unreadable, reason
from kiosk.core.problem import Problem, Severity
from kiosk.core.storage import atomic_file
from kiosk.core.storage.history import History
from kiosk.core.storage.open_folder import OpenFolder, Untrusted, open_folder
from kiosk.core.storage.version import Newer

DOCUMENT, BACKUP, DRAFT = "kiosk.json", "kiosk.json.bak", "draft.json"
_REMEDY = "; save on the screen to write it anew"


class SavedState(Struct, frozen=True):
    """The arrangement that holds, the document that it was read from, and why that is not the one in `kiosk.json`.

    No document: nothing was saved, or what holds is only remembered.
    """

    arrangement: Arrangement
    data: bytes = b""
    problems: tuple[Problem, ...] = ()
    failure: Unreadable | None = None


def read(path: Path, held: Arrangement | None = None) -> SavedState:
    """The state in a folder. `held`: what held so far, which goes on if it is later than all that can be read. Never raises."""
    try:
        with open_folder(path) as folder:
            state = read_in(folder, held)
            return replace(state, problems=(*state.problems, *_leftovers(folder)))
    except FileNotFoundError:
        return _instead(path / DOCUMENT, None, Unreadable("is missing"), _REMEDY, _remembered(held))
    except Untrusted as error:
        return _instead(path, b"", Unreadable(error.what), "", _remembered(held))
    except (OSError, ValueError) as error:
        failure = Unreadable(f"cannot be read ({reason(error)}); mend that")
        return _instead(path, b"", failure, "", _remembered(held))


def read_in(folder: OpenFolder, held: Arrangement | None = None) -> SavedState:
    """The same for an open folder. Raises OSError only where the folder itself fails."""
    data: bytes | None = b""
    try:
        if (state := read_document(folder, DOCUMENT)) is not None:
            return state
        data = None
        failure, remedy = Unreadable("is missing"), _REMEDY
    except Newer as error:
        failure, remedy = error, ""
    except Unreadable as error:
        failure, remedy = error, _REMEDY
    return _instead(folder.path / DOCUMENT, data, failure, remedy, _last_good(folder, held))


def read_document(folder: OpenFolder, name: str) -> SavedState | None:
    """The state that a document holds; None where there is none. Raises Unreadable."""
    data = atomic_file.read(folder, name)
    return None if data is None else decoded(data, str(folder.path / name))


def decoded(data: bytes, path: str) -> SavedState:
    """The state that a document is. Raises Unreadable."""
    from kiosk.core.storage import arrangement_document

    arrangement, problems = arrangement_document.read(data, path)
    return SavedState(arrangement, data, tuple(problems))


def version_in(folder: OpenFolder, number: int) -> SavedState | None:
    """A version of the history; None where it is not kept. Raises Unreadable."""
    data = History(folder).read(number)
    return None if data is None else decoded(data, f"version {number}")


def _instead(file: Path, data: bytes | None, failure: Unreadable, remedy: str, good: SavedState | None) -> SavedState:
    """What holds in place of a document that is not there or cannot be read."""
    if good is None and data is None:
        return SavedState(Arrangement())
    holding = good or SavedState(Arrangement())
    meanwhile = f"version {holding.arrangement.number} plays" if good else "the slides play as authored"
    problem = Problem(str(file), failure.line, f"{failure}{remedy}; {meanwhile} meanwhile")
    return replace(holding, problems=(problem,), failure=failure)


def _last_good(folder: OpenFolder, held: Arrangement | None) -> SavedState | None:
    kept = (_whole_version(folder, number) for number in reversed(History(folder).numbers()))
    good = (_whole_backup(folder), next(filter(None, kept), None), _remembered(held))
    # The backup comes first, unless the history or what is remembered goes further.
    return max((state for state in good if state), key=lambda state: state.arrangement.number, default=None)


def _whole_backup(folder: OpenFolder) -> SavedState | None:
    with suppress(Unreadable):
        return read_document(folder, BACKUP)
    return None


def _whole_version(folder: OpenFolder, number: int) -> SavedState | None:
    with suppress(Unreadable):
        return version_in(folder, number)
    return None


def _remembered(held: Arrangement | None) -> SavedState | None:
    return SavedState(held) if held and held.number else None


def _leftovers(folder: OpenFolder) -> tuple[Problem, ...]:
    former = "kiosk.toml"
    if not folder.exists(former):
        return ()
    message = "counts for nothing: decisions are kept in kiosk.json; set them anew, and remove this file"
    return (Problem(str(folder.path / former), 1, message, Severity.WARNING),)
