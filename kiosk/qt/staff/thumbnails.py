"""Small pictures of slides for the staff's pages: painted in the background when asked for, kept while there is room."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

from kiosk.core.content.deck import Deck, Slide
from kiosk.core.layout.rendition import Rendition, Wish, rendition_for
from kiosk.core.layout.screen import Screen
from kiosk.qt.drawing.fonts import FontMeasure
from kiosk.qt.drawing.slide_preparer import SlidePreparer
from kiosk.qt.drawing.thumbnail_painter import PaintedThumbnail, paint
from kiosk.qt.player.playlist_source import PlaylistSource

PROVIDER = "thumbnails"
KEPT_BYTES = 24_000_000
# More than are ever on the screen at once: what was asked for earlier has been scrolled away.
MOST_WAITING = 24


class ThumbnailView(Struct, frozen=True):
    """A view of a slide: `page` -1 as the loop shows it, from 0 the pages after a touch; `height` in px."""

    slide: str
    page: int
    height: int


class _Kept(Struct, frozen=True):
    slide: Slide
    thumbnail: PaintedThumbnail
    name: str


class ThumbnailImages(QQuickImageProvider):
    """The painted thumbnails by name, for QML."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self.images: dict[str, QImage] = {}

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        return self.images.get(id, QImage())


class Thumbnails(QObject):
    """The thumbnails that were asked for. `painted` carries the slide's id."""

    painted = Signal(str)

    def __init__(self, playlist_source: PlaylistSource, preparer: SlidePreparer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.provider = ThumbnailImages()
        self._playlist_source = playlist_source
        self._preparer = preparer
        self._screen: Screen | None = None
        self._kept: OrderedDict[ThumbnailView, _Kept] = OrderedDict()
        self._waiting: OrderedDict[ThumbnailView, None] = OrderedDict()
        self._painting: ThumbnailView | None = None
        self._measure: FontMeasure | None = None
        self._count = 0

    @property
    def screen(self) -> Screen | None:
        return self._screen

    def resize(self, screen: Screen) -> None:
        if screen != self._screen:
            self._screen = screen
            self.forget()

    def forget(self) -> None:
        """Drops all pictures, as when nobody looks at them any more."""
        self._waiting.clear()
        self._kept.clear()
        self.provider.images.clear()

    def find(self, view: ThumbnailView) -> str:
        """The picture's address for QML; "" until it is painted, which asking for it brings about."""
        slide = self._playlist_source.deck.slide(view.slide)
        if slide is None or slide.error or self._screen is None:
            return ""
        kept = self._kept.get(view)
        if kept is None or kept.slide is not slide:
            self._ask(view)
        if kept is None:
            return ""
        self._kept.move_to_end(view)
        return f"image://{PROVIDER}/{kept.name}"

    def pages(self, view: ThumbnailView) -> int:
        """The number of the slide's pages after a touch; 1 until that is known."""
        kept = self._kept.get(view)
        return kept.thumbnail.pages if kept else 1

    def _ask(self, view: ThumbnailView) -> None:
        if view == self._painting:
            return
        self._waiting[view] = None
        self._waiting.move_to_end(view)
        while len(self._waiting) > MOST_WAITING:
            self._waiting.popitem(last=False)
        self._go_on()

    def _go_on(self) -> None:
        """One at a time, the latest wish first; so the loop's own work never waits behind a long row of these."""
        while self._painting is None and self._waiting:
            view, _ = self._waiting.popitem()
            slide = self._playlist_source.deck.slide(view.slide)
            if slide and self._screen:
                self._painting = view
                wish = Wish(slide.id, slide.texts[0].language, loop=view.page < 0)
                rendition = rendition_for(wish, self._screen, scale=self._playlist_source.arrangement.settings.loop_text_scale)
                work = partial(self._paint, view, self._playlist_source.deck, slide, rendition)
                self._preparer.jobs.run(work, partial(self._take, view, slide), self._on_failed, (Exception,))

    def _paint(self, view: ThumbnailView, deck: Deck, slide: Slide, rendition: Rendition) -> PaintedThumbnail:
        self._measure = self._measure or FontMeasure()
        read = self._preparer.pictures.read
        return paint(deck, slide, rendition, self._measure, max(view.page, 0), view.height, read)

    def _take(self, view: ThumbnailView, slide: Slide, thumbnail: PaintedThumbnail) -> None:
        self._painting = None
        self._keep(view, slide, thumbnail)
        self.painted.emit(view.slide)
        self._go_on()

    def _on_failed(self, error: Exception) -> None:
        """Goes on with the next, and has the error logged."""
        self._painting = None
        self._go_on()
        raise error

    def _keep(self, view: ThumbnailView, slide: Slide, thumbnail: PaintedThumbnail) -> None:
        self._count += 1
        if old := self._kept.pop(view, None):
            self.provider.images.pop(old.name, None)
        self._kept[view] = _Kept(slide, thumbnail, str(self._count))
        self.provider.images[str(self._count)] = thumbnail.image
        while sum(kept.thumbnail.image.sizeInBytes() for kept in self._kept.values()) > KEPT_BYTES:
            _, oldest = self._kept.popitem(last=False)
            self.provider.images.pop(oldest.name, None)
