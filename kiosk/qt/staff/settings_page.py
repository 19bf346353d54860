"""The settings page: every setting of the one table as rows, group by group."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEnum, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core import opening_hours, service
from kiosk.core.arrangement import editing
from kiosk.core.opening_hours import OpeningSpan
from kiosk.core.settings import DECLARED, Settings
from kiosk.qt.bridge.declarations import QT_TRANSLATE_NOOP, Property, QmlUncreatable
from kiosk.qt.bridge.list_model import ListModel
from kiosk.qt.drawing.fonts import name_of
from kiosk.qt.staff import dates
from kiosk.qt.staff.edit_session import EditSession

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1

TITLES = {
    "session_seconds": QT_TRANSLATE_NOOP("SettingsModel", "Time without a touch until “Still reading?”"),
    "warning_seconds": QT_TRANSLATE_NOOP("SettingsModel", "Countdown of “Still reading?”"),
    "words_per_minute": QT_TRANSLATE_NOOP("SettingsModel", "Reading speed"),
    "shortest_seconds": QT_TRANSLATE_NOOP("SettingsModel", "Shortest time on screen"),
    "longest_seconds": QT_TRANSLATE_NOOP("SettingsModel", "Longest time on screen"),
    "loop_text_scale": QT_TRANSLATE_NOOP("SettingsModel", "Size of the loop's text"),
    "reduced_motion": QT_TRANSLATE_NOOP("SettingsModel", "Reduced motion: short plain fades"),
    "screen_inches": QT_TRANSLATE_NOOP("SettingsModel", "Diagonal of the screen"),
    "viewing_distance": QT_TRANSLATE_NOOP("SettingsModel", "Viewing distance"),
    "night_brightness": QT_TRANSLATE_NOOP("SettingsModel", "Brightness at night, 22:00 to 06:00"),
    "wake_minutes": QT_TRANSLATE_NOOP("SettingsModel", "When closed, a touch wakes the screen for"),
    "return_minutes": QT_TRANSLATE_NOOP("SettingsModel", "After leaving, the kiosk is back in"),
    "languages": QT_TRANSLATE_NOOP("SettingsModel", "Offered to patients"),
    "loop_languages": QT_TRANSLATE_NOOP("SettingsModel", "The loop alternates"),
    "opening_hours": QT_TRANSLATE_NOOP("SettingsModel", "Open at all hours"),
    "phrases": QT_TRANSLATE_NOOP("SettingsModel", "Announcements to choose from"),
}
UNITS = {
    "s": QT_TRANSLATE_NOOP("SettingsModel", "%1 s"),
    "min": QT_TRANSLATE_NOOP("SettingsModel", "%1 min"),
    "in": QT_TRANSLATE_NOOP("SettingsModel", "%1 in"),
    "m": QT_TRANSLATE_NOOP("SettingsModel", "%1 m"),
    "words/min": QT_TRANSLATE_NOOP("SettingsModel", "%1 words/min"),
    "x": QT_TRANSLATE_NOOP("SettingsModel", "%1 %"),
}
# What 0 means where it is no number.
ZEROS = {
    "screen_inches": QT_TRANSLATE_NOOP("SettingsModel", "as reported"),
    "viewing_distance": QT_TRANSLATE_NOOP("SettingsModel", "automatic"),
    "wake_minutes": QT_TRANSLATE_NOOP("SettingsModel", "never"),
    "return_minutes": QT_TRANSLATE_NOOP("SettingsModel", "not by itself"),
}
STEPS = {
    "session_seconds": 10.0, "warning_seconds": 5.0, "words_per_minute": 10.0, "shortest_seconds": 1.0,
    "longest_seconds": 5.0, "loop_text_scale": 0.1, "night_brightness": 0.1, "screen_inches": 1.0,
    "viewing_distance": 0.1, "wake_minutes": 5.0, "return_minutes": 5.0,
}  # fmt: skip
# Where stepping up from "automatic" begins: an ordinary screen, an arm's length.
FIRSTS = {"screen_inches": 15.0, "viewing_distance": 0.6}


class SettingRow(Struct, frozen=True):
    """One line of the page. `name` is handed back to the slots.

    `preset`: what it is without a decision, in words; "" where it is that, or has none.
    """

    kind: SettingsModel.RowKind
    name: str
    title: str
    section: str = ""
    value: str = ""
    until: str = ""
    preset: str = ""
    on: bool = False
    available: bool = True
    can_less: bool = True
    can_more: bool = True


@QmlElement
@QmlUncreatable("made in Python")
class SettingsModel(QObject):
    """`changed`: another group, or a setting has another value."""

    @QEnum
    class Group(IntEnum):
        """The groups of settings; nothing while the page is not open."""

        Nothing = 0
        Times = 1
        Languages = 2
        Screen = 3
        Hours = 4
        Phrases = 5
        Machine = 6

    @QEnum
    class RowKind(IntEnum):
        Number = 0
        Switch = 1
        Opening = 2
        Phrase = 3

    changed = Signal()

    def __init__(self, edit_session: EditSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edit_session = edit_session
        self._group = self.Group.Nothing
        self._rows = ListModel(SettingRow, self)
        edit_session.changed.connect(self._refresh)

    @Property(ListModel, constant=True)
    def rows(self) -> ListModel:
        return self._rows

    @Property(int, notify=changed)
    def group(self) -> int:
        """One of `Group`."""
        return self._group

    @Slot(int)
    def open(self, group: int) -> None:
        """Shows one of `Group`."""
        self._group = self.Group(group)
        self._refresh()

    @Slot(str, int)
    def step(self, name: str, steps: int) -> None:
        """A number more or less; one edge of an opening, named "start:2:0" or "end:2:0"."""
        if name in STEPS:
            self._set(name, self._stepped(name, steps))
            return
        edge, _, place = name.partition(":")
        spans = self._openings()
        span = spans[int(place)]
        moved = (opening_hours.step_start if edge == "start" else opening_hours.step_end)(span, steps)
        self._set("opening_hours", opening_hours.lines(opening_hours.changed(spans, span, moved)))

    @Slot(str)
    def toggle(self, name: str) -> None:
        """Switches a setting, a language of one ("languages:es"), or a weekday ("weekday:2")."""
        setting, _, part = name.partition(":")
        match setting:
            case "opening_hours":
                self._set(setting, () if self._openings() else opening_hours.lines(opening_hours.USUAL_WEEK))
            case "weekday":
                self._set("opening_hours", opening_hours.lines(opening_hours.switch(self._openings(), int(part))))
            case "languages" | "loop_languages":
                self._set(setting, self._with_language_switched(setting, part))
            case _:
                self._set(setting, not getattr(self._settings(), setting))

    @Slot(str)
    def restore(self, name: str) -> None:
        """The default."""
        self._set(name, getattr(Settings(), name))

    @Slot(str)
    def remove(self, phrase: str) -> None:
        self._set("phrases", tuple(known for known in self._settings().phrases if known != phrase))

    # --- values ---

    def _settings(self) -> Settings:
        return self._edit_session.edit.working.settings

    def _set(self, name: str, value: object) -> None:
        self._edit_session.apply(editing.set_setting(self._edit_session.edit, name, value))

    def _openings(self) -> tuple[OpeningSpan, ...]:
        return opening_hours.read(self._settings().opening_hours)

    def _stepped(self, name: str, steps: int) -> float:
        value, step = getattr(self._settings(), name), STEPS[name]
        low, high = self._bounds(name)
        if name in ZEROS and not value:
            return FIRSTS.get(name, step) if steps > 0 else 0.0
        # Rounded, so that tenths stay tenths however often they are added.
        wanted = round(value + steps * step, 2)
        return float(min(max(wanted, low), high))

    def _bounds(self, name: str) -> tuple[float, float]:
        low, high = DECLARED[name].low, DECLARED[name].high
        if name == "shortest_seconds":
            high = min(high, self._settings().longest_seconds)
        if name == "longest_seconds":
            low = max(low, self._settings().shortest_seconds)
        return low, high

    def _with_language_switched(self, name: str, code: str) -> tuple[str, ...]:
        known = self._edit_session.playlist_source.deck.languages()
        chosen = getattr(self._settings(), name)
        # None offered means all of them, so the first switch takes one out.
        before = chosen or (known if name == "languages" else ())
        after = tuple(c for c in known if (c in before) != (c == code))
        if name == "languages":
            return () if after == known or not after else after
        return after

    # --- rows ---

    @Slot()
    def _refresh(self) -> None:
        match self._group:
            case self.Group.Nothing:
                return
            case self.Group.Hours:
                rows = self._hours_rows()
            case self.Group.Languages:
                rows = [row for name in GROUPS[self.Group.Languages] for row in self._language_rows(name)]
            case self.Group.Machine if not service.is_service():
                rows = []
            case self.Group.Phrases:
                rows = [SettingRow(self.RowKind.Phrase, phrase, phrase) for phrase in self._settings().phrases]
            case _:
                rows = [self._row(name) for name in GROUPS.get(self._group, ())]
        self._rows.update(rows)
        self.changed.emit()

    def _row(self, name: str) -> SettingRow:
        value, default = getattr(self._settings(), name), getattr(Settings(), name)
        if isinstance(default, bool):
            return SettingRow(self.RowKind.Switch, name, _words(TITLES[name]), on=value)
        low, high = self._bounds(name)
        preset = _value(name, default) if value != default else ""
        return SettingRow(
            self.RowKind.Number, name, _words(TITLES[name]), value=_value(name, value), preset=preset,
            can_less=value > low, can_more=value < high,
        )  # fmt: skip

    def _language_rows(self, name: str) -> list[SettingRow]:
        known = self._edit_session.playlist_source.deck.languages()
        chosen = getattr(self._settings(), name)
        shown = chosen or (known if name == "languages" else ())
        row = SettingRow(self.RowKind.Switch, "", "", section=_words(TITLES[name]))
        only = name == "languages" and len(shown) == 1
        return [
            replace(row, name=f"{name}:{code}", title=name_of(code), on=code in shown, available=not (only and code in shown))
            for code in known
        ]

    def _hours_rows(self) -> list[SettingRow]:
        spans = self._openings()
        rows = [SettingRow(self.RowKind.Switch, "opening_hours", _words(TITLES["opening_hours"]), on=not spans)]
        if not spans:
            return rows
        rows.append(self._row("wake_minutes"))
        for weekday in range(7):
            own = [(at, span) for at, span in enumerate(spans) if span.weekday == weekday]
            last = len({span.weekday for span in spans}) == 1
            day = SettingRow(self.RowKind.Opening, f"weekday:{weekday}", dates.weekday(weekday), available=not (own and last))
            rows += [
                replace(day, section=str(at), on=True, value=dates.hour(span.begins), until=dates.hour(span.ends))
                for at, span in own
            ] or [day]
        return rows


# The pages, each with its settings.
GROUPS = {
    SettingsModel.Group.Times: (
        "session_seconds",
        "warning_seconds",
        "words_per_minute",
        "shortest_seconds",
        "longest_seconds",
    ),
    SettingsModel.Group.Languages: ("languages", "loop_languages"),
    SettingsModel.Group.Screen: ("loop_text_scale", "screen_inches", "viewing_distance", "night_brightness", "reduced_motion"),
    SettingsModel.Group.Hours: ("opening_hours", "wake_minutes"),
    SettingsModel.Group.Phrases: ("phrases",),
    SettingsModel.Group.Machine: ("return_minutes",),
}


def _words(text: str) -> str:
    return QCoreApplication.translate("SettingsModel", text)


def _value(name: str, value: Any) -> str:
    if not value and name in ZEROS:
        return _words(ZEROS[name])
    unit = DECLARED[name].unit
    number = f"{value * 100:.0f}" if unit == "x" else f"{value:g}"
    return _words(UNITS[unit]).replace("%1", number)
