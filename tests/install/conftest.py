"""A project's folder with an environment whose interpreter is a script, which writes down what it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

PROJECT = '[project]\nname = "kiosk"\ndependencies = ["one>=1"]\n[project.optional-dependencies]\ndev = ["two>=2"]\n'


def write_program(file: Path, body: str) -> None:
    """Writes a shell script that can be run."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"#!/bin/sh\n{body}\n")
    file.chmod(0o755)


@dataclass(frozen=True)
class Home:
    """`folder` is the project's, `calls` what the interpreter was asked for, one line each."""

    folder: Path
    log: Path

    @property
    def calls(self) -> list[str]:
        return self.log.read_text().splitlines() if self.log.exists() else []

    def write_interpreter(self, *, fails_at: str = "no such word") -> Path:
        """It ends with 1 if its words begin with `fails_at`, else with 0."""
        python = self.folder / ".venv" / "bin" / "python"
        write_program(python, f'echo "$*" >> "{self.log}"\ncase "$*" in "{fails_at}"*) exit 1;; esac')
        return python

    def write_project(self, text: str = PROJECT) -> None:
        (self.folder / "pyproject.toml").write_text(text)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path / "project", tmp_path / "calls")
    made.write_interpreter()
    made.write_project()
    return made
