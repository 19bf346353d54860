"""Slides as pictures and as a printed handout: the same QML and the same layout as on the screen."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import PySide6.QtQuick  # noqa: F401  the root object is a QQuickWindow only if this is imported
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QSize
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.core.content import closing_slide
from kiosk.core.content.deck import Deck, Slide
from kiosk.core.layout.display_list import Box
from kiosk.core.layout.rendition import Edition
from kiosk.core.layout.screen import Screen
from kiosk.core.layout.theme import HIGH_CONTRAST, LIGHT
from kiosk.core.paths import UI
from kiosk.core.settings import Settings
from kiosk.qt.bridge.list_model import ListModel
from kiosk.qt.bridge.theme import Metrics, Palette
from kiosk.qt.drawing import icon_provider, picture_decoder
from kiosk.qt.drawing.application import application
from kiosk.qt.drawing.fonts import FontMeasure, load_fonts, load_script, load_words
from kiosk.qt.drawing.slide_preparer import Prepared, prepare


@dataclass(frozen=True)
class Wish:
    """How slides are to be rendered. `loop`: as the loop shows them, else as a reader does."""

    screen: Screen
    language: str = ""
    text_size: int = 0
    contrast: bool = False
    loop: bool = False


class Renderer(QObject):
    """Draws pages of slides in a window that nobody sees."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._pictures = picture_decoder.PictureProvider()
        self._boxes = ListModel(Box, self)
        self._palette = Palette(self)
        self._metrics = Metrics(self)
        self._metrics.use(screen)
        self._measure = FontMeasure()
        self._engine = QQmlApplicationEngine()
        self._engine.addImageProvider(picture_decoder.PROVIDER, self._pictures)
        self._engine.addImageProvider(icon_provider.PROVIDER, icon_provider.IconProvider())
        self._engine.addImportPath(str(UI.parent.parent))
        self._engine.setInitialProperties({"boxes": self._boxes, "colours": self._palette, "metrics": self._metrics})
        self._engine.loadFromModule("kiosk.ui", "RenderWindow")
        roots = self._engine.rootObjects()
        if not roots or not isinstance(roots[0], QQuickWindow):
            raise RuntimeError("the user interface could not be loaded; the lines above say why")
        self.window = roots[0]
        self.window.resize(QSize(screen.width, screen.height))
        self.window.show()

    def prepare(self, deck: Deck, slide: Slide, wish: Wish, settings: Settings) -> Prepared:
        """Lays a slide out and decodes its pictures. Raises Unreadable."""
        return prepare(deck, slide, edition_of(deck, slide, wish), settings, self._measure)

    def show(self, prepared: Prepared, page: int) -> QQuickItem:
        """Puts one page into the window and returns the item that holds its boxes."""
        self._palette.use(HIGH_CONTRAST if prepared.rendition.edition.contrast else LIGHT)
        self._pictures.images = prepared.images
        self._boxes.replace(prepared.pages[page])
        return self.window.findChild(QQuickItem, "page")

    def draw(self, prepared: Prepared, page: int) -> QImage:
        """The picture of one page."""
        self.show(prepared, page)
        QCoreApplication.processEvents()
        return self.window.grabWindow()

    def close(self) -> None:
        """The engine goes before what it shows."""
        del self.window
        shiboken6.delete(self._engine)
        shiboken6.delete(self)


def edition_of(deck: Deck, slide: Slide, wish: Wish) -> Edition:
    """The edition that a session would show, without the bar."""
    topic = [other.id for other in deck.slides if other.topic == slide.topic]
    return Edition(
        slide=slide.id,
        language=wish.language,
        loop=wish.loop,
        screen=wish.screen,
        text_size=wish.text_size,
        contrast=wish.contrast,
        number=topic.index(slide.id) + 1,
        total=len(topic),
        last=closing_slide.is_last(deck, slide),
        of=QCoreApplication.translate("Stage", "{} of {}"),
        page_of=QCoreApplication.translate("Stage", "page {} of {}"),
        words=QCoreApplication.translate("Stage", "Words to know"),
    )


@contextmanager
def offscreen_application() -> Iterator[QGuiApplication]:
    """The Qt application, drawing in software and without a screen: the same picture with one and without."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_QUICK_BACKEND"] = "software"
    present = QGuiApplication.instance()
    if isinstance(present, QGuiApplication):
        load_fonts()
        yield present
        return
    with application() as made:
        yield made


@contextmanager
def renderer(screen: Screen) -> Iterator[Renderer]:
    made = Renderer(screen)
    try:
        yield made
    finally:
        made.close()


def render_pictures(deck: Deck, wish: Wish, settings: Settings, out: Path, tell: Callable[[int, int], None]) -> list[Path]:
    """Writes a PNG per page into `out`, named like the slides; `tell(done, of)` after each slide. Raises OSError."""
    written = []
    slides = [slide for slide in deck.slides if slide.error is None]
    with offscreen_application() as running, renderer(wish.screen) as made:
        for language in deck.languages():
            load_script(language)
        load_words(running, wish.language or deck.languages()[0])
        for number, slide in enumerate(slides, start=1):
            prepared = made.prepare(deck, slide, wish, settings)
            for page in range(len(prepared.pages)):
                suffix = f"-{page + 1}" if len(prepared.pages) > 1 else ""
                file = out / f"{slide.id.replace('/', '-')}{suffix}.png"
                if not made.draw(prepared, page).save(str(file)):
                    raise OSError(f"{file} cannot be written; is the folder writable and the disk not full?")
                written.append(file)
            tell(number, len(slides))
    return written
