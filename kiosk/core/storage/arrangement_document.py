"""What staff decided, as TOML text: read with every mistake reported, changed with every comment kept."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time
from difflib import get_close_matches
from typing import Any

from kiosk.core import settings as settings_table
from kiosk.core.arrangement.arrangement import (
    LONGEST_ANNOUNCEMENT,
    SECONDS_RANGE,
    Announcement,
    Arrangement,
    Decision,
    one_line,
)
from kiosk.core.content.deck import Show
from kiosk.core.files import Unreadable
from kiosk.core.problem import Problem, Severity
from kiosk.core.settings import Settings
from kiosk.core.time_window import TimeWindow, parse_hours

FORMAT = 1
_VERSION_KEYS = frozenset({"format", "number", "saved_at", "summary", "same_as"})
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_INTRODUCTION = """\
# What staff decided on the kiosk's screen. It may be edited by hand; comments and unknown keys are kept.
# The slides stand below in the order in which they play.
"""
# Without it, a file that was cut off between two slides would read as one with fewer slides.
END = "# end"
_END_LINE = re.compile(rf"^{END}[ \t]*$", re.MULTILINE)
_HEADER = re.compile(r"^[ \t]*(?P<bracket>\[\[?)[ \t]*(?P<name>[\w.-]+)[ \t]*\]")
_ERROR_LINE = re.compile(r"\(at (?:line (\d+), column \d+|end of document)\)")


class Newer(Unreadable):
    """Written by a newer version of the kiosk."""


@dataclass(frozen=True, slots=True)
class Version:
    """One save. `saved_at` is local time; `same_as` is the number of the version that it brought back."""

    number: int
    saved_at: datetime | None = None
    summary: str = ""
    same_as: int | None = None


# --- Reading ---------------------------------------------------------------------------------


def read(text: str, path: str) -> tuple[Arrangement, list[Problem]]:
    """The decisions, with a problem for each value that is wrong and left at its default.

    Raises Unreadable for a text that is not whole, Newer for one of a later format.
    """
    data = _load(text)
    reader = _Reader(text, path)
    return reader.arrangement(data), reader.problems


def version_of(text: str) -> Version:
    """Number, date and summary. Only the text's head is read. Raises Unreadable."""
    head = _load(text.partition("\n[")[0] + f"\n{END}\n")
    saved_at = head.get("saved_at")
    same_as = head.get("same_as")
    number = head.get("number", 0)
    return Version(
        number if _is_count(number) else 0,
        saved_at if isinstance(saved_at, datetime) else None,
        str(head.get("summary", "")),
        same_as if _is_count(same_as) else None,
    )


def _load(text: str) -> dict[str, Any]:
    try:
        data = tomllib.loads(text)
    except RecursionError:
        raise Unreadable("is nested too deeply") from None
    except ValueError as error:
        found = _ERROR_LINE.search(str(error))
        reason = _ERROR_LINE.sub("", str(error)).strip()
        line = int(found[1]) if found and found[1] else text.count("\n") + 1 if found else 1
        raise Unreadable(f"is not valid TOML ({reason})", line) from None
    written = data.get("format", FORMAT)
    if isinstance(written, int) and written > FORMAT:
        raise Newer(f"was saved by a newer version of the kiosk (format {written}, here {FORMAT}); update this one")
    if not data:
        raise Unreadable("is empty")
    if data.keys() & _VERSION_KEYS and not _END_LINE.search(text):
        message = f"lacks its last line “{END}” and may be cut off; add it if nothing is missing"
        raise Unreadable(message, text.count("\n") + 1)
    return data


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**9


