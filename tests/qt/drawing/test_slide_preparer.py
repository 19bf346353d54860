"""Slides are made ready in the background, and kept while they may be needed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from kiosk.core.content import library
from kiosk.core.content.deck import Deck
from kiosk.core.layout.display_list import CodeBox, PictureBox
from kiosk.core.layout.rendition import Place, Rendition
from kiosk.core.layout.screen import Screen
from kiosk.qt.drawing.slide_preparer import KEPT, Prepared, SlidePreparer, Unprepared
from tests.qt import slides_on_disk

SCREEN = Screen(1280, 720, 3.8, 0.6)


@pytest.fixture
def deck(tmp_path: Path) -> Deck:
    return library.load(slides_on_disk.write(tmp_path / "slides"))


@pytest.fixture
def preparer(fonts: None) -> Iterator[SlidePreparer]:
    made = SlidePreparer()
    yield made
    made.close()


def rendition(slide: str, **more: object) -> Rendition:
    return replace(Rendition(slide, "en", True, SCREEN), **more)  # type: ignore[arg-type]


def ask(qtbot: QtBot, preparer: SlidePreparer, deck: Deck, wanted: Rendition) -> Prepared | Unprepared:
    slide = deck.slide(wanted.slide)
    assert slide is not None
    with qtbot.waitSignal(preparer.done) as told:
        preparer.ask(deck, slide, wanted)
    result = told.args[0]
    assert isinstance(result, (Prepared, Unprepared))
    return result


def test_pictures_are_decoded_at_the_size_of_their_place(qtbot: QtBot, preparer: SlidePreparer, deck: Deck) -> None:
    result = ask(qtbot, preparer, deck, rendition(slides_on_disk.PICTURED))
    assert isinstance(result, Prepared)
    (box,) = [box for box in result.pages[0] if isinstance(box, PictureBox)]
    image = result.images[box.key]
    assert (image.width(), image.height()) == (box.width, box.height)
    assert preparer.images().keys() == {box.key}


def test_what_is_ready_is_found_until_the_slide_changes(qtbot: QtBot, preparer: SlidePreparer, deck: Deck) -> None:
    wanted = rendition(slides_on_disk.FIRST)
    slide = deck.slide(slides_on_disk.FIRST)
    assert slide is not None
    assert preparer.find(wanted, slide) is None
    result = ask(qtbot, preparer, deck, wanted)
    assert preparer.find(wanted, slide) is result
    assert preparer.find(replace(wanted, contrast=True), slide) is None
    assert preparer.find(wanted, replace(slide)) is None, "read anew, the slide is made anew"
    preparer.forget()
    assert preparer.find(wanted, slide) is None


def test_only_the_last_few_are_kept(qtbot: QtBot, preparer: SlidePreparer, deck: Deck) -> None:
    slide = deck.slide(slides_on_disk.FIRST)
    assert slide is not None
    wanted = [rendition(slides_on_disk.FIRST, taken=float(taken)) for taken in range(KEPT + 2)]
    for one in wanted:
        ask(qtbot, preparer, deck, one)
    assert [preparer.find(one, slide) is not None for one in wanted] == [False] * 2 + [True] * KEPT


def test_a_missing_picture_keeps_a_slide_from_the_loop_but_not_from_its_reader(
    qtbot: QtBot, preparer: SlidePreparer, deck: Deck
) -> None:
    (deck.root / "topic" / "square.svg").unlink()
    result = ask(qtbot, preparer, deck, rendition(slides_on_disk.PICTURED))
    assert isinstance(result, Unprepared)
    assert "square.svg" in result.reason
    read = ask(qtbot, preparer, deck, rendition(slides_on_disk.PICTURED, loop=False, taken=SCREEN.bar_height))
    assert isinstance(read, Prepared)
    assert read.images == {}
    assert [box.key for box in read.pages[0] if isinstance(box, PictureBox)] == [""]


def test_a_code_is_drawn_at_the_size_of_its_place(qtbot: QtBot, preparer: SlidePreparer, deck: Deck) -> None:
    (deck.root / "topic" / "topic.yaml").write_text("title: The topic\nmore: https://example.org\n")
    deck = library.load(deck.root)
    wanted = rendition(slides_on_disk.PICTURED, loop=False, place=Place(3, 3, last=True))
    result = ask(qtbot, preparer, deck, wanted)
    assert isinstance(result, Prepared)
    (code,) = [box for page in result.pages for box in page if isinstance(box, CodeBox)]
    assert (result.images[code.key].width(), code.name) == (code.width, "https://example.org")


def test_an_error_on_the_way_is_a_reason_and_not_the_end(qtbot: QtBot, preparer: SlidePreparer, deck: Deck) -> None:
    impossible = replace(SCREEN, px_per_mm=float("nan"))
    assert isinstance(ask(qtbot, preparer, deck, rendition(slides_on_disk.FIRST, screen=impossible)), Unprepared)
    assert isinstance(ask(qtbot, preparer, deck, rendition(slides_on_disk.FIRST)), Prepared)
