"""Imports run one way: ui -> qt -> core. The command line stands above them all."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "kiosk"
# What each part may import of the program.
ALLOWED = {"core": {"core"}, "qt": {"core", "qt"}, "cli": {"core", "qt", "cli", ""}, "": {"core", "qt", "cli", ""}}
QT = ("PySide6", "shiboken6")
SOURCES = sorted(PACKAGE.rglob("*.py"))
QML = sorted((PACKAGE / "ui").rglob("*.qml"))
_QML_IMPORT = re.compile(r"^\s*import\s+(\S+)", re.MULTILINE)


def part_of(file: Path) -> str:
    """core, qt or cli; "" for what lies beside them."""
    inside = file.relative_to(PACKAGE).parts
    return inside[0] if len(inside) > 1 else ""


def imports(file: Path) -> Iterator[str]:
    """The full names of the modules that a file imports, those inside functions included."""
    package = (*file.relative_to(ROOT).parent.parts,)
    for node in ast.walk(ast.parse(file.read_text())):
        match node:
            case ast.Import(names=names):
                yield from (name.name for name in names)
            case ast.ImportFrom(module=module, names=names, level=level):
                base = ".".join([*package[: len(package) - level + 1], *([module] if module else [])]) if level else module
                # "from kiosk import qt" imports kiosk.qt as well.
                yield from (f"{base}.{name.name}" for name in names)


def arrows(file: Path) -> set[str]:
    """The parts of the program that a file imports from."""
    found = set()
    for name in imports(file):
        parts = name.split(".")
        if parts[0] == "kiosk":
            found.add(parts[1] if len(parts) > 1 and parts[1] in ALLOWED else "")
    return found


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_arrow_runs_back(file: Path) -> None:
    assert arrows(file) <= ALLOWED[part_of(file)]


@pytest.mark.parametrize("file", [file for file in SOURCES if part_of(file) == "core"], ids=lambda file: file.name)
def test_the_core_knows_no_qt(file: Path) -> None:
    assert [name for name in imports(file) if name.startswith(QT)] == []


@pytest.mark.parametrize("file", [file for file in SOURCES if part_of(file) == ""], ids=lambda file: file.name)
def test_setting_up_needs_no_qt(file: Path) -> None:
    assert [name for name in imports(file) if name.startswith(QT)] == []


@pytest.mark.parametrize("file", QML, ids=lambda file: file.name)
def test_the_screens_know_qt_and_the_bridge_alone(file: Path) -> None:
    names = set(_QML_IMPORT.findall(file.read_text()))
    # ".." is the folder of screens that a screen's own folder lies in.
    assert [name for name in names if not re.fullmatch(r"Qt\w*(\.\w+)*|kiosk\.bridge|\"\.\.\"", name)] == []


def test_the_scan_saw_the_program() -> None:
    assert len(SOURCES) > 20
    assert len(QML) > 10
    drawn = {(part_of(file), target) for file in SOURCES for target in arrows(file)}
    assert {("core", "core"), ("qt", "core"), ("qt", "qt"), ("cli", "core"), ("cli", "qt")} <= drawn
    assert any("kiosk.bridge" in _QML_IMPORT.findall(file.read_text()) for file in QML)
    assert any(name.startswith(QT) for file in SOURCES if part_of(file) == "qt" for name in imports(file))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import PySide6.QtCore", {"PySide6.QtCore"}),
        ("def f():\n    from kiosk.qt import app", {"kiosk.qt.app"}),
        ("from kiosk import qt", {"kiosk.qt"}),
        ("from ..qt import app", {"kiosk.qt.app"}),
        ("from . import model", {"kiosk.core.model"}),
    ],
)
def test_the_scan_sees_every_form(source: str, expected: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "read_text", lambda self: source)
    assert set(imports(PACKAGE / "core" / "x.py")) == expected
