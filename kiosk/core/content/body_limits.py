"""What a topic's texts may hold at most: far more than a slide needs, and no more than is read and laid out in a moment."""

from __future__ import annotations

import re

# 64,000 letters are 10,000 words: a hundred pages.
MAX_LETTERS = 64_000
MAX_LINES = 2_500
# Python-Markdown's time grows with the square of these marks where they stay open, ...
MAX_MARKS = 400
# ... with the number of these times the text's length, and with the square of a run of blanks. No indentation is longer.
MAX_SIGNS = 8_000
MAX_BLANKS = 64
MAX_PICTURES = 100
# One line on the screen, in the menu and in staff's lists; the loop's few words; a glossary, and a meaning on its card.
MAX_LINE = 300
MAX_LOOP_TEXT = 2_000
MAX_TERMS = 1_000
MAX_MEANING = 1_000

_BLANKS = re.compile(rf"[ \t\xa0]{{{MAX_BLANKS},}}")


class TooIntricate(Exception):
    """A body that would take too long to read."""


def without_long_blanks(source: str) -> str:
    """The same lines, with runs of blanks pressed together that are longer than any indentation."""
    return _BLANKS.sub(" " * MAX_BLANKS, source)


def excess(source: str) -> str:
    """What a body has too much of, and what to do; "" for nothing."""
    if sum(map(source.count, "[<`{")) > MAX_MARKS:
        return f"has more than {MAX_MARKS} brackets and backticks; use plain text"
    if sum(map(source.count, "*_\\&")) > MAX_SIGNS:
        return f"has more than {MAX_SIGNS} asterisks, underscores, backslashes and ampersands; use plain text"
    if source.count("\n") > MAX_LINES:
        return f"has more than {MAX_LINES} lines; make several slides of it"
    # A tab stands for four blanks.
    if len(source) + 3 * source.count("\t") > MAX_LETTERS:
        return f"has more than {MAX_LETTERS} letters; make several slides of it"
    return ""
