"""What can befall the state folder while the kiosk runs: what plays goes on, staff get in and are told, and it mends itself."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.core.storage.pin_tries import FIRST_WAIT, Moment
from kiosk.core.storage.state_folder import StateFolder
from kiosk.qt.staff import state_watch
from kiosk.qt.staff.pin_pad import PinPadModel
from kiosk.qt.staff.staff_panel import StaffPanel
from tests.core.storage.mounted import fill, make_read_only, make_room, open_the_way, small_disk
from tests.qt.staff.panel import PIN, Panel, enter

KIOSK = 12345


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state_watch, "AGAIN_MS", 50)


@pytest.fixture
def open_panel(tmp_path: Path, qtbot: QtBot) -> Iterator[Callable[[Path], Panel]]:
    """Makes a panel whose last slide was moved to the top and saved, and that has locked itself since."""
    with ExitStack() as closing:

        def make(state: Path) -> Panel:
            panel = Panel(tmp_path, state)
            closing.callback(panel.close)
            panel.pins.set_pin(PIN)
            with qtbot.waitSignal(panel.playlist_source.reloaded):
                panel.playlist_source.reload()
            enter(panel, qtbot)
            panel.staff.order.choose("topic/4")
            panel.staff.order.moveToTop()
            with qtbot.waitSignal(panel.edit_session.saved):
                panel.staff.saveAndClose()
            qtbot.waitUntil(lambda: panel.staff.page == StaffPanel.Page.Pad)
            return panel

        yield make


@contextmanager
def later(seconds: float) -> Iterator[None]:
    """Some seconds further on the clock of the waits."""
    now = Moment.now()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Moment, "now", lambda: Moment(now.monotonic + seconds, now.boot))
        yield


def enter_slowly(panel: Panel, qtbot: QtBot) -> None:
    """The way in where wrong tries cannot be written down: each waits first."""
    panel.ask()
    panel.try_pin(qtbot, PIN)
    assert panel.staff.pad.left() >= FIRST_WAIT - 1
    assert panel.staff.pad.message.startswith("Nothing can be saved: ")
    with later(FIRST_WAIT):
        with qtbot.waitSignal(panel.staff.pad.opened):
            panel.type(PIN)
        qtbot.waitUntil(lambda: panel.staff.page == StaffPanel.Page.Slides)


def first_plays(panel: Panel) -> str:
    return panel.playlist_source.arrangement.order[0]


def check_told_and_mended(panel: Panel, told: str, mend: Callable[[], object], qtbot: QtBot) -> None:
    """Staff are in the panel: they are told in one sentence, which goes when the cause is gone, and then can save."""
    qtbot.waitUntil(lambda: panel.staff.notice == told)
    assert first_plays(panel) == "topic/4"
    panel.staff.order.choose("topic/3")
    panel.staff.order.moveToTop()
    with qtbot.waitSignal(panel.edit_session.failed):
        panel.edit_session.save()
    assert panel.staff.notice == told, "not twice"
    (line,) = panel.logged("cannot_save")
    assert line["message"].startswith("Not saved: the disk is ")
    mend()
    qtbot.waitUntil(lambda: panel.staff.notice == "")
    with qtbot.waitSignal(panel.edit_session.saved):
        panel.edit_session.save()
    arrangement, problems = panel.edit_session.store.read()
    assert (arrangement.order[:2], problems) == (("topic/3", "topic/4"), [])


def test_a_disk_that_fills_up(tmp_path: Path, open_panel: Callable[[Path], Panel], qtbot: QtBot) -> None:
    disk = tmp_path / "disk"
    with small_disk(disk) as state:
        panel = open_panel(state)
        fill(disk)
        enter_slowly(panel, qtbot)
        told = "Nothing can be saved: the disk is full. Have room made on it."
        check_told_and_mended(panel, told, lambda: make_room(disk), qtbot)


def test_a_disk_that_becomes_read_only(tmp_path: Path, open_panel: Callable[[Path], Panel], qtbot: QtBot) -> None:
    disk = tmp_path / "disk"
    with small_disk(disk) as state:
        panel = open_panel(state)
        make_read_only(disk)
        enter_slowly(panel, qtbot)
        told = "Nothing can be saved: the disk is read-only. Have that changed."
        check_told_and_mended(panel, told, lambda: make_read_only(disk, False), qtbot)


@pytest.fixture
def kiosk_user(tmp_path: Path) -> Iterator[int]:
    """The test goes on as a user of the machine who may do nothing but what is theirs."""
    if os.geteuid() != 0:
        pytest.skip("only root can become another user and give files away")
    open_the_way(tmp_path)
    os.chown(tmp_path, KIOSK, KIOSK)
    os.seteuid(KIOSK)
    yield KIOSK
    os.seteuid(0)


def give(state: Path, owner: int) -> None:
    os.seteuid(0)
    for path in (state, *state.rglob("*")):
        os.chown(path, owner, owner)
    os.seteuid(KIOSK)


def test_a_folder_that_is_somebody_elses(
    kiosk_user: int, tmp_path: Path, open_panel: Callable[[Path], Panel], qtbot: QtBot
) -> None:
    state = tmp_path / "state"
    panel = open_panel(state)
    give(state, 0)
    panel.playlist_source.look_at_state()
    enter_slowly(panel, qtbot)
    qtbot.waitUntil(lambda: "state:1: cannot be read (Permission denied)" in panel.staff.notice)
    assert panel.staff.notice.startswith("Nothing can be saved: the folder for it belongs to another user of this machine.")
    assert first_plays(panel) == "topic/4"
    give(state, KIOSK)
    qtbot.waitUntil(lambda: panel.staff.notice == "")
    assert first_plays(panel) == "topic/4"


def replace_by_empty(state: Path) -> None:
    state.rename(state.with_name("former"))
    state.mkdir(mode=0o700)


@pytest.mark.parametrize("lose", [shutil.rmtree, replace_by_empty])
def test_a_folder_that_is_gone(
    tmp_path: Path, open_panel: Callable[[Path], Panel], qtbot: QtBot, lose: Callable[[Path], None]
) -> None:
    state = tmp_path / "state"
    panel = open_panel(state)
    lose(state)
    panel.playlist_source.look_at_state()
    qtbot.waitUntil(lambda: panel.playlist_source.state_problems != [])
    assert first_plays(panel) == "topic/4", "what plays goes on"
    panel.ask()
    # The PIN is gone with the rest: whoever reads the log gets in, and nobody else.
    assert panel.staff.pad.step == PinPadModel.Step.Code
    panel.type(str(panel.logged("pin_code")[-1]["code"]))
    panel.type(PIN)
    panel.try_pin(qtbot, PIN)
    panel.try_pin(qtbot, PIN)
    qtbot.waitUntil(lambda: panel.staff.page == StaffPanel.Page.Slides)
    told = "kiosk.json:1: is missing; save on the screen to write it anew; version 1 plays meanwhile"
    assert (
        panel.staff.notice
        == f"Something in what was saved cannot be used; the rest plays. Tell whoever looks after this machine: {told}."
    )
    with qtbot.waitSignal(panel.edit_session.saved):
        panel.staff.saveAndClose()
    qtbot.waitUntil(lambda: panel.playlist_source.state_problems == [])
    enter(panel, qtbot)
    assert panel.staff.notice == "", "nothing is left of what was told the last time"
    arrangement, problems = StateFolder(state).read()
    assert (arrangement.order[0], arrangement.number, problems) == ("topic/4", 2, [])


def test_a_folder_that_comes_back_holds_again(tmp_path: Path, open_panel: Callable[[Path], Panel], qtbot: QtBot) -> None:
    state = tmp_path / "state"
    panel = open_panel(state)
    replace_by_empty(state)
    panel.playlist_source.look_at_state()
    qtbot.waitUntil(lambda: panel.playlist_source.state_problems != [])
    state.rmdir()
    state.with_name("former").rename(state)
    panel.playlist_source.look_at_state()
    qtbot.waitUntil(lambda: panel.playlist_source.state_problems == [])
    enter(panel, qtbot)
    assert first_plays(panel) == "topic/4"
    assert panel.staff.notice == ""


@pytest.mark.parametrize("put", [Path.touch, lambda state: state.symlink_to("/nowhere")])
def test_something_else_stands_in_the_folders_place(
    tmp_path: Path, open_panel: Callable[[Path], Panel], qtbot: QtBot, put: Callable[[Path], None]
) -> None:
    state = tmp_path / "state"
    panel = open_panel(state)
    state.rename(state.with_name("former"))
    put(state)
    panel.playlist_source.look_at_state()
    qtbot.waitUntil(lambda: panel.playlist_source.state_problems != [])
    assert first_plays(panel) == "topic/4"
    panel.ask()
    assert panel.staff.pad.step == PinPadModel.Step.Code


def test_all_that_is_wrong_is_counted(tmp_path: Path, open_panel: Callable[[Path], Panel], qtbot: QtBot) -> None:
    state = tmp_path / "state"
    panel = open_panel(state)
    text = panel.edit_session.store.file.read_text().replace('"slides"', '"colour": 1, "sound": 2, "smell": 3, "slides"')
    panel.edit_session.store.file.write_text(text)
    panel.playlist_source.look_at_state()
    qtbot.waitUntil(lambda: len(panel.playlist_source.state_problems) == 3)
    enter(panel, qtbot)
    assert panel.staff.notice.startswith("Something in what was saved cannot be used; the rest plays. Tell whoever")
    assert panel.staff.notice.endswith(" (and 2 more).")
    panel.staff.dismissNotice()
    assert panel.staff.notice == ""
