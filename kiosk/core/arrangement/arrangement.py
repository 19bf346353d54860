"""The decisions of staff as frozen values: order, slides, settings, announcement; and the running order of a deck."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from unicodedata import category

from msgspec import Struct, field

from kiosk.core.content.deck import Show, Slide
from kiosk.core.settings import Settings
from kiosk.core.time_window import TimeWindow

# What staff may choose, in seconds on screen; authors have the same range.
SECONDS_RANGE = (3.0, 300.0)
# Letters of one line across the screen at a size that is read from three metres.
LONGEST_ANNOUNCEMENT = 160


class Decision(Struct, frozen=True):
    """The decision of staff on one slide. The defaults leave everything as authored."""

    on: bool = True
    seconds: float | None = None
    show: Show | None = None
    window: TimeWindow = TimeWindow()


class Effective(Struct, frozen=True):
    """One slide as it plays: the decision, or the author's wish where there is none. `seconds` None: from the words."""

    on: bool
    show: Show
    seconds: float | None
    windows: tuple[TimeWindow, TimeWindow]

    @property
    def in_loop(self) -> bool:
        """True for the loop and the menu, False for only after a touch."""
        return self.show is Show.LOOP

    def holds(self, now: datetime | None) -> bool:
        """True while the author's days and the staff's days and hours both allow it. `now`: as `TimeWindow.holds` takes it."""
        return all(window.holds(now) for window in self.windows)


def one_line(text: str) -> str:
    """The text without line breaks, control characters and doubled spaces."""
    return " ".join("".join(c for c in text if c.isspace() or category(c) not in ("Cc", "Cs")).split())


def local(moment: datetime) -> datetime:
    """The moment on the clock on the wall, without a zone."""
    return moment if moment.tzinfo is None else moment.astimezone().replace(tzinfo=None)


class Announcement(Struct, frozen=True):
    """A line that staff put up, gone by itself at `until` (local time)."""

    text: str
    until: datetime


class Arrangement(Struct, frozen=True):
    """All decisions. `order` lists slide ids; `number` counts the saves."""

    order: tuple[str, ...] = ()
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    settings: Settings = Settings()
    announcement: Announcement | None = None
    number: int = 0

    def announced(self, now: datetime | None) -> Announcement | None:
        """The announcement, as long as it holds; none where the time is not known (None)."""
        return self.announcement if self.announcement and now and now < self.announcement.until else None

    def decision(self, slide_id: str) -> Decision:
        return self.decisions.get(slide_id, Decision())

    def effective(self, slide: Slide) -> Effective:
        """The slide's decision, completed by what its author asked for."""
        decision = self.decision(slide.id)
        authored = TimeWindow(slide.valid_from, slide.valid_until)
        return Effective(
            decision.on, decision.show or slide.show, decision.seconds or slide.seconds, (authored, decision.window)
        )


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
