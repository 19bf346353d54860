"""The timetable: the loop of one day as spans, and the slides whose window never comes. Local wall-clock time.

Times are read off the clock on the wall, as staff do: on the two days of the year on which clocks change, the hour that
is skipped is listed all the same, and the one that comes twice is listed once.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from enum import Enum
from itertools import pairwise

from msgspec import Struct

from kiosk.core import opening_hours
from kiosk.core.arrangement.arrangement import Arrangement, running_order
from kiosk.core.content.deck import Deck, Slide
from kiosk.core.settings import Settings
from kiosk.core.time_window import TimeWindow

DAYS_AHEAD = 366
_DAY = timedelta(days=1)

# Start, and the end that is no longer part of it.
Interval = tuple[datetime, datetime]


class DaySpan(Struct, frozen=True):
    """A part of a day in which the same slides play. `open` is false outside the opening hours; nothing plays then."""

    start: datetime
    end: datetime
    slides: tuple[str, ...]
    open: bool = True


class Reason(Enum):
    """The reason why a slide that is on never plays."""

    OVER = "its last day is past"
    NEVER = "no day and hour fits within a year"
    CLOSED = "it falls outside the opening hours"


class Unseen(Struct, frozen=True):
    """A slide that is on and will not be seen."""

    slide: str
    reason: Reason


def of_day(deck: Deck, arrangement: Arrangement, day: date) -> tuple[DaySpan, ...]:
    """The whole day from midnight to midnight, in spans that follow one another without a gap."""
    start, end = _midnight(day), _midnight(day) + _DAY
    playing = [
        (slide.id, _on_day(arrangement.effective(slide).windows, day))
        for slide in _slides(deck, arrangement)
        if arrangement.effective(slide).in_loop
    ]
    opening = _opening(arrangement.settings)
    edges = {start, end, *(edge for _, intervals in playing for interval in intervals for edge in interval)}
    edges |= {edge for window in opening for interval in _intervals(window, day) for edge in interval}
    spans: list[DaySpan] = []
    times = sorted(edges)
    for since, until in pairwise(times):
        is_open_now = opening_hours.is_open(opening, since)
        slides = tuple(slide for slide, intervals in playing if any(a <= since < b for a, b in intervals))
        span = DaySpan(since, until, slides if is_open_now else (), is_open_now)
        if spans and (spans[-1].slides, spans[-1].open) == (span.slides, span.open):
            span = DaySpan(spans.pop().start, until, span.slides, span.open)
        spans.append(span)
    return tuple(spans)


def unseen(deck: Deck, arrangement: Arrangement, today: date) -> tuple[Unseen, ...]:
    """The slides that are on and whose window does not come within a year, or only while the kiosk is closed."""
    opening = _opening(arrangement.settings)
    reasons: dict[tuple[TimeWindow, ...], Reason | None] = {}
    unseen_slides = []
    for slide in _slides(deck, arrangement):
        windows = arrangement.effective(slide).windows
        if windows not in reasons:
            reasons[windows] = _reason(windows, opening, today)
        if reason := reasons[windows]:
            unseen_slides.append(Unseen(slide.id, reason))
    return tuple(unseen_slides)


def _reason(windows: tuple[TimeWindow, ...], opening: tuple[TimeWindow, ...], today: date) -> Reason | None:
    if all(window == TimeWindow() for window in windows):
        return None
    plays = False
    for ahead in range(DAYS_AHEAD):
        if today > date.max - timedelta(days=ahead + 1):
            break
        day = today + timedelta(days=ahead)
        if intervals := _on_day(windows, day):
            plays = True
            if not opening or any(_overlaps(intervals, _intervals(window, day)) for window in opening):
                return None
    if plays:
        return Reason.CLOSED
    over = any(window.last and window.last < today for window in windows)
    return Reason.OVER if over else Reason.NEVER


def _slides(deck: Deck, arrangement: Arrangement) -> Iterable[Slide]:
    for slide_id in running_order(arrangement.order, [slide.id for slide in deck.slides]):
        slide = deck.slide(slide_id)
        if slide and not slide.error and arrangement.decision(slide_id).on:
            yield slide


def _on_day(windows: Iterable[TimeWindow], day: date) -> list[Interval]:
    """The parts of a day in which all the windows hold."""
    intervals: list[Interval] = [(_midnight(day), _midnight(day) + _DAY)]
    for window in windows:
        intervals = _overlaps(intervals, _intervals(window, day))
    return intervals


def _intervals(window: TimeWindow, day: date) -> list[Interval]:
    """The parts of a day in which one window holds."""
    midnight, next_midnight = _midnight(day), _midnight(day) + _DAY
    edges = {midnight, next_midnight, *(datetime.combine(day, edge) for edge in window.hours or ())}
    times = sorted(edges)
    # Between two edges a window holds throughout or not at all, so asking at the first of them is asking for both.
    return [(since, until) for since, until in pairwise(times) if window.holds(since)]


def _overlaps(first: Iterable[Interval], second: Iterable[Interval]) -> list[Interval]:
    pairs = [(max(a, c), min(b, d)) for a, b in first for c, d in second]
    return [(since, until) for since, until in pairs if since < until]


def _opening(settings: Settings) -> tuple[TimeWindow, ...]:
    return opening_hours.windows(settings.opening_hours)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())
