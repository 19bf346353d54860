"""Makes slides ready before they are shown: laid out and decoded in one background thread, kept while they may be needed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from kiosk.core.content.deck import Deck, Slide
from kiosk.core.files import Unreadable
from kiosk.core.layout.display_list import Box, Kind
from kiosk.core.layout.rendition import Edition, Rendition, set_slide
from kiosk.core.settings import Settings
from kiosk.qt.drawing import picture_decoder
from kiosk.qt.drawing.fonts import FontMeasure

# The slide on the screen, its two neighbours, the one that is leaving, and a spare.
KEPT = 5


@dataclass(frozen=True)
class Prepared:
    """A slide ready to be shown: pages whose pictures are named by their key, and those pictures.

    `slide` is what was read when this was made: when the content changes, it differs and the slide is made anew.
    """

    slide: Slide
    rendition: Rendition
    pages: tuple[tuple[Box, ...], ...]
    images: dict[str, QImage] = field(repr=False)


@dataclass(frozen=True)
class Unprepared:
    """A slide that could not be made ready, and why."""

    edition: Edition
    reason: str


class SlidePreparer(QObject):
    """Prepares one slide after the other. `done` carries a Prepared or an Unprepared, in the GUI thread."""

    done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="prepare")
        self._ready: OrderedDict[Edition, Prepared] = OrderedDict()
        self._asked: set[Edition] = set()
        self._measure: FontMeasure | None = None
        self.done.connect(self._keep)

    def find(self, edition: Edition, slide: Slide) -> Prepared | None:
        """What is ready for an edition of the slide as it is now."""
        found = self._ready.get(edition)
        if found is None or found.slide is not slide:
            return None
        self._ready.move_to_end(edition)
        return found

    def ask(self, deck: Deck, slide: Slide, edition: Edition, settings: Settings) -> None:
        """Prepares the slide, unless that is under way."""
        if edition not in self._asked:
            self._asked.add(edition)
            self._thread.submit(self._prepare, deck, slide, edition, settings)

    def run(self, job: Callable[[], None]) -> None:
        """Has other drawing work done in the same thread, in turn."""
        self._thread.submit(job)

    def forget(self) -> None:
        """Drops all that is ready, as when the screen or a setting has changed."""
        self._ready.clear()

    def images(self) -> dict[str, QImage]:
        """Every picture that may be on the screen."""
        return {key: image for prepared in self._ready.values() for key, image in prepared.images.items()}

    def close(self) -> None:
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _keep(self, result: Prepared | Unprepared) -> None:
        if isinstance(result, Unprepared):
            self._asked.discard(result.edition)
            return
        edition = result.rendition.edition
        self._asked.discard(edition)
        self._ready[edition] = result
        self._ready.move_to_end(edition)
        while len(self._ready) > KEPT:
            self._ready.popitem(last=False)

    # --- in the thread ---

    def _prepare(self, deck: Deck, slide: Slide, edition: Edition, settings: Settings) -> None:
        try:
            self._measure = self._measure or FontMeasure()
            self.done.emit(prepare(deck, slide, edition, settings, self._measure))
        except Unreadable as error:
            self.done.emit(Unprepared(edition, str(error)))
        except Exception as error:  # a slide must never take the loop down, whatever is wrong with it
            self.done.emit(Unprepared(edition, f"{type(error).__name__}: {error}"))


def prepare(deck: Deck, slide: Slide, edition: Edition, settings: Settings, measure: FontMeasure) -> Prepared:
    """Lays out and decodes. In a session a picture that cannot be drawn is left out; in the loop it raises Unreadable."""
    rendition = set_slide(deck, slide, edition, settings, measure)
    images: dict[str, QImage] = {}
    pages = []
    for boxes in rendition.laid.pages:
        page = []
        for box in boxes:
            if box.kind is Kind.PICTURE:
                frame = picture_decoder.frame_of(box)
                try:
                    key = frame.key()
                    images[key] = images.get(key) or picture_decoder.decode(frame, deck.root)
                except Unreadable as error:
                    if edition.loop:
                        raise Unreadable(f"picture “{frame.file}” {error}") from None
                    key = ""
                page.append(replace(box, file=key))
            elif box.kind is Kind.CODE:
                key = f"code-{hash((box.name, box.width)) & 0xFFFFFFFF:x}"
                images[key] = picture_decoder.code(box.name, round(box.width))
                page.append(replace(box, file=key))
            else:
                page.append(box)
        pages.append(tuple(page))
    return Prepared(slide, rendition, tuple(pages), images)
