"""The types of PySide6's declarations to QML.

By PySide6's own stubs (6.11) a property read in Python is a `Property`, not its value, no class can be marked as uncreatable,
and a text to translate is an `object`.
"""

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

from PySide6.QtCore import Signal

Value = TypeVar("Value")
Class = TypeVar("Class", bound=type)

class _Declared(Generic[Value]):
    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type) -> Value: ...

class Property:
    def __init__(self, type: type | str, *, notify: Signal | None = None, constant: bool = False) -> None: ...
    def __call__(self, get_value: Callable[[Any], Value]) -> _Declared[Value]: ...

def QmlUncreatable(reason: str) -> Callable[[Class], Class]: ...
def QT_TRANSLATE_NOOP(context: str, text: str) -> str: ...
