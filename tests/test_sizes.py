"""No file, class or function grows beyond what a reader takes in (kiosk/README.md)."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "kiosk"
FILES = sorted(file for room in ("core", "qt", "cli", "install") for file in (PACKAGE / room).rglob("*.py"))
FILE, CLASS, FUNCTION = 350, 200, 45


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_nothing_is_too_long(file: Path) -> None:
    source = file.read_text(encoding="utf-8")
    lengths = {file.name: len(source.splitlines())}
    assert lengths[file.name] <= FILE
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= (CLASS if isinstance(node, ast.ClassDef) else FUNCTION), f"{node.name} has {lines} lines"
