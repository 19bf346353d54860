"""The panel's list: which rows it has, and what dropping one of them means.

A row is a slide, or the header of a run of slides of one topic; headers exist only where there are several topics. A
slide's key is its id, a header's is "topic//number of the run": no slide's id has two slashes in a row.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from kiosk.core.arrangement import editing
from kiosk.core.arrangement.editing import Edit, topic_of
from kiosk.core.content.deck import Deck, Slide
from kiosk.core.problem import Problem, Severity

# From this many slides on, a search field helps more than it takes, and groups start folded.
MANY = 20
# "Review due" is said this early.
REVIEW_DAYS = 30


def is_header(key: str) -> bool:
    return "//" in key


def runs(order: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """The order as runs of slides of one topic, each with its header's key."""
    for number, (topic, slides) in enumerate(groupby(order, topic_of)):
        yield f"{topic}//{number}", list(slides)


def keys(order: Sequence[str], folded: Collection[str] = (), hits: Collection[str] | None = None) -> list[str]:
    """The rows. `folded`: topics that show only their header; `hits`: the slides that match a search, without headers."""
    if hits is not None:
        return [slide for slide in order if slide in hits]
    grouped = list(runs(order))
    if len({topic_of(header) for header, _ in grouped}) < 2:
        return list(order)
    return [
        key
        for header, slides in grouped
        for key in (header, *(() if topic_of(header) in folded else slides))
    ]  # fmt: skip


def dropped(edit: Edit, rows: Sequence[str], key: str) -> Edit:
    """The edit after row `key` was dropped where it now stands in `rows`."""
    at = rows.index(key)
    if is_header(key):
        topic = topic_of(key)
        above = dict.fromkeys(topic_of(row) for row in rows[:at] if topic_of(row) != topic)
        return editing.move_topic(edit, topic, len(above))
    if at == 0:
        return editing.move_to_top(edit, key)
    before = rows[at - 1]
    if not is_header(before):
        return editing.move_after(edit, key, before)
    after = rows[at + 1] if at + 1 < len(rows) else ""
    if after and not is_header(after):
        return editing.move_before(edit, key, after)
    others = [slide for slide in dict(runs(edit.order)).get(before, []) if slide != key]
    return editing.move_after(edit, key, others[-1]) if others else edit


def search(deck: Deck, words: str) -> frozenset[str] | None:
    """The slides whose title, kicker or name holds every word, in any language; None for no words at all."""
    wanted = words.casefold().split()
    if not wanted:
        return None
    return frozenset(slide.id for slide in deck.slides if all(word in _searchable(slide) for word in wanted))


def _searchable(slide: Slide) -> str:
    return " ".join([slide.id, *(f"{text.title} {text.kicker}" for text in slide.texts)]).casefold()


def troubles(deck: Deck) -> dict[str, Problem]:
    """The problem that keeps each slide off the screen, or keeps its newest words off, by slide."""
    of_file: dict[str, Problem] = {}
    for problem in deck.problems:
        if problem.severity is Severity.ERROR:
            of_file.setdefault(problem.path, problem)
    by_slide = {}
    for slide in deck.slides:
        names = [text.path for text in slide.texts]
        trouble = slide.error or next((of_file[name] for name in names if name in of_file), None)
        if trouble:
            by_slide[slide.id] = trouble
    return by_slide


def review_due(slide: Slide, today: date) -> date | None:
    """The day on which the slide is to be reviewed, if that is near or past."""
    due = slide.review_by
    return due if due and due <= today + timedelta(days=REVIEW_DAYS) else None
