"""The two slide pages that swap roles on the screen: which slide fills them, and how the one gives way to the other."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct
from PySide6.QtCore import QEnum, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.content import reading_time
from kiosk.core.content.deck import Slide
from kiosk.core.layout.display_list import Box
from kiosk.core.layout.screen import Screen
from kiosk.core.player import player
from kiosk.core.player.events import Failed, Mode, Replaced, Shown
from kiosk.core.player.state import State
from kiosk.qt.bridge.declarations import Property, QmlUncreatable
from kiosk.qt.bridge.list_model import ListModel
from kiosk.qt.drawing.picture_decoder import PictureProvider
from kiosk.qt.drawing.slide_preparer import Prepared, SlidePreparer, Unprepared
from kiosk.qt.player.driver import Driver
from kiosk.qt.player.playlist_source import PlaylistSource
from kiosk.qt.player.slide_requests import Request, SlideRequests
from kiosk.qt.player.slide_trials import SlideTrials

QML_IMPORT_NAME = "kiosk.bridge"
QML_IMPORT_MAJOR_VERSION = 1

# So many slides play for half an hour; a library of thousands is not to be held in memory for a drive that may go away.
READ_AHEAD = 100


class Showing(Struct, frozen=True):
    """A page of a slide that fills one of the two items."""

    prepared: Prepared
    page: int


@QmlElement
@QmlUncreatable("made in Python")
class Stage(QObject):
    """Keeps the screen in step with the player: prepares what is wanted, shows it when it is ready, says so."""

    @QEnum
    class Turn(Enum):
        """The way in which a page comes: at once, by cross-fade, or sliding in after or before the one on the screen."""

        Cut = 0
        Fade = 1
        On = 2
        Back = 3

    turned = Signal(int, arguments=["turn"])
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
        self._requests = SlideRequests(playlist_source, preparer)
        self._trials = SlideTrials(playlist_source, preparer, self)
        self._pictures = pictures
        self._pages = (ListModel(Box, self), ListModel(Box, self))
        self._holding: list[Showing | None] = [None, None]
        self._front = 0
        # The player's when a page was last shown.
        self._mode = Mode.LOOP
        driver.changed.connect(self._on_state)
        preparer.done.connect(self._on_done)
        playlist_source.reloaded.connect(self._on_reloaded)

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
        showing = self.showing()
        return showing is not None and showing.prepared.rtl

    @Property(str, notify=frontChanged)
    def title(self) -> str:
        showing = self.showing()
        return showing.prepared.text.title if showing else ""

    @Property(float, notify=frontChanged)
    def bandRoom(self) -> float:
        """The room that the slide on the screen leaves free for an announcement, in px."""
        showing = self.showing()
        if showing is None:
            return 0.0
        rendition = showing.prepared.rendition
        return rendition.taken - (0.0 if rendition.loop else rendition.screen.bar_height)

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
        if self._requests.resize(screen, band):
            self.update()

    def showing(self) -> Showing | None:
        return self._holding[self._front]

    def update(self) -> None:
        """Shows what the player wants, or has it prepared."""
        state = self._driver.state
        request = self._request(state)
        if request is None or state.mode is Mode.CLOSED:
            return
        prepared = self._prepared(request, state)
        if prepared is None:
            self._requests.ask(request)
            return
        self._show(Showing(prepared, min(state.reading.page, len(prepared.pages) - 1)), state)
        seconds = reading_time.dwell(prepared.text, self._playlist_source.arrangement.settings)
        self._driver.send(Shown(request.slide.id, seconds, len(prepared.pages)))
        self._requests.look_ahead(self._driver.state, self._on_screen())

    # --- following the player ---

    @Slot(object)
    def _on_state(self, before: State) -> None:
        self.update()

    @Slot(list)
    def _on_reloaded(self, problems: object) -> None:
        deck = self._playlist_source.deck
        first = (deck.slide(entry.slide) for entry in self._playlist_source.playlist()[:READ_AHEAD])
        self._preparer.read_ahead(filter(None, first), deck.root)

    @Slot(str)
    def on_language(self, language: str) -> None:
        self.update()

    def _request(self, state: State) -> Request | None:
        return self._requests.request(state, state.entry.slide, self._on_screen()) if state.entry else None

    def _on_screen(self) -> Slide | None:
        showing = self.showing()
        return showing.prepared.slide if showing else None

    def _prepared(self, request: Request, state: State) -> Prepared | None:
        showing = self.showing()
        if showing and showing.prepared.rendition == request.rendition and state.shown_at is not None:
            # What has changed on disk meanwhile waits until this slide is asked for again.
            return showing.prepared
        return self._requests.find(request)

    def _following(self, way: int) -> Showing | None:
        """The page a swipe leads to, if it is ready."""
        state = self._driver.state
        showing = self.showing()
        if showing is None or state.mode is not Mode.SESSION:
            return None
        page = showing.page + way
        if 0 <= page < len(showing.prepared.pages):
            return Showing(showing.prepared, page)
        entry = player.neighbour(state, way)
        request = self._requests.request(state, entry.slide, self._on_screen()) if entry else None
        prepared = self._requests.find(request) if request else None
        if prepared is None:
            return None
        return Showing(prepared, 0 if way > 0 else len(prepared.pages) - 1)

    @Slot(object)
    def _on_done(self, result: Prepared | Unprepared) -> None:
        self._pictures.images.update(self._preparer.images())
        request = self._request(self._driver.state)
        if request is None or request.rendition != result.rendition:
            return
        if isinstance(result, Unprepared):
            self._trials.add(request.slide, request.rendition)
            self._driver.send(Failed(request.slide.id, result.reason))
            self._driver.send(Replaced(self._playlist_source.playlist()))
        else:
            self.update()

    # --- showing ---

    def _show(self, showing: Showing, state: State) -> None:
        before = self.showing()
        if before is not None and _same(before, showing):
            return
        back = 1 - self._front
        self._load(back, showing)
        self._front = back
        self.frontChanged.emit()
        self.turned.emit(_turn(before, showing, self._mode, state).value)
        self._mode = state.mode
        if before is None:
            self.firstShown.emit()
        self._drop_pictures()

    def _load(self, place: int, showing: Showing) -> None:
        held = self._holding[place]
        if held is not None and _same(held, showing):
            return
        self._pictures.images.update(showing.prepared.images)
        self._holding[place] = showing
        self._pages[place].replace(showing.prepared.pages[showing.page])

    def _drop_pictures(self) -> None:
        """Forgets pictures that neither item shows and none of the kept slides holds."""
        kept = self._preparer.images()
        for showing in filter(None, self._holding):
            kept.update(showing.prepared.images)
        self._pictures.keep(kept)


def _same(one: Showing, other: Showing) -> bool:
    return one.prepared is other.prepared and one.page == other.page


def _turn(before: Showing | None, after: Showing, mode: Mode, state: State) -> Stage.Turn:
    """The turn from the page on the screen, shown in `mode`, to the next one."""
    if before is None:
        return Stage.Turn.Cut
    old, new = before.prepared.rendition, after.prepared.rendition
    if state.mode is Mode.LOOP and mode is Mode.LOOP:
        return Stage.Turn.Cut if old.slide == new.slide else Stage.Turn.Fade
    if old == new:
        return Stage.Turn.On if after.page > before.page else Stage.Turn.Back
    if old.slide == new.slide:
        return Stage.Turn.Cut
    order = [entry.slide for entry in state.playlist]
    if state.mode is not Mode.SESSION or mode is not Mode.SESSION or old.slide not in order or new.slide not in order:
        return Stage.Turn.Fade
    match order.index(new.slide) - order.index(old.slide):
        case 1:
            return Stage.Turn.On
        case -1:
            return Stage.Turn.Back
    return Stage.Turn.Fade
