"""Which rendition a wish leads to: the one place where that is decided."""

from __future__ import annotations

import pytest

from kiosk.core.content.deck import Deck, Slide, Text, Topic, TopicText
from kiosk.core.layout.rendition import InterfaceWords, Place, Rendition, Wish, place_of, rendition_for
from kiosk.core.layout.screen import Screen

SCREEN = Screen(1920, 1080, 2.0, 3.0)
BAR = SCREEN.bar_height
SPANISH = InterfaceWords("{} de {}", "página {} de {}", "Palabras útiles")
PLACE = Place(2, 3, last=True)


@pytest.mark.parametrize(
    ("wish", "options", "rendition"),
    [
        (Wish("t/a"), {}, Rendition("t/a", "", True, SCREEN)),
        (Wish("t/a", "es"), {"scale": 1.2}, Rendition("t/a", "es", True, SCREEN, scale=1.2)),
        (Wish("t/a"), {"band": 90.0}, Rendition("t/a", "", True, SCREEN, taken=90.0)),
        (Wish("t/a", loop=False), {}, Rendition("t/a", "", False, SCREEN, taken=BAR, words=SPANISH)),
        (Wish("t/a", loop=False), {"band": 90.0}, Rendition("t/a", "", False, SCREEN, taken=BAR + 90, words=SPANISH)),
        (Wish("t/a", loop=False), {"bar": False}, Rendition("t/a", "", False, SCREEN, words=SPANISH)),
        (
            Wish("t/a", "es", False, 2, True, PLACE),
            {"scale": 1.2},
            Rendition("t/a", "es", False, SCREEN, BAR, 1.0, 2, True, PLACE, SPANISH),
        ),
    ],
)
def test_rendition(wish: Wish, options: dict[str, float], rendition: Rendition) -> None:
    assert rendition_for(wish, SCREEN, SPANISH, **options) == rendition  # type: ignore[arg-type]


def test_what_only_a_reader_chooses_makes_no_second_rendition_of_the_loop() -> None:
    chosen = Wish("t/a", "", True, 2, True, PLACE)
    assert rendition_for(chosen, SCREEN, SPANISH) == rendition_for(Wish("t/a"), SCREEN)
    assert hash(rendition_for(chosen, SCREEN, SPANISH)) == hash(rendition_for(Wish("t/a"), SCREEN))


def test_the_staffs_scale_makes_no_second_rendition_of_a_session() -> None:
    assert rendition_for(Wish("t/a", loop=False), SCREEN, scale=1.2) == rendition_for(Wish("t/a", loop=False), SCREEN)


def slide(name: str) -> Slide:
    return Slide(f"t/{name}", "t", (Text("en", "", name, "", "", "", 1),))


@pytest.mark.parametrize(
    ("name", "order", "place"),
    [
        ("a", ("t/a", "t/b"), Place(1, 2)),
        ("b", ("t/a", "t/b"), Place(2, 2, last=True)),
        ("b", ("t/b", "t/a"), Place(1, 2, last=True)),
        ("a", ("t/b",), Place(0, 0)),
        ("b", (), Place(0, 0, last=True)),
    ],
)
def test_place(name: str, order: tuple[str, ...], place: Place) -> None:
    deck = Deck((Topic("t", (TopicText("en", "T"),)),), (slide("a"), slide("b")))
    assert place_of(slide(name), order, deck) == place
