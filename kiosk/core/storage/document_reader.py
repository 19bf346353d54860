"""A decoded document as an arrangement: every value checked on its own, so that one mistake does not hide another."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cached_property
from typing import Any

import msgspec

from kiosk.core import fields
from kiosk.core import settings as settings_table
from kiosk.core.arrangement.arrangement import (
    LONGEST_ANNOUNCEMENT,
    SECONDS_RANGE,
    Announcement,
    Arrangement,
    Decision,
    local,
    one_line,
)
from kiosk.core.content.deck import Show
from kiosk.core.fields import DATE, HOURS, TRUTH, Field, Fields, kind
from kiosk.core.problem import Problem, Severity
from kiosk.core.settings import Settings
from kiosk.core.storage.document_records import DAYS, Count, DocumentRecord, HeadRecord
from kiosk.core.storage.json_lines import lines
from kiosk.core.time_window import TimeWindow

# So many are told one by one: nobody reads more, and no list of staff's holds them.
MOST_PROBLEMS = 100


def _weekdays(value: object) -> frozenset[int] | None:
    return frozenset(DAYS.index(day) for day in value) if isinstance(value, list) else None


def _announcement_text(value: object) -> str | None:
    text = one_line(value) if isinstance(value, str) else ""
    return text if 0 < len(text) <= LONGEST_ANNOUNCEMENT else None


def _moment(value: object) -> datetime | None:
    return local(datetime.fromisoformat(value)) if isinstance(value, str) else None


_SLIDE: Fields = {
    "id": Field(kind("a slide's id", lambda value: value if isinstance(value, str) else None)),
    "placed": Field(TRUTH),
    "on": Field(TRUTH),
    "seconds": Field(fields.number(*SECONDS_RANGE, "seconds")),
    "show": Field(fields.choice(Show)),
    "from": Field(DATE),
    "until": Field(DATE),
    "weekdays": Field(kind(f"a list of {', '.join(DAYS)}, each in quotes", _weekdays)),
    "hours": Field(HOURS),
}
_ANNOUNCEMENT: Fields = {
    "text": Field(kind(f"a text of up to {LONGEST_ANNOUNCEMENT} letters", _announcement_text)),
    "until": Field(kind("a date and time such as 2026-11-22T17:30:00", _moment)),
}
_WINDOW = {"from": "first", "until": "last", "weekdays": "weekdays", "hours": "hours"}


class DocumentReader:
    """Turns one document into an arrangement and gathers what is wrong with it."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self._data = data
        self._untold = 0

    def arrangement(self, content: Mapping[str, Any]) -> Arrangement:
        known = DocumentRecord.__struct_fields__
        unknown = [key for key in content if key not in known]
        for key in unknown[: fields.MOST_UNKNOWN]:
            name = key[: fields.LONGEST_NAME]
            self._say(key, f"unknown key {name!r}; {fields.did_you_mean(key, known)}", Severity.WARNING)
        if len(unknown) > fields.MOST_UNKNOWN:
            message = f"{len(unknown) - fields.MOST_UNKNOWN} more unknown keys"
            self._say(unknown[fields.MOST_UNKNOWN], message, Severity.WARNING)
        order, decisions = self._slides(content.get("slides", []))
        arrangement = Arrangement(
            order,
            decisions,
            self._settings(content.get("settings", {})),
            self._announcement(content.get("announcement", {})),
            self._number(content),
        )
        if self._untold:
            self.problems.append(Problem(self.path, 1, f"{self._untold} more mistakes; mend these first"))
        return arrangement

    def _number(self, content: Mapping[str, Any]) -> int:
        """The save's number; the rest of the head is checked by the way."""
        try:
            return msgspec.convert(
                {key: content[key] for key in HeadRecord.__struct_fields__ if key in content}, HeadRecord
            ).number
        except msgspec.ValidationError as error:
            reason, _, place = str(error).partition(" - at `$.")
            self._say(place.rstrip("`"), f"{place.rstrip('`')}: {reason}; the next save mends it")
        try:
            return msgspec.convert(content.get("number", 0), Count)
        except msgspec.ValidationError:
            return 0

    def _settings(self, values: object) -> Settings:
        if not isinstance(values, dict):
            self._say("settings", "settings takes an object of names and values")
            return Settings()
        settings, problems = settings_table.read(values, self.path, lambda name: self._line(f"settings.{name}"))
        self.problems += problems
        return settings

    def _announcement(self, entry: object) -> Announcement | None:
        if not isinstance(entry, dict):
            self._say("announcement", "announcement takes an object of text and until")
            return None
        values = self._values(entry, _ANNOUNCEMENT, "announcement")
        for key in _ANNOUNCEMENT.keys() - entry.keys() if entry else ():
            self._say("announcement", f"the announcement lacks {key}; add it")
        return Announcement(**values) if values.keys() == _ANNOUNCEMENT.keys() else None

    def _slides(self, entries: object) -> tuple[tuple[str, ...], dict[str, Decision]]:
        if not isinstance(entries, list):
            self._say("slides", "slides takes a list of objects, each with the id of a slide")
            return (), {}
        order: list[str] = []
        decisions: dict[str, Decision] = {}
        seen: set[str] = set()
        for index, entry in enumerate(entries):
            path = f"slides[{index}]"
            slide_id = entry.get("id") if isinstance(entry, dict) else None
            if not isinstance(slide_id, str) or not slide_id:
                self._say(path, f"{path}: the slide has no id; add one such as biopsy/01-why")
                continue
            if slide_id in seen:
                self._say(path, f"{path}: {slide_id} is listed twice; keep one", Severity.WARNING)
                continue
            seen.add(slide_id)
            values = self._values(entry, _SLIDE, path) if len(entry) > 1 else {}
            if values.pop("placed", True):
                order.append(slide_id)
            decision = self._decision(values, path)
            if decision != Decision():
                decisions[slide_id] = decision
        return tuple(order), decisions

    def _decision(self, values: dict[str, Any], path: str) -> Decision:
        values.pop("id", None)
        window = TimeWindow(**{_WINDOW[key]: values.pop(key) for key in tuple(values) if key in _WINDOW})
        if window.first and window.last and window.last < window.first:
            self._say(f"{path}.until", f"{path}: until is before from; swap or mend them")
        return Decision(**values, window=window)

    def _values(self, entry: Mapping[str, object], known: Fields, path: str) -> dict[str, Any]:
        def report(key: str, message: str, severity: Severity) -> None:
            self._say(f"{path}.{key}", f"{path}: {message}", severity)

        return fields.read(((key, value, key) for key, value in entry.items()), known, report)

    def _say(self, place: str, message: str, severity: Severity = Severity.ERROR) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(self.path, self._line(place), message, severity))
        else:
            self._untold += 1

    def _line(self, place: str) -> int:
        return self._lines.get(place, 1)

    @cached_property
    def _lines(self) -> Mapping[str, int]:
        return lines(self._data.decode())
