"""A save's one-line summary, which is kept in English, in the interface's language. What is not known stays as it is."""

from __future__ import annotations

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

# As kiosk.core.arrangement.editing.summary and the store write them; %1 stands for a number or a name.
PARTS = (
    QT_TRANSLATE_NOOP("Summaries", "moved %1"),
    QT_TRANSLATE_NOOP("Summaries", "switched on %1"),
    QT_TRANSLATE_NOOP("Summaries", "switched off %1"),
    QT_TRANSLATE_NOOP("Summaries", "timed %1"),
    QT_TRANSLATE_NOOP("Summaries", "shown elsewhere %1"),
    QT_TRANSLATE_NOOP("Summaries", "scheduled %1"),
    QT_TRANSLATE_NOOP("Summaries", "announcement put up"),
    QT_TRANSLATE_NOOP("Summaries", "announcement taken down"),
    QT_TRANSLATE_NOOP("Summaries", "announcement changed"),
    QT_TRANSLATE_NOOP("Summaries", "brought back version %1"),
    QT_TRANSLATE_NOOP("Summaries", "brought in from %1"),
    QT_TRANSLATE_NOOP("Summaries", "as authored"),
    QT_TRANSLATE_NOOP("Summaries", "nothing changed"),
    QT_TRANSLATE_NOOP("Summaries", "set session seconds"),
    QT_TRANSLATE_NOOP("Summaries", "set warning seconds"),
    QT_TRANSLATE_NOOP("Summaries", "set words per minute"),
    QT_TRANSLATE_NOOP("Summaries", "set shortest seconds"),
    QT_TRANSLATE_NOOP("Summaries", "set longest seconds"),
    QT_TRANSLATE_NOOP("Summaries", "set loop languages"),
    QT_TRANSLATE_NOOP("Summaries", "set loop text scale"),
    QT_TRANSLATE_NOOP("Summaries", "set languages"),
    QT_TRANSLATE_NOOP("Summaries", "set reduced motion"),
    QT_TRANSLATE_NOOP("Summaries", "set screen inches"),
    QT_TRANSLATE_NOOP("Summaries", "set viewing distance"),
    QT_TRANSLATE_NOOP("Summaries", "set night brightness"),
    QT_TRANSLATE_NOOP("Summaries", "set opening hours"),
    QT_TRANSLATE_NOOP("Summaries", "set wake minutes"),
    QT_TRANSLATE_NOOP("Summaries", "set phrases"),
)
_PATTERNS = tuple((part, re.compile(re.escape(part).replace("%1", "(.+)"))) for part in PARTS)


def told(summary: str) -> str:
    """Such as "moved 2, switched off 1" in the interface's language."""
    parts: list[str] = []
    setting = False
    for part in summary.split(", "):
        # Only the first of several settings has the verb.
        setting = setting or part.startswith("set ")
        parts.append(_told(part if not setting or part.startswith("set ") else f"set {part}"))
    return ", ".join(parts)


def _told(part: str) -> str:
    for known, pattern in _PATTERNS:
        if match := pattern.fullmatch(part):
            text = QCoreApplication.translate("Summaries", known)
            return text.replace("%1", match[1]) if match.groups() else text
    return part
