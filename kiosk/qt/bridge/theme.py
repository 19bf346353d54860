"""Colours, measures and manners of every control, as QML reads them."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor
from PySide6.QtQml import QJSEngine, QmlAnonymous, QmlElement, QmlSingleton, QQmlEngine

from kiosk.core.layout import theme
from kiosk.core.layout.screen import Screen
from kiosk.qt.bridge.declarations import Property

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1

# The dynamic property of an engine that holds its theme.
_PROPERTY = "kioskTheme"


class Manners(Struct, frozen=True):
    """`keys`: the last input came from a keyboard, so that the focus shows."""

    mirrored: bool = False
    reduced_motion: bool = False
    low_reach: bool = False
    keys: bool = False


@QmlAnonymous
class Colours(QObject):
    """The colours in use."""

    coloursChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colours = theme.LIGHT

    def set_colours(self, colours: theme.Palette) -> None:
        if colours is not self._colours:
            self._colours = colours
            self.coloursChanged.emit()

    @Property(bool, notify=coloursChanged)
    def highContrast(self) -> bool:
        return self._colours is theme.HIGH_CONTRAST

    @Property(QColor, notify=coloursChanged)
    def paper(self) -> QColor:
        return QColor(self._colours.paper)

    @Property(QColor, notify=coloursChanged)
    def card(self) -> QColor:
        return QColor(self._colours.card)

    @Property(QColor, notify=coloursChanged)
    def ink(self) -> QColor:
        return QColor(self._colours.ink)

    @Property(QColor, notify=coloursChanged)
    def heading(self) -> QColor:
        return QColor(self._colours.heading)

    @Property(QColor, notify=coloursChanged)
    def accent(self) -> QColor:
        return QColor(self._colours.accent)

    @Property(QColor, notify=coloursChanged)
    def onAccent(self) -> QColor:
        return QColor(self._colours.on_accent)

    @Property(QColor, notify=coloursChanged)
    def kicker(self) -> QColor:
        return QColor(self._colours.kicker)

    @Property(QColor, notify=coloursChanged)
    def quiet(self) -> QColor:
        return QColor(self._colours.quiet)

    @Property(QColor, notify=coloursChanged)
    def onQuiet(self) -> QColor:
        return QColor(self._colours.on_quiet)

    @Property(QColor, notify=coloursChanged)
    def line(self) -> QColor:
        return QColor(self._colours.line)

    @Property(QColor, notify=coloursChanged)
    def dot(self) -> QColor:
        return QColor(self._colours.dot)

    @Property(QColor, notify=coloursChanged)
    def dotSeen(self) -> QColor:
        return QColor(self._colours.dot_seen)

    @Property(QColor, notify=coloursChanged)
    def scrim(self) -> QColor:
        return QColor(self._colours.scrim)

    @Property(QColor, notify=coloursChanged)
    def desk(self) -> QColor:
        return QColor(self._colours.desk)

    @Property(QColor, notify=coloursChanged)
    def banner(self) -> QColor:
        return QColor(self._colours.banner)

    @Property(QColor, notify=coloursChanged)
    def onBanner(self) -> QColor:
        return QColor(self._colours.on_banner)

    @Property(QColor, notify=coloursChanged)
    def bannerQuiet(self) -> QColor:
        return QColor(self._colours.banner_quiet)

    @Property(QColor, notify=coloursChanged)
    def signal(self) -> QColor:
        return QColor(self._colours.signal)

    @Property(QColor, notify=coloursChanged)
    def onSignal(self) -> QColor:
        return QColor(self._colours.on_signal)

    @Property(QColor, notify=coloursChanged)
    def muted(self) -> QColor:
        return QColor(self._colours.muted)

    @Property(QColor, notify=coloursChanged)
    def off(self) -> QColor:
        return QColor(self._colours.off)

    @Property(QColor, notify=coloursChanged)
    def alarm(self) -> QColor:
        return QColor(self._colours.alarm)

    @Property(QColor, notify=coloursChanged)
    def alarmGround(self) -> QColor:
        return QColor(self._colours.alarm_ground)

    @Property(QColor, notify=coloursChanged)
    def focus(self) -> QColor:
        return QColor(self._colours.focus)

    @Property(QColor, notify=coloursChanged)
    def focusRim(self) -> QColor:
        return QColor(self._colours.focus_rim)


@QmlElement
@QmlSingleton
class Theme(Colours):
    """One for each engine. Made in Python and handed over by `attach`; without that an engine makes its own."""

    measuresChanged = Signal()
    mannersChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._screen = Screen(1920, 1080, 2.0, 3.0)
        self._manners = Manners()

    def attach(self, engine: QQmlEngine) -> None:
        """Makes this the theme of an engine that has not loaded anything yet, and that must go first."""
        engine.setProperty(_PROPERTY, self)

    @staticmethod
    def create(engine: QQmlEngine) -> Theme:
        """The engine's way to its theme."""
        attached = engine.property(_PROPERTY)
        if not isinstance(attached, Theme):
            return Theme(engine)
        # An engine deletes its singletons when it goes; this one has an owner.
        QJSEngine.setObjectOwnership(attached, QJSEngine.ObjectOwnership.CppOwnership)
        return attached

    # --- for Python ---

    @property
    def manners(self) -> Manners:
        return self._manners

    def set_screen(self, screen: Screen) -> None:
        if screen != self._screen:
            self._screen = screen
            self.measuresChanged.emit()

    def set_manners(self, **changes: bool) -> None:
        """Changes fields of `Manners` by name."""
        manners = replace(self._manners, **changes)
        if manners != self._manners:
            self._manners = manners
            self.mannersChanged.emit()

    # --- manners ---

    @Property(bool, notify=mannersChanged)
    def mirrored(self) -> bool:
        return self._manners.mirrored

    @Property(bool, notify=mannersChanged)
    def reducedMotion(self) -> bool:
        return self._manners.reduced_motion

    @Property(bool, notify=mannersChanged)
    def lowReach(self) -> bool:
        """True where everything that can be tapped lies near the lower edge."""
        return self._manners.low_reach

    @Property(bool, notify=mannersChanged)
    def keys(self) -> bool:
        return self._manners.keys

    # --- measures, in px ---

    @Property(bool, notify=measuresChanged)
    def portrait(self) -> bool:
        return self._screen.portrait

    @Property(float, notify=measuresChanged)
    def unit(self) -> float:
        """A hundredth of the screen's short side."""
        return self._screen.short / 100

    @Property(float, notify=measuresChanged)
    def margin(self) -> float:
        return self._screen.margin

    @Property(float, notify=measuresChanged)
    def label(self) -> float:
        """Text on a button."""
        return self._screen.label_size

    @Property(float, notify=measuresChanged)
    def target(self) -> float:
        """The least side of what can be tapped."""
        return self._screen.target

    @Property(float, notify=measuresChanged)
    def primary(self) -> float:
        """The side of what is meant to be tapped."""
        return self._screen.primary

    @Property(float, notify=measuresChanged)
    def gap(self) -> float:
        """The least distance between two targets."""
        return self._screen.gap

    @Property(float, notify=measuresChanged)
    def bar(self) -> float:
        return self._screen.bar_height

    @Property(float, notify=measuresChanged)
    def pad(self) -> float:
        return self._screen.bar_pad
