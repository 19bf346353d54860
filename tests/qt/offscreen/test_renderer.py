"""Slides as picture files: a PNG for each page, named like its slide."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from kiosk.core.content import library
from kiosk.core.content.deck import Deck
from kiosk.core.files import Unreadable
from kiosk.core.layout.screen import Screen
from kiosk.core.layout.theme import HIGH_CONTRAST, LIGHT
from kiosk.core.settings import Settings
from kiosk.qt.offscreen.renderer import Form, render_pictures, renderer
from tests.qt import slides_on_disk

SCREEN = Screen(1024, 600, 2.4, 0.6)
FORM = Form(SCREEN)
Rendered = dict[str, QImage]


@pytest.fixture
def deck(tmp_path: Path) -> Deck:
    return library.load(slides_on_disk.write(tmp_path / "slides"))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def rendered(deck: Deck, form: Form, out: Path) -> Rendered:
    steps: list[tuple[int, int]] = []
    files = render_pictures(deck, form, Settings(), out, lambda done, of: steps.append((done, of)))
    assert steps == [(1, 3), (2, 3), (3, 3)]
    assert sorted(files) == sorted(out.iterdir())
    assert all(file.read_bytes().startswith(b"\x89PNG") for file in files)
    return {file.stem: QImage(str(file)) for file in files}


def ground(image: QImage) -> str:
    """The colour of the lower left corner, where no slide of these has anything."""
    return image.pixelColor(2, image.height() - 3).name().upper()


def test_a_picture_for_each_page_named_like_its_slide(deck: Deck, out: Path) -> None:
    images = rendered(deck, FORM, out)
    long = [name for name in images if name.startswith("topic-2-long")]
    assert len(long) > 1
    assert long == [f"topic-2-long-{page}" for page in range(1, len(long) + 1)]
    # The topic's last slide goes on with its words.
    assert sorted(images) == ["topic-1-first", *long, "topic-3-pictured-1", "topic-3-pictured-2"]
    assert {image.size() for image in images.values()} == {QSize(1024, 600)}
    assert {ground(image) for image in images.values()} == {LIGHT.paper}
    assert QColor("#B8442F") == images["topic-3-pictured-1"].pixelColor(900, 300), "the picture lies at the right edge"


def test_the_loop_has_one_page_of_each_and_other_sizes_and_colours_are_drawn_so(deck: Deck, out: Path) -> None:
    images = rendered(deck, replace(FORM, screen=Screen(600, 1024, 2.4, 0.6), loop=True), out)
    assert sorted(images) == ["topic-1-first", "topic-2-long", "topic-3-pictured"]
    assert {image.size() for image in images.values()} == {QSize(600, 1024)}
    for file in out.iterdir():
        file.unlink()
    contrast = rendered(deck, replace(FORM, contrast=True, text_size=2), out)
    assert {ground(image) for image in contrast.values()} == {HIGH_CONTRAST.paper}
    assert len(contrast) > 3


def test_a_language_is_drawn_in_its_own_words(deck: Deck, tmp_path: Path) -> None:
    folders = [tmp_path / language for language in ("en", "es")]
    for folder in folders:
        folder.mkdir()
    english, spanish = (rendered(deck, replace(FORM, language=folder.name), folder) for folder in folders)
    assert english["topic-1-first"] != spanish["topic-1-first"]


def test_what_cannot_be_written_and_what_cannot_be_drawn_is_said(deck: Deck, out: Path, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="cannot be written"):
        render_pictures(deck, FORM, Settings(), tmp_path / "missing", lambda done, of: None)
    (deck.root / "topic" / "square.svg").unlink()
    with pytest.raises(Unreadable, match=r"square\.svg"):
        render_pictures(deck, replace(FORM, loop=True), Settings(), out, lambda done, of: None)
    for file in out.iterdir():
        file.unlink()
    images = rendered(deck, FORM, out)
    assert images["topic-3-pictured-1"].pixelColor(900, 300).name().upper() == LIGHT.paper


def test_a_renderer_can_be_made_again(fonts: None) -> None:
    for _ in range(2):
        with renderer(SCREEN) as window:
            assert window.window.isVisible()
