"""Getting into the staff's panel, and what is left when it locks."""

from __future__ import annotations

import re
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from kiosk.core.content.deck import Deck, Slide, Trouble
from kiosk.core.player.events import Mode, Press, Tick
from kiosk.core.player.state import STAFF_SECONDS
from kiosk.core.storage.pin import PinFile
from kiosk.core.storage.pin_code import RENEWED_AFTER
from kiosk.core.storage.pin_tries import Moment, wait_after
from kiosk.qt.bridge.lazy_list_model import LazyListModel
from kiosk.qt.staff import folder_trouble, thumbnails
from kiosk.qt.staff.pin_pad import PinPadModel
from kiosk.qt.staff.slide_rows import Row
from kiosk.qt.staff.staff_panel import StaffPanel
from kiosk.qt.staff.thumbnails import ThumbnailView
from tests.qt.staff.panel import PIN, Panel, enter


@pytest.fixture
def panel(tmp_path: Path, qtbot: QtBot) -> Iterator[Panel]:
    panel = Panel(tmp_path)
    panel.pins.set_pin(PIN)
    with qtbot.waitSignal(panel.playlist_source.reloaded):
        panel.playlist_source.reload()
    yield panel
    panel.close()


def test_the_right_pin_opens_the_slide_order(panel: Panel, qtbot: QtBot) -> None:
    panel.ask()
    assert panel.staff.page == StaffPanel.Page.Pad
    panel.staff.open(StaffPanel.Page.Slides)
    panel.staff.open(StaffPanel.Page.Settings)
    assert panel.staff.page == StaffPanel.Page.Pad, "nothing but the PIN leads away from the pad"
    with qtbot.waitSignal(panel.staff.pad.opened):
        panel.type(PIN)
    qtbot.waitUntil(lambda: panel.staff.page == StaffPanel.Page.Slides)
    assert panel.order() == "1234"


def test_wrong_pins_are_made_to_wait(panel: Panel, qtbot: QtBot) -> None:
    panel.ask()
    for _ in range(3):
        assert panel.staff.pad.wait == 0
        panel.try_pin(qtbot, "111111")
        assert panel.staff.pad.message
    assert 25 <= panel.staff.pad.wait <= 30
    panel.type(PIN)
    assert panel.staff.pad.length == 0, "no digit is taken meanwhile"
    panel.staff.leave()
    assert panel.staff.pad.wait == 0
    panel.ask()
    # Leaving does not shorten the wait.
    qtbot.waitUntil(lambda: panel.staff.pad.wait > 20)


def test_who_only_waits_at_the_pad_gives_the_slides_back(panel: Panel, qtbot: QtBot) -> None:
    panel.ask()
    for _ in range(3):
        panel.try_pin(qtbot, "111111")
    panel.driver.state = replace(panel.driver.state, touched_at=time.monotonic() - 16)
    panel.staff.pad.changed.emit()
    assert panel.driver.state.mode is Mode.LOOP


def test_a_pin_that_is_looked_at_while_staff_leave_opens_nothing(panel: Panel, qtbot: QtBot) -> None:
    panel.ask()
    panel.type(PIN)
    panel.staff.leave()
    panel.ask()
    # They are looked at one after the other: once this one is answered, so is the first.
    panel.try_pin(qtbot, "111111")
    assert panel.staff.pad.message
    assert panel.staff.page == StaffPanel.Page.Pad


