"""Two people's work in one."""

from __future__ import annotations

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kiosk.core.arrangement import editing
from kiosk.core.arrangement.arrangement import Arrangement, running_order
from kiosk.core.arrangement.editing import begin
from kiosk.core.arrangement.merge import merge

NOW = datetime(2026, 11, 22, 10, 0)
ABCD = ("t/a", "t/b", "t/c", "t/d")


def test_merge_keeps_what_both_have_done() -> None:
    start = Arrangement(number=1)
    edit = editing.set_on(editing.set_setting(begin(start, ABCD), "session_seconds", 60), "t/a", False)
    theirs = editing.move_to_top(editing.set_on(begin(start, ABCD), "t/b", False), "t/d")
    theirs = editing.announce(editing.set_setting(theirs, "reduced_motion", True), "Late", NOW)
    merged = merge(edit, replace(theirs.to_save, number=2))
    assert merged.number == 2
    assert merged.order == theirs.order
    assert merged.announcement
    assert set(merged.decisions) == {"t/a", "t/b"}
    assert merged.settings.session_seconds == 60
    assert merged.settings.reduced_motion
    assert merge(begin(start, ABCD), theirs.working) == theirs.working


def test_an_order_that_somebody_else_saved_meanwhile_is_kept_under_ones_own_moves() -> None:
    authored = tuple("t/" + letter for letter in "abcdef")
    here = editing.move(begin(Arrangement(), authored), "t/a", 2)
    elsewhere = editing.move(begin(Arrangement(), authored), "t/f", 0).to_save
    merged = running_order(merge(here, elsewhere).order, authored)
    assert merged == ("t/f", "t/b", "t/c", "t/a", "t/d", "t/e")


@given(st.permutations(range(7)), st.permutations(range(7)))
def test_a_merged_order_holds_every_slide_once_and_ones_own_when_nobody_else_moved(mine: list[int], theirs: list[int]) -> None:
    authored = tuple(f"t/{number}" for number in range(7))
    start = begin(Arrangement(order=authored), authored)
    here = replace(start, working=replace(start.working, order=tuple(authored[at] for at in mine)))
    there = Arrangement(order=tuple(authored[at] for at in theirs))
    assert sorted(merge(here, there).order) == sorted(authored)
    assert merge(here, start.saved).order == here.order
