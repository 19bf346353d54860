"""What befalls the slides folder while the program runs: the loop goes on, it is said once, and it mends itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.content import NAMES, PAPER, slide_id, wait_for_slide, write_slides
from tests.e2e.display import PATIENCE, Display
from tests.e2e.program import HOME, Program, Start


def one_round(program: Program, display: Display) -> None:
    """Every slide with its picture, in order."""
    for name in NAMES:
        program.wait_for("shown", since=program.now, slide=slide_id(name))
        wait_for_slide(display, name)


def test_the_loop_goes_on_with_its_pictures_while_the_folder_is_away(start: Start, display: Display, slides: Path) -> None:
    program = start()
    program.wait_for("reloaded", slides=3)
    one_round(program, display)
    since = program.now
    slides.rename(slides.with_name("away"))
    program.wait_for("problem", since=since, path=str(slides))
    for _ in range(2):
        one_round(program, display)
    slides.with_name("away").rename(slides)
    program.wait_for("reloaded", since=since, problems=0)
    one_round(program, display)
    assert [event["message"] for event in program.logged("problem", since)] == [
        "the slides folder is missing; name another with --slides"
    ]
    assert {event["slide"] for event in program.logged("shown", since)} == {slide_id(name) for name in NAMES}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount")
def test_a_drive_that_is_mounted_late_is_seen(start: Start, display: Display, slides: Path) -> None:
    shutil.rmtree(slides)
    slides.mkdir()
    program = start()
    program.wait_for("ready")
    display.wait_for((20, 20), PAPER)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "kiosk-test", slides], check=True)
    try:
        write_slides(slides)
        one_round(program, display)
    finally:
        subprocess.run(["umount", slides], check=True)
    # The loop goes on without its drive, too.
    since = program.now
    program.wait_for("problem", since=since)
    one_round(program, display)


def test_a_slide_is_seen_within_two_seconds_however_often_the_folder_changes(
    start: Start, display: Display, slides: Path
) -> None:
    """A sync tool writes on while a slide changes; what is on the disk is read all the same, before it is done."""
    program = start()
    program.wait_for("reloaded", slides=3)
    since = program.now
    endless = "while :; do echo x > notes.txt; cp 1-one.md 4-four.md; sleep 0.1; done"
    writer = subprocess.Popen(["sh", "-c", endless], cwd=slides / "test")
    try:
        program.wait_for("reloaded", since=since, slides=4)
    finally:
        writer.kill()
        writer.wait()


def test_sixty_four_handles_are_enough(display: Display, slides: Path, state: Path) -> None:
    command = [sys.executable, str(HOME / "main.py"), "run", "--log", "json", "--slides", slides, "--state", state]
    environment = {**os.environ, "DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb", "QT_QUICK_BACKEND": "software"}
    limited = ["sh", "-c", 'ulimit -n 64; exec "$@"', "sh", *command, "--quit-after", "3"]
    done = subprocess.run(limited, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 0, done.stderr
    assert '"reloaded"' in done.stderr
    assert '"problem"' not in done.stderr
