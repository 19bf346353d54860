"""A wrong clock under the real program: it starts, staff get in and set it, and what has dates comes back by itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.core.arrangement.arrangement import Announcement, Arrangement
from kiosk.core.arrangement.changes import Changes
from kiosk.core.settings import Settings
from kiosk.core.storage.pin import PinFile
from kiosk.core.storage.state_folder import StateFolder
from kiosk.core.time_window import WEEKDAYS
from tests.e2e import panel
from tests.e2e.content import slide_id, write_slide
from tests.e2e.display import Colour, Display, near
from tests.e2e.program import Program
from tests.e2e.test_announcement import has_band
from tests.faketime import clock_says
from tests.time_service import time_service

ALARM_GROUND: Colour = (255, 244, 240)
BACK = (56, 56)
# The warning above the pages, its button, and on the clock's page the button in the head and the one for the next year.
WARNING, TO_CLOCK = (8, 8), (1161, 44)
SET, SET_GROUND = (1160, 56), (1160, 25)
NEXT_YEAR = (730, 250)


@pytest.fixture
def running() -> Iterator[list[Program]]:
    """Programs that are ended, and must end well without an error, after the test."""
    programs: list[Program] = []
    yield programs
    for program in programs:
        assert program.stop() == 0, program.log()
        assert program.logged("error") == [], program.log()


EARLY, LATE = "it is before the program was built", "it is more than ten years after the program was built"


@pytest.mark.parametrize(
    ("start", "says", "why"),
    [
        ("first", "@1970-01-02 00:00:00", EARLY),
        ("first", "@2020-01-01 12:00:00", EARLY),
        ("first", "@2038-01-19 03:14:00", LATE),
        ("first", "@2099-12-31 23:59:50", LATE),
        ("first", "+0", None),
        ("first", "+340d", None),
        ("first", "-340d", EARLY),
        ("saved in a year", "+0", "it is before the last save"),
        ("closed", "@1970-01-02 00:00:00", EARLY),
        ("closed", "@2020-01-01 12:00:00", EARLY),
        ("closed", "@2038-01-19 03:14:00", LATE),
        ("closed", "@2099-12-31 23:59:50", LATE),
    ],
)
def test_it_starts_whatever_the_clock_says(
    slides: Path, state: Path, running: list[Program], start: str, says: str, why: str | None
) -> None:
    saved_at = datetime.now() + timedelta(days=360 if start == "saved in a year" else 0)
    if start != "first":
        # Open for a minute of the week that is far away, so that only a clock that is not believed opens it.
        hours = (f"{WEEKDAYS[(datetime.now() + timedelta(days=3)).weekday()]} 03:00-03:01",)
        StateFolder(state).write(Arrangement(settings=Settings(opening_hours=hours)), Changes(), saved_at)
    program = Program(slides, state, "", "--offscreen", extra=clock_says(says))
    running.append(program)
    program.wait_for("ready")
    program.wait_for("reloaded", slides=3)
    program.wait_for("shown", slide=slide_id("two"))
    if why:
        assert program.wait_for("clock_doubted")["why"] == why
    else:
        assert program.logged("clock_doubted") == []


def test_staff_set_a_wrong_clock_and_what_has_dates_comes_back(
    display: Display, slides: Path, state: Path, running: list[Program], tmp_path: Path
) -> None:
    now = datetime.now()
    PinFile(state).set_pin(panel.PIN)
    announced = Arrangement(announcement=Announcement("News", now + timedelta(days=1)))
    StateFolder(state).write(announced, Changes(), now)
    write_slide(slides, "two", front=f"until: {now + timedelta(days=300):%Y-%m-%d}\n")
    clock = tmp_path / "clock"
    clock.write_text("@2020-01-01 12:00:00\n", encoding="utf-8")
    with time_service(tmp_path) as service:
        extra = clock_says(clock) | {"DBUS_SYSTEM_BUS_ADDRESS": service.address}
        program = Program(slides, state, display.name, extra=extra)
        running.append(program)
        assert program.wait_for("clock_doubted")["says"].startswith("2020-01-01T12:0")
        # A round without the slide that has a last day, and without the announcement.
        program.wait_for("shown", slide=slide_id("three"))
        since = program.now
        program.wait_for("shown", since=since, slide=slide_id("three"))
        assert slide_id("two") not in [event["slide"] for event in program.logged("shown")]
        assert not has_band(display)
        panel.knock(display)
        assert not near(display.at(WARNING), ALARM_GROUND, 2), "patients see the pad"
        panel.type_pin(display, panel.PIN)
        display.wait_for(WARNING, ALARM_GROUND)
        panel.tap(display, TO_CLOCK, SET_GROUND, panel.YELLOW)
        with display.changing(NEXT_YEAR[1], 610, 690):
            display.click(NEXT_YEAR)
        display.click(SET)
        display.wait_until(lambda: any("SetTime" in call for call in service.calls()), "the time that the service is given")
        asked, given = service.calls()
        assert asked.startswith("SetNTP False")
        wanted = datetime.fromtimestamp(int(given.split()[1]) / 1e6)
        # From the last save on, a year later.
        assert abs(wanted - now.replace(year=now.year + 1)) < timedelta(minutes=2)
        since = program.now
        # What the service does on a real machine.
        clock.write_text("+0\n", encoding="utf-8")
        program.wait_for("clock_believed", since=since)
        with display.changing(BACK[1], 400, 800):
            display.click(BACK)
        display.click(panel.SAVE)
        display.wait_until(lambda: has_band(display), "the announcement")
        program.wait_for("shown", since=since, slide=slide_id("two"))
