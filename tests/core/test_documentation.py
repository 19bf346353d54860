"""What is declared once in a table is documented, and nothing else is."""

import re
from dataclasses import fields
from pathlib import Path

from kiosk.core.content import front_matter
from kiosk.core.settings import Settings

README = (Path(__file__).parents[2] / "README.md").read_text()


def test_every_setting_is_in_the_readme_with_its_help() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \|.*\| ([^|]+) \|$", README.partition("### Settings")[2], re.MULTILINE))
    assert rows == {item.name: item.metadata["help"] for item in fields(Settings)}


def test_every_key_of_a_slide_is_in_the_readme() -> None:
    section = README.partition("All keys are optional:")[2].partition("The body may have")[0]
    documented = set(re.findall(r"`(\w+)`", "\n".join(line.split("|")[1] for line in section.splitlines() if "|" in line)))
    assert documented == set(front_matter.SLIDE_FIELDS)
