"""The form in which the player's state wants a slide."""

from __future__ import annotations

import pytest

from kiosk.core.arrangement.playlist import Entry
from kiosk.core.content.deck import Deck, Slide, Text, Topic, TopicText
from kiosk.core.layout.rendition import Place, Wish
from kiosk.core.player.events import Mode
from kiosk.core.player.state import Reading, State
from kiosk.core.player.wish import wish_for
from kiosk.core.settings import Settings


def slide(name: str, topic: str = "t") -> Slide:
    return Slide(name, topic, (Text("en", "", name, "", "", "", 1),))


A, B, OTHER = slide("a"), slide("b"), slide("o", "u")
DECK = Deck((Topic("t", (TopicText("en", "T"),)), Topic("u", (TopicText("en", "U"),))), (A, B, OTHER))
PLAYLIST = tuple(Entry(each.id, each.topic, True) for each in DECK.slides)
READING = Reading(language="es", text_size=2, contrast=True)
BILINGUAL = Settings(loop_languages=("en", "es"))


@pytest.mark.parametrize(
    ("mode", "wanted", "settings", "round_", "wish"),
    [
        (Mode.LOOP, A, Settings(), 3, Wish("a")),
        (Mode.LOOP, A, BILINGUAL, 0, Wish("a", "en")),
        (Mode.LOOP, A, BILINGUAL, 3, Wish("a", "es")),
        (Mode.CLOSED, A, Settings(), 0, Wish("a")),
        (Mode.CLEANING, A, Settings(), 0, Wish("a")),
        (Mode.STAFF, A, Settings(), 0, Wish("a")),
        (Mode.SESSION, A, BILINGUAL, 0, Wish("a", "es", False, 2, True, Place(1, 2))),
        (Mode.WARNING, B, Settings(), 0, Wish("b", "es", False, 2, True, Place(2, 2, last=True))),
        (Mode.SESSION, OTHER, Settings(), 0, Wish("o", "es", False, 2, True, Place(1, 1, last=True))),
        (Mode.SESSION, slide("new"), Settings(), 0, Wish("new", "es", False, 2, True, Place(0, 0))),
    ],
)
def test_wish(mode: Mode, wanted: Slide, settings: Settings, round_: int, wish: Wish) -> None:
    state = State(mode, PLAYLIST, entry=PLAYLIST[0], reading=READING, loop_language=round_)
    assert wish_for(state, wanted, DECK, settings, complete=True) == wish


def test_no_place_is_known_while_only_the_first_slide_was_read() -> None:
    state = State(Mode.SESSION, PLAYLIST[:1], entry=PLAYLIST[0])
    assert wish_for(state, A, DECK, Settings(), complete=False) == Wish("a", loop=False)
