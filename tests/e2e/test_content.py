"""Slides change on disk while they play."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

from tests.e2e.content import COLOURS, file_of, near, slide_id, write_slide
from tests.e2e.display import Display
from tests.e2e.program import Start

PICTURE = (1000, 300)


def test_a_changed_slide_shows_at_its_next_turn(start: Start, display: Display, slides: Path) -> None:
    program = start()
    program.wait_for("reloaded")
    time.sleep(0.5)
    since, written = program.now, time.monotonic()
    write_slide(slides, "two", picture="other")
    program.wait_for("reloaded", timeout=2, since=since)
    assert time.monotonic() - written < 2
    program.wait_for("shown", slide=slide_id("two"))
    time.sleep(1)
    assert near(display.at(PICTURE), COLOURS["other"])


def test_a_change_of_the_slide_on_the_screen_waits_for_the_boundary(start: Start, display: Display, slides: Path) -> None:
    program = start()
    program.wait_for("shown", slide=slide_id("two"), timeout=10)
    time.sleep(0.8)
    since = program.now
    write_slide(slides, "two", picture="other")
    program.wait_for("reloaded", since=since)
    time.sleep(0.5)
    assert near(display.at(PICTURE), COLOURS["two"])
    program.wait_for("shown", since=since, slide=slide_id("two"), timeout=15)
    time.sleep(1)
    assert near(display.at(PICTURE), COLOURS["other"])


def test_a_broken_slide_stays_as_it_was_and_is_named(start: Start, display: Display, slides: Path) -> None:
    program = start()
    program.wait_for("reloaded")
    since = program.now
    write_slide(slides, "two", picture="other", front="layout: nonsense\n")
    file = file_of(slides, "two")
    file.write_text(file.read_text().replace("layout: split\n", ""), encoding="utf-8")
    problem = program.wait_for("problem", since=since, timeout=2.5)
    assert (problem["path"], problem["line"], problem["severity"]) == (f"{slide_id('two')}.md", 5, "error")
    assert "layout" in problem["message"]
    program.wait_for("shown", slide=slide_id("two"))
    time.sleep(1)
    assert near(display.at(PICTURE), COLOURS["two"])


def test_a_slide_that_is_added_and_one_that_is_removed(start: Start, slides: Path) -> None:
    program = start()
    program.wait_for("reloaded", slides=3)
    since = program.now
    shutil.copy(file_of(slides, "one"), slides / "test" / "4-four.md")
    file_of(slides, "two").unlink()
    program.wait_for("reloaded", since=since, slides=3, timeout=3)
    program.wait_for("shown", slide="test/4-four", timeout=12)
    assert slide_id("two") not in [told["slide"] for told in program.told("shown")]


def test_an_empty_folder_is_waited_for(start: Start, display: Display, slides: Path) -> None:
    kept = slides.with_name("kept")
    (slides / "test").rename(kept)
    program = start()
    program.wait_for("problem", severity="error")
    program.wait_for("ready")
    assert near(display.at((20, 20)), (0xFB, 0xF8, 0xF2)), "a calm card on paper"
    kept.rename(slides / "test")
    program.wait_for("shown", slide=slide_id("one"), timeout=5)


def test_it_ends_when_it_is_told_to_even_at_rest(start: Start, slides: Path) -> None:
    write_slide(slides, "one", seconds=60)
    program = start()
    program.wait_for("reloaded")
    time.sleep(1.5)
    begun = time.monotonic()
    assert program.stop() == 0
    assert time.monotonic() - begun < 2
