"""The wish of the player: the form in which its state wants a slide."""

from __future__ import annotations

from typing import assert_never

from kiosk.core.content.deck import Deck, Slide
from kiosk.core.layout.rendition import Place, Wish, place_of
from kiosk.core.player.events import Mode
from kiosk.core.player.state import State
from kiosk.core.settings import Settings


def wish_for(state: State, slide: Slide, deck: Deck, settings: Settings, complete: bool) -> Wish:
    """The form of `slide` in a state. While the deck is not `complete`, nobody knows the slide's place in its topic."""
    match state.mode:
        case Mode.LOOP | Mode.CLOSED | Mode.CLEANING | Mode.STAFF:
            languages = settings.loop_languages
            return Wish(slide.id, languages[state.loop_language % len(languages)] if languages else "")
        case Mode.SESSION | Mode.WARNING:
            reading = state.reading
            topic = [entry.slide for entry in state.playlist if entry.topic == slide.topic]
            place = place_of(slide, topic, deck) if complete else Place()
            return Wish(slide.id, reading.language, False, reading.text_size, reading.contrast, place)
        case _:
            assert_never(state.mode)