def test_a_draft_that_is_slow_opens_no_later_sitting(panel: Panel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = threading.Event()
    monkeypatch.setattr(panel.playlist_source.store, "read_draft", lambda: gate.wait(10) and None)
    panel.ask()
    with qtbot.waitSignal(panel.staff.pad.opened):
        panel.type(PIN)
    panel.staff.leave()
    panel.ask()
    with qtbot.waitSignal(panel.edit_session.changed):
        gate.set()
    assert panel.staff.page == StaffPanel.Page.Pad


@pytest.fixture
def bare(tmp_path: Path, qtbot: QtBot) -> Iterator[Panel]:
    """A panel without a PIN."""
    panel = Panel(tmp_path)
    qtbot.waitUntil(lambda: panel.logged("pin_code") != [])
    yield panel
    panel.close()


def code(panel: Panel) -> str:
    return str(panel.logged("pin_code")[-1]["code"])


def other_code(panel: Panel) -> str:
    return f"{(int(code(panel)) + 1) % 1_000_000:06d}"


def test_without_a_pin_the_pad_asks_for_the_code_in_the_log(bare: Panel) -> None:
    (line,) = bare.logged("pin_code")
    assert line["message"].endswith(f"five times in the upper left corner and enter {line['code']}")
    assert re.fullmatch(r"\d{6}", line["code"])
    bare.ask()
    pad = bare.staff.pad
    assert pad.step == PinPadModel.Step.Code
    bare.type(other_code(bare))
    assert (pad.step, bool(pad.message)) == (PinPadModel.Step.Code, True)
    bare.type(code(bare))
    assert (pad.step, pad.message) == (PinPadModel.Step.Choose, "")
    assert [line["count"] for line in bare.logged("wrong_codes")] == [1]
    bare.staff.leave()
    bare.ask()
    assert pad.step == PinPadModel.Step.Code, "it is asked for at each sitting"
    assert len(bare.logged("pin_code")) == 1
    assert not bare.pins.is_set()


def test_with_the_code_a_pin_is_chosen_that_opens_the_panel(bare: Panel, qtbot: QtBot) -> None:
    pad = bare.staff.pad
    bare.ask()
    bare.type(code(bare))
    bare.type("123123")
    assert (pad.step, bool(pad.message)) == (PinPadModel.Step.Choose, True), "too easily guessed"
    bare.type(PIN)
    assert pad.step == PinPadModel.Step.Repeat
    bare.type("135791")
    assert (pad.step, bool(pad.message)) == (PinPadModel.Step.Choose, True), "the two were not the same"
    bare.type(PIN)
    bare.try_pin(qtbot, PIN)
    assert pad.step == PinPadModel.Step.Enter
    assert bare.staff.page == StaffPanel.Page.Pad, "it is asked for like any other time"
    bare.try_pin(qtbot, PIN)
    qtbot.waitUntil(lambda: bare.staff.page == StaffPanel.Page.Slides)


def test_wrong_codes_wait_and_after_some_there_is_another_code(bare: Panel, monkeypatch: pytest.MonkeyPatch) -> None:
    pad = bare.staff.pad
    start = Moment.now()
    passed = 0.0
    monkeypatch.setattr(Moment, "now", lambda: Moment(start.monotonic + passed, start.boot))
    bare.ask()
    first = code(bare)
    for tried in range(1, RENEWED_AFTER + 1):
        assert len(bare.logged("pin_code")) == 1
        bare.type(other_code(bare))
        assert pad.left() == wait_after(tried)
        passed += wait_after(tried)
    assert len(bare.logged("pin_code")) == 2
    if first != code(bare):
        bare.type(first)
        assert pad.step == PinPadModel.Step.Code
        assert pad.left() == wait_after(RENEWED_AFTER + 1), "another code is no shorter wait"
        bare.type(code(bare))
        assert pad.length == 0, "no digit is taken meanwhile"
        passed += pad.left()
    bare.type(code(bare))
    assert pad.step == PinPadModel.Step.Choose


def test_a_pin_that_is_lost_while_it_runs_leaves_a_new_code_in_the_log(panel: Panel, qtbot: QtBot) -> None:
    enter(panel, qtbot)
    panel.staff.leave()
    assert panel.logged("pin_code") == []
    panel.edit_session.run(lambda: shutil.rmtree(panel.pins.folder))
    qtbot.waitUntil(lambda: not panel.pins.is_set())
    panel.ask()
    assert panel.staff.pad.step == PinPadModel.Step.Code
    assert len(panel.logged("pin_code")) == 1
    panel.type(PIN)
    assert panel.staff.pad.step == PinPadModel.Step.Code


def test_a_pin_that_is_lost_under_the_open_pad_leaves_a_code_as_well(panel: Panel, qtbot: QtBot) -> None:
    panel.ask()
    assert panel.staff.pad.step == PinPadModel.Step.Enter
    with qtbot.waitSignal(panel.staff.pad.changed):
        PinFile(panel.pins.folder).clear()
    qtbot.waitUntil(lambda: len(panel.logged("pin_code")) == 1)
    assert panel.staff.pad.step == PinPadModel.Step.Code


def test_a_pin_that_cannot_be_read_is_no_missing_one(panel: Panel, qtbot: QtBot) -> None:
    panel.pins.file.write_text("{}")
    panel.ask()
    panel.try_pin(qtbot, PIN)
    assert panel.staff.pad.step == PinPadModel.Step.Enter
    assert "main.py pin" in panel.staff.pad.message
    assert panel.logged("pin_code") == []
    (line,) = panel.logged("pin_unreadable")
    assert line["message"] == f"{panel.pins.file} is damaged; set the staff PIN anew with: main.py pin"


def test_wrong_pins_are_logged_as_a_count_and_told_after_the_right_one(panel: Panel, qtbot: QtBot) -> None:
    panel.ask()
    for wrong in ("111112", "111113"):
        panel.try_pin(qtbot, wrong)
    assert panel.logged("wrong_pins") == []
    panel.staff.leave()
    assert [line["count"] for line in panel.logged("wrong_pins")] == [2]
    enter(panel, qtbot)
    assert panel.staff.notice == "", "two are slips of a finger"
    panel.staff.leave()
    for _ in range(2):
        panel.ask()
        panel.try_pin(qtbot, "111112")
        panel.staff.leave()
    panel.ask()
    panel.try_pin(qtbot, "111113")
    assert panel.pins.verify(PIN, Moment.now()).wrong == 0, "while it waits, nothing is looked at"
    panel.driver.send(Press.LEAVE_STAFF)
    panel.ask()
    later = Moment(Moment.now().monotonic + 30, Moment.now().boot)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Moment, "now", lambda: later)
        qtbot.waitUntil(lambda: panel.staff.pad.left() == 0)
        with qtbot.waitSignal(panel.staff.pad.opened):
            panel.type(PIN)
        qtbot.waitUntil(lambda: panel.staff.page == StaffPanel.Page.Slides)
    assert panel.staff.notice == "3 wrong PINs were tried since the last right one."
    assert [line["count"] for line in panel.logged("wrong_pins")] == [2, 1, 1, 1]
    assert not any(digits in panel.said.getvalue() for digits in ("111112", "111113", PIN))