def _truth(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise ValueError("takes true or false")


def _seconds(value: object) -> float:
    low, high = SECONDS_RANGE
    if isinstance(value, (int, float)) and not isinstance(value, bool) and low <= value <= high:
        return float(value)
    raise ValueError(f"takes a number from {low:g} to {high:g} seconds")


def _show(value: object) -> Show:
    try:
        return Show(value)
    except ValueError:
        raise ValueError(f"takes one of {', '.join(show.value for show in Show)}") from None


def _date(value: object) -> date:
    if type(value) is date:
        return value
    raise ValueError("takes a date such as 2026-11-22, without quotes")


def _weekdays(value: object) -> frozenset[int]:
    try:
        return frozenset(DAYS.index(day) for day in value)  # type: ignore[attr-defined]
    except (TypeError, ValueError):
        raise ValueError(f"takes a list of {', '.join(DAYS)}, each in quotes") from None


def _hours(value: object) -> tuple[time, time]:
    return parse_hours(value if isinstance(value, str) else "")


def _text(value: object) -> str:
    text = one_line(value) if isinstance(value, str) else ""
    if 0 < len(text) <= LONGEST_ANNOUNCEMENT:
        return text
    raise ValueError(f"takes a text of up to {LONGEST_ANNOUNCEMENT} letters")


def _moment(value: object) -> datetime:
    try:
        if isinstance(value, datetime):
            return _local(value)
    except (ValueError, OverflowError):
        pass
    raise ValueError("takes a date and time such as 2026-11-22T17:30:00, without quotes")


def _local(moment: datetime) -> datetime:
    return moment if moment.tzinfo is None else moment.astimezone().replace(tzinfo=None)


_SLIDE_KEYS: Mapping[str, Callable[[object], Any]] = {
    "on": _truth,
    "seconds": _seconds,
    "show": _show,
    "from": _date,
    "until": _date,
    "weekdays": _weekdays,
    "hours": _hours,
    "placed": _truth,
}
_ANNOUNCEMENT_KEYS: Mapping[str, Callable[[object], Any]] = {"text": _text, "until": _moment}


class _Reader:
    """Turns one parsed text into an arrangement and gathers what is wrong with it."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.problems: list[Problem] = []

    def arrangement(self, data: Mapping[str, Any]) -> Arrangement:
        tables = ("settings", "slides", "announcement")
        for key in data.keys() - _VERSION_KEYS - {*tables}:
            if near := get_close_matches(key, tables, n=1):
                self._say("", key, f"unknown key {key!r}; did you mean {near[0]}?", Severity.WARNING)
        number = data.get("number", 0)
        if not _is_count(number):
            self._say("", "number", "number takes a whole number; the next save mends it")
        order, decisions = self._slides(data.get("slides", []))
        return Arrangement(
            order,
            decisions,
            self._settings(data.get("settings", {})),
            self._announcement(data.get("announcement", {})),
            number if _is_count(number) else 0,
        )

    def _settings(self, table: object) -> Settings:
        if not isinstance(table, dict):
            self._say("", "settings", "settings must be a table that starts with [settings]")
            return Settings()
        found, problems = settings_table.read(table, self.path, lambda key: self._line("settings", key))
        self.problems += problems
        return found

    def _announcement(self, table: object) -> Announcement | None:
        if not isinstance(table, dict):
            self._say("", "announcement", "the announcement must be a table that starts with [announcement]")
            return None
        values = self._values(table, _ANNOUNCEMENT_KEYS, "announcement")
        if values.keys() == _ANNOUNCEMENT_KEYS.keys():
            return Announcement(**values)
        for key in _ANNOUNCEMENT_KEYS.keys() - table.keys() if table else ():
            self._say("announcement", "", f"the announcement lacks {key}; add it")
        return None

    def _slides(self, entries: object) -> tuple[tuple[str, ...], dict[str, Decision]]:
        order: list[str] = []
        decisions: dict[str, Decision] = {}
        seen: set[str] = set()
        if not isinstance(entries, list):
            self._say("", "slides", "each slide must be a table that starts with [[slides]]")
            return (), {}
        for index, entry in enumerate(entries):
            slide_id = entry.get("id") if isinstance(entry, dict) else None
            if not isinstance(slide_id, str) or not slide_id:
                self._say("slides", "id", 'the slide has no id; add one such as id = "biopsy/01-why"', index=index)
                continue
            if slide_id in seen:
                self._say("slides", "id", f"{slide_id} is listed twice; keep one", Severity.WARNING, index)
                continue
            seen.add(slide_id)
            values = self._values(entry, _SLIDE_KEYS, "slides", index) if len(entry) > 1 else {}
            if values.pop("placed", True):
                order.append(slide_id)
            if values:
                names = {"from": "first", "until": "last"}
                window = {names.get(key, key): values.pop(key) for key in tuple(values) if key in _WINDOW_KEYS}
                decision = Decision(**values, window=TimeWindow(**window))
                if decision.window.first and decision.window.last and decision.window.last < decision.window.first:
                    self._say("slides", "until", "until is before from; swap or mend them", index=index)
                if decision != Decision():
                    decisions[slide_id] = decision
        return tuple(order), decisions

    def _values(
        self, table: Mapping[str, object], keys: Mapping[str, Callable[[object], Any]], name: str, index: int = 0
    ) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, value in table.items():
            if parse := keys.get(key):
                try:
                    values[key] = parse(value)
                except ValueError as error:
                    self._say(name, key, f"{key} {error}", index=index)
            elif key != "id" and (near := get_close_matches(key, keys, n=1)):
                self._say(name, key, f"unknown key {key!r}; did you mean {near[0]}?", Severity.WARNING, index)
        return values

    def _say(self, table: str, key: str, message: str, severity: Severity = Severity.ERROR, index: int = 0) -> None:
        self.problems.append(Problem(self.path, self._line(table, key, index), message, severity))

    def _line(self, table: str, key: str, index: int = 0) -> int:
        """The line of a key in the `index`-th table of a name; the table's own, or 1, where that is not to be seen."""
        found, count, here = 1, -1, table == ""
        pattern = re.compile(rf"[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*=")
        for number, line in enumerate(self.text.split("\n"), start=1):
            if header := _HEADER.match(line):
                count += header["name"] == table
                here = header["name"] == table and count == index
                found = number if here else found
            elif here and key and pattern.match(line):
                return number
        return found


_WINDOW_KEYS = ("from", "until", "weekdays", "hours")


# --- Writing ---------------------------------------------------------------------------------


def normal(arrangement: Arrangement) -> Arrangement:
    """The same decisions in the one form that is written and read back.

    An id that no text can hold (a file name that is not Unicode) stays where it was authored.
    """
    announcement = arrangement.announcement
    if announcement:
        text = one_line(announcement.text)
        announcement = Announcement(text, _local(announcement.until)) if text else None
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


def fresh(arrangement: Arrangement, version: Version) -> str:
    """The decisions as a new text. Raises ValueError for values that could not be read again."""
    return _checked(_assemble(_INTRODUCTION, "", "", [], arrangement, Arrangement(), version), arrangement)


def changed(text: str, arrangement: Arrangement, version: Version) -> str | None:
    """`text` with only that changed which the decisions change; everything written by hand stays.

    None for a text that is written in a way which cannot be kept (an inline list of slides, say).
    """
    try:
        before, _ = read(text, "")
        head, others, announcement, entries = _split(_END_LINE.sub("", text))
        result = _assemble(head, others, announcement, entries, arrangement, before, version)
        return _checked(result, arrangement)
    except (ValueError, KeyError, TypeError, AttributeError, Unreadable):
        return None


def _checked(text: str, arrangement: Arrangement) -> str:
    try:
        if read(text, "")[0] == arrangement:
            text.encode()
            return text
    except Unreadable:
        pass
    raise ValueError("holds a value that cannot be saved")


def _is_writable(slide_id: str) -> bool:
    try:
        return bool(slide_id.encode())
    except UnicodeEncodeError:
        return False


def _split(text: str) -> tuple[str, str, str, list[str]]:
    """The top, the other tables, the announcement, and one text per slide. Comments above a header go with it."""
    head: list[str] = []
    others: list[str] = []
    announcement: list[str] = []
    entries: list[list[str]] = []
    part = head
    for line in text.split("\n"):
        if header := _HEADER.match(line):
            above = _comment_above(part)
            name, _, sub = header["name"].partition(".")
            if name == "slides":
                if not sub:
                    entries.append([])
                part = entries[-1] if entries else others
            else:
                part = announcement if name == "announcement" else others
            part += above
        part.append(line)
    return "\n".join(head), "\n".join(others), "\n".join(announcement), ["\n".join(entry) for entry in entries]


def _comment_above(part: list[str]) -> list[str]:
    start = len(part)
    while start and (not part[start - 1].strip() or part[start - 1].lstrip().startswith("#")):
        start -= 1
    blank = next((at for at in range(start, len(part)) if not part[at].strip()), start)
    above = part[blank:]
    del part[blank:]
    return [line for line in above if line.strip()]


def _assemble(
    head: str,
    others: str,
    announcement: str,
    entries: Sequence[str],
    arrangement: Arrangement,
    before: Arrangement,
    version: Version,
) -> str:
    parts = [
        _edited(head, "", _head_keys(arrangement, version), {}),
        _edited(others, "settings", _setting_keys(arrangement.settings), _setting_keys(before.settings)),
    ]
    if arrangement.announcement:
        keys = _announcement_keys(arrangement.announcement)
        parts.append(_edited(announcement, "announcement", keys, _announcement_keys(before.announcement)))
    elif announcement and before.announcement is None:
        parts.append(announcement)  # not understood, and so not ours to remove
    parts += _slide_texts(entries, arrangement, before)
    return "\n\n".join(part.strip("\n") for part in parts if part.strip()) + f"\n\n{END}\n"


def _slide_texts(entries: Sequence[str], arrangement: Arrangement, before: Arrangement) -> list[str]:
    texts: dict[str, str] = {}
    unknown: list[str] = []
    for entry in entries:
        (table,) = tomllib.loads(entry)["slides"]
        slide_id = table.get("id")
        if isinstance(slide_id, str) and slide_id:
            texts.setdefault(slide_id, entry)
        else:
            unknown.append(entry)
    was_placed = set(before.order)
    is_placed = set(arrangement.order)
    result = []
    for slide_id in dict.fromkeys([*arrangement.order, *arrangement.decisions]):
        keys = _slide_keys(arrangement.decision(slide_id), slide_id in is_placed)
        old = _slide_keys(before.decision(slide_id), slide_id in was_placed)
        entry = texts.get(slide_id) or f"[[slides]]\nid = {_toml(slide_id)}\n"
        result.append(_edited(entry, "slides", keys, old if slide_id in texts else _slide_keys(Decision(), True)))
    return result + unknown


def _edited(text: str, table: str, keys: Mapping[str, Any], before: Mapping[str, Any]) -> str:
    """The text with those keys set that differ from `before`; None removes a key."""
    different = {key: value for key, value in keys.items() if key not in before or before[key] != value}
    if not different:
        return text
    import tomlkit

    present = tomllib.loads(text).get(table) if table else {}
    if present is None:
        lines = [f"{key} = {_toml(value)}" for key, value in different.items() if value is not None]
        return "\n".join([text.rstrip("\n"), "", f"[{table}]", *lines]) if lines else text
    document = tomlkit.parse(text if text.endswith("\n") else text + "\n")
    target: Any = document[table] if table else document
    if isinstance(present, list):
        (target,) = target
    for key, value in different.items():
        if value is None:
            if key in target:
                del target[key]
        else:
            target[key] = value
    return tomlkit.dumps(document)


def _toml(value: object) -> str:
    import tomlkit

    return tomlkit.item(value).as_string()


def _head_keys(arrangement: Arrangement, version: Version) -> dict[str, Any]:
    saved_at = version.saved_at.replace(microsecond=0, tzinfo=None) if version.saved_at else None
    return {
        "format": FORMAT,
        "number": arrangement.number,
        "saved_at": saved_at,
        "summary": one_line(version.summary),
        "same_as": version.same_as,
    }


def _setting_keys(settings: Settings) -> dict[str, Any]:
    values = {item.name: getattr(settings, item.name) for item in fields(Settings)}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def _announcement_keys(announcement: Announcement | None) -> dict[str, Any]:
    return {"text": announcement.text, "until": announcement.until} if announcement else {}


def _slide_keys(decision: Decision, placed: bool) -> dict[str, Any]:
    window = decision.window
    return {
        "placed": None if placed else False,
        "on": None if decision.on else False,
        "seconds": decision.seconds,
        "show": decision.show.value if decision.show else None,
        "from": window.first,
        "until": window.last,
        "weekdays": [DAYS[day] for day in sorted(window.weekdays)] or None,
        "hours": "-".join(_clock(edge) for edge in window.hours) if window.hours else None,
    }


def _clock(edge: time) -> str:
    return edge.isoformat("auto" if edge.second or edge.microsecond else "minutes")
