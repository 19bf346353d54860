"""Time that passes unseen: the process stands still, or the clock of the machine jumps. The loop goes on at its own pace."""

from __future__ import annotations

import signal
import time
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

from kiosk.core.arrangement.arrangement import Announcement, Arrangement
from kiosk.core.arrangement.changes import AnnouncementChange, Changes
from kiosk.core.storage.state_folder import StateFolder
from tests.e2e.content import NAMES, slide_id, write_slide
from tests.e2e.program import Event, Program, Start
from tests.faketime import TurnedClock

# A line is written a moment after the slide is shown, sooner or later on a busy machine, in s. A burst takes no time at all.
SCATTER = 0.5


def too_short(shown: list[Event]) -> list[tuple[Event, Event]]:
    """Slides that did not have their time, each with the one that came instead."""
    pairs = pairwise(shown)
    return [(event, following) for event, following in pairs if following["at"] - event["at"] < event["seconds"] - SCATTER]


def stand_still(program: Program, seconds: float) -> None:
    program.process.send_signal(signal.SIGSTOP)
    began = time.monotonic()
    while time.monotonic() < began + seconds:
        time.sleep(0.1)
    program.process.send_signal(signal.SIGCONT)


def test_a_loop_that_stood_still_goes_on_with_the_next_slide_once(start: Start) -> None:
    program = start()
    program.wait_for("reloaded")
    program.wait_for("shown", slide=slide_id("one"))
    # The time of two slides and a half: a loop that catches up would show the next ones at once.
    stand_still(program, 7.5)
    program.wait_for("shown", slide=slide_id("three"))
    shown = program.logged("shown")
    assert [event["slide"] for event in shown] == [slide_id(name) for name in NAMES]
    assert too_short(shown) == []


def test_a_clock_that_is_set_while_it_runs_changes_what_plays_and_not_the_pace(
    start: Start, slides: Path, state: Path, tmp_path: Path
) -> None:
    today = datetime.now()
    write_slide(slides, "two", front=f"from: {today - timedelta(days=2):%Y-%m-%d}\n")
    # The end of an announcement is what it wakes for next; otherwise it looks at the clock once a minute (tests/long).
    announcement = Announcement("Soon over", today + timedelta(seconds=10))
    changes = Changes(announcement=AnnouncementChange.PUT_UP)
    StateFolder(state).write(Arrangement(announcement=announcement), changes, today)
    clock = TurnedClock(tmp_path / "clock")
    program = start(extra=clock.environment)
    program.wait_for("shown", slide=slide_id("two"))
    clock.turn(-366)
    wait_for_round(program, "one", "three")
    assert too_short(program.logged("shown")) == []


def wait_for_round(program: Program, *names: str) -> None:
    """Waits until the loop shows these slides one right after the other."""
    since, wanted = program.now, [slide_id(name) for name in names]
    while [event["slide"] for event in program.logged("shown", since)][-len(wanted) :] != wanted:
        program.wait_for("shown", since=program.now)
