"""The player's lines in the log."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QObject, Slot

from kiosk.core.event_log import EventLog
from kiosk.core.player.events import Effect, PassedOver, SessionEnded, SessionStarted, SlideShown, StaffAsked
from kiosk.core.problem import Problem
from kiosk.core.storage.version import Summary
from kiosk.qt.player.playlist_source import PlaylistSource


class PlayerLog(QObject):
    """Writes what has happened. Its slots are connected to whoever tells."""

    def __init__(self, log: EventLog, playlist_source: PlaylistSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._playlist_source = playlist_source
        # Slides that were passed over, and why: while a drive does not answer, each would be told of in every round.
        self._passed_over: dict[str, str] = {}

    @Slot(object)
    def on_effect(self, effect: Effect) -> None:
        match effect:
            case SlideShown(slide=slide, mode=mode, seconds=seconds):
                self._passed_over.pop(slide, None)
                self._log.write("shown", slide=slide, mode=mode.value, seconds=round(seconds, 1))
            case SessionStarted(slide=slide):
                self._log.write("session_started", slide=slide)
            case SessionEnded(why=why):
                self._log.write("session_ended", why=why)
            case PassedOver(slide=slide, why=why):
                if self._passed_over.get(slide) != why:
                    self._passed_over[slide] = why
                    self._log.problem(Problem(slide, 1, f"passed over: {why}"))
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

    @Slot(int)
    def on_rested(self, frames: int) -> None:
        self._log.write("rest", frames=frames)

    @Slot(object)
    def on_saved(self, summary: Summary) -> None:
        self._log.write("saved", **summary.details())
