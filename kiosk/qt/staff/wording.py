"""When a slide shows, in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from kiosk.core.time_window import TimeWindow
from kiosk.qt.staff import calendar


def window(window: TimeWindow) -> str:
    """Such as "Mon, Wed · 08:00–12:00 · until 3 Dec"; "" where nothing is restricted."""
    parts = []
    if window.weekdays:
        parts.append(", ".join(weekday(number) for number in sorted(window.weekdays)))
    if window.hours:
        parts.append("–".join(calendar.hour(edge) for edge in window.hours))
    if window.first:
        parts.append(QCoreApplication.translate("When", "from {}").format(day(window.first)))
    if window.last:
        parts.append(QCoreApplication.translate("When", "until {}").format(day(window.last)))
    return " · ".join(parts)


def weekday(number: int) -> str:
    """A weekday's short name; 0 is Monday."""
    name = calendar.locale().standaloneDayName(number + 1, QLocale.FormatType.ShortFormat)
    return name[:1].upper() + name[1:]


def day(value: date) -> str:
    """Such as "3 Dec", with the year where it is another than this one."""
    return _written(value, "d MMM" if value.year == date.today().year else "d MMM yyyy")


def full_day(value: date) -> str:
    """Such as "Thu 3 Dec 2026"."""
    return _written(value, "ddd d MMM yyyy")


def _written(value: date, pattern: str) -> str:
    return calendar.locale().toString(QDate(value.year, value.month, value.day), pattern)
