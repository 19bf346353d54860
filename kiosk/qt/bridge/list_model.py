"""Frozen structs as rows of a list model: each field is a role of the same name, in QML's spelling.

Rows may be of several classes, given as a union. Then every field of any of them is a role, and so is the classes' `kind`,
by which QML chooses a delegate; a delegate reads the roles of its own kind alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from types import UnionType
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtQml import QmlElement

from kiosk.qt.bridge.declarations import QmlUncreatable

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1

Index = QModelIndex | QPersistentModelIndex
# DISPLAY_ROLE and UserRole. Qt's namespace itself is no part of a start: it alone takes 15 ms to be made.
DISPLAY_ROLE, USER_ROLE = 0, 0x100


@QmlElement
@QmlUncreatable("made in Python")
class ListModel(QAbstractListModel):
    """A list of frozen structs of one class, or of a union of them."""

    def __init__(self, row: type | UnionType, parent: QObject | None = None) -> None:
        super().__init__(parent)
        classes = row.__args__ if isinstance(row, UnionType) else (row,)
        names = dict.fromkeys(name for one in classes for name in one.__struct_fields__)
        self._names = [*names, "kind"] if len(classes) > 1 else list(names)
        self._rows: Sequence[Any] = ()

    def rows(self) -> Sequence[Any]:
        return self._rows

    def replace(self, rows: Sequence[Any]) -> None:
        """Shows `rows`, each made anew."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def update(self, rows: Sequence[Any]) -> None:
        """Shows `rows`; as many as before are kept and told what has changed."""
        if len(rows) != len(self._rows):
            self.replace(rows)
            return
        changed = [at for at, (old, new) in enumerate(zip(self._rows, rows, strict=True)) if old != new]
        self._rows = rows
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def move(self, source: int, target: int, rows: Sequence[Any]) -> None:
        """Shows `rows`, which differ from the present ones by one row's move from `source` to `target`."""
        if source == target:
            self.update(rows)
            return
        after = target + 1 if target > source else target
        self.beginMoveRows(QModelIndex(), source, source, QModelIndex(), after)
        self._rows = rows
        self.endMoveRows()
        first, last = sorted((source, target))
        self.dataChanged.emit(self.index(first), self.index(last))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = DISPLAY_ROLE) -> Any:
        at = role - USER_ROLE
        if not index.isValid() or not 0 <= at < len(self._names):
            return None
        value = getattr(self._rows[index.row()], self._names[at], None)
        return value.value if isinstance(value, Enum) else value

    def roleNames(self) -> dict[int, QByteArray]:
        return {USER_ROLE + at: QByteArray(camel_case(name).encode()) for at, name in enumerate(self._names)}


def camel_case(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)
