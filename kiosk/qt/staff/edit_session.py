"""The staff's desk: the one edit that all pages of the panel work on, kept as a draft until it is saved."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.core.arrangement import editing
from kiosk.core.arrangement.arrangement import Arrangement
from kiosk.core.arrangement.changes import changes
from kiosk.core.arrangement.editing import Edit
from kiosk.core.arrangement.merge import merge
from kiosk.core.storage.atomic_file import Busy, NotSaved
from kiosk.core.storage.state_folder import StateFolder
from kiosk.core.storage.version import Summary
from kiosk.qt.player.playlist_source import PlaylistSource

# A draft is written this long after the last step: soon enough for a power cut, not at every pixel of a drag.
DRAFT_MS = 800


class EditSession(QObject):
    """`changed`: the edit is another one. `failed` carries a plain sentence when something could not be saved."""

    changed = Signal()
    failed = Signal(str)
    # A kiosk.core.storage.version.Summary.
    saved = Signal(object)

    def __init__(self, playlist_source: PlaylistSource, store: StateFolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.playlist_source = playlist_source
        self.store = store
        self.edit = Edit(playlist_source.arrangement, playlist_source.arrangement, ())
        self._draft = QTimer(self)
        self._draft.setSingleShot(True)
        self._draft.setInterval(DRAFT_MS)
        self._draft.timeout.connect(self.keep_draft)
        playlist_source.changed.connect(self._on_playlist_source)

    def open(self, with_draft: bool) -> None:
        """Begins a sitting, with what an earlier one left unsaved if that is wanted."""
        draft = self.store.read_draft() if with_draft else None
        self.edit = editing.begin(self.playlist_source.arrangement, self._authored(), draft)
        self.changed.emit()

    def has_draft(self) -> bool:
        return self.store.read_draft() is not None

    def apply(self, edit: Edit) -> None:
        """Takes a step made with kiosk.core.arrangement.editing."""
        if edit is not self.edit:
            self.edit = edit
            self._draft.start()
            self.changed.emit()

    @Slot()
    def keep_draft(self) -> None:
        self._draft.stop()
        try:
            if self.edit.is_dirty:
                self.store.save_draft(self.edit.to_save)
            else:
                self.store.clear_draft()
        except (Busy, NotSaved) as error:
            self.failed.emit(str(error))

    def save(self) -> bool:
        """Writes the edit for good, merged with what others saved meanwhile. False (and `failed`) if that is impossible."""
        if not self.edit.is_dirty:
            self._drop_draft()
            return True
        edit = self.edit
        changed = changes(edit.saved, edit.to_save, edit.authored)
        try:
            written = self.store.update(lambda current: merge(edit, current), changed, datetime.now())
        except (Busy, NotSaved) as error:
            self.failed.emit(str(error))
            return False
        self.take_over(written, Summary(changed))
        return True

    def take_over(self, written: Arrangement, summary: Summary) -> None:
        """Goes on from what has just been written, by this edit or in its place."""
        self._drop_draft()
        self.edit = editing.begin(written, self._authored())
        self.playlist_source.arranged(written)
        self.saved.emit(summary)
        self.changed.emit()

    def discard(self) -> None:
        self.apply(editing.discard(self.edit))
        self._drop_draft()

    def _drop_draft(self) -> None:
        self._draft.stop()
        try:
            self.store.clear_draft()
        except (Busy, NotSaved) as error:
            self.failed.emit(str(error))

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

    def _authored(self) -> tuple[str, ...]:
        return tuple(slide.id for slide in self.playlist_source.deck.slides)
