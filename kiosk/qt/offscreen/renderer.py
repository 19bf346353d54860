"""Slides as pictures: the same QML and the same layout as on the screen, drawn without one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import PySide6.QtQuick  # noqa: F401  the root object is a QQuickWindow only if this is imported
import shiboken6
from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QObject, QSize
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.core.content.deck import Deck, Slide
from kiosk.core.layout.display_list import Box
from kiosk.core.layout.rendition import Rendition, Wish, place_of, rendition_for
from kiosk.core.layout.screen import Screen
from kiosk.core.layout.theme import HIGH_CONTRAST, LIGHT
from kiosk.core.paths import UI
from kiosk.core.settings import Settings
from kiosk.qt.bridge.list_model import ListModel
from kiosk.qt.bridge.theme import Theme
from kiosk.qt.drawing import icon_provider, picture_decoder
from kiosk.qt.drawing.application import application
from kiosk.qt.drawing.fonts import FontMeasure, load_fonts, load_script, load_words
from kiosk.qt.drawing.interface_words import interface_words
from kiosk.qt.drawing.slide_preparer import Prepared, prepare


class Form(Struct, frozen=True):
    """The form in which all slides are rendered. `language` "" is each topic's own; `loop`: as the loop shows them."""

    screen: Screen
    language: str = ""
    text_size: int = 0
    contrast: bool = False
    loop: bool = False


class Renderer(QObject):
    """A window that nobody sees, in which pages of slides are drawn."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._pictures = picture_decoder.PictureProvider()
        self._boxes = ListModel(Box, self)
        self._theme = Theme(self)
        self._theme.set_screen(screen)
        self._engine = QQmlApplicationEngine()
        self._theme.attach(self._engine)
        self._engine.addImageProvider(picture_decoder.PROVIDER, self._pictures)
        self._engine.addImageProvider(icon_provider.PROVIDER, icon_provider.IconProvider())
        self._engine.addImportPath(str(UI.parent.parent))
        self._engine.setInitialProperties({"boxes": self._boxes})
        self._engine.loadFromModule("kiosk.ui", "RenderWindow")
        roots = self._engine.rootObjects()
        if not roots or not isinstance(roots[0], QQuickWindow):
            raise RuntimeError("the user interface could not be loaded; the lines above say why")
        self.window = roots[0]
        self.window.resize(QSize(screen.width, screen.height))
        self.window.show()

    def show(self, prepared: Prepared, page: int) -> QQuickItem:
        """Puts one page into the window and returns the item that holds its boxes."""
        self._theme.set_colours(HIGH_CONTRAST if prepared.rendition.contrast else LIGHT)
        self._pictures.images = prepared.images
        self._boxes.replace(prepared.pages[page])
        item = self.window.findChild(QQuickItem, "page")
        assert item is not None
        return item

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


def rendition_in(deck: Deck, slide: Slide, form: Form, settings: Settings, *, bar: bool) -> Rendition:
    """The rendition of a slide in a form, with its place among all slides of its topic; above the session's bar, or without."""
    topic = [other.id for other in deck.slides if other.topic == slide.topic]
    wish = Wish(slide.id, form.language, form.loop, form.text_size, form.contrast, place_of(slide, topic, deck))
    return rendition_for(wish, form.screen, interface_words(), scale=settings.loop_text_scale, bar=bar)


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


def render_pictures(deck: Deck, form: Form, settings: Settings, out: Path, tell: Callable[[int, int], None]) -> list[Path]:
    """Writes a PNG per page into `out`, named like the slides, and returns their paths; `tell(done, of)` after each slide.

    A session's slide has the whole screen, as there is no bar to tap. Raises OSError, and Unreadable for the loop's pictures.
    """
    written = []
    slides = [slide for slide in deck.slides if slide.error is None]
    with offscreen_application() as running, renderer(form.screen) as window:
        for language in deck.languages():
            load_script(language)
        translator = load_words(running, form.language or deck.languages()[0])
        measure = FontMeasure()
        for number, slide in enumerate(slides, start=1):
            prepared = prepare(deck, slide, rendition_in(deck, slide, form, settings, bar=False), measure)
            for page in range(len(prepared.pages)):
                suffix = f"-{page + 1}" if len(prepared.pages) > 1 else ""
                file = out / f"{slide.id.replace('/', '-')}{suffix}.png"
                if not window.draw(prepared, page).save(str(file)):
                    raise OSError(f"{file} cannot be written; is the folder writable and the disk not full?")
                written.append(file)
            tell(number, len(slides))
        running.removeTranslator(translator)
    return written
