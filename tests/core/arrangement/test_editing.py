"""The panel's steps: the order is always a permutation of what exists, and undoing everything is the start."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core.arrangement import editing
from kiosk.core.arrangement.arrangement import Announcement, Arrangement, Decision, running_order
from kiosk.core.arrangement.changes import changes
from kiosk.core.arrangement.editing import Edit, begin
from kiosk.core.content.deck import Show
from kiosk.core.storage.state_folder import StateFolder

NOW = datetime(2026, 11, 22, 10, 0)
ABCD = ("t/a", "t/b", "t/c", "t/d")


def letters(edit: Edit) -> str:
    return "".join(slide[-1] for slide in edit.order)


@pytest.mark.parametrize(
    ("step", "order"),
    [
        (lambda e: editing.move(e, "t/a", 2), "bcad"),
        (lambda e: editing.move(e, "t/a", 99), "bcda"),
        (lambda e: editing.move(e, "t/d", -5), "dabc"),
        (lambda e: editing.move_before(e, "t/a", "t/d"), "bcad"),
        (lambda e: editing.move_before(e, "t/d", "t/b"), "adbc"),
        (lambda e: editing.move_after(e, "t/a", "t/c"), "bcad"),
        (lambda e: editing.move_after(e, "t/d", "t/a"), "adbc"),
        (lambda e: editing.move_up(e, "t/c"), "acbd"),
        (lambda e: editing.move_down(e, "t/c"), "abdc"),
        (lambda e: editing.move_to_top(e, "t/c"), "cabd"),
        (lambda e: editing.move_up(e, "t/a"), "abcd"),
        (lambda e: editing.move_down(e, "t/d"), "abcd"),
        (lambda e: editing.move(e, "t/gone", 0), "abcd"),
        (lambda e: editing.move_before(e, "t/a", "t/gone"), "abcd"),
        (lambda e: editing.move_after(e, "t/a", "t/a"), "abcd"),
    ],
)
def test_moves(step, order: str) -> None:  # type: ignore[no-untyped-def]
    start = begin(Arrangement(), ABCD)
    edit = step(start)
    assert letters(edit) == order
    assert edit.is_dirty == (order != "abcd") == bool(edit.past)
    assert editing.undo(edit).working == start.working


def test_a_topic_moves_as_a_whole() -> None:
    edit = begin(Arrangement(), ("a/1", "a/2", "b/1", "b/2", "c/1"))
    assert editing.move_topic(edit, "a", 1).order == ("b/1", "b/2", "a/1", "a/2", "c/1")
    assert editing.move_topic(edit, "c", 0).topics == ("c", "a", "b")
    assert editing.move_topic(edit, "a", 0) == editing.move_topic(edit, "x", 0) == edit
    scattered = editing.move(edit, "a/1", 4)
    assert editing.move_topic(scattered, "c", 0).order == ("c/1", "a/2", "a/1", "b/1", "b/2")


@pytest.mark.parametrize(
    ("steps", "present", "seconds"),
    [(1, None, 15), (-1, None, 10), (1, 15.0, 20), (-1, 15.0, 10), (-1, 5.0, 3), (-9, 12.0, 3), (99, 12.0, 300)],
)
def test_seconds_go_in_steps(steps: int, present: float | None, seconds: float) -> None:
    edit = editing.set_seconds(begin(Arrangement(), ABCD), "t/a", present)
    assert editing.step_seconds(edit, "t/a", steps, 12.4).working.decision("t/a").seconds == seconds


def test_a_decision_taken_back_leaves_nothing() -> None:
    edit = begin(Arrangement(), ABCD)
    edit = editing.set_on(editing.set_on(edit, "t/a", False), "t/a", True)
    assert edit.working.decisions == {}
    assert not edit.is_dirty
    assert len(edit.past) == 2
    assert not editing.move_up(editing.move_down(edit, "t/a"), "t/a").is_dirty
    assert editing.set_on(edit, "t/gone", False) == edit


def test_settings_and_announcements_are_checked() -> None:
    edit = begin(Arrangement(), ABCD)
    with pytest.raises(ValueError, match="5 to 900"):
        editing.set_setting(edit, "session_seconds", 1)
    with pytest.raises(KeyError):
        editing.set_setting(edit, "volume", 1)
    with pytest.raises(ValueError, match="160 letters"):
        editing.announce(edit, "x" * 161, NOW)
    assert editing.announce(edit, " We are\nlate ", NOW).working.announcement == Announcement("We are late", NOW)
    assert editing.announce(edit, "  ", NOW) == editing.take_down(edit) == edit
    assert editing.set_setting(edit, "session_seconds", 60).working.settings.session_seconds == 60


def test_discard_and_a_draft() -> None:
    draft = Arrangement(("t/b", "t/a"))
    edit = begin(Arrangement(number=4), ABCD, draft)
    assert edit.is_dirty
    assert edit.working.number == 4
    assert letters(editing.undo(edit)) == "abcd"
    assert editing.discard(edit) == begin(Arrangement(number=4), ABCD)


def test_what_vanishes_is_forgotten_only_by_saving() -> None:
    edit = editing.move_to_top(editing.set_on(begin(Arrangement(), ABCD), "t/c", False), "t/d")
    less = editing.rebase(edit, ("t/a", "t/b", "t/d"))
    assert letters(less) == "dab"
    assert less.to_save == Arrangement(("t/d", "t/a", "t/b"))
    assert editing.rebase(editing.move(less, "t/b", 0), ABCD).working.decision("t/c") == Decision(on=False)
    assert letters(editing.rebase(editing.move(less, "t/b", 0), ABCD)) == "bcda"
    assert editing.rebase(edit, ()).to_save == edit.working


names = st.sampled_from([f"{topic}/{n}" for topic in "xyz" for n in range(4)])
content = st.sets(names).map(lambda found: tuple(sorted(found)))
actions = st.one_of(
    st.tuples(st.just(editing.move), names, st.integers(-1, 12)),
    st.tuples(st.just(editing.move_before), names, names),
    st.tuples(st.just(editing.move_topic), st.sampled_from("xyz"), st.integers(-1, 3)),
    st.tuples(st.just(editing.set_on), names, st.booleans()),
    st.tuples(st.just(editing.set_seconds), names, st.none() | st.integers(1, 400)),
    st.tuples(st.just(editing.set_show), names, st.sampled_from(Show)),
    st.tuples(st.just(editing.announce), st.sampled_from(["Late", ""]), st.just(NOW)),
    st.tuples(st.just(editing.undo)),
    st.tuples(st.just(editing.redo)),
    st.tuples(st.just(editing.rebase), content),
    st.tuples(st.just("save")),
)


@settings(deadline=None, max_examples=150)
@given(content, st.lists(actions, max_size=30))
def test_whatever_staff_and_authors_do(
    tmp_path_factory: pytest.TempPathFactory,
    authored: tuple[str, ...],
    run: list[tuple],  # type: ignore[type-arg]
) -> None:
    store = StateFolder(tmp_path_factory.mktemp("state"))
    start = edit = begin(Arrangement(), authored)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.fsync", lambda handle: None)
        for action, *arguments in run:
            before = edit
            if action == "save":
                saved = store.write(edit.to_save, changes(edit.saved, edit.to_save, edit.authored), NOW)
                assert store.read() == (saved, [])
                start = edit = begin(saved, edit.authored)
                assert not edit.is_dirty
            else:
                edit = action(edit, *arguments)
            assert sorted(edit.order) == sorted(edit.authored)
            if action is editing.rebase:
                for slide in set(edit.authored) - set(edit.working.order):
                    at = edit.authored.index(slide)
                    place = edit.order.index(slide)
                    assert edit.order[place - 1] == edit.authored[at - 1] if at else place == 0
            elif action not in (editing.undo, editing.redo, "save"):
                assert edit.working == before.working or editing.undo(edit).working == before.working
    while edit.past:
        assert editing.redo(editing.undo(edit)).working == edit.working
        edit = editing.undo(edit)
    assert edit.working == start.working == edit.saved
    assert edit.order == running_order(start.working.order, edit.authored)
    assert not edit.is_dirty
