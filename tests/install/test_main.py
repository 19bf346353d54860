"""`main.py` as a process: what it does before anything is installed."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.install.conftest import Home

ROOT = Path(__file__).resolve().parents[2]


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run([sys.executable, *words], capture_output=True, text=True, timeout=120, check=False, env=environment)


@pytest.fixture
def bare(home: Home) -> Home:
    """The project as a fresh clone has it, as far as the set-up needs it."""
    shutil.copy(ROOT / "main.py", home.folder)
    shutil.copytree(ROOT / "kiosk" / "install", home.folder / "kiosk" / "install")
    shutil.copy(ROOT / "kiosk" / "__init__.py", home.folder / "kiosk")
    return home


def test_the_first_start_sets_up_and_the_second_goes_straight_to_the_slides(bare: Home) -> None:
    main = bare.folder / "main.py"
    first = run(main, "--windowed")
    assert first.returncode == 0, first.stderr
    assert first.stdout.startswith("kiosk: setting up.")
    assert first.stdout.endswith("kiosk: ready.\n")
    assert bare.calls[-1] == f"{main} --windowed", "the environment's own interpreter goes on"
    before = len(bare.calls)
    second = run(main)
    assert (second.returncode, second.stdout) == (0, "")
    assert bare.calls[before:] == [str(main)]


def test_a_set_up_that_fails_ends_the_start(bare: Home) -> None:
    bare.write_interpreter(fails_at="-m pip install")
    done = run(bare.folder / "main.py")
    assert done.returncode == 1
    assert not any("main.py" in call for call in bare.calls)


def test_an_unknown_word_installs_nothing(bare: Home) -> None:
    done = run(bare.folder / "main.py", "setup", "--everything")
    assert done.returncode == 2
    assert "--service" in done.stderr
    assert bare.calls == []


def test_an_old_python_says_which_is_needed() -> None:
    old = "import runpy, sys; sys.version_info = (3, 9, 2); sys.version = '3.9.2 (old)'"
    done = run("-c", f"{old}; runpy.run_path({str(ROOT / 'main.py')!r}, run_name='__main__')")
    assert done.returncode == 1
    assert done.stderr == "kiosk: Python 3.11 or newer is needed; this is 3.9.2\n"


def test_an_old_python_can_read_the_file_that_says_so() -> None:
    source = (ROOT / "main.py").read_text()
    assert ast.parse(source, feature_version=(3, 7)).body
    with pytest.raises(SyntaxError):
        ast.parse("match 1:\n    case _: pass", feature_version=(3, 7))
