"""Dates, hours and a slide's window in the interface's language. Hours stand as in the settings, from 00:00 to 23:59."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from kiosk.core.time_window import TimeWindow


def hour(moment: datetime | time) -> str:
    return f"{moment:%H:%M}"


def long_day(when: date) -> str:
    """Such as "Monday, 4 March 2030"."""
    return _written(when, QCoreApplication.translate("Calendar", "dddd, d MMMM yyyy", "a whole date, as QLocale writes it"))


def full_day(when: date) -> str:
    """Such as "Thu 3 Dec 2026"."""
    return _written(when, "ddd d MMM yyyy")


def short_day(when: date) -> str:
    """Such as "3 Dec", with the year where it is another than this one."""
    return _written(when, "d MMM" if when.year == date.today().year else "d MMM yyyy")


def plain_day(when: date) -> str:
    """Such as "4 March 2030"."""
    return _written(when, QCoreApplication.translate("Calendar", "d MMMM yyyy", "a date in a sentence, as QLocale writes it"))


def month(when: date) -> str:
    """A month's short name, such as "Mar"."""
    return _locale().standaloneMonthName(when.month, QLocale.FormatType.ShortFormat)


def stamp(when: datetime) -> str:
    """Such as "4 Mar 2030, 09:15"."""
    pattern = QCoreApplication.translate("Calendar", "d MMM yyyy", "a short date, as QLocale writes it")
    return f"{_written(when, pattern)}, {hour(when)}"


def weekday(number: int, form: QLocale.FormatType = QLocale.FormatType.LongFormat) -> str:
    """A weekday's name; 0 is Monday."""
    name = _locale().standaloneDayName(number + 1, form)
    return name[:1].upper() + name[1:]


def short_weekday(number: int) -> str:
    """Such as "Mon"; 0 is Monday."""
    return weekday(number, QLocale.FormatType.ShortFormat)


def window(window: TimeWindow) -> str:
    """The days and hours of a slide, such as "Mon, Wed · 08:00–12:00 · until 3 Dec"; "" where nothing is restricted."""
    parts = []
    if window.weekdays:
        parts.append(", ".join(short_weekday(number) for number in sorted(window.weekdays)))
    if window.hours:
        parts.append("–".join(hour(edge) for edge in window.hours))
    if window.first:
        parts.append(QCoreApplication.translate("When", "from {}").format(short_day(window.first)))
    if window.last:
        parts.append(QCoreApplication.translate("When", "until {}").format(short_day(window.last)))
    return " · ".join(parts)


def _written(when: date, pattern: str) -> str:
    return _locale().toString(QDate(when.year, when.month, when.day), pattern)


def _locale() -> QLocale:
    return QLocale(QCoreApplication.translate("Calendar", "en", "the code of the language that this is translated to"))
