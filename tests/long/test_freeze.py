"""Twenty seconds without the process, and a year of the clock both ways, in real time."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from tests.e2e.bar import open_session
from tests.e2e.content import NAMES, write_slide
from tests.e2e.display import Display
from tests.e2e.program import Start
from tests.e2e.test_freeze import stand_still, too_short, wait_for_round
from tests.faketime import TurnedClock


def test_a_session_that_lay_there_for_longer_than_it_may_is_over_at_once(start: Start, display: Display) -> None:
    program = start(session_seconds=10.0, warning_seconds=5.0)
    open_session(program, display)
    since = program.now
    stand_still(program, 20)
    assert program.wait_for("session_ended", since=since)["why"] == "no touch"
    for _ in range(2):
        program.wait_for("shown", since=program.now, mode="loop")
    assert too_short(program.logged("shown", since)) == []
    assert len(program.logged("session_ended")) == 1


def test_a_session_that_has_time_left_is_asked_first(start: Start, display: Display) -> None:
    program = start(session_seconds=10.0, warning_seconds=60.0)
    open_session(program, display)
    since = program.now
    stand_still(program, 20)
    assert program.is_silent(5), "Still reading? counts down from what is left"
    program.wait_for("session_ended", since=since, timeout=90)


def test_a_year_both_ways_is_followed_within_a_minute_at_the_same_pace(start: Start, slides: Path, tmp_path: Path) -> None:
    today = datetime.now()
    dates = [f"{today + timedelta(days=days):%Y-%m-%d}" for days in (-2, 2)]
    write_slide(slides, "two", front="from: {}\nuntil: {}\n".format(*dates))
    clock = TurnedClock(tmp_path / "clock")
    program = start(extra=clock.environment)
    wait_for_round(program, *NAMES)
    for days in (366, -366):
        clock.turn(days)
        wait_for_round(program, "one", "three", "one")
        clock.turn(0)
        wait_for_round(program, *NAMES)
    assert too_short(program.logged("shown")) == []
