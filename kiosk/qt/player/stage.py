"""The two slide pages that swap roles on the screen, and what fills them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.core.content import closing_slide
from kiosk.core.content.deck import Slide
from kiosk.core.layout.display_list import Box
from kiosk.core.layout.rendition import Edition
from kiosk.core.layout.screen import Screen
from kiosk.core.player import player
from kiosk.core.player.player import Failed, Mode, Reading, Shown, State
from kiosk.qt.bridge.list_model import ListModel
from kiosk.qt.drawing.picture_decoder import PictureProvider
from kiosk.qt.drawing.slide_preparer import Prepared, SlidePreparer, Unprepared
from kiosk.qt.player.driver import Driver
from kiosk.qt.player.playlist_source import PlaylistSource

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1

# How a page comes: at once, by cross-fade, or sliding in after or before the one on the screen.
CUT, FADE, ON, BACK = 2, 0, 1, -1


@dataclass(frozen=True)
class Showing:
    """A page of a slide that fills one of the two items."""

    prepared: Prepared
    page: int


@QmlElement
@QmlUncreatable("made in Python")
class Stage(QObject):
    """Keeps the screen in step with the player: prepares what is wanted, shows it when it is ready, says so."""

    turned = Signal(int, arguments=["way"])
    frontChanged = Signal()
    firstShown = Signal()

    def __init__(
        self,
        driver: Driver,
        playlist_source: PlaylistSource,
        preparer: SlidePreparer,
        pictures: PictureProvider,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._driver = driver
        self._playlist_source = playlist_source
        self._preparer = preparer
        self._pictures = pictures
        self._screen: Screen | None = None
        self._band = 0.0
        self._pages = (ListModel(Box, self), ListModel(Box, self))
        self._holding: list[Showing | None] = [None, None]
        self._front = 0
        self._mode = Mode.LOOP
        driver.changed.connect(self._on_state)
        preparer.done.connect(self._on_done)

    # --- for QML ---

    @Property(ListModel, constant=True)
    def first(self) -> ListModel:
        return self._pages[0]

    @Property(ListModel, constant=True)
    def second(self) -> ListModel:
        return self._pages[1]

    @Property(bool, notify=frontChanged)
    def firstInFront(self) -> bool:
        return self._front == 0

    @Property(bool, notify=frontChanged)
    def rightToLeft(self) -> bool:
        showing = self._holding[self._front]
        return showing is not None and showing.prepared.rendition.rtl

    @Property(str, notify=frontChanged)
    def title(self) -> str:
        showing = self._holding[self._front]
        return showing.prepared.rendition.title if showing else ""

    @Property(float, notify=frontChanged)
    def bandRoom(self) -> float:
        """What the slide on the screen leaves free for an announcement, in px."""
        showing = self._holding[self._front]
        if showing is None:
            return 0.0
        edition = showing.prepared.rendition.edition
        return edition.taken - (0.0 if edition.loop else edition.screen.bar_height)

    @Slot(int, result=bool)
    def reach(self, way: int) -> bool:
        """Fills the hidden page with the one before (-1) or after (+1). False if there is none, or not ready."""
        following = self._following(way)
        if following is None:
            return False
        self._load(1 - self._front, following)
        return True

    # --- for the application ---

    def resize(self, screen: Screen, band: float) -> None:
        """Lays everything out anew for a screen; `band` px at its lower edge carry an announcement."""
        if (screen, band) != (self._screen, self._band):
            self._screen, self._band = screen, band
            self._preparer.forget()
            self.update()

    def showing(self) -> Showing | None:
        return self._holding[self._front]

    def update(self) -> None:
        """Shows what the player wants, or has it prepared."""
        state = self._driver.state
        wanted = self._wanted(state)
        if wanted is None or state.mode is Mode.CLOSED:
            return
        edition, slide = wanted
        held = self._holding[self._front]
        if held and held.prepared.rendition.edition == edition and state.shown_at is not None:
            # What has changed on disk meanwhile waits until this slide is asked for again.
            prepared = held.prepared
        else:
            found = self._preparer.find(edition, slide)
            if found is None:
                self._ask(edition, slide)
                return
            prepared = found
        page = min(state.reading.page, len(prepared.pages) - 1)
        self._show(Showing(prepared, page), state)
        self._driver.send(Shown(slide.id, prepared.rendition.seconds, len(prepared.pages)))
        self._look_ahead()

    # --- wanting ---

    def _on_state(self, before: State) -> None:
        self.update()

    def _wanted(self, state: State) -> tuple[Edition, Slide] | None:
        return None if state.entry is None else self._edition(state, state.entry.slide)

    def _edition(self, state: State, slide_id: str) -> tuple[Edition, Slide] | None:
        slide = self._playlist_source.deck.slide(slide_id)
        if slide is None:
            # Gone from the disk while it is on the screen: what was read stays until the next slide.
            held = self._holding[self._front]
            slide = held.prepared.slide if held and held.prepared.slide.id == slide_id else None
        if slide is None or self._screen is None:
            return None
        reading = state.reading
        loop = state.mode in (Mode.LOOP, Mode.CLOSED, Mode.CLEANING, Mode.STAFF)
        if loop:
            languages = self._playlist_source.arrangement.settings.loop_languages
            language = languages[state.loop_language % len(languages)] if languages else ""
            return Edition(slide_id, language, True, self._screen, self._band), slide
        same_topic = [entry.slide for entry in state.playlist if entry.topic == slide.topic]
        number = same_topic.index(slide_id) + 1 if slide_id in same_topic else 0
        return (
            Edition(
                slide=slide_id,
                language=reading.language,
                loop=False,
                screen=self._screen,
                taken=self._screen.bar_height + self._band,
                text_size=reading.text_size,
                contrast=reading.contrast,
                number=number,
                total=len(same_topic) if number and self._playlist_source.complete else 0,
                last=self._playlist_source.complete and closing_slide.is_last(self._playlist_source.deck, slide),
                of=QCoreApplication.translate("Stage", "{} of {}"),
                page_of=QCoreApplication.translate("Stage", "page {} of {}"),
                words=QCoreApplication.translate("Stage", "Words to know"),
            ),
            slide,
        )

    def _following(self, way: int) -> Showing | None:
        """The page a swipe leads to, if it is ready."""
        state = self._driver.state
        showing = self._holding[self._front]
        if showing is None or state.mode is not Mode.SESSION:
            return None
        page = showing.page + way
        if 0 <= page < len(showing.prepared.pages):
            return Showing(showing.prepared, page)
        entry = player.neighbour(state, way)
        wanted = self._edition(state, entry.slide) if entry else None
        prepared = self._preparer.find(*wanted) if wanted else None
        if prepared is None:
            return None
        return Showing(prepared, 0 if way > 0 else len(prepared.pages) - 1)

    def _look_ahead(self) -> None:
        """Prepares what a tap, or time, would show next."""
        state = self._driver.state
        wanted = []
        if state.mode in (Mode.SESSION, Mode.WARNING):
            for entry in (player.neighbour(state, +1), player.neighbour(state, -1)):
                wanted.append(self._edition(state, entry.slide) if entry else None)
        elif state.entry:
            upcoming = player.upcoming(state)
            wanted.append(self._edition(state, upcoming.slide) if upcoming else None)
            # The first touch opens this slide: its full text is ready before the finger is up.
            touched = replace(state, mode=Mode.SESSION, reading=Reading())
            wanted.append(self._edition(touched, state.entry.slide))
        for edition, slide in filter(None, wanted):
            if self._preparer.find(edition, slide) is None:
                self._ask(edition, slide)

    def _ask(self, edition: Edition, slide: Slide) -> None:
        self._preparer.ask(self._playlist_source.deck, slide, edition, self._playlist_source.arrangement.settings)

    def _on_done(self, result: Prepared | Unprepared) -> None:
        self._pictures.images.update(self._preparer.images())
        wanted = self._wanted(self._driver.state)
        if isinstance(result, Unprepared):
            if wanted and wanted[0] == result.edition:
                self._playlist_source.cannot_draw(result.edition.slide)
                self._driver.send(Failed(result.edition.slide, result.reason))
                self._driver.send(player.Replaced(self._playlist_source.playlist()))
        elif wanted and wanted[0] == result.rendition.edition:
            self.update()

    # --- showing ---

    def _show(self, showing: Showing, state: State) -> None:
        before = self._holding[self._front]
        if before is not None and before.prepared is showing.prepared and before.page == showing.page:
            return
        back = 1 - self._front
        self._load(back, showing)
        self._front = back
        self.frontChanged.emit()
        self.turned.emit(self._way(before, showing, state))
        self._mode = state.mode
        if before is None:
            self.firstShown.emit()
        self._drop_pictures()

    def _load(self, place: int, showing: Showing) -> None:
        held = self._holding[place]
        if held is not None and held.prepared is showing.prepared and held.page == showing.page:
            return
        self._pictures.images.update(showing.prepared.images)
        self._holding[place] = showing
        self._pages[place].replace(showing.prepared.pages[showing.page])

    def _way(self, before: Showing | None, after: Showing, state: State) -> int:
        if before is None:
            return CUT
        if state.mode is Mode.LOOP and self._mode is Mode.LOOP:
            same = before.prepared.slide.id == after.prepared.slide.id
            return CUT if same else FADE
        old, new = before.prepared.rendition.edition, after.prepared.rendition.edition
        if old.slide == new.slide:
            return CUT if old != new else (ON if after.page > before.page else BACK)
        if state.mode is not Mode.SESSION or self._mode is not Mode.SESSION:
            return FADE
        order = [entry.slide for entry in state.playlist]
        if old.slide not in order or new.slide not in order:
            return FADE
        distance = order.index(new.slide) - order.index(old.slide)
        return ON if distance == 1 else BACK if distance == -1 else FADE

    def _drop_pictures(self) -> None:
        """Forgets pictures that neither item shows and none of the kept slides holds."""
        kept = self._preparer.images()
        for showing in self._holding:
            if showing:
                kept.update(showing.prepared.images)
        overlay = {key: image for key, image in self._pictures.images.items() if key.startswith("overlay-")}
        self._pictures.images = kept | overlay
