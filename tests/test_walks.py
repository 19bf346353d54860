"""The three walks of kiosk/README.md: every stop that they name is there, and none has ten."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "kiosk"
TEXT = (PACKAGE / "README.md").read_text(encoding="utf-8")
WALKS = re.findall(r"^\*\*([^*]+)\.\*\*.*?```\n(.*?)```", TEXT, re.MULTILINE | re.DOTALL)
SOURCES = {file: file.read_text(encoding="utf-8") for file in PACKAGE.rglob("*.py")}


def stops(walk: str) -> list[str]:
    """The functions and files on the way: at the left of each line, what two blanks part from it is said of them."""
    ways = [re.split(r" {2,}", line)[0] for line in walk.strip().splitlines()]
    return [stop for way in ways for stop in re.split(r" -> |, ", way) if stop != "QML"]


def exists(stop: str) -> bool:
    """True for a screen, and for a function or name where its owner, a module or class, has it."""
    if stop.endswith(".qml"):
        return any(PACKAGE.rglob(stop))
    owner, _, name = stop.rpartition(".")
    named = re.compile(rf"^\s*(?:def {name}\(|{name}\b.*=)", re.MULTILINE)
    return any(
        named.search(source) and bool(not owner or file.stem == owner or re.search(rf"^class {owner}\b", source, re.MULTILINE))
        for file, source in SOURCES.items()
    )


def test_the_walks_are_there() -> None:
    assert [name for name, _ in WALKS] == ["Text to screen", "Touch to state", "Staff's drag to disk"]


@pytest.mark.parametrize(("name", "walk"), WALKS, ids=[name for name, _ in WALKS])
def test_each_stop_exists_and_none_is_passed_twice(name: str, walk: str) -> None:
    way = stops(walk)
    assert [stop for stop in way if not exists(stop)] == []
    assert len(set(way)) == len(way)
    assert 5 < len([stop for stop in way if not stop.endswith(".qml")]) < 10


def test_a_stop_that_is_not_there_is_missed() -> None:
    assert not exists("Stage.nowhere")
    assert not exists("Nowhere.qml")
    assert not exists("Nobody.update")
