"""The main window, loaded from QML."""

from __future__ import annotations

from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.core.paths import UI
from kiosk.qt.bridge.theme import Theme
from kiosk.qt.drawing.icon_provider import PROVIDER as ICONS
from kiosk.qt.drawing.icon_provider import IconProvider
from kiosk.qt.drawing.picture_decoder import PROVIDER as PICTURES
from kiosk.qt.drawing.picture_decoder import PictureProvider


def load(engine: QQmlApplicationEngine, theme: Theme, pictures: PictureProvider, shown: dict[str, object]) -> QQuickWindow:
    """The window, unseen, with `shown` as its properties. Raises RuntimeError if QML cannot load it."""
    theme.attach(engine)
    engine.addImageProvider(PICTURES, pictures)
    engine.addImageProvider(ICONS, IconProvider())
    engine.addImportPath(str(UI.parent.parent))
    engine.setInitialProperties({**shown, "visible": False})
    engine.loadFromModule("kiosk.ui", "Main")
    roots = engine.rootObjects()
    # It is one only where PySide6.QtQuick has been imported, as above.
    if not roots or not isinstance(roots[0], QQuickWindow):
        raise RuntimeError("the user interface could not be loaded; the lines above say why")
    return roots[0]
