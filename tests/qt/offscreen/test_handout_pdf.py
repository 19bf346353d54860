"""A topic as a PDF that opens, on either paper and in each language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk.core.content import library
from kiosk.core.content.deck import Deck
from kiosk.qt.offscreen.handout_pdf import Handout, write, write_handouts
from tests.qt import slides_on_disk

pytestmark = pytest.mark.usefixtures("fonts")
# Width and height in points: 1/72 inch.
PAPER = {"a4": (595, 842), "letter": (612, 792)}


@pytest.fixture
def deck(tmp_path: Path) -> Deck:
    root = slides_on_disk.write(tmp_path / "slides")
    (root / "topic" / "topic.yaml").write_text("title: The topic\nsource: A clinic\nmore: https://example.org\n")
    return library.load(root)


def pages(file: Path) -> int:
    """The number of pages of a whole PDF."""
    data = file.read_bytes()
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")
    count = len(re.findall(rb"/Type\s*/Page\b", data))
    assert re.search(rb"/Count\s+%d\b" % count, data), "the table of pages holds as many"
    return count


def media_box(file: Path) -> tuple[int, int]:
    (box,) = set(re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", file.read_bytes()))
    return round(float(box[0])), round(float(box[1]))


def images(file: Path) -> int:
    return len(re.findall(rb"/Subtype\s*/Image\b", file.read_bytes()))


@pytest.mark.parametrize("paper", PAPER)
@pytest.mark.parametrize(("language", "name"), [("", "en"), ("en", "en"), ("es", "es"), ("fr", "en")])
def test_a_handout_for_each_topic(deck: Deck, tmp_path: Path, paper: str, language: str, name: str) -> None:
    steps: list[tuple[int, int]] = []
    (file,) = write_handouts(deck, language, paper, tmp_path, lambda done, of: steps.append((done, of)))
    assert file == tmp_path / f"topic.{name}.{paper}.pdf"
    assert steps == [(1, 3), (2, 3), (3, 3)]
    assert pages(file) >= 1
    assert media_box(file) == PAPER[paper]
    assert images(file) >= 2, "the picture and the QR code"


def test_the_number_of_pages_is_told_and_grows_with_the_words(deck: Deck, tmp_path: Path) -> None:
    def printed() -> int:
        file = tmp_path / "handout.pdf"
        topic = deck.topics[0]
        number = write(Handout(deck, topic, "en", "a4"), file, lambda done, of: None)
        assert pages(file) == number
        return number

    before = printed()
    for number in range(4, 12):
        words = "# One more\n\n" + "You may ask whatever you want to know. " * 60
        (deck.root / "topic" / f"{number}-more.md").write_text(words)
    deck = library.load(deck.root)
    assert printed() > before + 1


def test_a_folder_that_is_not_there_is_said(deck: Deck, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="cannot be written"):
        write_handouts(deck, "", "a4", tmp_path / "missing", lambda done, of: None)


def test_a_slide_with_an_error_is_left_out(deck: Deck, tmp_path: Path) -> None:
    (deck.root / "topic" / "square.svg").unlink()
    broken = library.load(deck.root)
    assert [slide.id for slide in broken.slides if slide.error] == [slides_on_disk.PICTURED]
    steps: list[tuple[int, int]] = []
    (file,) = write_handouts(broken, "", "a4", tmp_path, lambda done, of: steps.append((done, of)))
    assert steps == [(1, 2), (2, 2)]
    assert pages(file) >= 1
