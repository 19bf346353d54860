"""Two people's work in one: the changes made in the panel, laid over what somebody else has saved meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from msgspec.structs import replace

from kiosk.core.arrangement.arrangement import Arrangement, running_order
from kiosk.core.arrangement.changes import lifted
from kiosk.core.arrangement.editing import Edit
from kiosk.core.settings import NAMES, Settings

T = TypeVar("T")


def merge(edit: Edit, current: Arrangement) -> Arrangement:
    """The arrangement to save when somebody else has saved `current` meanwhile: theirs, with the changes made here."""
    saved, working = edit.saved, edit.to_save

    def pick(before: T, here: T, there: T) -> T:
        return there if here == before else here

    # What was only forgotten because its slide vanished is no decision.
    decided = {*saved.decisions, *working.decisions} & frozenset(edit.authored)
    mine = {slide for slide in decided if saved.decision(slide) != working.decision(slide)}
    decisions = {slide: decision for slide, decision in current.decisions.items() if slide not in mine}
    decisions |= {slide: working.decisions[slide] for slide in working.decisions.keys() & mine}
    sides = (saved.settings, working.settings, current.settings)
    values = {name: pick(*(getattr(side, name) for side in sides)) for name in NAMES}
    before, here, there = (running_order(order, edit.authored) for order in (saved.order, edit.order, current.order))
    return replace(
        current,
        order=working.order if there == before else current.order if here == before else _carried(before, here, there),
        decisions=decisions,
        settings=Settings(**values),
        announcement=pick(saved.announcement, working.announcement, current.announcement),
    )


def _carried(old: Sequence[str], new: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    """The moves that turned `old` into `new`, done to `other`: each lifted slide goes behind its neighbour in `new`."""
    moving = lifted(old, new)
    result = [slide for slide in other if slide not in moving]
    for at, slide in enumerate(new):
        if slide in moving:
            result.insert(result.index(new[at - 1]) + 1 if at and new[at - 1] in result else 0, slide)
    return tuple(result)
