"""The log: nothing of a session is in it but yesterday's count, and a clock that is plainly wrong is told once."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from kiosk.core.clock import Clock
from kiosk.core.event_log import EventLog
from kiosk.core.player.events import Mode, PassedOver, SessionEnded, SessionStarted, SlideShown
from kiosk.core.storage.state_folder import StateFolder
from kiosk.qt.player.player_log import PlayerLog
from kiosk.qt.player.playlist_source import PlaylistSource

TODAY = date(2028, 2, 29)


class Day:
    """A log with a calendar that is turned by hand."""

    def __init__(self, source: PlaylistSource, *, sessions: bool = False) -> None:
        self.today = TODAY
        self.stream = io.StringIO()
        self.log = PlayerLog(EventLog(stream=self.stream, sessions=sessions), source, source, lambda: self.today)
        source.changed.connect(self.log.on_clock)

    def session(self, *happened: object) -> None:
        for effect in (SessionStarted("t/a"), SlideShown("t/b", Mode.SESSION, 12.0), *happened, SessionEnded("done")):
            self.log.on_effect(effect)  # type: ignore[arg-type]
        self.log.on_rested(3)

    def lines(self) -> list[str]:
        return [line.partition("] ")[2] for line in self.stream.getvalue().splitlines()]


@pytest.fixture
def source(qtbot: QtBot, tmp_path: Path) -> Iterator[PlaylistSource]:
    source = PlaylistSource(tmp_path / "slides", StateFolder(tmp_path / "state"))
    source.clock = Clock(says=lambda: datetime(2028, 2, 29, 12))
    yield source
    source.close()
    shiboken6.delete(source)


def test_a_day_of_sessions_leaves_their_number_on_the_next(source: PlaylistSource) -> None:
    day = Day(source)
    for _ in range(7):
        day.session()
        day.log.on_clock()
    assert day.lines() == []
    day.today += timedelta(days=1)
    day.log.on_clock()
    day.log.on_clock()
    assert day.lines() == ["sessions_yesterday count=7"]
    for _ in range(4):
        day.session()
    day.today += timedelta(days=1)
    day.log.on_clock()
    assert len(day.lines()) == 1, "four could be somebody"


def test_what_fails_in_a_session_is_told_when_its_day_is_over(source: PlaylistSource) -> None:
    day = Day(source)
    day.log.on_effect(PassedOver("t/c", "it cannot be drawn"))
    in_the_loop = ["problem t/c:1: error: passed over: it cannot be drawn"]
    assert day.lines() == in_the_loop
    day.session(PassedOver("t/b", "it cannot be drawn"))
    day.session(PassedOver("t/b", "it cannot be drawn"))
    assert day.lines() == in_the_loop
    day.today += timedelta(days=1)
    day.log.on_clock()
    assert day.lines() == [*in_the_loop, "problem t/b:1: error: passed over: it cannot be drawn"]


def test_a_test_may_follow_sessions(source: PlaylistSource) -> None:
    day = Day(source, sessions=True)
    day.session(PassedOver("t/b", "x"))
    assert day.lines() == [
        "session_started slide=t/a",
        "shown slide=t/b mode=session seconds=12.0",
        "problem t/b:1: error: passed over: x",
        "session_ended why=done",
        "rest frames=3",
    ]


def test_a_wrong_clock_is_told_once_and_so_is_a_right_one(source: PlaylistSource) -> None:
    day = Day(source)
    now = datetime(2020, 1, 1, 12)
    source.clock = Clock(says=lambda: now)
    for _ in range(3):
        source.arranged(source.arrangement)
    assert day.lines() == ["clock_doubted says=2020-01-01T12:00:00 why=it is before the program was built"]
    now = datetime(2028, 2, 29, 12)
    for _ in range(3):
        source.arranged(source.arrangement)
    assert day.lines()[1:] == ["clock_believed says=2028-02-29T12:00:00"]
