"""One slide's layout has a budget of work: past it all words run on at the floor size, whatever they stand in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk.core.content import markdown
from kiosk.core.content.deck import Layout
from kiosk.core.layout import screen
from kiosk.core.layout.display_list import Style, TextBox
from kiosk.core.layout.page_area import PageArea, PageContent, loop_area, session_area
from kiosk.core.layout.page_layout import SlideLayout, lay_out
from kiosk.core.layout.theme import LIGHT
from kiosk.core.layout.work_budget import MOST_WORK, CountedMeasure, OverBudget, Work
from kiosk.core.settings import Settings
from tests.core.conftest import FixedWidth

SENTENCE = "The doctor takes a very small sample with a thin needle and looks at it. "
STEPS = "\n".join(f"{number}. Step number {number} is something small." for number in range(1, 201))
BODIES = {
    "steps": STEPS,
    "bullets": "\n".join(f"- {SENTENCE}" for _ in range(150)),
    "a long item": f"- {SENTENCE * 60}\n- short",
    "a paragraph": SENTENCE * 300,
    "a word": "x" * 5000,
    "nested": "\n".join("    " * (number % 8) + f"- item {number}" for number in range(200)),
    "a wide table": "|".join(["ab"] * 40) + "\n" + "|".join(["--"] * 40) + "\n" + ("|".join(["cell"] * 40) + "\n") * 40,
    "a long table": "a|b\n-|-\n" + "one|two\n" * 200,
    "notes": "".join(f'!!! note "Note {number}"\n    {SENTENCE}\n\n' for number in range(60)),
    "definitions": "".join(f"term {number}\n:   {SENTENCE}\n\n" for number in range(60)),
    "headings": "# A heading\n\n" * 100,
    "a long heading": f"## {SENTENCE * 20}\n\n{SENTENCE}",
    "pictures": "".join(f"![{number}](p.svg)\n\n{SENTENCE}\n\n" for number in range(60)),
}
# So little that no slide fits it.
LITTLE = 500


def content(source: str, layout: Layout = Layout.AUTO, title: str = "A title") -> PageContent:
    blocks = markdown.parse(source, path="a", first_line=1, folder=Path("/s")).blocks
    assert blocks
    return PageContent(title, "Chapter", blocks, layout, (50.0, 50.0))


def areas() -> list[PageArea]:
    found = []
    for size in ((1920, 1080), (600, 1024)):
        on = screen.screen(*size, (0.0, 0.0), Settings())
        found.append(loop_area(on, foot=on.foot))
        found += [session_area(on, text_size=step, taken=on.bar_height) for step in range(3)]
    return found


def words_of(laid: SlideLayout) -> str:
    return " ".join(box.name for page in laid.pages for box in page if isinstance(box, TextBox))


@pytest.mark.parametrize("body", BODIES)
def test_past_the_budget_all_words_run_on_at_the_floor_size(body: str, measure: FixedWidth) -> None:
    slide = content(BODIES[body])
    words = set(re.findall(r"\w+", markdown.words(slide.blocks)))
    for area in areas():
        laid = lay_out(slide, area, LIGHT, measure, work=Work(LITTLE))
        assert laid.too_long
        assert laid.size == area.sizes[0]
        texts = [box for page in laid.pages for box in page if isinstance(box, TextBox)]
        assert all(box.y >= 0 and box.y + box.height <= area.height - area.foot + 1 for box in texts)
        if area.loop:
            assert len(laid.pages) == 1
        else:
            assert laid.fits
            joined = words_of(laid)
            # A word that no line holds goes on in the next part.
            assert {word for word in words if len(word) < 100} <= set(re.findall(r"\w+", joined))


def test_a_title_that_fills_the_page_leaves_room_for_the_words(measure: FixedWidth) -> None:
    slide = content(SENTENCE, title="A title that is long. " * 14)
    for area in areas():
        laid = lay_out(slide, area, LIGHT, measure, work=Work(LITTLE))
        assert all(box.y + box.height <= area.height - area.foot + 1 for box in laid.pages[0] if isinstance(box, TextBox))


def test_a_slide_below_its_budget_is_what_it_was(measure: FixedWidth) -> None:
    slide = content(STEPS[:400])
    for area in areas():
        endless = lay_out(slide, area, LIGHT, measure, work=Work(10**12))
        assert lay_out(slide, area, LIGHT, measure) == endless
        assert not endless.too_long


@pytest.mark.parametrize("body", ["steps", "a paragraph", "nested"])
def test_the_work_is_the_same_whatever_was_measured_before(body: str, measure: FixedWidth) -> None:
    area = areas()[1]
    spent = []
    for _ in range(2):
        work = Work()
        lay_out(content(BODIES[body]), area, LIGHT, measure, work=work)
        spent.append(work.left)
    assert spent[0] == spent[1]


def test_the_work_grows_no_faster_than_the_list(measure: FixedWidth) -> None:
    """A list of 200 steps took 20 s: each card looked at all of them."""
    looked_at = []
    for count in (50, 200):
        work = Work(10**9)
        lay_out(content("\n".join(STEPS.split("\n")[:count])), areas()[1], LIGHT, measure, work=work)
        looked_at.append(10**9 - work.left)
    assert looked_at[1] < 6 * looked_at[0]


def test_running_on_is_linear(measure: FixedWidth) -> None:
    class Counting(FixedWidth):
        letters = 0

        def height(self, markup: str, style: Style, width: float) -> float:
            Counting.letters += len(markup)
            return super().height(markup, style, width)

    counts = []
    for times in (1, 4):
        Counting.letters = 0
        lay_out(content(f"{SENTENCE * 60}\n\n" * times), areas()[1], LIGHT, Counting(), work=Work(0))
        counts.append(Counting.letters)
    assert counts[1] < 6 * counts[0]


def test_what_measuring_costs(measure: FixedWidth) -> None:
    def price(*letters: str) -> int:
        work = Work()
        counted = CountedMeasure(measure, work, set())
        for text in letters:
            counted.height(text, Style(40), 500)
        return MOST_WORK - work.left

    assert price("a" * 100) < price("ب" * 100) < price("字" * 100) < price("😀" * 100)
    assert price("a", "a") < 2 * price("a")
    assert price("<b>a</b>" * 10) > price("aaaaaaaa" * 10)
    assert price("x" * 50_000) > 2 * price("xxxx " * 10_000)
    assert price("\udcff")
    with pytest.raises(OverBudget):
        Work(10).spend(11)


def test_the_budget_is_shared_by_a_slides_parts(measure: FixedWidth) -> None:
    work = Work()
    before = work.left
    lay_out(content(SENTENCE), areas()[1], LIGHT, measure, work=work)
    once = before - work.left
    lay_out(content(SENTENCE), areas()[1], LIGHT, measure, work=work)
    assert before - work.left == 2 * once
