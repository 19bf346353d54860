"""The playlist: the slides of a deck that play at a moment, in the running order."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from kiosk.core import opening_hours, time_window
from kiosk.core.arrangement.arrangement import Arrangement, running_order
from kiosk.core.content.deck import Deck


class Entry(Struct, frozen=True):
    """One slide of the playlist. `loop`: it plays in the loop too, not only after a touch. `seconds` None: from the words."""

    slide: str
    topic: str
    loop: bool
    seconds: float | None = None


Playlist = tuple[Entry, ...]


def playlist(deck: Deck, arrangement: Arrangement, now: datetime | None) -> Playlist:
    """The slides that play at `now` (local time): off, broken, expired and not yet due ones are left out.

    Where the time is not known (None), so are all that have days or hours.
    """
    entries = []
    for slide_id in running_order(arrangement.order, [slide.id for slide in deck.slides]):
        slide = deck.slide(slide_id)
        if slide is None or slide.error:
            continue
        effective = arrangement.effective(slide)
        if effective.on and effective.holds(now):
            entries.append(Entry(slide.id, slide.topic, effective.in_loop, effective.seconds))
    return tuple(entries)


def next_change(arrangement: Arrangement, now: datetime) -> datetime:
    """The next moment at which slides, opening hours, announcement or night may change by themselves; always after `now`."""
    hours = opening_hours.windows(arrangement.settings.opening_hours)
    windows = [*(decision.window for decision in arrangement.decisions.values()), *hours, time_window.NIGHT]
    moment = time_window.next_change(windows, now)
    announcement = arrangement.announced(now)
    return min(moment, announcement.until) if announcement else moment
