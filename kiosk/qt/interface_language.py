"""The language of the interface: that of the slide, as far as it is translated."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTranslator, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlEngine

from kiosk.qt.drawing.fonts import load_words


class InterfaceLanguage(QObject):
    """Holds the one translator that is in use."""

    def __init__(self, application: QGuiApplication, engine: QQmlEngine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self._engine = engine
        self._translator: QTranslator | None = None

    @Slot(str)
    def speak(self, language: str) -> None:
        before = self._translator
        self._translator = load_words(self._application, language)
        if before:
            self._application.removeTranslator(before)
            before.deleteLater()
        self._engine.retranslate()

    def close(self) -> None:
        """Ends the translation, for whatever runs in this process afterwards."""
        if self._translator:
            self._application.removeTranslator(self._translator)
            self._translator.deleteLater()
