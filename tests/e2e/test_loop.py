"""Nobody touches: the slides follow each other, each for its time."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from tests.e2e.content import COLOURS, NAMES, PAPER, slide_id, wait_for_slide, write_slide
from tests.e2e.display import Colour, Display, near
from tests.e2e.program import Program, Start

PICTURE = (1000, 300)


def test_slides_follow_in_order_each_for_its_time(start: Start, display: Display, slides: Path) -> None:
    write_slide(slides, "two", seconds=5)
    order = (*NAMES, "one")
    program = start()
    for number, name in enumerate(order):
        program.wait_for("shown", since=program.now if number == len(NAMES) else 0, slide=slide_id(name))
        wait_for_slide(display, name)
    shown = program.logged("shown")[: len(order)]
    assert [event["slide"] for event in shown] == [slide_id(name) for name in order]
    assert {event["mode"] for event in shown} == {"loop"}
    assert [event["seconds"] for event in shown] == [3, 5, 3, 3]
    times = [following["at"] - event["at"] for event, following in pairwise(shown)]
    for event, time in zip(shown, times, strict=False):
        assert time >= event["seconds"]
    # By much less than what tells one slide's time from another's, however busy the machine is.
    assert times[1] > max(times[0], times[2])
    assert [event["frames"] for event in program.logged("rest")] == [0, 0, 0]


def test_it_starts_and_goes_on_without_a_black_or_empty_frame(start: Start, display: Display) -> None:
    watch(start(), display, transitions=4)


def test_the_second_start_is_as_calm_as_the_first(start: Start, display: Display, state: Path) -> None:
    program = start()
    display.wait_until(lambda: (state / "first-slide.json").exists(), "the first frame, kept for the next start")
    assert program.stop() == 0
    watch(start(), display, transitions=1)


def watch(program: Program, display: Display, transitions: int) -> None:
    """Looks at the screen all the time, from the start on. From the first slide on, every look must find a slide."""
    bad: list[Colour] = []
    good = 0
    for _ in display.looks():
        shown = len(program.logged("shown"))
        colour = display.at(PICTURE)
        if has_picture(colour) and has_words(display):
            good += 1
        elif good:
            bad.append(colour)
        if shown > transitions:
            break
        assert program.process.poll() is None
    wait_for_slide(display, NAMES[transitions % len(NAMES)])
    assert good > 10 * transitions
    assert bad == []


def has_picture(colour: Colour) -> bool:
    """One of the slides' colours, or one on its way to the next.

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
    """Ink on paper where title and text stand: some pixels clearly darker than paper, most of them paper."""
    pixels = [pixel for y in range(150, 420, 13) for pixel in display.row(y, 40, 600)[::3]]
    dark = sum(sum(pixel) < sum(PAPER) - 120 for pixel in pixels)
    paper = sum(near(pixel, PAPER, 6) for pixel in pixels)
    return dark > 100 and paper > len(pixels) / 2


@pytest.mark.parametrize("name", NAMES)
def test_a_colour_that_is_no_slides_is_seen(name: str) -> None:
    """The tests above would prove nothing if they took any colour for a slide's."""
    assert has_picture(COLOURS[name])
    assert not has_picture(PAPER)
    assert not has_picture((0, 0, 0))
    assert not has_picture((255, 255, 255))
