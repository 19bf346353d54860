"""A save's summary in English, for the terminal."""

from __future__ import annotations

from kiosk.core.arrangement.changes import Changes
from kiosk.core.storage.version import Authored, BroughtBack, BroughtIn, ClockConfirmed, Saved, Summary

_COUNTS = {
    "moved": "moved",
    "switched_on": "switched on",
    "switched_off": "switched off",
    "timed": "timed",
    "placed": "shown elsewhere",
    "scheduled": "scheduled",
}


def in_english(summary: Summary) -> str:
    """One line such as "moved 2, switched off 1, announcement put up"."""
    match summary.origin:
        case Saved():
            return _changes(summary.changes)
        case BroughtBack(number):
            return f"brought back version {number}"
        case BroughtIn(file):
            return f"brought in from {file}"
        case Authored():
            return "as authored"
        case ClockConfirmed():
            return "confirmed that the clock is right"


def _changes(changes: Changes) -> str:
    parts = [f"{words} {count}" for name, words in _COUNTS.items() if (count := getattr(changes, name))]
    if changes.announcement:
        parts.append(f"announcement {changes.announcement.value}")
    if changes.settings:
        parts.append("set " + ", ".join(name.replace("_", " ") for name in changes.settings))
    return ", ".join(parts) or "nothing changed"