def test_the_panel_locks_itself_and_offers_the_draft(panel: Panel, qtbot: QtBot) -> None:
    enter(panel, qtbot)
    panel.staff.order.choose("topic/3")
    panel.staff.order.moveToTop()
    assert panel.order() == "3124"
    idle = replace(panel.driver.state, touched_at=time.monotonic() - STAFF_SECONDS)
    panel.driver.state = idle
    panel.driver.send(Tick())
    assert panel.driver.state.mode is Mode.LOOP
    assert panel.staff.page == StaffPanel.Page.Pad
    assert panel.staff.order.rows.rowCount() == 0, "nothing of it is left on the screen"
    enter(panel, qtbot)
    assert panel.staff.hasDraft
    panel.staff.takeDraft(True)
    assert panel.order() == "3124"
    panel.staff.saveAndClose()
    assert panel.edit_session.busy
    qtbot.waitUntil(lambda: panel.driver.state.mode is Mode.LOOP)
    assert not panel.edit_session.busy
    assert [entry.slide[-1] for entry in panel.playlist_source.playlist()] == list("3124")
    enter(panel, qtbot)
    assert not panel.staff.hasDraft


def test_a_draft_may_be_thrown_away(panel: Panel, qtbot: QtBot) -> None:
    enter(panel, qtbot)
    panel.staff.order.toggle("topic/1")
    panel.staff.leave()
    enter(panel, qtbot)
    panel.staff.takeDraft(False)
    assert not panel.staff.order.dirty
    panel.staff.leave()
    enter(panel, qtbot)
    assert not panel.staff.hasDraft


def test_a_draft_that_was_offered_and_not_answered_is_offered_again(panel: Panel, qtbot: QtBot) -> None:
    enter(panel, qtbot)
    panel.staff.order.toggle("topic/1")
    panel.staff.leave()
    for _ in range(2):
        enter(panel, qtbot)
        assert panel.staff.hasDraft
        panel.staff.leave()


def test_rows_follow_a_finger_and_the_desk_hears_of_the_drop_alone(panel: Panel, qtbot: QtBot) -> None:
    enter(panel, qtbot)
    order = panel.staff.order
    order.lift("topic/1")
    order.carry(2)
    order.carry(3)
    assert panel.order() == "2341"
    assert not order.dirty
    order.drop()
    assert panel.order() == "2341"
    assert order.dirty
    order.undo()
    assert panel.order() == "1234"
    order.redo()
    order.lift("topic/4")
    order.carry(0)
    order.cancel()
    assert panel.order() == "2341"


def test_a_slide_that_vanishes_leaves_the_list(panel: Panel, qtbot: QtBot) -> None:
    enter(panel, qtbot)
    (panel.playlist_source.root / "topic" / "1.md").unlink()
    with qtbot.waitSignal(panel.playlist_source.reloaded):
        panel.playlist_source.reload()
    qtbot.waitUntil(lambda: panel.order() == "234")
    assert panel.staff.order.chosen.key == "topic/2"


