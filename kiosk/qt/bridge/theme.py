"""Colours and measures, as QML reads them."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.layout.screen import Screen
from kiosk.core.layout.theme import LIGHT, Theme

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made in Python")
class Palette(QObject):
    """The colours in use."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT

    def use(self, theme: Theme) -> None:
        if theme is not self._theme:
            self._theme = theme
            self.changed.emit()

    @Property(QColor, notify=changed)
    def paper(self) -> QColor:
        return QColor(self._theme.paper)

    @Property(QColor, notify=changed)
    def card(self) -> QColor:
        return QColor(self._theme.card)

    @Property(QColor, notify=changed)
    def ink(self) -> QColor:
        return QColor(self._theme.ink)

    @Property(QColor, notify=changed)
    def heading(self) -> QColor:
        return QColor(self._theme.heading)

    @Property(QColor, notify=changed)
    def accent(self) -> QColor:
        return QColor(self._theme.accent)

    @Property(QColor, notify=changed)
    def onAccent(self) -> QColor:
        return QColor(self._theme.on_accent)

    @Property(QColor, notify=changed)
    def kicker(self) -> QColor:
        return QColor(self._theme.kicker)

    @Property(QColor, notify=changed)
    def quiet(self) -> QColor:
        return QColor(self._theme.quiet)

    @Property(QColor, notify=changed)
    def onQuiet(self) -> QColor:
        return QColor(self._theme.on_quiet)

    @Property(QColor, notify=changed)
    def line(self) -> QColor:
        return QColor(self._theme.line)

    @Property(QColor, notify=changed)
    def dot(self) -> QColor:
        return QColor(self._theme.dot)

    @Property(QColor, notify=changed)
    def dotSeen(self) -> QColor:
        return QColor(self._theme.dot_seen)

    @Property(QColor, notify=changed)
    def scrim(self) -> QColor:
        return QColor(self._theme.scrim)

    @Property(QColor, notify=changed)
    def desk(self) -> QColor:
        return QColor(self._theme.desk)

    @Property(QColor, notify=changed)
    def banner(self) -> QColor:
        return QColor(self._theme.banner)

    @Property(QColor, notify=changed)
    def onBanner(self) -> QColor:
        return QColor(self._theme.on_banner)

    @Property(QColor, notify=changed)
    def bannerQuiet(self) -> QColor:
        return QColor(self._theme.banner_quiet)

    @Property(QColor, notify=changed)
    def signal(self) -> QColor:
        return QColor(self._theme.signal)

    @Property(QColor, notify=changed)
    def onSignal(self) -> QColor:
        return QColor(self._theme.on_signal)

    @Property(QColor, notify=changed)
    def muted(self) -> QColor:
        return QColor(self._theme.muted)

    @Property(QColor, notify=changed)
    def alarm(self) -> QColor:
        return QColor(self._theme.alarm)

    @Property(QColor, notify=changed)
    def alarmGround(self) -> QColor:
        return QColor(self._theme.alarm_ground)


@QmlElement
@QmlUncreatable("made in Python")
class Metrics(QObject):
    """The screen's measures in px."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._screen = Screen(1920, 1080, 2.0, 3.0)

    def use(self, screen: Screen) -> None:
        if screen != self._screen:
            self._screen = screen
            self.changed.emit()

    @Property(bool, notify=changed)
    def portrait(self) -> bool:
        return self._screen.portrait

    @Property(float, notify=changed)
    def unit(self) -> float:
        """A hundredth of the screen's short side."""
        return self._screen.short / 100

    @Property(float, notify=changed)
    def margin(self) -> float:
        return self._screen.margin

    @Property(float, notify=changed)
    def label(self) -> float:
        return self._screen.label_size

    @Property(float, notify=changed)
    def target(self) -> float:
        return self._screen.target

    @Property(float, notify=changed)
    def primary(self) -> float:
        return self._screen.primary

    @Property(float, notify=changed)
    def gap(self) -> float:
        return self._screen.gap

    @Property(float, notify=changed)
    def bar(self) -> float:
        return self._screen.bar_height

    @Property(float, notify=changed)
    def pad(self) -> float:
        return self._screen.bar_pad

    @Property(float, notify=changed)
    def foot(self) -> float:
        return self._screen.foot
