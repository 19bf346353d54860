"""Makes slides ready before they are shown: laid out and decoded in one background thread, kept while they may be needed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from kiosk.core.content import picture_check
from kiosk.core.content.deck import Deck, Slide, Text
from kiosk.core.content.last_good_pictures import LastGoodPictures
from kiosk.core.files import Unreadable
from kiosk.core.layout.display_list import Box, CodeBox, Page, PictureBox
from kiosk.core.layout.page_layout import SlideLayout
from kiosk.core.layout.rendition import Rendition
from kiosk.core.layout.right_to_left import is_right_to_left
from kiosk.core.layout.slide_layout import lay_out_slide
from kiosk.qt.drawing import picture_decoder
from kiosk.qt.drawing.fonts import FontMeasure
from kiosk.qt.drawing.qr_code import qr_code
from kiosk.qt.jobs import Jobs

# The slide on the screen, its two neighbours, the one that is leaving, and a spare.
KEPT = 5


class Prepared(Struct, frozen=True):
    """A slide ready to be shown: laid out, its pictures decoded. `images` are named by the boxes' keys.

    `slide` is the one that this was made of: when the content changes, it differs and the slide is made anew.
    """

    slide: Slide
    rendition: Rendition
    layout: SlideLayout
    images: dict[str, QImage]

    @property
    def pages(self) -> tuple[Page, ...]:
        return self.layout.pages

    @property
    def text(self) -> Text:
        """The words that are shown."""
        return self.slide.text(self.rendition.language)

    @property
    def rtl(self) -> bool:
        return is_right_to_left(self.text.language)


class Unprepared(Struct, frozen=True):
    """A slide that could not be made ready, and why."""

    rendition: Rendition
    reason: str


class SlidePreparer(QObject):
    """Prepares one slide after the other. `done` carries a Prepared or an Unprepared, in the GUI thread."""

    done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # All drawing is done here, in turn: that of the overlays and thumbnails too.
        self.jobs = Jobs("prepare", self)
        # For the jobs alone.
        self.pictures = LastGoodPictures()
        self._ready: OrderedDict[Rendition, Prepared] = OrderedDict()
        self._asked: set[Rendition] = set()
        self._measure: FontMeasure | None = None
        self.done.connect(self._keep)

    def find(self, rendition: Rendition, slide: Slide) -> Prepared | None:
        """The ready rendition of the slide as it is now."""
        prepared = self._ready.get(rendition)
        if prepared is None or prepared.slide is not slide:
            return None
        self._ready.move_to_end(rendition)
        return prepared

    def ask(self, deck: Deck, slide: Slide, rendition: Rendition) -> None:
        """Prepares the slide, unless that is under way."""
        if rendition not in self._asked:
            self._asked.add(rendition)
            self.jobs.run(partial(self._prepare, deck, slide, rendition), self.done.emit)

    def try_again(
        self, deck: Deck, slide: Slide, rendition: Rendition, done: Callable[[Prepared | Unprepared], object]
    ) -> None:
        """Prepares a slide only to see whether that can be done."""
        self.jobs.run(partial(self._prepare, deck, slide, rendition), done)

    def read_ahead(self, slides: Iterable[Slide], root: Path) -> None:
        """Reads the slides' pictures, in case their folder goes away before they are shown."""
        files = [picture.file for slide in slides for text in slide.texts for picture in text.pictures]
        self.jobs.run(partial(self.pictures.fill, files, root))

    def forget(self) -> None:
        """Drops all that is ready, as when the screen has changed."""
        self._ready.clear()

    def images(self) -> dict[str, QImage]:
        """Every picture that may be on the screen."""
        return {key: image for prepared in self._ready.values() for key, image in prepared.images.items()}

    def close(self) -> None:
        self.jobs.close(drop=True)

    @Slot(object)
    def _keep(self, result: Prepared | Unprepared) -> None:
        self._asked.discard(result.rendition)
        if isinstance(result, Prepared):
            self._ready[result.rendition] = result
            self._ready.move_to_end(result.rendition)
            while len(self._ready) > KEPT:
                self._ready.popitem(last=False)

    # --- in the background ---

    def _prepare(self, deck: Deck, slide: Slide, rendition: Rendition) -> Prepared | Unprepared:
        try:
            self._measure = self._measure or FontMeasure()
            return prepare(deck, slide, rendition, self._measure, self.pictures.read)
        except Unreadable as error:
            return Unprepared(rendition, str(error))
        except Exception as error:  # a slide must never take the loop down, whatever is wrong with it
            return Unprepared(rendition, f"{type(error).__name__}: {error}")


def prepare(
    deck: Deck,
    slide: Slide,
    rendition: Rendition,
    measure: FontMeasure,
    read: picture_decoder.Read = picture_check.read,
) -> Prepared:
    """Lays out and decodes. In a session a picture that cannot be drawn has no key; in the loop it raises Unreadable."""
    layout = lay_out_slide(deck, slide, rendition, measure)
    images: dict[str, QImage] = {}

    def image_of(frame: picture_decoder.Frame) -> QImage:
        return picture_decoder.decode(frame, deck.root, read)

    pages = tuple(tuple(_with_key(box, image_of, rendition.loop, images) for box in page) for page in layout.pages)
    return Prepared(slide, rendition, replace(layout, pages=pages), images)


def _with_key(box: Box, image_of: Callable[[picture_decoder.Frame], QImage], strict: bool, images: dict[str, QImage]) -> Box:
    """The box with the key of its image, which is added to `images`."""
    match box:
        case PictureBox():
            frame = picture_decoder.frame_of(box)
            key = frame.key()
            try:
                images[key] = images.get(key) or image_of(frame)
            except Unreadable as error:
                if strict:
                    raise Unreadable(f"picture “{box.file}” {error}") from None
                return box
            return replace(box, key=key)
        case CodeBox():
            key = f"code-{hash((box.name, box.width)) & 0xFFFFFFFF:x}"
            images[key] = qr_code(box.name, round(box.width))
            return replace(box, key=key)
        case _:
            return box
