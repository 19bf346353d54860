"""The difference of two arrangements, in numbers."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kiosk.core.arrangement import editing
from kiosk.core.arrangement.arrangement import Announcement, Arrangement, Decision
from kiosk.core.arrangement.changes import AnnouncementChange, Changes, changes, lifted
from kiosk.core.arrangement.editing import begin
from kiosk.core.content.deck import Show
from kiosk.core.time_window import TimeWindow

NOW = datetime(2026, 11, 22, 10, 0)
ABCD = ("t/a", "t/b", "t/c", "t/d")
PUT_UP = AnnouncementChange.PUT_UP


@pytest.mark.parametrize(
    ("step", "counts"),
    [
        (lambda e: e, Changes()),
        (lambda e: editing.move(e, "t/a", 3), Changes(moved=1)),
        (lambda e: editing.move(editing.move(e, "t/a", 3), "t/d", 0), Changes(moved=2)),
        (lambda e: editing.set_on(e, "t/a", False), Changes(switched_off=1)),
        (lambda e: editing.set_seconds(editing.set_seconds(e, "t/a", 9), "t/b", 9), Changes(timed=2)),
        (lambda e: editing.set_show(e, "t/a", Show.TOUCH), Changes(placed=1)),
        (lambda e: editing.set_window(e, "t/a", TimeWindow(weekdays=frozenset({1}))), Changes(scheduled=1)),
        (lambda e: editing.announce(e, "Late", NOW), Changes(announcement=PUT_UP)),
        (lambda e: editing.set_setting(e, "reduced_motion", True), Changes(settings=("reduced_motion",))),
        (
            lambda e: editing.announce(editing.set_on(editing.move(e, "t/a", 3), "t/b", False), "Late", NOW),
            Changes(moved=1, switched_off=1, announcement=PUT_UP),
        ),
    ],
)
def test_a_step_is_counted(step, counts: Changes) -> None:  # type: ignore[no-untyped-def]
    start = begin(Arrangement(), ABCD)
    assert changes(start.working, step(start).working, ABCD) == counts


def test_what_is_taken_back_is_counted() -> None:
    old = Arrangement(decisions={"t/a": Decision(on=False)}, announcement=Announcement("Late", NOW))
    assert changes(old, Arrangement(), ABCD) == Changes(switched_on=1, announcement=AnnouncementChange.TAKEN_DOWN)
    other = replace(old, announcement=Announcement("Later", NOW))
    assert changes(old, other) == Changes(announcement=AnnouncementChange.CHANGED)


def test_details_name_only_what_changed() -> None:
    assert Changes().details() == {}
    assert Changes(moved=2, announcement=PUT_UP, settings=("phrases",)).details() == {
        "moved": 2,
        "announcement": "put up",
        "settings": ("phrases",),
    }


@given(st.permutations(range(8)))
def test_the_slides_that_are_not_lifted_stay_in_order_and_no_fewer_could_be(numbers: list[int]) -> None:
    old = tuple(f"t/{number}" for number in range(8))
    new = tuple(old[number] for number in numbers)
    moving = lifted(old, new)
    staying = [slide for slide in new if slide not in moving]
    assert staying == sorted(staying)
    longest = [1] * len(numbers)
    for at, number in enumerate(numbers):
        longest[at] += max((longest[before] for before in range(at) if numbers[before] < number), default=0)
    assert len(staying) == max(longest)
