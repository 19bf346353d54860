"""The steps of staff in the panel, as pure functions of a frozen state: every step can be undone, nothing is saved by it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from math import ceil, floor

from msgspec import Struct
from msgspec.structs import replace

from kiosk.core import settings as settings_table
from kiosk.core.arrangement.arrangement import (
    LONGEST_ANNOUNCEMENT,
    SECONDS_RANGE,
    Announcement,
    Arrangement,
    Decision,
    one_line,
    running_order,
)
from kiosk.core.arrangement.changes import Changes, changes
from kiosk.core.content.deck import Show
from kiosk.core.time_window import TimeWindow

SECONDS_STEP = 5.0


class Edit(Struct, frozen=True):
    """The panel's state. `authored`: the ids of the slides that exist, as their authors ordered them.

    `working` may name slides that have vanished: they are forgotten only by saving, in case they come back.
    """

    saved: Arrangement
    working: Arrangement
    authored: tuple[str, ...]
    past: tuple[Arrangement, ...] = ()
    future: tuple[Arrangement, ...] = ()

    @property
    def order(self) -> tuple[str, ...]:
        """The running order: always a permutation of what exists."""
        return running_order(self.working.order, self.authored)

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics in the order in which their first slides stand."""
        return tuple(dict.fromkeys(map(topic_of, self.order)))

    @property
    def is_dirty(self) -> bool:
        """True with anything to save."""
        return changes(self.saved, self.working, self.authored) != Changes()

    @property
    def to_save(self) -> Arrangement:
        """The arrangement that saving writes: vanished slides are forgotten, unless none are left (a folder not mounted)."""
        if not self.authored:
            return self.working
        exists = frozenset(self.authored)
        return replace(
            self.working,
            order=tuple(slide for slide in self.working.order if slide in exists),
            decisions={slide: decision for slide, decision in self.working.decisions.items() if slide in exists},
        )


def begin(saved: Arrangement, authored: Iterable[str], draft: Arrangement | None = None) -> Edit:
    """Opens the panel; a draft stands as one step that can be undone."""
    edit = Edit(saved, saved, tuple(authored))
    return edit if draft is None else _step(edit, replace(draft, number=saved.number))


def topic_of(slide: str) -> str:
    """The topic in a slide's id."""
    return slide.partition("/")[0]


# --- Order -----------------------------------------------------------------------------------


def move(edit: Edit, slide: str, index: int) -> Edit:
    """Puts a slide at a place of the running order (from 0), as near as there is one."""
    order = list(edit.order)
    if slide not in order:
        return edit
    order.remove(slide)
    order.insert(max(0, min(index, len(order))), slide)
    return _reorder(edit, order)


def move_before(edit: Edit, slide: str, other: str) -> Edit:
    return _move_beside(edit, slide, other, 0)


def move_after(edit: Edit, slide: str, other: str) -> Edit:
    return _move_beside(edit, slide, other, 1)


def move_up(edit: Edit, slide: str) -> Edit:
    return move(edit, slide, edit.order.index(slide) - 1) if slide in edit.order else edit


def move_down(edit: Edit, slide: str) -> Edit:
    return move(edit, slide, edit.order.index(slide) + 1) if slide in edit.order else edit


def move_to_top(edit: Edit, slide: str) -> Edit:
    return move(edit, slide, 0)


def move_topic(edit: Edit, topic: str, index: int) -> Edit:
    """Gathers a topic's slides, in their order, and puts them at a place among the topics (from 0).

    The topics that they pass are gathered too; without that, "before" a scattered topic would mean nothing.
    """
    topics = list(edit.topics)
    if topic not in topics:
        return edit
    topics.remove(topic)
    topics.insert(max(0, min(index, len(topics))), topic)
    if tuple(topics) == edit.topics:
        return edit
    place = {name: at for at, name in enumerate(topics)}
    return _reorder(edit, sorted(edit.order, key=lambda slide: place[topic_of(slide)]))


