"""What staff decided, as frozen values, and the running order that it makes of a deck."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from unicodedata import category

from kiosk.core.content.deck import Deck, Show, Slide
from kiosk.core.settings import Settings
from kiosk.core.time_window import TimeWindow

# What staff may choose, in seconds on screen; authors have the same range.
SECONDS_RANGE = (3.0, 300.0)
# Letters of one line across the screen at a size that is read from three metres.
LONGEST_ANNOUNCEMENT = 160


@dataclass(frozen=True, slots=True)
class Decision:
    """What staff decided for one slide. The defaults leave everything as authored."""

    on: bool = True
    seconds: float | None = None
    show: Show | None = None
    window: TimeWindow = TimeWindow()


def one_line(text: str) -> str:
    """The text without line breaks, control characters and doubled spaces."""
    return " ".join("".join(c for c in text if c.isspace() or category(c) not in ("Cc", "Cs")).split())


@dataclass(frozen=True, slots=True)
class Announcement:
    """One line that staff put up. It is gone by itself at `until` (local time)."""

    text: str
    until: datetime


@dataclass(frozen=True)
class Arrangement:
    """All that staff decided. `order` lists slide ids; `number` counts the saves."""

    order: tuple[str, ...] = ()
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    settings: Settings = Settings()
    announcement: Announcement | None = None
    number: int = 0

    def decision(self, slide_id: str) -> Decision:
        return self.decisions.get(slide_id, Decision())


def running_order(order: Sequence[str], authored: Sequence[str]) -> tuple[str, ...]:
    """All authored ids in the decided order.

    An id that was not decided on stands after the one it follows in the authored order (first, if it is the first
    there); a decided id that is no longer authored is left out.
    """
    exists = set(authored)
    known = [slide_id for slide_id in dict.fromkeys(order) if slide_id in exists]
    # Followers are gathered under the decided id they stand behind, so that a long list costs no insertion in its middle.
    decided = set(known)
    followers: dict[str, list[str]] = {"": []}
    anchor = ""
    for slide_id in authored:
        if slide_id in decided:
            anchor = slide_id
        else:
            followers.setdefault(anchor, []).append(slide_id)
    result = list(followers[""])
    for slide_id in known:
        result.append(slide_id)
        result += followers.get(slide_id, [])
    return tuple(result)


@dataclass(frozen=True, slots=True)
class Entry:
    """One slide of the playlist. `loop`: it plays in the loop too, not only after a touch."""

    slide: str
    topic: str
    loop: bool
    seconds: float | None = None


Playlist = tuple[Entry, ...]


def playlist(deck: Deck, arrangement: Arrangement, now: datetime) -> Playlist:
    """What plays at `now` (local time), in order: off, broken, expired and not yet due slides are left out."""
    entries = []
    for slide_id in running_order(arrangement.order, [slide.id for slide in deck.slides]):
        slide = deck.slide(slide_id)
        decision = arrangement.decision(slide_id)
        if slide is None or slide.error or not decision.on or not _plays(slide, decision, now):
            continue
        show = decision.show or slide.show
        entries.append(Entry(slide.id, slide.topic, show is Show.LOOP, decision.seconds or slide.seconds))
    return tuple(entries)


def _plays(slide: Slide, decision: Decision, now: datetime) -> bool:
    return TimeWindow(slide.valid_from, slide.valid_until).holds(now) and decision.window.holds(now)
