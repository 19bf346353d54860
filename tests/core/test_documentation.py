"""What is declared once in a table is documented, and nothing else is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.core.content import front_matter
from kiosk.core.settings import DECLARED

README = (Path(__file__).parents[2] / "README.md").read_text()


def test_every_setting_is_in_the_readme_with_its_unit_and_help() -> None:
    table = README.partition("### Settings")[2]
    rows = re.findall(r"^\| `(\w+)` \| [^|]+ \| ?([^|]*?) \| ([^|]+) \|$", table, re.MULTILINE)
    assert rows == [(name, declared.unit, declared.help) for name, declared in DECLARED.items()]


def test_every_command_is_in_the_readme(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    commands = set(re.findall(r"^    (\w+) ", capsys.readouterr().out, re.MULTILINE))
    assert len(commands) > 5
    assert set(re.findall(r"^\| `main\.py (\w+)", README, re.MULTILINE)) == commands - {"run"}


def test_the_log_of_sessions_is_named_with_its_warning(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["run", "--help"])
    assert "--log-sessions" in capsys.readouterr().out
    section = README.partition("### The log")[2]
    assert "Never switch it on where patients are" in section.partition("`--log-sessions`")[2]


def test_every_key_of_a_slide_is_in_the_readme() -> None:
    section = README.partition("All keys are optional:")[2].partition("The body may have")[0]
    documented = set(re.findall(r"`(\w+)`", "\n".join(line.split("|")[1] for line in section.splitlines() if "|" in line)))
    assert documented == set(front_matter.SLIDE_FIELDS)
