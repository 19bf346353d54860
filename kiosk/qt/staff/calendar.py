"""Days and hours in the interface's language. Hours are written as the settings file has them, from 00:00 to 23:59."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import QCoreApplication, QDate, QLocale


def hour(moment: datetime | time) -> str:
    return f"{moment:%H:%M}"


def day(when: date) -> str:
    """Such as "Monday, 4 March 2030"."""
    pattern = QCoreApplication.translate("Calendar", "dddd, d MMMM yyyy", "a whole date, as QLocale writes it")
    return locale().toString(QDate(when.year, when.month, when.day), pattern)


def stamp(when: datetime) -> str:
    """Such as "4 Mar 2030, 09:15"."""
    pattern = QCoreApplication.translate("Calendar", "d MMM yyyy", "a short date, as QLocale writes it")
    return f"{locale().toString(QDate(when.year, when.month, when.day), pattern)}, {hour(when)}"


def weekday(number: int) -> str:
    """Its name; 0 is Monday."""
    name = locale().standaloneDayName(number + 1)
    return name[:1].upper() + name[1:]


def locale() -> QLocale:
    return QLocale(QCoreApplication.translate("Calendar", "en", "the code of the language that this is translated to"))