def _move_beside(edit: Edit, slide: str, other: str, offset: int) -> Edit:
    if slide == other or slide not in edit.order or other not in edit.order:
        return edit
    others = [at for at in edit.order if at != slide]
    return move(edit, slide, others.index(other) + offset)


def _reorder(edit: Edit, order: Sequence[str]) -> Edit:
    if tuple(order) == edit.order:
        return edit
    # A slide that has vanished keeps its place behind its old neighbour.
    known = tuple(dict.fromkeys([*edit.working.order, *order]))
    return _step(edit, replace(edit.working, order=running_order(order, known)))


# --- One slide -------------------------------------------------------------------------------


def set_on(edit: Edit, slide: str, on: bool) -> Edit:
    return _decide(edit, slide, lambda decision: replace(decision, on=on))


def set_show(edit: Edit, slide: str, show: Show | None) -> Edit:
    """None: as authored."""
    return _decide(edit, slide, lambda decision: replace(decision, show=show))


def set_window(edit: Edit, slide: str, window: TimeWindow) -> Edit:
    return _decide(edit, slide, lambda decision: replace(decision, window=window))


def set_seconds(edit: Edit, slide: str, seconds: float | None) -> Edit:
    """None: automatic. Other values are held within `SECONDS_RANGE`."""
    held = None if seconds is None else min(max(seconds, SECONDS_RANGE[0]), SECONDS_RANGE[1])
    return _decide(edit, slide, lambda decision: replace(decision, seconds=held))


def step_seconds(edit: Edit, slide: str, steps: int, automatic: float) -> Edit:
    """More or fewer seconds, in multiples of `SECONDS_STEP`; starts from `automatic` where none were chosen."""
    present = (edit.working.decision(slide).seconds or automatic) / SECONDS_STEP
    return set_seconds(edit, slide, ((floor if steps > 0 else ceil)(present) + steps) * SECONDS_STEP)


def _decide(edit: Edit, slide: str, change: Callable[[Decision], Decision]) -> Edit:
    if slide not in edit.authored:
        return edit
    decision = change(edit.working.decision(slide))
    decisions = {key: value for key, value in edit.working.decisions.items() if key != slide}
    if decision != Decision():
        decisions[slide] = decision
    return _step(edit, replace(edit.working, decisions=decisions))


# --- Announcement and settings ---------------------------------------------------------------


def announce(edit: Edit, text: str, until: datetime) -> Edit:
    """Puts up a line until `until` (local time); an empty one takes it down. Raises ValueError if it is too long."""
    line = one_line(text)
    if len(line) > LONGEST_ANNOUNCEMENT:
        raise ValueError(f"takes a text of up to {LONGEST_ANNOUNCEMENT} letters")
    return _step(edit, replace(edit.working, announcement=Announcement(line, until) if line else None))


def take_down(edit: Edit) -> Edit:
    return _step(edit, replace(edit.working, announcement=None))


def set_setting(edit: Edit, name: str, value: object) -> Edit:
    """Raises ValueError that says what the setting takes, KeyError for a name that is none."""
    return _step(edit, replace(edit.working, settings=settings_table.changed(edit.working.settings, name, value)))


# --- Steps -----------------------------------------------------------------------------------


def undo(edit: Edit) -> Edit:
    if not edit.past:
        return edit
    return replace(edit, working=edit.past[-1], past=edit.past[:-1], future=(edit.working, *edit.future))


def redo(edit: Edit) -> Edit:
    if not edit.future:
        return edit
    return replace(edit, working=edit.future[0], past=(*edit.past, edit.working), future=edit.future[1:])


def discard(edit: Edit) -> Edit:
    """Back to what is saved, with nothing to undo."""
    return begin(edit.saved, edit.authored)


def rebase(edit: Edit, authored: Iterable[str]) -> Edit:
    """The same decisions over other content: new slides stand behind their authored neighbour, vanished ones wait.

    A slide whose file got another name is another slide.
    """
    return replace(edit, authored=tuple(authored))


def _step(edit: Edit, working: Arrangement) -> Edit:
    if working == edit.working:
        return edit
    return replace(edit, working=working, past=(*edit.past, edit.working), future=())
