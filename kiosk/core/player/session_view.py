"""The view of a session: the content of the controls around the slide, derived from the player's state alone."""

from __future__ import annotations

import math

from msgspec import Struct
from msgspec.structs import replace

from kiosk.core.arrangement.playlist import Playlist
from kiosk.core.content.deck import CENTRE, Deck, Slide
from kiosk.core.player import player
from kiosk.core.player.events import Mode, Overlay
from kiosk.core.player.state import CLEANING_SECONDS, State


class SessionView(Struct, frozen=True):
    """`place` of `total`: the dots, from 0. `countdown`: seconds left of a warning or of cleaning."""

    mode: Mode = Mode.LOOP
    prepared: bool = True
    place: int = 0
    total: int = 0
    can_go_back: bool = False
    can_go_on: bool = False
    overlay: Overlay = Overlay.NONE
    subject: str = ""
    meaning: str = ""
    countdown: int = 0
    countdown_share: float = 0.0
    text_size: int = 0
    contrast: bool = False
    low_reach: bool = False
    language: str = ""
    other_language: str = ""


class MenuCard(Struct, frozen=True):
    """One choice of the menu: a chapter of this topic, or another topic."""

    title: str
    slide: str
    picture: str
    focus_x: float
    focus_y: float
    current: bool


def derive(state: State, deck: Deck, languages: tuple[str, ...], now: float) -> SessionView:
    """The view of a state. `languages`: those a patient may choose, in their order."""
    playlist = state.playlist
    reading = state.reading
    shown = playlist if state.mode is not Mode.LOOP else tuple(entry for entry in playlist if entry.loop)
    if state.entry and state.mode is not Mode.LOOP:
        shown = tuple(entry for entry in shown if entry.topic == state.entry.topic)
    place = next((at for at, entry in enumerate(shown) if state.entry and entry.slide == state.entry.slide), 0)
    slide = deck.slide(state.entry.slide) if state.entry else None
    language = spoken(slide, reading.language)
    left, share = _countdown(state, now)
    return SessionView(
        mode=state.mode,
        prepared=state.entry is not None,
        place=place,
        total=len(shown),
        can_go_back=reading.page > 0 or player.neighbour(state, -1) is not None,
        can_go_on=reading.page + 1 < reading.pages or player.neighbour(state, +1) is not None,
        overlay=reading.overlay,
        subject=reading.subject,
        meaning=_meaning(deck, slide, language, reading.subject) if reading.overlay is Overlay.WORD else "",
        countdown=left,
        countdown_share=share,
        text_size=reading.text_size,
        contrast=reading.contrast,
        low_reach=reading.low_reach,
        language=language,
        other_language=next((code for code in languages if code != language), ""),
    )


def spoken(slide: Slide | None, language: str) -> str:
    """The language that a slide is shown in when `language` is asked for."""
    return slide.text(language).language if slide else language


def menu(state: State, deck: Deck, language: str) -> tuple[MenuCard, ...]:
    """The chapters of the topic on the screen, then the other topics."""
    if state.entry is None:
        return ()
    here = state.entry.topic
    cards = _chapters(tuple(entry for entry in state.playlist if entry.topic == here), state, deck, language)
    for topic in dict.fromkeys(entry.topic for entry in state.playlist if entry.topic != here):
        first = next(entry.slide for entry in state.playlist if entry.topic == topic)
        other = deck.topic(topic)
        cards.append(_card(deck, first, other.text(language).title if other else topic, language, current=False))
    return tuple(cards)


def _chapters(entries: Playlist, state: State, deck: Deck, language: str) -> list[MenuCard]:
    """A card for each run of slides with the same kicker; a slide without one is a chapter of its own."""
    cards: list[MenuCard] = []
    before = None
    for entry in entries:
        slide = deck.slide(entry.slide)
        if slide is None:
            continue
        kicker = slide.text(language).kicker
        current = state.entry is not None and state.entry.slide == entry.slide
        if cards and kicker and kicker == before:
            if current:
                cards[-1] = replace(cards[-1], current=True)
            continue
        before = kicker
        cards.append(_card(deck, entry.slide, kicker or slide.text(language).title, language, current))
    return cards


def _card(deck: Deck, slide_id: str, title: str, language: str, current: bool) -> MenuCard:
    slide = deck.slide(slide_id)
    picture = next(iter(slide.text(language).pictures), None) if slide else None
    if picture is None or slide is None:
        return MenuCard(title, slide_id, "", *CENTRE, current)
    focus = slide.focus if picture.focus == CENTRE else picture.focus
    return MenuCard(title, slide_id, str(picture.file), *focus, current)


def _meaning(deck: Deck, slide: Slide | None, language: str, word: str) -> str:
    topic = deck.topic(slide.topic) if slide else None
    return dict(topic.text(language).glossary).get(word, "") if topic else ""


def _countdown(state: State, now: float) -> tuple[int, float]:
    match state.mode:
        case Mode.WARNING:
            whole = state.limits.warning
            left = state.touched_at + state.limits.session + whole - now
        case Mode.CLEANING:
            whole = CLEANING_SECONDS
            left = state.touched_at + whole - now
        case _:
            return 0, 0.0
    seconds = max(math.ceil(left - 0.05), 0)
    return seconds, min(max(seconds / whole, 0.0), 1.0)
