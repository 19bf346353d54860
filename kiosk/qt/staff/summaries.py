"""A save's summary in the interface's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.core.arrangement.changes import AnnouncementChange, Changes
from kiosk.core.storage.version import Authored, BroughtBack, BroughtIn, ClockConfirmed, Saved, Summary
from kiosk.qt.bridge.declarations import QT_TRANSLATE_NOOP

# By name of the count; %1 stands for it.
COUNTS = {
    "moved": QT_TRANSLATE_NOOP("Summaries", "moved %1"),
    "switched_on": QT_TRANSLATE_NOOP("Summaries", "switched on %1"),
    "switched_off": QT_TRANSLATE_NOOP("Summaries", "switched off %1"),
    "timed": QT_TRANSLATE_NOOP("Summaries", "timed %1"),
    "placed": QT_TRANSLATE_NOOP("Summaries", "shown elsewhere %1"),
    "scheduled": QT_TRANSLATE_NOOP("Summaries", "scheduled %1"),
}
ANNOUNCEMENTS = {
    AnnouncementChange.PUT_UP: QT_TRANSLATE_NOOP("Summaries", "announcement put up"),
    AnnouncementChange.TAKEN_DOWN: QT_TRANSLATE_NOOP("Summaries", "announcement taken down"),
    AnnouncementChange.CHANGED: QT_TRANSLATE_NOOP("Summaries", "announcement changed"),
}
SETTINGS = {
    "session_seconds": QT_TRANSLATE_NOOP("Summaries", "set session seconds"),
    "warning_seconds": QT_TRANSLATE_NOOP("Summaries", "set warning seconds"),
    "words_per_minute": QT_TRANSLATE_NOOP("Summaries", "set words per minute"),
    "shortest_seconds": QT_TRANSLATE_NOOP("Summaries", "set shortest seconds"),
    "longest_seconds": QT_TRANSLATE_NOOP("Summaries", "set longest seconds"),
    "loop_languages": QT_TRANSLATE_NOOP("Summaries", "set loop languages"),
    "loop_text_scale": QT_TRANSLATE_NOOP("Summaries", "set loop text scale"),
    "languages": QT_TRANSLATE_NOOP("Summaries", "set languages"),
    "reduced_motion": QT_TRANSLATE_NOOP("Summaries", "set reduced motion"),
    "screen_inches": QT_TRANSLATE_NOOP("Summaries", "set screen inches"),
    "viewing_distance": QT_TRANSLATE_NOOP("Summaries", "set viewing distance"),
    "night_brightness": QT_TRANSLATE_NOOP("Summaries", "set night brightness"),
    "opening_hours": QT_TRANSLATE_NOOP("Summaries", "set opening hours"),
    "wake_minutes": QT_TRANSLATE_NOOP("Summaries", "set wake minutes"),
    "return_minutes": QT_TRANSLATE_NOOP("Summaries", "set return minutes"),
    "phrases": QT_TRANSLATE_NOOP("Summaries", "set phrases"),
}


def in_words(summary: Summary) -> str:
    """One line such as "moved 2, switched off 1"."""
    match summary.origin:
        case Saved():
            return ", ".join(_changes(summary.changes)) or QCoreApplication.translate("Summaries", "nothing changed")
        case BroughtBack(number):
            return QCoreApplication.translate("Summaries", "brought back version %1").replace("%1", str(number))
        case BroughtIn(file):
            return QCoreApplication.translate("Summaries", "brought in from %1").replace("%1", file)
        case Authored():
            return QCoreApplication.translate("Summaries", "as authored")
        case ClockConfirmed():
            return QCoreApplication.translate("Summaries", "confirmed that the clock is right")


def _changes(changes: Changes) -> list[str]:
    counts = [(words, str(count)) for name, words in COUNTS.items() if (count := getattr(changes, name))]
    words = [(ANNOUNCEMENTS[changes.announcement], "")] if changes.announcement else []
    # A document of another version may name a setting that this one does not have.
    words += [(SETTINGS[name], "") for name in changes.settings if name in SETTINGS]
    return [QCoreApplication.translate("Summaries", str(text)).replace("%1", count) for text, count in counts + words]
