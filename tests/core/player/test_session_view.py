"""What the controls show, from the player's state alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.core.arrangement.playlist import Entry
from kiosk.core.content import library
from kiosk.core.content.deck import Deck
from kiosk.core.player import session_view
from kiosk.core.player.events import Mode, Overlay
from kiosk.core.player.state import Reading, State
from tests.core.conftest import Write

A, B, HIDDEN, OTHER = Entry("t/a", "t", True), Entry("t/b", "t", True), Entry("t/h", "t", False), Entry("u/x", "u", True)
PLAYLIST = (A, HIDDEN, B, OTHER)


@pytest.fixture
def deck(tmp_path: Path, write: Write) -> Deck:
    write("t/glossary.md", "*[scan]: A picture.\n")
    write("t/p.svg", "<svg/>")
    write("t/a.md", "---\ntitle: A\nkicker: Start\nfocus: 10 20\n---\n![x](p.svg)\n")
    write("t/a.es.md", "---\ntitle: Á\nkicker: Inicio\n---\nx\n")
    write("t/h.md", "---\ntitle: H\nkicker: Start\n---\nx\n")
    write("t/b.md", "---\ntitle: B\n---\nx\n")
    write("u/x.md", "---\ntitle: X\n---\nx\n")
    return library.load(tmp_path)


def state(mode: Mode = Mode.SESSION, entry: Entry | None = A, **reading: object) -> State:
    return State(mode, PLAYLIST, entry=entry, shown_at=0.0, reading=Reading(**reading))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("mode", "entry", "place", "total", "back", "on"),
    [
        (Mode.LOOP, A, 0, 3, False, True),
        (Mode.LOOP, OTHER, 2, 3, True, False),
        (Mode.SESSION, A, 0, 3, False, True),
        (Mode.SESSION, B, 2, 3, True, True),
        (Mode.SESSION, OTHER, 0, 1, True, False),
        (Mode.LOOP, None, 0, 3, False, True),
    ],
)
def test_where_it_is(mode: Mode, entry: Entry | None, place: int, total: int, back: bool, on: bool, deck: Deck) -> None:
    found = session_view.derive(state(mode, entry), deck, ("en",), 0.0)
    assert (found.place, found.total, found.prepared) == (place, total, entry is not None)
    if entry:
        assert (found.can_go_back, found.can_go_on) == (back, on)


def test_pages_can_be_turned_at_the_ends(deck: Deck) -> None:
    only = State(Mode.SESSION, (A,), entry=A, reading=Reading(page=1, pages=3))
    found = session_view.derive(only, deck, (), 0.0)
    assert (found.can_go_back, found.can_go_on) == (True, True)


@pytest.mark.parametrize(
    ("mode", "now", "countdown", "share"),
    [
        (Mode.SESSION, 100.0, 0, 0.0),
        (Mode.WARNING, 90.0, 30, 1.0),
        (Mode.WARNING, 105.0, 15, 0.5),
        (Mode.WARNING, 500.0, 0, 0.0),
        (Mode.CLEANING, 30.0, 30, 0.5),
    ],
)
def test_countdown(mode: Mode, now: float, countdown: int, share: float, deck: Deck) -> None:
    found = session_view.derive(state(mode), deck, (), now)
    assert (found.countdown, found.countdown_share) == (countdown, pytest.approx(share))


@pytest.mark.parametrize(
    ("reading", "entry", "language", "other"),
    [("", A, "en", "es"), ("es", A, "es", "en"), ("es", B, "en", "es"), ("fr", A, "en", "es")],
)
def test_languages(reading: str, entry: Entry, language: str, other: str, deck: Deck) -> None:
    found = session_view.derive(state(entry=entry, language=reading), deck, ("en", "es"), 0.0)
    assert (found.language, found.other_language) == (language, other)


@pytest.mark.parametrize(("word", "meaning"), [("scan", "A picture."), ("gone", "")])
def test_the_meaning_of_a_word(word: str, meaning: str, deck: Deck) -> None:
    assert session_view.derive(state(overlay=Overlay.WORD, subject=word), deck, (), 0.0).meaning == meaning


def test_menu(deck: Deck) -> None:
    cards = session_view.menu(state(entry=HIDDEN), deck, "")
    assert [(card.title, card.slide, card.current) for card in cards] == [
        ("Start", "t/a", True),
        ("B", "t/b", False),
        ("U", "u/x", False),
    ]
    assert (Path(cards[0].picture).name, cards[0].focus_x, cards[0].focus_y) == ("p.svg", 10.0, 20.0)
    assert session_view.menu(state(), deck, "es")[0].title == "Inicio"


def test_nothing_to_show() -> None:
    empty = State()
    assert session_view.menu(empty, Deck(), "") == ()
    assert not session_view.derive(empty, Deck(), (), 0.0).prepared
    gone = session_view.derive(replace(state(), entry=Entry("gone", "t", True)), Deck(), (), 0.0)
    assert (gone.language, gone.other_language) == ("", "")
