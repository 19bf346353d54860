"""An arrangement as one JSON document: written whole, read with every mistake reported.

    {"format": 1, "number": 3, "saved_at": "2026-11-22T10:00:00", "changes": {"moved": 1},
     "settings": {"session_seconds": 60.0},
     "announcement": {"text": "Closed tomorrow", "until": "2026-11-22T18:00:00"},
     "slides": [{"id": "biopsy/02-needle", "on": false}, {"id": "biopsy/01-why"}]}

The slides stand in the order in which they play. A value that is as authored, or at its default, is left out.
"""

from __future__ import annotations

import re
from datetime import time
from typing import Any, TypeVar, cast

import msgspec
from msgspec.structs import replace

from kiosk.core.arrangement.arrangement import Announcement, Arrangement, Decision, local, one_line
from kiosk.core.files import Unreadable
from kiosk.core.problem import Problem
from kiosk.core.settings import chosen
from kiosk.core.storage.document_reader import DocumentReader
from kiosk.core.storage.document_records import (
    DAYS,
    FORMAT,
    AnnouncementRecord,
    DocumentRecord,
    FormatRecord,
    HeadRecord,
    SlideRecord,
)
from kiosk.core.storage.version import Authored, BroughtBack, BroughtIn, ClockConfirmed, Newer, Origin, Saved, Summary, Version

# A backslash with what it stands before; `half`: half of a letter that UTF-16 writes in two, without the other.
_HALF = rb"\\u[dD][89abAB][0-9a-fA-F]{2}"
_ESCAPE = re.compile(_HALF + rb"\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?P<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\.")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BYTE = re.compile(r" \(byte (\d+)\)")

T = TypeVar("T")


# --- Reading ---------------------------------------------------------------------------------


def read(data: bytes, path: str) -> tuple[Arrangement, list[Problem]]:
    """The arrangement, with a problem in the file `path` for each value that is wrong and left at its default.

    Raises Unreadable for what is no whole document, Newer for one of a later format.
    """
    _check_format(data)
    content = _decode(data, dict[str, Any])
    reader = DocumentReader(data, path)
    if half := next((escape for escape in _ESCAPE.finditer(data) if escape["half"]), None):
        line = data.count(b"\n", 0, half.start()) + 1
        reader.problems.append(Problem(path, line, f"{half[0].decode()} is half a letter; write the whole one"))
    return reader.arrangement(content), reader.problems


def version_of(data: bytes) -> Version:
    """The save that a document is, without all that it holds. Raises Unreadable."""
    _check_format(data)
    try:
        head = _decode(data, HeadRecord)
    except msgspec.ValidationError:
        return Version(0)
    return Version(head.number, head.saved_at, Summary(head.changes, _origin(head)))


def _origin(head: HeadRecord) -> Origin:
    if head.authored:
        return Authored()
    if head.clock_confirmed:
        return ClockConfirmed()
    if head.brought_back is not None:
        return BroughtBack(head.brought_back)
    return Saved() if head.brought_in is None else BroughtIn(head.brought_in)


def _check_format(data: bytes) -> None:
    if not data.strip():
        raise Unreadable("is empty")
    try:
        written = _decode(data, FormatRecord).format
    except msgspec.ValidationError:
        raise Unreadable("is no document of a kiosk: it names no format") from None
    if written > FORMAT:
        raise Newer(f"was saved by a newer version of the kiosk (format {written}, here {FORMAT}); update this one")


def _decode(data: bytes, shape: type[T]) -> T:
    """Raises Unreadable for what is no JSON, msgspec.ValidationError for another shape."""
    try:
        return msgspec.json.decode(data, type=shape)
    except msgspec.ValidationError as error:
        if shape != dict[str, Any]:
            raise
        # Of an object of anything it is a number that no float holds.
        if (content := _forgiving(data)) is None:
            raise Unreadable(f"is not whole JSON ({error})") from None
        return cast(T, content)
    except RecursionError:
        raise Unreadable("is nested too deeply") from None
    except UnicodeDecodeError:
        raise Unreadable("is not UTF-8 text; save it as UTF-8") from None
    except msgspec.DecodeError as error:
        if (content := _forgiving(data)) is not None:
            return msgspec.convert(content, shape)
        place = _BYTE.search(str(error))
        # Without a place, the text ends too early.
        line = data.count(b"\n", 0, int(place[1]) if place else len(data)) + 1
        raise Unreadable(f"is not whole JSON ({_BYTE.sub('', str(error))})", line) from None


