"""The machine's clock: when it is not believed, what holds meanwhile, and which zones and changes of the hour it meets."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path
from zoneinfo import TZPATH, ZoneInfo

import pytest

from kiosk import __built__
from kiosk.core import clock, opening_hours, time_window
from kiosk.core.arrangement.arrangement import Announcement, Arrangement, Decision
from kiosk.core.arrangement.playlist import next_change, playlist
from kiosk.core.clock import EARLIEST, LATEST, Clock, Doubt, Part, stepped
from kiosk.core.content.deck import Deck, Slide, Text
from kiosk.core.settings import Settings
from kiosk.core.time_window import TimeWindow

HOME = Path(__file__).resolve().parents[2]
SAVED = datetime(2028, 3, 1, 10, 0)


@pytest.mark.parametrize(
    ("now", "saved_at", "doubt"),
    [
        (datetime(1970, 1, 1), None, Doubt.BEFORE_BUILD),
        (datetime(2020, 1, 1), SAVED, Doubt.BEFORE_BUILD),
        (EARLIEST - timedelta(seconds=1), None, Doubt.BEFORE_BUILD),
        (EARLIEST, None, None),
        (datetime(2027, 1, 1), SAVED, Doubt.BEFORE_SAVE),
        # Carried from the earliest zone to the latest.
        (SAVED - timedelta(hours=26), SAVED, None),
        (SAVED - timedelta(hours=26, seconds=1), SAVED, Doubt.BEFORE_SAVE),
        (datetime(2030, 1, 1), SAVED, None),
        (LATEST, SAVED, None),
        (datetime(2038, 1, 19, 3, 14, 8), None, Doubt.TOO_LATE),
        (datetime(2099, 1, 1), SAVED, Doubt.TOO_LATE),
    ],
)
def test_a_clock_is_doubted(now: datetime, saved_at: datetime | None, doubt: Doubt | None) -> None:
    assert clock.doubt(now, saved_at) is doubt
    told = Clock(saved_at, lambda: now)
    assert told.doubt() is doubt
    assert told.now() == (None if doubt else now)
    # Setting it starts at what is known to be past.
    assert told.proposal() == (max(EARLIEST, saved_at or EARLIEST) if doubt else now)


def test_the_day_of_the_build_is_kept() -> None:
    """It is set anew with a version. A commit later than a year after it, or before it, fails here, and no passing of time."""
    built = date.fromisoformat(__built__)
    command = ["git", "-C", str(HOME), "log", "-1", "--format=%cs"]
    if not (HOME / ".git").exists():
        pytest.skip("this is no checkout, and has no commits")
    newest = date.fromisoformat(subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip())
    assert newest - timedelta(days=366) <= built <= newest


@pytest.mark.parametrize(
    ("part", "steps", "after"),
    [
        (Part.YEAR, 1, "2029-02-28 23:55"),
        (Part.YEAR, 50, f"{LATEST.year}-02-29 23:55"),
        (Part.YEAR, -50, f"{EARLIEST.year}-02-28 23:55"),
        (Part.MONTH, 11, "2028-01-29 23:55"),
        (Part.MONTH, -2, "2028-12-29 23:55"),
        (Part.DAY, 1, "2028-02-01 23:55"),
        (Part.DAY, -29, "2028-02-29 23:55"),
        (Part.HOUR, 1, "2028-02-29 00:55"),
        (Part.MINUTE, 10, "2028-02-29 23:05"),
        (Part.MINUTE, -60, "2028-02-29 23:55"),
    ],
)
def test_a_part_is_stepped(part: Part, steps: int, after: str) -> None:
    assert stepped(datetime(2028, 2, 29, 23, 55), part, steps) == datetime.fromisoformat(after)


def test_a_long_month_becomes_a_short_one() -> None:
    assert stepped(datetime(2027, 1, 31), Part.MONTH, 1) == datetime(2027, 2, 28)


# --- while the time is not known ---


def slide(name: str, **values: object) -> Slide:
    return Slide(name, "t", (Text("en", "", name, "", "", "", 1),), **values)  # type: ignore[arg-type]


def test_what_has_dates_waits_and_everything_else_shows() -> None:
    today = date(2028, 3, 1)
    deck = Deck(slides=(slide("always"), slide("from", valid_from=today), slide("until", valid_until=today), slide("hours")))
    hours = TimeWindow(hours=(clock_time(0), clock_time(12)))
    arrangement = Arrangement(
        decisions={"hours": Decision(window=hours)},
        settings=Settings(opening_hours=("monday 08:00-08:30",)),
        announcement=Announcement("News", SAVED + timedelta(hours=1)),
    )
    assert [entry.slide for entry in playlist(deck, arrangement, None)] == ["always"]
    assert [entry.slide for entry in playlist(deck, arrangement, SAVED)] == ["always", "from", "until", "hours"]
    assert arrangement.announced(None) is None
    assert arrangement.announced(SAVED) is not None
    windows = opening_hours.windows(arrangement.settings.opening_hours)
    assert opening_hours.is_open(windows, None)
    assert not opening_hours.is_open(windows, SAVED)
    assert not time_window.NIGHT.holds(None)


# --- zones, and the days on which clocks change ---

# The zone, the moment in UTC, and the hours from midnight to midnight that this day has there.
CHANGES = [
    ("UTC", "2028-03-26 00:30", 24),
    ("Europe/Berlin", "2028-03-26 00:30", 23),
    ("Europe/Berlin", "2028-10-29 00:30", 25),
    ("America/New_York", "2028-03-12 06:30", 23),
    ("America/New_York", "2028-11-05 05:30", 25),
    ("Asia/Kolkata", "2028-03-26 20:00", 24),
    ("Australia/Lord_Howe", "2028-04-01 14:30", 24.5),
    ("Australia/Lord_Howe", "2028-09-30 15:00", 23.5),
    ("Pacific/Apia", "2028-03-26 09:30", 24),
    # The 30th of December 2011 never came there.
    ("Pacific/Apia", "2011-12-30 09:30", 24),
]
HOURS = ("sunday 01:30-02:15", "sunday 02:00-03:00", "saturday 22:00-02:30", "friday 00:00-00:00")
CLOCKS_ARE_KNOWN = any((Path(folder) / "Europe/Berlin").exists() for folder in TZPATH)


@pytest.fixture
def zone(request: pytest.FixtureRequest) -> Iterator[ZoneInfo]:
    """The process in a zone, by the system's own tables."""
    if not CLOCKS_ARE_KNOWN:
        pytest.skip("this machine has no table of zones: every zone is UTC to it, which is a row of its own")
    before = os.environ.get("TZ")
    os.environ["TZ"] = request.param
    time.tzset()
    yield ZoneInfo(request.param)
    os.environ.pop("TZ") if before is None else os.environ.update(TZ=before)
    time.tzset()


