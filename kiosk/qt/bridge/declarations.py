"""What declares a type to QML: PySide6's own, with the types that its stubs lack in declarations.pyi. Import them from here."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, Property
from PySide6.QtQml import QmlUncreatable

__all__ = ["QT_TRANSLATE_NOOP", "Property", "QmlUncreatable"]
