"""Requests for slides: the rendition in which the player's state wants a slide, found ready or asked of the preparer."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from kiosk.core.content.deck import Slide
from kiosk.core.layout.rendition import Rendition, rendition_for
from kiosk.core.layout.screen import Screen
from kiosk.core.player import player
from kiosk.core.player.events import Mode
from kiosk.core.player.state import Reading, State
from kiosk.core.player.wish import wish_for
from kiosk.qt.drawing.interface_words import interface_words
from kiosk.qt.drawing.slide_preparer import Prepared, SlidePreparer
from kiosk.qt.player.playlist_source import PlaylistSource


class Request(Struct, frozen=True):
    """A slide in the rendition in which it is wanted."""

    slide: Slide
    rendition: Rendition


class SlideRequests:
    """The way from the player's wishes to the preparer. Nothing is wanted before the screen is known."""

    def __init__(self, playlist_source: PlaylistSource, preparer: SlidePreparer) -> None:
        self._playlist_source = playlist_source
        self._preparer = preparer
        self._screen: Screen | None = None
        self._band = 0.0

    def resize(self, screen: Screen, band: float) -> bool:
        """Takes over a screen, of which `band` px at its lower edge carry an announcement. True if that is new."""
        if (screen, band) == (self._screen, self._band):
            return False
        self._screen, self._band = screen, band
        self._preparer.forget()
        return True

    def request(self, state: State, slide_id: str, on_screen: Slide | None) -> Request | None:
        """The request for a slide in a state. A slide that is gone from the disk while it is on the screen stays as it was."""
        source = self._playlist_source
        slide = source.deck.slide(slide_id) or (on_screen if on_screen and on_screen.id == slide_id else None)
        if slide is None or self._screen is None:
            return None
        settings = source.arrangement.settings
        wish = wish_for(state, slide, source.deck, settings, source.complete)
        scale = settings.loop_text_scale
        return Request(slide, rendition_for(wish, self._screen, interface_words(), scale=scale, band=self._band))

    def find(self, request: Request) -> Prepared | None:
        return self._preparer.find(request.rendition, request.slide)

    def ask(self, request: Request) -> None:
        self._preparer.ask(self._playlist_source.deck, request.slide, request.rendition)

    def look_ahead(self, state: State, on_screen: Slide | None) -> None:
        """Asks for what a tap, or time, would show next."""
        wanted = []
        if state.mode in (Mode.SESSION, Mode.WARNING):
            wanted = [(state, entry) for entry in (player.neighbour(state, +1), player.neighbour(state, -1))]
        elif state.entry:
            # The first touch opens the slide on the screen: its full text is ready before the finger is up. It may come at any
            # time, and the next slide not for seconds: so it is made ready first.
            touched = replace(state, mode=Mode.SESSION, reading=Reading())
            wanted = [(touched, state.entry), (state, player.upcoming(state))]
        for later, entry in wanted:
            request = self.request(later, entry.slide, on_screen) if entry else None
            if request and self.find(request) is None:
                self.ask(request)
