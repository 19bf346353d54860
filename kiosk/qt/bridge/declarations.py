"""The declarations of types to QML: PySide6's own, imported from here; declarations.pyi has the types that its stubs lack."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, Property
from PySide6.QtQml import QmlUncreatable

__all__ = ["QT_TRANSLATE_NOOP", "Property", "QmlUncreatable"]
