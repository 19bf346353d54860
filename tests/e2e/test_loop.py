"""Nobody touches: the slides follow each other, each for its time."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest

from tests.e2e.content import COLOURS, NAMES, PAPER, near, slide_id, write_slide
from tests.e2e.display import Colour, Display
from tests.e2e.program import Program, Start

PICTURE = (1000, 300)
# The longest that a transition may keep a slide from its turn, in s.
SLACK = 0.7


def test_slides_follow_in_order_each_for_its_time(start: Start, slides: Path) -> None:
    write_slide(slides, "two", seconds=4)
    program = start()
    program.wait_for("shown", timeout=25, slide=slide_id("two"), since=8)
    shown = program.told("shown")[:5]
    assert [told["slide"] for told in shown] == [slide_id(name) for name in (*NAMES, "one", "two")]
    assert {told["mode"] for told in shown} == {"loop"}
    for told, following in pairwise(shown):
        assert told["seconds"] == (4 if told["slide"] == slide_id("two") else 3)
        assert told["seconds"] <= following["at"] - told["at"] <= told["seconds"] + SLACK


def test_what_is_on_the_screen_is_what_the_log_says(start: Start, display: Display) -> None:
    program = start()
    for name in NAMES:
        program.wait_for("shown", slide=slide_id(name))
        time.sleep(1.2)
        assert near(display.at(PICTURE), COLOURS[name])


def test_it_starts_and_goes_on_without_a_black_or_empty_frame(start: Start, display: Display) -> None:
    watch(start(), display, transitions=10)


def test_the_second_start_is_as_calm_as_the_first(start: Start, display: Display) -> None:
    program = start()
    program.wait_for("shown", slide=slide_id("two"))
    assert program.stop() == 0
    watch(start(), display, transitions=2)


def watch(program: Program, display: Display, transitions: int) -> None:
    """Looks at the screen all the time, from the start on. From the first slide on, every look must find a slide."""
    begun = False
    bad: list[tuple[float, Colour]] = []
    looks = 0
    while len(program.told("shown")) <= transitions:
        colour = display.at(PICTURE)
        holds = has_picture(colour) and has_words(display)
        if begun and not holds:
            bad.append((round(time.monotonic(), 2), colour))
        begun = begun or holds
        looks += begun
        time.sleep(0.008)
        assert program.process.poll() is None
    assert looks > 40 * transitions
    assert bad == []


def has_picture(colour: Colour) -> bool:
    """Whether this is one of the slides' colours, or one on its way to the next.

    Paper and picture of the coming slide fade in one over the other, so that up to a quarter of paper lies in between.
    """
    return any(near(colour, mixed, 10) for mixed in FADING)


def _fading(old: Colour, new: Colour, share: float) -> Colour:
    red, green, blue = (
        round(share * b + (1 - share) * (share * paper + (1 - share) * a)) for a, b, paper in zip(old, new, PAPER, strict=True)
    )
    return red, green, blue


FADING = [
    _fading(COLOURS[old], COLOURS[new], step / 50)
    for old, new in (("one", "two"), ("two", "three"), ("three", "one"))
    for step in range(51)
]


def has_words(display: Display) -> bool:
    """Whether there is ink on paper where title and text stand: some pixels clearly darker than paper, most of them paper."""
    pixels = [pixel for y in range(150, 420, 13) for pixel in display.row(y, 40, 600)[::3]]
    dark = sum(sum(pixel) < sum(PAPER) - 120 for pixel in pixels)
    paper = sum(near(pixel, PAPER, 6) for pixel in pixels)
    return dark > 100 and paper > len(pixels) / 2


@pytest.mark.parametrize("hint", ["one", "two", "three"])
def test_the_words_on_the_screen_are_seen_by_this_test(hint: str) -> None:
    """The test above would prove nothing if it took any colour for a slide's."""
    assert has_picture(COLOURS[hint])
    assert not has_picture(PAPER)
    assert not has_picture((0, 0, 0))
    assert not has_picture((255, 255, 255))
