"""Rows that are made when they are looked at: a list of keys, of which only those on the screen cost anything."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Slot
from PySide6.QtQml import QmlElement

from kiosk.qt.bridge.declarations import QmlUncreatable
from kiosk.qt.bridge.list_model import DISPLAY_ROLE, USER_ROLE, camel_case

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1

Index = QModelIndex | QPersistentModelIndex


@QmlElement
@QmlUncreatable("made in Python")
class LazyListModel(QAbstractListModel):
    """`make` gives the frozen struct of a key; each of its fields is a role of the same name, in QML's spelling."""

    def __init__(self, kind: type[Struct], make: Callable[[str], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = list(kind.__struct_fields__)
        self._make = make
        self._made: dict[str, Any] = {}
        self._keys: list[str] = []

    def shown(self) -> Sequence[str]:
        return self._keys

    def show(self, keys: Sequence[str]) -> None:
        """Shows these keys. Rows that stay are kept; a single one that has moved is moved."""
        old, new = self._keys, list(keys)
        if old == new:
            return
        start = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
        end = 0
        while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
            end += 1
        gone, come = old[start : len(old) - end], new[start : len(new) - end]
        if gone[1:] + gone[:1] == come:
            self.move(start, start + len(gone) - 1)
        elif gone[-1:] + gone[:-1] == come:
            self.move(start + len(gone) - 1, start)
        else:
            self._exchange(start, gone, come)

    def _exchange(self, start: int, gone: list[str], come: list[str]) -> None:
        if gone:
            self.beginRemoveRows(QModelIndex(), start, start + len(gone) - 1)
            del self._keys[start : start + len(gone)]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(QModelIndex(), start, start + len(come) - 1)
            self._keys[start:start] = come
            self.endInsertRows()

    def move(self, source: int, target: int) -> None:
        """Moves one row, so that it then stands at `target`."""
        if source != target:
            after = target + 1 if target > source else target
            self.beginMoveRows(QModelIndex(), source, source, QModelIndex(), after)
            self._keys.insert(target, self._keys.pop(source))
            self.endMoveRows()

    @Slot(str)
    def refresh(self, key: str | None = None) -> None:
        """Makes one row anew, or all that are on the screen."""
        if key is None:
            self._made.clear()
            if self._keys:
                self.dataChanged.emit(self.index(0), self.index(len(self._keys) - 1))
        elif key in self._made:
            del self._made[key]
            if key in self._keys:
                at = self.index(self._keys.index(key))
                self.dataChanged.emit(at, at)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: Index, role: int = DISPLAY_ROLE) -> Any:
        at = role - USER_ROLE
        if not index.isValid() or not 0 <= at < len(self._names):
            return None
        key = self._keys[index.row()]
        if key not in self._made:
            self._made[key] = self._make(key)
        return getattr(self._made[key], self._names[at])

    def roleNames(self) -> dict[int, QByteArray]:
        return {USER_ROLE + at: QByteArray(camel_case(name).encode()) for at, name in enumerate(self._names)}
