"""The player's lines in the log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import assert_never

from PySide6.QtCore import QObject, Slot

from kiosk.core.clock import Doubt
from kiosk.core.event_log import EventLog
from kiosk.core.player.events import Effect, PassedOver, SessionEnded, SessionStarted, SlideShown, StaffAsked
from kiosk.core.player.session_count import SessionCount
from kiosk.core.problem import Problem
from kiosk.core.storage.version import Summary
from kiosk.qt.player.playlist_source import PlaylistSource


class PlayerLog(QObject):
    """Writes what has happened. Its slots are connected to whoever tells.

    Of sessions it writes yesterday's number alone, unless the log asks for them. What could not be shown in a session would
    tell when somebody read it: that is written when the day is over.
    """

    def __init__(
        self,
        log: EventLog,
        playlist_source: PlaylistSource,
        parent: QObject | None = None,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._log = log
        self._playlist_source = playlist_source
        self._today = today
        self._count = SessionCount(today())
        self._in_session = False
        self._doubt: Doubt | None = None
        # In the order in which they came, each once.
        self._withheld: dict[Problem, None] = {}
        # Slides that were passed over, and why: while a drive does not answer, each would be told of in every round.
        self._passed_over: dict[str, str] = {}

    @Slot(object)
    def on_effect(self, effect: Effect) -> None:
        match effect:
            case SlideShown(slide=slide, mode=mode, seconds=seconds):
                self._passed_over.pop(slide, None)
                self._write_session("shown", slide=slide, mode=mode.value, seconds=round(seconds, 1))
            case SessionStarted(slide=slide):
                self._in_session = True
                self._count = self._count.one_more()
                self._write_session("session_started", slide=slide)
            case SessionEnded(why=why):
                self._in_session = False
                self._write_session("session_ended", why=why)
            case PassedOver(slide=slide, why=why):
                if self._passed_over.get(slide) != why:
                    self._passed_over[slide] = why
                    self._pass_over(Problem(slide, 1, f"passed over: {why}"))
            case StaffAsked():
                pass
            case _:
                assert_never(effect)

    @Slot(list)
    def on_reloaded(self, problems: list[Problem]) -> None:
        deck = self._playlist_source.deck
        self._log.write("reloaded", slides=len(deck.slides), problems=len(deck.problems))
        self.on_state_taken()
        for problem in problems:
            self._log.problem(problem)

    @Slot()
    def on_state_taken(self) -> None:
        """Somebody else has written the state: says what is wrong with it."""
        for problem in self._playlist_source.state_problems:
            self._log.problem(problem)

    @Slot()
    def on_clock(self) -> None:
        """Says once that the clock is plainly wrong or is right again, and on a new day what the old one leaves behind."""
        clock = self._playlist_source.clock
        doubt = clock.doubt()
        if doubt is not self._doubt:
            self._doubt = doubt
            says = clock.says().isoformat(timespec="seconds")
            if doubt:
                self._log.write("clock_doubted", says=says, why=doubt.value)
            else:
                self._log.write("clock_believed", says=says)
        today = self._today()
        if today != self._count.day:
            self._end_day(today)

    @Slot(int)
    def on_rested(self, frames: int) -> None:
        self._write_session("rest", frames=frames)

    @Slot(object)
    def on_saved(self, summary: Summary) -> None:
        self._log.write("saved", **summary.details())

    def _end_day(self, today: date) -> None:
        sessions = self._count.yesterday(today)
        self._count = SessionCount(today)
        if sessions:
            self._log.write("sessions_yesterday", count=sessions)
        for problem in self._withheld:
            self._log.problem(problem)
        self._withheld.clear()

    def _pass_over(self, problem: Problem) -> None:
        if self._in_session and not self._log.sessions:
            self._withheld[problem] = None
        else:
            self._log.problem(problem)

    def _write_session(self, event: str, **details: object) -> None:
        if self._log.sessions:
            self._log.write(event, **details)
