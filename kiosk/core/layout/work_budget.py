"""The budget of one slide's layout, counted in work and not in seconds: a busy or slow machine changes no slide's look."""

from __future__ import annotations

from msgspec import Struct

from kiosk.core.layout.display_list import Measure, Style

# What one slide may cost. A unit is about a microsecond of processor time on one core of the x86 server on which it was
# calibrated (between 0.3 and 1.7 for all scripts and forms that were tried: Latin, Arabic, Chinese, emoji, lists, cards,
# tables), so that a slide's reading and layout together stay below two seconds there: half of that is left to reading, and to
# the words that run on instead. The dearest rendition of the slides that come with the program costs a fifteenth of it.
# tests/long/test_fuzz.py holds the seconds.
MOST_WORK = 1_000_000
# A text that is set anew costs this beside its letters, and each change of style within it; one that was set before; a piece
# that is put on a page.
ANEW = 100
TAG = 10
# A word that has many thousand letters costs their square.
LONG_WORD = 25_000
AGAIN = 15
PIECE = 4


class OverBudget(Exception):
    """A layout that has cost more than its budget."""


class Work:
    """The work that is left for one slide."""

    def __init__(self, left: int = MOST_WORK) -> None:
        self.left = left

    def spend(self, work: int) -> None:
        """Raises OverBudget where nothing is left."""
        self.left -= work
        if self.left < 0:
            raise OverBudget


class CountedMeasure(Struct, frozen=True):
    """A Measure whose every use is counted: the same for what was measured before and is remembered, and for what was not."""

    measure: Measure
    work: Work
    known: set[tuple[str, Style, float]]

    def height(self, markup: str, style: Style, width: float) -> float:
        self._count(markup, style, width)
        return self.measure.height(markup, style, width)

    def widest_word(self, text: str, style: Style) -> float:
        # It is set in one size, whatever the style's is.
        self._count(text, Style(0, style.weight), 0)
        return self.measure.widest_word(text, style)

    def places(
        self, markup: str, style: Style, width: float, start: int, length: int
    ) -> tuple[tuple[float, float, float], ...]:
        self.work.spend(ANEW)
        return self.measure.places(markup, style, width, start, length)

    def _count(self, text: str, style: Style, width: float) -> None:
        key = (text, style, width)
        self.work.spend(AGAIN if key in self.known else _price(text))
        self.known.add(key)


def _price(text: str) -> int:
    # Letters beyond ASCII take three to seven times as long. A file's name, which may be a title, may hold half a character.
    letters = 2 * len(text.encode(errors="surrogatepass")) - len(text)
    longest = max(map(len, text.split()), default=0)
    return ANEW + TAG * text.count("<") + letters + letters * longest // LONG_WORD
