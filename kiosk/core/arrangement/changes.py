"""The difference of two arrangements as counts, for a save's summary and the log."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from enum import Enum

from msgspec import Struct

from kiosk.core.arrangement.arrangement import Arrangement, running_order
from kiosk.core.settings import NAMES


class AnnouncementChange(Enum):
    """The announcement's part in a save."""

    PUT_UP = "put up"
    TAKEN_DOWN = "taken down"
    CHANGED = "changed"


class Changes(Struct, frozen=True):
    """Numbers of slides, the announcement's part, and the names of the settings that have another value.

    `placed`: shown in the loop or only after a touch; `scheduled`: days and hours; `timed`: seconds.
    """

    moved: int = 0
    switched_on: int = 0
    switched_off: int = 0
    timed: int = 0
    placed: int = 0
    scheduled: int = 0
    announcement: AnnouncementChange | None = None
    settings: tuple[str, ...] = ()

    def details(self) -> dict[str, object]:
        """The counts that are not zero, by name, in plain values."""
        values = {name: getattr(self, name) for name in self.__struct_fields__}
        if self.announcement:
            values["announcement"] = self.announcement.value
        return {name: value for name, value in values.items() if value}


def changes(old: Arrangement, new: Arrangement, authored: Sequence[str] = ()) -> Changes:
    """The steps from `old` to `new`, counted. `authored` completes an order in which not every slide stands."""
    known = authored or tuple(dict.fromkeys([*old.order, *new.order]))
    slides = frozenset(authored) or {*old.decisions, *new.decisions}
    pairs = [
        (old.decision(slide), new.decision(slide))
        for slide in {*old.decisions, *new.decisions} & slides
        if old.decision(slide) != new.decision(slide)
    ]
    return Changes(
        moved=len(lifted(running_order(old.order, known), running_order(new.order, known))),
        switched_on=sum(after.on and not before.on for before, after in pairs),
        switched_off=sum(before.on and not after.on for before, after in pairs),
        timed=sum(before.seconds != after.seconds for before, after in pairs),
        placed=sum(before.show != after.show for before, after in pairs),
        scheduled=sum(before.window != after.window for before, after in pairs),
        announcement=_announced(old, new),
        settings=tuple(n for n in NAMES if getattr(old.settings, n) != getattr(new.settings, n)),
    )


def _announced(old: Arrangement, new: Arrangement) -> AnnouncementChange | None:
    if old.announcement == new.announcement:
        return None
    if old.announcement is None:
        return AnnouncementChange.PUT_UP
    return AnnouncementChange.TAKEN_DOWN if new.announcement is None else AnnouncementChange.CHANGED


def lifted(old: Sequence[str], new: Sequence[str]) -> frozenset[str]:
    """The slides to lift to turn one order into the other: all but the longest run that stays in order."""
    place = {slide: at for at, slide in enumerate(old)}
    common = [slide for slide in new if slide in place]
    # Patience sorting: the least end of a run of each length, and for each slide the one before it in its run.
    ends: list[int] = []
    tops: list[str] = []
    before: dict[str, str] = {}
    for slide in common:
        length = bisect_left(ends, place[slide])
        if length:
            before[slide] = tops[length - 1]
        ends[length : length + 1] = [place[slide]]
        tops[length : length + 1] = [slide]
    stays = set()
    slide = tops[-1] if tops else ""
    while slide:
        stays.add(slide)
        slide = before.get(slide, "")
    return frozenset(common) - stays
