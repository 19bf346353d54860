"""Slides change on disk while they play."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.e2e.content import COLOURS, PAPER, file_of, slide_id, wait_for_slide, write_slide
from tests.e2e.display import Display, near
from tests.e2e.program import Program, Start

PICTURE = (1000, 300)


def write_other(slides: Path, name: str, *, front: str = "") -> None:
    """The slide with another picture. What was read before is no longer so."""
    write_slide(slides, name, picture="other", front=front)


def wait_for_turn(program: Program, display: Display, name: str, picture: str, since: int = 0) -> None:
    program.wait_for("shown", since=since, slide=slide_id(name))
    wait_for_slide(display, picture)


def test_a_changed_slide_shows_at_its_next_turn(start: Start, display: Display, slides: Path) -> None:
    write_slide(slides, "one", seconds=5)
    program = start()
    program.wait_for("reloaded")
    since = program.now
    write_other(slides, "two")
    wait_for_turn(program, display, "two", "other")
    assert program.logged("reloaded", since)


def test_a_change_of_the_slide_on_the_screen_waits_for_the_boundary(start: Start, display: Display, slides: Path) -> None:
    program = start()
    wait_for_turn(program, display, "two", "two")
    since = program.now
    write_other(slides, "two")
    program.wait_for("reloaded", since=since)
    for _ in display.looks():
        assert not near(display.at(PICTURE), COLOURS["other"])
        if program.logged("shown", since):
            break
    program.wait_for("shown", since=since, slide=slide_id("three"))
    wait_for_turn(program, display, "two", "other", since)


def test_a_broken_slide_stays_as_it_was_and_is_named(start: Start, display: Display, slides: Path) -> None:
    write_slide(slides, "one", seconds=5)
    program = start()
    program.wait_for("reloaded")
    since = program.now
    write_other(slides, "two", front="layout: nonsense\n")
    file = file_of(slides, "two")
    file.write_text(file.read_text().replace("layout: split\n", ""), encoding="utf-8")
    problem = program.wait_for("problem", since=since, line=5)
    assert (problem["path"], problem["severity"]) == (f"{slide_id('two')}.md", "error")
    assert "layout" in problem["message"]
    wait_for_turn(program, display, "two", "two")


def test_a_slide_that_is_added_and_one_that_is_removed(start: Start, slides: Path) -> None:
    write_slide(slides, "one", seconds=5)
    program = start()
    program.wait_for("reloaded", slides=3)
    shutil.copy(file_of(slides, "one"), slides / "test" / "4-four.md")
    file_of(slides, "two").unlink()
    program.wait_for("shown", slide="test/4-four")
    assert slide_id("two") not in [event["slide"] for event in program.logged("shown")]


def test_an_empty_folder_is_waited_for(start: Start, display: Display, slides: Path) -> None:
    kept = slides.with_name("kept")
    (slides / "test").rename(kept)
    program = start()
    program.wait_for("problem", severity="error")
    program.wait_for("ready")
    display.wait_for((20, 20), PAPER)
    kept.rename(slides / "test")
    wait_for_turn(program, display, "one", "one")
