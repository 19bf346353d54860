"""Which room may know which: the arrows of kiosk/README.md, held folder by folder. The first that runs back fails."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "kiosk"
QT = ("PySide6", "shiboken6")

BASE = {"core"}
CONTENT = BASE | {"core.content"}
SLIDES = CONTENT | {"core.layout", "core.arrangement"}
CORE = SLIDES | {"core.player", "core.check", "core.storage"}
DRAWING = CORE | {"qt.jobs", "qt.bridge", "qt.drawing"}
# What each room may import, besides itself. A room is a folder; the modules right in `qt` are rooms of their own.
ALLOWED = {
    "": set(),
    "install": set(),
    "core": {""},
    "core.content": BASE,
    "core.layout": CONTENT,
    "core.arrangement": CONTENT,
    "core.player": SLIDES,
    "core.check": SLIDES,
    "core.storage": SLIDES,
    "qt": set(),
    "qt.unix_signals": BASE,
    "qt.graphics": BASE,
    "qt.main_window": DRAWING,
    "qt.jobs": BASE,
    "qt.systemd_watchdog": BASE,
    "qt.bridge": CORE,
    "qt.display_report": DRAWING,
    "qt.window_system": set(),
    "qt.splash": BASE | {"core.storage", "qt.window_system"},
    "qt.first_frame": BASE | {"qt.jobs", "qt.splash"},
    "qt.window": CORE | {"qt.window_system", "qt.full_screen"},
    "qt.window_opening": CORE | {"qt.player", "qt.window"},
    "qt.x11_screen": set(),
    "qt.full_screen": {"qt.x11_screen"},
    "qt.interface_language": {"qt.drawing"},
    "qt.recovery": CORE | {"qt.player"},
    "qt.drawing": CORE | {"qt.jobs", "qt.bridge"},
    "qt.offscreen": DRAWING,
    "qt.player": DRAWING,
    "qt.staff": DRAWING | {"qt.player"},
    "qt.app": DRAWING
    | {"qt.player", "qt.staff", "qt.window", "qt.window_opening", "qt.window_system"}
    | {"qt.first_frame", "qt.splash", "qt.systemd_watchdog", "qt.interface_language", "qt.graphics", "qt.main_window"},
    "qt.start": BASE | {"core.storage", "qt.app", "qt.splash", "qt.drawing", "qt.recovery", "qt.unix_signals", "qt.graphics"},
    "cli": CORE | {"install", ""},
}
# The commands that draw.
DRAWS = {
    "kiosk/cli/run.py": {"qt.start"},
    "kiosk/cli/check.py": {"qt.offscreen"},
    "kiosk/cli/render.py": {"qt.offscreen"},
    "kiosk/cli/doctor.py": {"qt.display_report"},
}
SOURCES = sorted(PACKAGE.rglob("*.py"))
QML = sorted((PACKAGE / "ui").rglob("*.qml"))
# A folder of screens may use these.
SCREENS = {"components": set(), "slide": {"components"}, "patient": {"components", "slide"}, "staff": {"components"}}
_QML_IMPORT = re.compile(r"^\s*import\s+(\S+)", re.MULTILINE)


def module_of(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(file): file for file in SOURCES}


def room_of(module: str) -> str:
    """The room of a module of the program: `core.layout` for kiosk.core.layout.cards; a module right in `qt` is its own."""
    parts = module.split(".")[1:]
    if module in MODULES and MODULES[module].name == "__init__.py":
        return ".".join(parts)
    return ".".join(parts if parts[:1] == ["qt"] and len(parts) == 2 else parts[:-1])


@cache
def imports(file: Path) -> tuple[str, ...]:
    """The full names of the modules that a file imports, those inside functions included."""
    return tuple(_imports(ast.parse(file.read_text()), file))


def _imports(tree: ast.AST, file: Path) -> Iterator[str]:
    package = file.relative_to(ROOT).parent.parts
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (name.name for name in names)
            case ast.ImportFrom(module=module, names=names, level=level):
                base = ".".join([*package[: len(package) - level + 1], *([module] if module else [])]) if level else module
                # "from kiosk.core import content" imports a package, "from kiosk.core.content import deck" a module of it.
                yield from (f"{base}.{name.name}" for name in names)


def targets(file: Path) -> set[str]:
    """The program's own modules that a file imports."""
    found = set()
    for name in imports(file):
        parts = name.split(".")
        if parts[0] == "kiosk":
            found.add(next(".".join(parts[:n]) for n in range(len(parts), 0, -1) if ".".join(parts[:n]) in MODULES))
    return found


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_no_arrow_runs_back(file: Path) -> None:
    own = room_of(module_of(file))
    allowed = ALLOWED[own] | {own} | DRAWS.get(str(file.relative_to(ROOT)), set())
    assert {target for target in targets(file) if room_of(target) not in allowed} == set()


def test_there_is_no_circle() -> None:
    try:
        TopologicalSorter({module: targets(file) - {module} for module, file in MODULES.items()}).prepare()
    except CycleError as circle:
        pytest.fail(" -> ".join(circle.args[1]))


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_qt_is_known_in_its_own_room_alone(file: Path) -> None:
    if not room_of(module_of(file)).startswith("qt"):
        assert [name for name in imports(file) if name.startswith(QT)] == []


@pytest.mark.parametrize("file", QML, ids=lambda file: file.name)
def test_a_screen_knows_qt_the_bridge_and_lower_screens_alone(file: Path) -> None:
    folder = file.parent.name
    lower = SCREENS.get(folder, set(SCREENS))
    prefix = "" if file.parent == PACKAGE / "ui" else "../"
    known = {f'"{prefix}{name}"' for name in lower}
    names = set(_QML_IMPORT.findall(file.read_text()))
    assert [name for name in names if not re.fullmatch(r"Qt\w*(\.\w+)*|kiosk\.bridge", name) and name not in known] == []


def test_the_scan_saw_the_program() -> None:
    assert len(SOURCES) > 60
    assert len(QML) > 40
    rooms = {room_of(module) for module in MODULES}
    assert rooms <= set(ALLOWED)
    drawn = {(room_of(module), room_of(target)) for module, file in MODULES.items() for target in targets(file)}
    assert {
        ("core.content", "core"),
        ("core.layout", "core.content"),
        ("core.player", "core.arrangement"),
        ("qt.drawing", "core.layout"),
        ("qt.staff", "qt.player"),
        ("qt.app", "qt.staff"),
        ("qt.start", "qt.app"),
        ("cli", "install"),
        ("cli", "qt.start"),
    } <= drawn
    assert any("kiosk.bridge" in _QML_IMPORT.findall(file.read_text()) for file in QML)
    assert any(name.startswith(QT) for file in SOURCES for name in imports(file))
    assert set(DRAWS) <= {str(file.relative_to(ROOT)) for file in SOURCES}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import PySide6.QtCore", {"PySide6.QtCore"}),
        ("def f():\n    from kiosk.qt import app", {"kiosk.qt.app"}),
        ("from kiosk import qt", {"kiosk.qt"}),
        ("from ..qt import app", {"kiosk.qt.app"}),
        ("from . import files", {"kiosk.core.files"}),
    ],
)
def test_the_scan_sees_every_form(source: str, expected: set[str]) -> None:
    assert set(_imports(ast.parse(source), PACKAGE / "core" / "x.py")) == expected
