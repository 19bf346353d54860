"""Slides that could not be drawn, tried again in the background: they play again once they can be, and not before."""

from __future__ import annotations

from functools import partial

from msgspec import Struct
from PySide6.QtCore import QObject, Slot

from kiosk.core.content.deck import Slide
from kiosk.core.layout.rendition import Rendition
from kiosk.qt.drawing.slide_preparer import Prepared, SlidePreparer, Unprepared
from kiosk.qt.player.playlist_source import PlaylistSource

# A slide that fails again costs up to the time that a layout may take; so many do at one rescan, the others at the next.
MOST_FAILURES = 8


class _Trial(Struct, frozen=True):
    slide: Slide
    rendition: Rendition


class SlideTrials(QObject):
    """Tries one slide after another at each rescan, beside the loop, which never waits for one that fails again."""

    def __init__(self, playlist_source: PlaylistSource, preparer: SlidePreparer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._playlist_source = playlist_source
        self._preparer = preparer
        # By the slides' ids; the one that was tried last is at the end.
        self._waiting: dict[str, _Trial] = {}
        self._queue: list[str] = []
        self._failures = 0
        self._mended: list[str] = []
        playlist_source.rescanned.connect(self._on_rescan)

    def add(self, slide: Slide, rendition: Rendition) -> None:
        """Takes a slide out of what plays, in a rendition that it could not be drawn in."""
        self._playlist_source.cannot_draw(slide.id)
        self._waiting[slide.id] = _Trial(slide, rendition)

    @Slot()
    def _on_rescan(self) -> None:
        if self._queue:
            # The last round is still under way.
            return
        deck = self._playlist_source.deck
        # One that has changed is out of here: it plays, and is taken in again if it fails.
        self._waiting = {key: trial for key, trial in self._waiting.items() if deck.slide(key) is trial.slide}
        self._queue = list(self._waiting)
        self._failures = 0
        self._try_next()

    def _try_next(self) -> None:
        if self._queue and self._failures < MOST_FAILURES:
            slide_id = self._queue[0]
            trial = self._waiting[slide_id]
            deck = self._playlist_source.deck
            self._preparer.try_again(deck, trial.slide, trial.rendition, partial(self._on_tried, slide_id, trial))
            return
        self._queue = []
        if self._mended:
            self._playlist_source.can_draw(self._mended)
            self._mended = []

    def _on_tried(self, slide_id: str, trial: _Trial, result: Prepared | Unprepared) -> None:
        self._queue.pop(0)
        if isinstance(result, Unprepared):
            self._failures += 1
        # Else it has changed meanwhile, and failed anew.
        if self._waiting.get(slide_id) is trial:
            del self._waiting[slide_id]
            if isinstance(result, Unprepared):
                self._waiting[slide_id] = trial
            else:
                self._mended.append(slide_id)
        self._try_next()