def _forgiving(data: bytes) -> dict[str, object] | None:
    """A document in which msgspec refuses a single value, with that value as one that its field will refuse; None for no JSON.

    A number that no float holds is infinite; in place of half a letter stands the sign for an unreadable one.
    """
    # Needed for a document that somebody has written by hand, and by no start.
    import json

    def whole(text: str) -> float:
        return int(text) if len(text) < 20 else float(text)

    def no_number(text: str) -> object:
        raise ValueError(text)

    try:
        content = json.loads(data, parse_int=whole, parse_constant=no_number)
        return _whole(content) if isinstance(content, dict) else None
    except (ValueError, RecursionError):
        return None


def _whole(value: Any) -> Any:
    """The value with no half letters in it."""
    match value:
        case str():
            return _SURROGATE.sub("\ufffd", value)
        case list():
            return [_whole(item) for item in value]
        case dict():
            return {_whole(key): _whole(item) for key, item in value.items()}
    return value


# --- Writing ---------------------------------------------------------------------------------


def normal(arrangement: Arrangement) -> Arrangement:
    """The same decisions in the one form that is written and read back.

    An id that no text can hold (a file name that is not Unicode) stays where it was authored.
    """
    announcement = arrangement.announcement
    if announcement:
        text = one_line(announcement.text)
        announcement = Announcement(text, local(announcement.until)) if text else None
    return replace(
        arrangement,
        order=tuple(slide_id for slide_id in dict.fromkeys(arrangement.order) if _is_writable(slide_id)),
        decisions={
            slide_id: decision
            for slide_id, decision in arrangement.decisions.items()
            if decision != Decision() and _is_writable(slide_id)
        },
        announcement=announcement,
    )


def _is_writable(slide_id: str) -> bool:
    try:
        return bool(slide_id.encode())
    except UnicodeEncodeError:
        return False


def encode(arrangement: Arrangement, version: Version) -> bytes:
    """The document of a `normal` arrangement. Raises ValueError for a value that could not be read again."""
    placed = frozenset(arrangement.order)
    origin = version.summary.origin
    shown = arrangement.announcement
    document = DocumentRecord(
        FORMAT,
        arrangement.number,
        version.saved_at.replace(microsecond=0, tzinfo=None) if version.saved_at else None,
        authored=isinstance(origin, Authored),
        brought_back=origin.number if isinstance(origin, BroughtBack) else None,
        brought_in=one_line(origin.file) if isinstance(origin, BroughtIn) else None,
        clock_confirmed=isinstance(origin, ClockConfirmed),
        changes=version.summary.changes.details(),
        settings=chosen(arrangement.settings),
        announcement=AnnouncementRecord(shown.text, shown.until) if shown else None,
        slides=tuple(
            _slide(slide_id, slide_id in placed, arrangement.decision(slide_id))
            for slide_id in dict.fromkeys([*arrangement.order, *arrangement.decisions])
        ),
    )
    data = msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"
    if read(data, "")[0] != arrangement:
        raise ValueError("holds a value that cannot be saved")
    return data


def _slide(slide_id: str, placed: bool, decision: Decision) -> SlideRecord:
    window = decision.window
    return SlideRecord(
        slide_id,
        placed,
        decision.on,
        decision.seconds,
        decision.show,
        window.first,
        window.last,
        tuple(DAYS[day] for day in sorted(window.weekdays)),
        "-".join(_clock(edge) for edge in window.hours) if window.hours else "",
    )


def _clock(edge: time) -> str:
    return edge.isoformat("auto" if edge.second or edge.microsecond else "minutes")
