"""The layers over the slide in a session: the menu's cards, the large picture, the languages."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement

from kiosk.core.files import Unreadable
from kiosk.core.layout.screen import Screen
from kiosk.core.player import session_view
from kiosk.core.player.events import Overlay
from kiosk.core.player.session_view import MenuCard, SessionView
from kiosk.core.player.state import State
from kiosk.qt.bridge.declarations import Property, QmlUncreatable
from kiosk.qt.bridge.list_model import ListModel
from kiosk.qt.drawing.fonts import name_of
from kiosk.qt.drawing.picture_decoder import OVERLAY, Frame, PictureProvider, decode
from kiosk.qt.drawing.slide_preparer import SlidePreparer
from kiosk.qt.player.playlist_source import PlaylistSource

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1


# Cards to a page of the menu.
MENU_CARDS = 8


class LanguageRow(Struct, frozen=True):
    code: str
    name: str
    current: bool


@QmlElement
@QmlUncreatable("made in Python")
class SessionOverlays(QObject):
    """Fills the overlays when they open, and drops their pictures when they close."""

    changed = Signal()

    def __init__(
        self, playlist_source: PlaylistSource, preparer: SlidePreparer, pictures: PictureProvider, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._playlist_source = playlist_source
        self._preparer = preparer
        self._pictures = pictures
        self._screen: Screen | None = None
        self._cards = ListModel(MenuCard, self)
        self._languages = ListModel(LanguageRow, self)
        self._menu: list[tuple[MenuCard, str]] = []
        self._picture = ""
        self._alt = ""
        self._open: object = None
        self._count = 0

    def resize(self, screen: Screen) -> None:
        self._screen = screen
        self._open = None

    # --- for QML ---

    @Property(ListModel, constant=True)
    def cards(self) -> ListModel:
        return self._cards

    @Property(ListModel, constant=True)
    def languages(self) -> ListModel:
        return self._languages

    @Property(str, notify=changed)
    def picture(self) -> str:
        """The large picture's key in the image provider; "" until it is decoded."""
        return self._picture if self._picture in self._pictures.images else ""

    @Property(str, notify=changed)
    def alt(self) -> str:
        return self._alt

    @Property(float, notify=changed)
    def cardWidth(self) -> float:
        return self._card_size(len(self._menu))[0]

    @Property(float, notify=changed)
    def cardPicture(self) -> float:
        return self._card_size(len(self._menu))[1]

    @Property(int, constant=True)
    def perPage(self) -> int:
        return MENU_CARDS

    @Property(int, notify=changed)
    def cardColumns(self) -> int:
        return self._columns()

    def _columns(self) -> int:
        return 2 if self._screen and self._screen.portrait else 4

    def _card_size(self, cards: int) -> tuple[int, int]:
        """Width of one of so many menu cards, and height of its picture, in px."""
        if self._screen is None:
            return (300, 150)
        screen = self._screen
        unit = screen.short / 100
        columns = self._columns()
        rows = -(-min(max(cards, columns), MENU_CARDS) // columns)
        width = (screen.width - 2 * screen.margin - (columns - 1) * 2.2 * unit) / columns
        # Above the cards stands the question, below each picture its title.
        room = screen.height - screen.bar_height - 1.4 * screen.margin - (18 if screen.portrait else 11) * unit
        return (int(width), int(min(width * 0.62, room / rows - 11.6 * unit)))

    # --- following the player ---

    def follow(self, now: SessionView, state: State) -> None:
        """Fills what has just been opened."""
        slide = state.entry.slide if state.entry else ""
        opened = (now.overlay, slide, now.language, now.subject if now.overlay is Overlay.PICTURE else "")
        if opened == self._open:
            return
        self._open = opened
        for key in [key for key in self._pictures.images if key.startswith(OVERLAY)]:
            del self._pictures.images[key]
        match now.overlay:
            case Overlay.LANGUAGES:
                offered = self._playlist_source.languages_of(slide)
                self._languages.replace([LanguageRow(code, name_of(code), code == now.language) for code in offered])
            case Overlay.TOPICS:
                self._fill_menu(state, now.language)
            case Overlay.PICTURE:
                self._fill_picture(slide, now.language, int(now.subject or 0))
        self.changed.emit()

    def _fill_menu(self, state: State, language: str) -> None:
        cards = session_view.menu(state, self._playlist_source.deck, language)
        width, height = self._card_size(len(cards))
        self._menu = []
        for card in cards:
            frame = Frame(Path(card.picture), width, height, (card.focus_x, card.focus_y), radius=2.2 * self._unit())
            self._menu.append((card, self._decode(frame) if card.picture else ""))
        self._show_menu()

    def _show_menu(self) -> None:
        """The cards, each with its picture as soon as that is decoded."""
        images = self._pictures.images
        self._cards.update([replace(card, picture=key if key in images else "") for card, key in self._menu])

    def _fill_picture(self, slide_id: str, language: str, number: int) -> None:
        slide = self._playlist_source.deck.slide(slide_id)
        if slide is None or self._screen is None:
            return
        pictures = slide.text(language).pictures
        if number < len(pictures):
            self._alt = pictures[number].alt
            height = round(self._screen.height - self._screen.bar_height)
            self._picture = self._decode(Frame(pictures[number].file, self._screen.width, height, cover=False))

    def _unit(self) -> float:
        return self._screen.short / 100 if self._screen else 10.0

    def _decode(self, frame: Frame) -> str:
        # Unlike other pictures' keys without the file's stamp: this is the GUI thread, and a drive may not answer.
        self._count += 1
        key = f"{OVERLAY}{self._count}"
        # Of a picture that cannot be drawn the slide itself tells; the overlay shows the words alone.
        work = partial(decode, frame, self._playlist_source.root, self._preparer.pictures.read)
        self._preparer.jobs.run(work, partial(self._take, key), errors=(Unreadable,))
        return key

    def _take(self, key: str, image: QImage) -> None:
        if self._open is None:
            return
        self._pictures.images[key] = image
        self._show_menu()
        self.changed.emit()