def test_seconds_place_and_window_of_the_chosen_slide(panel: Panel, qtbot: QtBot) -> None:
    enter(panel, qtbot)
    chosen = panel.staff.order.chosen
    automatic = chosen.seconds
    chosen.stepSeconds(1)
    assert chosen.seconds > automatic
    assert not chosen.automatic
    chosen.takeAutomatic()
    assert chosen.automatic
    chosen.showInLoop(False)
    assert not chosen.inLoop
    chosen.showInLoop(True)
    assert not panel.staff.order.dirty, "as authored is no decision"
    chosen.toggleDay(6)
    assert [day.on for day in chosen.weekdays.rows()] == [True] * 6 + [False]
    chosen.toggleDay(6)
    chosen.limitHours(True)
    chosen.stepEnd(1)
    assert (chosen.start, chosen.end) == ("08:00", "18:30")
    chosen.stepLast(0)
    chosen.stepFirst(3)
    assert chosen.first == chosen.last, "the first day pushes the last one"
    chosen.always()
    assert chosen.when == ""


def test_thumbnails_are_painted_and_their_memory_is_bounded(
    panel: Panel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = ThumbnailView("topic/1", -1, 200)
    assert panel.thumbnails.find(view) == ""
    qtbot.waitUntil(lambda: panel.thumbnails.find(view) != "")
    monkeypatch.setattr(thumbnails, "KEPT_BYTES", 1_000_000)
    for height in range(201, 230):
        other = replace(view, height=height)
        panel.thumbnails.find(other)
        qtbot.waitUntil(lambda other=other: panel.thumbnails.find(other) != "")
    images = panel.thumbnails.provider.images.values()
    assert sum(image.sizeInBytes() for image in images) <= 1_000_000
    assert len(images) > 1


def test_a_thumbnail_that_fails_is_told_and_keeps_no_other_waiting(
    panel: Panel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = thumbnails.paint

    def paint(deck: Deck, slide: Slide, *others: Any) -> thumbnails.PaintedThumbnail:
        if slide.id == "topic/1":
            raise RuntimeError("out of paint")
        return whole(deck, slide, *others)

    monkeypatch.setattr(thumbnails, "paint", paint)
    with qtbot.captureExceptions() as errors:
        panel.thumbnails.find(ThumbnailView("topic/1", -1, 200))
        view = ThumbnailView("topic/2", -1, 200)
        panel.thumbnails.find(view)
        qtbot.waitUntil(lambda: panel.thumbnails.find(view) != "")
    assert [str(error) for _, error, _ in errors] == ["out of paint"]


@pytest.mark.parametrize("after", ["abcde", "bcdea", "eabcd", "abXcde", "ace", "edcba", "", "xyz", "acbde"])
def test_keyed_rows_become_any_others(after: str, qtbot: QtBot) -> None:
    rows = LazyListModel(Row, lambda key: Row(key, False, key))
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Warning)
    rows.show("abcde")
    rows.show(after)
    shown = [rows.data(rows.index(at), title_role(rows)) for at in range(rows.rowCount())]
    assert shown == list(after)
    del tester


def title_role(model: QAbstractItemModel) -> int:
    return next(role for role, name in model.roleNames().items() if name == b"title")


def test_the_slides_folder_s_trouble_is_told_in_a_sentence_until_it_is_over(panel: Panel, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "slides").rename(tmp_path / "away")
    qtbot.waitUntil(lambda: panel.playlist_source.trouble is Trouble.MISSING)
    panel.ask()
    panel.try_pin(qtbot, PIN)
    qtbot.waitUntil(lambda: panel.staff.property("page") == StaffPanel.Page.Slides)
    assert panel.staff.property("notice").startswith("The slides folder is missing.")
    assert panel.order() == "1234"
    (tmp_path / "away").rename(tmp_path / "slides")
    qtbot.waitUntil(lambda: panel.staff.property("notice") == "")
    (tmp_path / "slides").rename(tmp_path / "away")
    (tmp_path / "slides").mkdir()
    qtbot.waitUntil(lambda: panel.staff.property("notice").startswith("The slides folder is empty."))


@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_has_one_sentence_or_two(trouble: Trouble) -> None:
    words = folder_trouble.in_words(trouble)
    assert (words == "") == (trouble is Trouble.NONE)
    assert words.count(".") in (0, 2)
