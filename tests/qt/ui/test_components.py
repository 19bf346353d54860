"""The QML components by themselves, in a process of their own."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def test_every_component_passes_its_tests() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tests.qt.ui.components"], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "QWARN" not in run.stdout
    suites = set(re.findall(r"components::(\w+)::(?!initTestCase|cleanupTestCase)\w+", run.stdout))
    assert suites == {file.stem.removeprefix("tst_").capitalize() for file in Path(__file__).parent.glob("tst_*.qml")}
