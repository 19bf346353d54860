"""The list model that hands frozen values to QML."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

import pytest
from msgspec import Struct
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from kiosk.qt.bridge.list_model import ListModel


class Kind(Enum):
    TEXT = "text"


class Row(Struct, frozen=True):
    kind: Kind = Kind.TEXT
    focus_x: float = 50.0
    html: str = ""


A, B, C = Row(html="a"), Row(html="b"), Row(html="c", focus_x=7)


@pytest.fixture
def rows() -> ListModel:
    model = ListModel(Row)
    model.replace((A, B, C))
    return model


def value(rows: ListModel, at: int, role: str) -> object:
    number = next(number for number, name in rows.roleNames().items() if name.data().decode() == role)
    return rows.data(rows.index(at), number)


def test_each_field_is_a_role_in_the_spelling_of_qml(rows: ListModel) -> None:
    assert {name.data().decode() for name in rows.roleNames().values()} == {"kind", "focusX", "html"}
    assert value(rows, 2, "focusX") == 7
    assert value(rows, 0, "html") == "a"


def test_an_enum_is_its_value(rows: ListModel) -> None:
    assert value(rows, 0, "kind") == "text"


def test_what_does_not_exist_is_none(rows: ListModel) -> None:
    assert rows.data(QModelIndex(), Qt.ItemDataRole.UserRole) is None
    assert rows.data(rows.index(0), Qt.ItemDataRole.UserRole + 99) is None
    assert rows.rowCount(rows.index(0)) == 0


def test_an_update_tells_only_what_has_changed(rows: ListModel) -> None:
    changed, reset = QSignalSpy(rows.dataChanged), QSignalSpy(rows.modelReset)
    rows.update((A, C, C))
    assert (changed.count(), reset.count()) == (1, 0)
    assert [changed.at(0)[place].row() for place in (0, 1)] == [1, 1]
    rows.update((A, C, C))
    assert changed.count() == 1


def test_an_update_with_more_rows_starts_over(rows: ListModel) -> None:
    reset = QSignalSpy(rows.modelReset)
    rows.update((A, B, C, A))
    assert reset.count() == 1
    assert rows.rowCount() == 4


@pytest.mark.parametrize(
    ("source", "target", "after"), [(0, 2, (B, C, A)), (2, 0, (C, A, B)), (1, 2, (A, C, B)), (1, 1, (A, B, C))]
)
def test_a_move_keeps_the_other_rows(rows: ListModel, source: int, target: int, after: tuple[Row, ...]) -> None:
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Warning)
    moved, reset = QSignalSpy(rows.rowsMoved), QSignalSpy(rows.modelReset)
    rows.move(source, target, after)
    assert rows.rows() == after
    assert (moved.count(), reset.count()) == (int(source != target), 0)
    del tester


class Circle(Struct, frozen=True):
    kind: ClassVar[str] = "circle"
    radius: float


class Square(Struct, frozen=True):
    kind: ClassVar[str] = "square"
    side_length: float


def test_rows_of_several_classes_have_the_roles_of_all_and_their_kind() -> None:
    model = ListModel(Circle | Square)
    model.replace((Circle(2.0), Square(3.0)))
    assert {name.data().decode() for name in model.roleNames().values()} == {"radius", "sideLength", "kind"}
    assert [value(model, at, "kind") for at in (0, 1)] == ["circle", "square"]
    assert [value(model, at, "radius") for at in (0, 1)] == [2.0, None]
    assert [value(model, at, "sideLength") for at in (0, 1)] == [None, 3.0]