@pytest.mark.parametrize(("zone", "moment", "hours"), CHANGES, indirect=["zone"])
def test_the_day_passes_without_a_loop_of_wakings(zone: ZoneInfo, moment: str, hours: float) -> None:
    """Follows two days as the program does: asks what holds, sleeps until that may change, asks again."""
    arrangement = Arrangement(
        decisions={"a": Decision(window=TimeWindow(hours=(clock_time(2, 15), clock_time(2, 45))))},
        settings=Settings(opening_hours=HOURS),
        announcement=Announcement("News", datetime.fromtimestamp(_utc(moment).timestamp()).replace(hour=2, minute=30)),
    )
    deck = Deck(slides=(slide("a"), slide("b", valid_until=_utc(moment).astimezone(zone).date())))
    windows = opening_hours.windows(HOURS)
    at = end = _utc(moment) - timedelta(days=1)
    end += timedelta(days=2)
    wakings = 0
    while at < end:
        # What the program sees: the C library's local time, which agrees with the table.
        now = datetime.fromtimestamp(at.timestamp())
        assert now == at.astimezone(zone).replace(tzinfo=None)
        change = next_change(arrangement, now)
        assert timedelta(0) < change - now <= timedelta(days=1)
        middle = now + (change - now) / 2
        for known in (playlist(deck, arrangement, now), opening_hours.is_open(windows, now), arrangement.announced(now)):
            assert known in (
                playlist(deck, arrangement, middle),
                opening_hours.is_open(windows, middle),
                arrangement.announced(middle),
            )
        assert opening_hours.closing_time(windows, now) > now
        # As long on a stopwatch as on the wall; the program looks once a minute besides.
        at += max(change - now, timedelta(milliseconds=50))
        wakings += 1
    assert wakings < 60


@pytest.mark.parametrize(("zone", "moment", "hours"), CHANGES, indirect=["zone"])
def test_each_minute_of_the_day_is_open_as_the_clock_on_the_wall_says(zone: ZoneInfo, moment: str, hours: float) -> None:
    """The hour that is skipped opens nothing, and the one that comes twice does so twice."""
    day = _utc(moment).astimezone(zone).date()
    window = opening_hours.windows((f"{time_window.WEEKDAYS[day.weekday()]} 00:00-00:00",))
    until = Arrangement(announcement=Announcement("News", datetime.combine(day, clock_time(2, 30))))
    start = _utc(moment) - timedelta(days=2)
    minutes = [datetime.fromtimestamp((start + timedelta(minutes=step)).timestamp()) for step in range(4 * 24 * 60)]
    opened = [now for now in minutes if opening_hours.is_open(window, now)]
    assert {now.date() for now in opened} == {day}
    assert len(opened) == hours * 60
    announced = [now for now in minutes if until.announced(now)]
    assert announced == [now for now in minutes if now < datetime.combine(day, clock_time(2, 30))]


@pytest.mark.parametrize("zone", ["UTC"], indirect=True)
def test_another_zone_counts_while_the_program_runs(zone: ZoneInfo) -> None:
    assert abs(clock.local_now() - datetime.now(UTC).replace(tzinfo=None)) < timedelta(seconds=30)
    os.environ["TZ"] = "Asia/Kolkata"
    there = datetime.now(ZoneInfo("Asia/Kolkata")).replace(tzinfo=None)
    assert abs(clock.local_now() - there) < timedelta(seconds=30)


def test_a_machine_without_a_table_of_zones_has_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Nowhere")
    try:
        assert abs(clock.local_now() - datetime.now(UTC).replace(tzinfo=None)) < timedelta(seconds=30)
    finally:
        monkeypatch.undo()
        time.tzset()


def _utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
