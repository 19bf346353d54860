"""The edit that all pages of the panel work on, kept as a draft until it is saved. Files are written in the background."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.core.arrangement import editing
from kiosk.core.arrangement.arrangement import Arrangement
from kiosk.core.arrangement.changes import changes
from kiosk.core.arrangement.editing import Edit
from kiosk.core.arrangement.merge import merge
from kiosk.core.content import reading_time
from kiosk.core.content.deck import Slide
from kiosk.core.files import Unreadable
from kiosk.core.problem import Severity
from kiosk.core.storage.atomic_file import NotSaved
from kiosk.core.storage.state_folder import StateFolder
from kiosk.core.storage.version import Summary
from kiosk.qt.jobs import Jobs
from kiosk.qt.player.playlist_source import PlaylistSource
from kiosk.qt.staff import storage_words

Result = TypeVar("Result")
# A draft is written this long after the last step: soon enough for a power cut, not at every pixel of a drag.
DRAFT_MS = 800


class EditSession(QObject):
    """`changed`: the edit is another one, or a save begins or ends. `failed`: a plain sentence of what could not be done."""

    changed = Signal()
    failed = Signal(str)
    # A kiosk.core.storage.version.Summary.
    saved = Signal(object)

    def __init__(self, playlist_source: PlaylistSource, store: StateFolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.playlist_source = playlist_source
        self.store = store
        self.edit = Edit(playlist_source.arrangement, playlist_source.arrangement, ())
        self.busy = False
        self._jobs = Jobs("state", self)
        self._draft = QTimer(self)
        self._draft.setSingleShot(True)
        self._draft.setInterval(DRAFT_MS)
        self._draft.timeout.connect(self.keep_draft)
        playlist_source.changed.connect(self._on_playlist_source)

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], object] | None = None,
        failed: Callable[[], object] | None = None,
    ) -> None:
        """Has something done with the state folder, after all that was asked for before.

        If that cannot be done, the signal `failed` says why, before the argument `failed` is called.
        """

        def say(error: Exception) -> None:
            self.failed.emit(storage_words.sentence(error))
            if failed:
                failed()

        self._jobs.run(work, done, say, (NotSaved, Unreadable))

    def close(self) -> None:
        """Waits until everything is written."""
        self._jobs.close()

    # --- one sitting ---

    def open(self, done: Callable[[], object]) -> None:
        """Begins a sitting, with what an earlier one left unsaved."""

        def begin(draft: Arrangement | None) -> None:
            self.edit = editing.begin(self.playlist_source.arrangement, self._authored(), draft)
            self.changed.emit()
            done()

        self.run(self.store.read_draft, begin)

    def apply(self, edit: Edit) -> None:
        """Takes a step made with kiosk.core.arrangement.editing."""
        if edit is not self.edit:
            self.edit = edit
            self._draft.start()
            self.changed.emit()

    def discard(self) -> None:
        self.apply(editing.discard(self.edit))
        self._drop_draft()

    @Slot()
    def keep_draft(self) -> None:
        if self.edit.is_dirty:
            self._draft.stop()
            self.run(partial(self.store.save_draft, self.edit.to_save))
        else:
            self._drop_draft()

    def _drop_draft(self) -> None:
        self._draft.stop()
        self.run(self.store.clear_draft)

    # --- saving ---

    def save(self, done: Callable[[], object] | None = None) -> None:
        """Writes the edit for good, merged with what others saved meanwhile, and then calls `done`."""
        if self.busy:
            return
        if not self.edit.is_dirty and not self._is_amiss():
            self._drop_draft()
            if done:
                done()
            return
        edit = self.edit
        changed = changes(edit.saved, edit.to_save, edit.authored)

        def written(arrangement: Arrangement) -> None:
            self._set_busy(False)
            self.take_over(arrangement, Summary(changed), edit)
            if done:
                done()

        self._set_busy(True)
        held = self.playlist_source.arrangement
        work = partial(self.store.update, partial(merge, edit), changed, datetime.now(), held)
        self.run(work, written, partial(self._set_busy, False))

    def take_over(self, written: Arrangement, summary: Summary, edit: Edit | None = None) -> None:
        """Goes on from what has just been written: `edit`, or something in its place. Later steps stay, unsaved."""
        later = self.edit if edit and self.edit is not edit else None
        draft = merge(later, written) if later else None
        self.edit = editing.begin(written, self._authored(), draft)
        self.keep_draft()
        self.playlist_source.arranged(written)
        self.saved.emit(summary)
        self.changed.emit()

    def _is_amiss(self) -> bool:
        """True if what was saved cannot be read as it plays: the next save writes it anew, whatever has changed."""
        return any(problem.severity is Severity.ERROR for problem in self.playlist_source.state_problems)

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.changed.emit()

    # --- following what plays ---

    @Slot()
    def _on_playlist_source(self) -> None:
        """Slides came or went, or somebody saved elsewhere, while the panel is open."""
        authored = self._authored()
        if not self.edit.is_dirty and self.playlist_source.arrangement != self.edit.saved:
            self.edit = editing.begin(self.playlist_source.arrangement, authored)
            self.changed.emit()
        elif authored != self.edit.authored:
            self.edit = editing.rebase(self.edit, authored)
            self.changed.emit()

    def title(self, slide_id: str) -> str:
        """A slide's title in its topic's own language; its id where there is none."""
        slide = self.playlist_source.deck.slide(slide_id)
        return (slide.texts[0].title if slide and slide.texts else "") or slide_id

    def automatic_seconds(self, slide: Slide) -> float:
        """The seconds that the slide's author set, or else those that its words need."""
        return slide.seconds or reading_time.dwell(slide.texts[0], self.edit.working.settings)

    def _authored(self) -> tuple[str, ...]:
        return tuple(slide.id for slide in self.playlist_source.deck.slides)
