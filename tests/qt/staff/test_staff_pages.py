"""The pages behind the slide order: announcement, settings, history, timetable, backup, and the PIN that they ask for."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
import shiboken6
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from kiosk.core import exit_codes
from kiosk.core.arrangement import editing
from kiosk.core.arrangement.arrangement import Announcement, Arrangement
from kiosk.core.arrangement.changes import AnnouncementChange, Changes
from kiosk.core.event_log import EventLog
from kiosk.core.settings import DECLARED, NAMES, Settings
from kiosk.core.storage.pin import PinFile
from kiosk.core.storage.pin_tries import Moment
from kiosk.core.storage.state_folder import StateFolder
from kiosk.core.storage.usb_drives import Drive
from kiosk.core.storage.version import Authored, BroughtIn, Summary
from kiosk.core.time_window import WEEKDAYS, TimeWindow
from kiosk.qt.player.announcement import AnnouncementBandModel
from kiosk.qt.player.playlist_source import PlaylistSource
from kiosk.qt.staff import settings_page as house_page
from kiosk.qt.staff import summaries
from kiosk.qt.staff import this_kiosk as machine_page
from kiosk.qt.staff.announcement_page import CLOSING, AnnouncementModel
from kiosk.qt.staff.backup_page import BackupModel
from kiosk.qt.staff.edit_session import EditSession
from kiosk.qt.staff.history_page import HistoryModel
from kiosk.qt.staff.pin_pad import PinPadModel
from kiosk.qt.staff.settings_page import SettingsModel
from kiosk.qt.staff.summaries import in_words
from kiosk.qt.staff.this_kiosk import ThisKioskModel
from kiosk.qt.staff.timetable_page import TimetableModel

SLIDES = ("one/01-a", "one/02-b", "one/03-c")


@pytest.fixture
def edit_session(qtbot: QtBot, tmp_path: Path) -> Iterator[EditSession]:
    for slide in SLIDES:
        file = tmp_path / "slides" / f"{slide}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"# Slide {slide[-1]}\n\nText.\n")
        file.with_suffix(".es.md").write_text(f"# Lámina {slide[-1]}\n\nTexto.\n")
    (tmp_path / "slides" / "one" / "topic.yaml").write_text("title: One\n")
    (tmp_path / "slides" / "one" / "topic.es.yaml").write_text("title: Uno\n")
    playlist_source = PlaylistSource(tmp_path / "slides", StateFolder(tmp_path / "state"))
    playlist_source.reload()
    qtbot.waitUntil(lambda: playlist_source.complete)
    edit_session = EditSession(playlist_source, playlist_source.store, playlist_source)
    edit_session.edit = editing.begin(playlist_source.arrangement, SLIDES)
    yield edit_session
    edit_session.close()
    playlist_source.close()
    shiboken6.delete(playlist_source)


def saved(edit_session: EditSession, qtbot: QtBot) -> None:
    with qtbot.waitSignal(edit_session.saved):
        edit_session.save()


def settings_of(edit_session: EditSession) -> Settings:
    return edit_session.edit.working.settings


# --- Announcement ----------------------------------------------------------------------------


def test_an_announcement_is_put_up_saved_and_taken_down(edit_session: EditSession, qtbot: QtBot) -> None:
    page = AnnouncementModel(edit_session)
    page.begin()
    assert not page.ready
    page.write("  We are running\n20 minutes late. ")
    page.choose(30)
    page.putUp()
    assert page.standingText == "We are running 20 minutes late."
    assert not page.saved
    assert edit_session.playlist_source.announcement() is None
    saved(edit_session, qtbot)
    assert page.saved
    shown = edit_session.playlist_source.announcement()
    assert shown is not None
    assert timedelta(minutes=28) < shown.until - datetime.now() <= timedelta(minutes=30)
    page.takeDown()
    assert not page.standing
    saved(edit_session, qtbot)
    assert edit_session.playlist_source.announcement() is None


def test_a_line_that_was_written_is_put_up_by_saving(edit_session: EditSession) -> None:
    page = AnnouncementModel(edit_session)
    page.begin()
    page.settle()
    assert not page.standing
    page.write("Back at two.")
    page.settle()
    assert page.standingText == "Back at two."
    page.takeDown()
    page.settle()
    assert not page.standing


def test_it_is_gone_by_itself_at_its_end(edit_session: EditSession, qtbot: QtBot) -> None:
    past = Announcement("Old news", datetime.now() - timedelta(seconds=1))
    edit_session.playlist_source.arranged(replace(edit_session.playlist_source.arrangement, announcement=past))
    assert edit_session.playlist_source.announcement() is None
    soon = Announcement("News", datetime.now() + timedelta(seconds=1))
    edit_session.playlist_source.arranged(replace(edit_session.playlist_source.arrangement, announcement=soon))
    with qtbot.waitSignal(edit_session.playlist_source.changed):
        assert edit_session.playlist_source.announcement() == soon
    assert datetime.now() >= soon.until
    assert edit_session.playlist_source.announcement() is None


def test_closing_time_is_offered_as_the_hours_have_it(edit_session: EditSession) -> None:
    now = datetime.now()
    line = f"{WEEKDAYS[now.weekday()]} 00:00-23:59"
    edit_session.apply(editing.set_setting(edit_session.edit, "opening_hours", (line,)))
    page = AnnouncementModel(edit_session)
    page.begin()
    page.choose(CLOSING)
    assert next(row for row in page.ends.rows() if row.chosen).at == "23:59"


def test_a_line_is_kept_among_the_phrases(edit_session: EditSession) -> None:
    page = AnnouncementModel(edit_session)
    page.begin()
    page.write("Back at two.")
    assert not page.isPhrase
    page.keepPhrase()
    assert page.isPhrase
    assert "Back at two." in [row.phrase for row in page.phrases.rows()]
    page.write("x" * 400)
    page.putUp()
    assert page.standingText == "x" * page.longest


def test_the_keyboard_has_the_letters_of_the_languages_that_are_installed(edit_session: EditSession) -> None:
    assert set("áñ¿") <= set(AnnouncementModel(edit_session).letters)


def test_the_band_follows_the_announcement(edit_session: EditSession) -> None:
    from kiosk.core.layout.screen import screen

    shown = AnnouncementBandModel(edit_session.playlist_source)
    on = screen(1280, 800, (338, 211), Settings())
    shown.refresh(on)
    assert shown.height == 0
    news = Announcement("News", datetime.now() + timedelta(hours=1))
    edit_session.playlist_source.arranged(replace(edit_session.playlist_source.arrangement, announcement=news))
    shown.refresh(on)
    assert shown.text == "News"
    assert 0 < shown.height < 200


# --- Settings --------------------------------------------------------------------------------


def test_every_setting_is_on_a_page_and_has_words() -> None:
    placed = [name for group in house_page.GROUPS.values() for name in group]
    assert sorted(placed) == sorted(NAMES)
    assert set(house_page.TITLES) == set(NAMES)
    numbers = {name for name, declared in DECLARED.items() if isinstance(declared.default, float)}
    assert set(house_page.STEPS) == numbers
    assert {DECLARED[name].unit for name in numbers} <= set(house_page.UNITS)


@pytest.fixture
def as_service(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process is the one that systemd started."""
    monkeypatch.setenv("SYSTEMD_EXEC_PID", str(os.getpid()))
    monkeypatch.setenv("NOTIFY_SOCKET", "@nobody")


def test_without_a_service_nothing_brings_it_back_that_could_be_set(edit_session: EditSession) -> None:
    page = SettingsModel(edit_session)
    page.open(SettingsModel.Group.Machine)
    assert page.rows.rows() == []


@pytest.mark.usefixtures("as_service")
@pytest.mark.parametrize("name", sorted(house_page.STEPS))
def test_a_number_is_stepped_within_its_bounds_and_back_to_its_default(edit_session: EditSession, name: str) -> None:
    page = SettingsModel(edit_session)
    page.open(next(group for group, names in house_page.GROUPS.items() if name in names))
    bounds = DECLARED[name]
    for steps in (1, -1):
        for _ in range(200):
            page.step(name, steps)
            assert bounds.low <= getattr(settings_of(edit_session), name) <= bounds.high
        if page.group != SettingsModel.Group.Hours:
            row = next(row for row in page.rows.rows() if row.name == name)
            assert not (row.can_more if steps > 0 else row.can_less)
    page.restore(name)
    assert getattr(settings_of(edit_session), name) == getattr(Settings(), name)


def test_values_are_told_with_their_unit_and_their_default(edit_session: EditSession) -> None:
    page = SettingsModel(edit_session)
    page.open(SettingsModel.Group.Screen)
    rows = {row.name: row for row in page.rows.rows()}
    assert (rows["viewing_distance"].value, rows["loop_text_scale"].value) == ("automatic", "100 %")
    page.step("viewing_distance", 1)
    page.step("loop_text_scale", -1)
    rows = {row.name: row for row in page.rows.rows()}
    assert (rows["viewing_distance"].value, rows["viewing_distance"].preset) == ("0.6 m", "automatic")
    assert (rows["loop_text_scale"].value, rows["loop_text_scale"].preset) == ("90 %", "100 %")


def test_switches(edit_session: EditSession) -> None:
    page = SettingsModel(edit_session)
    page.open(SettingsModel.Group.Screen)
    page.toggle("reduced_motion")
    assert settings_of(edit_session).reduced_motion
    page.open(SettingsModel.Group.Languages)
    page.toggle("languages:es")
    assert settings_of(edit_session).languages == ("en",)
    only = next(row for row in page.rows.rows() if row.name == "languages:en")
    assert not only.available
    page.toggle("languages:es")
    assert settings_of(edit_session).languages == ()
    page.toggle("loop_languages:es")
    assert settings_of(edit_session).loop_languages == ("es",)


def test_opening_hours_are_stepped_weekday_by_weekday(edit_session: EditSession) -> None:
    page = SettingsModel(edit_session)
    page.open(SettingsModel.Group.Hours)
    assert [row.kind for row in page.rows.rows()] == [SettingsModel.RowKind.Switch]
    page.toggle("opening_hours")
    assert settings_of(edit_session).opening_hours[0] == "monday 08:00-18:00"
    assert len(page.rows.rows()) == 9
    page.step("start:0", -1)
    page.step("end:0", 1)
    assert settings_of(edit_session).opening_hours[0] == "monday 07:30-18:30"
    page.toggle("weekday:0")
    page.toggle("weekday:6")
    lines = settings_of(edit_session).opening_hours
    assert (lines[0], lines[-1]) == ("tuesday 08:00-18:00", "sunday 08:00-18:00")
    page.toggle("opening_hours")
    assert settings_of(edit_session).opening_hours == ()


def test_a_phrase_is_removed(edit_session: EditSession) -> None:
    page = SettingsModel(edit_session)
    page.open(SettingsModel.Group.Phrases)
    first = Settings().phrases[0]
    page.remove(first)
    assert first not in [row.name for row in page.rows.rows()]
    assert settings_of(edit_session).phrases == Settings().phrases[1:]


# --- History ---------------------------------------------------------------------------------


def test_a_version_is_looked_at_and_brought_back(edit_session: EditSession, qtbot: QtBot) -> None:
    edit_session.apply(editing.move_to_top(edit_session.edit, SLIDES[2]))
    saved(edit_session, qtbot)
    edit_session.apply(editing.set_on(edit_session.edit, SLIDES[0], False))
    edit_session.apply(editing.set_seconds(edit_session.edit, SLIDES[1], 30))
    saved(edit_session, qtbot)
    page = HistoryModel(edit_session)
    page.begin()
    assert page.busy
    qtbot.waitUntil(lambda: not page.busy)
    assert [(row.number, row.current) for row in page.versions.rows()] == [(2, True), (1, False), (0, False)]
    assert not page.canBringBack
    assert [(row.title, row.on, row.seconds) for row in page.order.rows()] == [
        ("Slide c", True, ""),
        ("Slide a", False, ""),
        ("Slide b", True, "30 s"),
    ]
    page.look(1)
    qtbot.waitUntil(lambda: page.canBringBack)
    with qtbot.waitSignal(page.broughtBack):
        page.bringBack()
    assert edit_session.edit.order == (SLIDES[2], SLIDES[0], SLIDES[1])
    assert edit_session.playlist_source.arrangement.decision(SLIDES[0]).on
    qtbot.waitUntil(lambda: page.versions.rows()[0].summary == "brought back version 1")
    assert not edit_session.edit.is_dirty


def test_nothing_was_saved_yet(edit_session: EditSession, qtbot: QtBot) -> None:
    page = HistoryModel(edit_session)
    page.begin()
    assert page.busy
    qtbot.waitUntil(lambda: not page.busy)
    assert page.versions.rows() == []
    assert page.number == 0
    assert not page.canBringBack


def test_a_summary_is_put_into_words_part_by_part() -> None:
    changed = Changes(
        moved=2, announcement=AnnouncementChange.PUT_UP, settings=("session_seconds", "of_another_version", "warning_seconds")
    )
    assert in_words(Summary(changed)) == "moved 2, announcement put up, set session seconds, set warning seconds"
    assert in_words(Summary()) == "nothing changed"
    assert in_words(Summary(origin=BroughtIn("kiosk.zip"))) == "brought in from kiosk.zip"
    assert in_words(Summary(origin=Authored())) == "as authored"


def test_every_setting_and_count_has_its_words() -> None:
    assert tuple(summaries.SETTINGS) == NAMES
    counts = [name for name in Changes.__struct_fields__ if getattr(Changes(), name) == 0]
    assert list(summaries.COUNTS) == counts
    assert set(summaries.ANNOUNCEMENTS) == set(AnnouncementChange)


# --- Timetable -------------------------------------------------------------------------------


def test_a_day_is_shown_in_spans_with_what_is_not_saved_yet(edit_session: EditSession) -> None:
    edit_session.apply(editing.set_window(edit_session.edit, SLIDES[0], TimeWindow(hours=(time(8), time(12)))))
    over = TimeWindow(last=date.today() - timedelta(days=1))
    edit_session.apply(editing.set_window(edit_session.edit, SLIDES[1], over))
    page = TimetableModel(edit_session)
    page.begin()
    page.step(1)
    assert [(row.since, row.until, row.count) for row in page.spans.rows()] == [
        ("00:00", "08:00", 1),
        ("08:00", "12:00", 2),
        ("12:00", "24:00", 1),
    ]
    assert sum(row.length for row in page.spans.rows()) == pytest.approx(1)
    page.choose(1)
    assert [row.title for row in page.playing.rows()] == ["Slide a", "Slide c"]
    assert page.hours == "08:00 – 12:00"
    assert [(row.title, row.reason) for row in page.unseen.rows()] == [("Slide b", "Its last day is past.")]
    assert not page.isToday
    page.today()
    assert page.isToday


# --- Backup ----------------------------------------------------------------------------------


@pytest.fixture
def backup(edit_session: EditSession, tmp_path: Path) -> Iterator[BackupModel]:
    stick = tmp_path / "STICK"
    stick.mkdir()
    page = BackupModel(edit_session, mounted=lambda: (Drive("STICK", stick),) if stick.exists() else ())
    page.begin()
    yield page
    page.close()


def finished(backup: BackupModel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not backup.busy)


def test_the_state_goes_to_a_drive_and_comes_back(edit_session: EditSession, backup: BackupModel, qtbot: QtBot) -> None:
    edit_session.apply(editing.move_to_top(edit_session.edit, SLIDES[2]))
    saved(edit_session, qtbot)
    assert backup.hasDrive
    backup.export()
    finished(backup, qtbot)
    assert "STICK" in backup.message
    assert not backup.wrong
    edit_session.apply(editing.move_to_top(edit_session.edit, SLIDES[1]))
    saved(edit_session, qtbot)
    qtbot.waitUntil(lambda: bool(backup.files.rows()))
    name = backup.files.rows()[0].name
    backup.check(name)
    finished(backup, qtbot)
    assert backup.would == "moved 1"
    assert edit_session.edit.order[0] == SLIDES[1]
    backup.bringIn()
    finished(backup, qtbot)
    assert edit_session.edit.order[0] == SLIDES[2]
    assert edit_session.playlist_source.arrangement.order[0] == SLIDES[2]
    assert backup.would == ""


def test_a_file_that_is_not_right_changes_nothing(
    edit_session: EditSession, backup: BackupModel, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "STICK" / "photos.zip").write_bytes(b"PK\x03\x04 not really")
    backup.chooseDrive(0)
    backup.check("photos.zip")
    finished(backup, qtbot)
    assert backup.wrong
    assert "photos.zip" in backup.message
    assert backup.would == ""
    backup.bringIn()
    assert edit_session.edit.saved.number == 0


def test_a_drive_that_is_pulled_out_is_gone(backup: BackupModel, tmp_path: Path) -> None:
    (tmp_path / "STICK").rmdir()
    backup._on_mounted()
    assert not backup.hasDrive
    assert backup.drives.rows() == []


# --- The PIN once more -----------------------------------------------------------------------


def enter(machine: ThisKioskModel, digits: str, qtbot: QtBot) -> None:
    for digit in digits:
        machine.pad.type(int(digit))
    machine.pad.submit()
    qtbot.waitUntil(lambda: not machine.pad.busy)


@pytest.fixture
def machine(qtbot: QtBot, tmp_path: Path, edit_session: EditSession) -> Iterator[ThisKioskModel]:
    pins = PinFile(tmp_path)
    pins.set_pin("240681")
    machine = ThisKioskModel(pins, edit_session.playlist_source, EventLog(stream=io.StringIO()))
    yield machine
    machine.close()


def test_a_new_pin_needs_the_old_one_and_is_chosen_twice(machine: ThisKioskModel, qtbot: QtBot, tmp_path: Path) -> None:
    machine.changePin()
    assert (machine.purpose, machine.pad.step) == (ThisKioskModel.Purpose.ChangePin, PinPadModel.Step.Enter)
    enter(machine, "000000", qtbot)
    assert machine.pad.step == PinPadModel.Step.Enter
    enter(machine, "240681", qtbot)
    assert machine.pad.step == PinPadModel.Step.Choose
    enter(machine, "975310", qtbot)
    assert machine.pad.step == PinPadModel.Step.Repeat
    enter(machine, "975310", qtbot)
    assert machine.purpose == ThisKioskModel.Purpose.Nothing
    assert machine.message
    assert PinFile(tmp_path).verify("975310", Moment.now()).right


def test_leaving_asks_for_the_pin(machine: ThisKioskModel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    monkeypatch.setattr(machine_page.QCoreApplication, "exit", ended.append)
    machine.leave()
    enter(machine, "111111", qtbot)
    assert ended == []
    machine.cancel()
    assert machine.purpose == ThisKioskModel.Purpose.Nothing
    machine.leave()
    enter(machine, "240681", qtbot)
    assert ended == [exit_codes.LEFT_BY_STAFF]
    machine.restart()
    assert ended == [exit_codes.LEFT_BY_STAFF, exit_codes.RESTART]


def test_without_a_service_it_says_that_it_is_away(machine: ThisKioskModel, monkeypatch: pytest.MonkeyPatch) -> None:
    assert machine.farewell == "The kiosk closes until someone starts it again."
    monkeypatch.setenv("NOTIFY_SOCKET", "@nobody")
    monkeypatch.setenv("SYSTEMD_EXEC_PID", "1")
    assert machine.farewell == "The kiosk closes until someone starts it again.", "a parent is the service"


@pytest.mark.usefixtures("as_service")
def test_it_says_before_when_it_is_back(machine: ThisKioskModel, edit_session: EditSession) -> None:
    def return_after(minutes: float) -> None:
        source = edit_session.playlist_source
        source.arranged(replace(source.arrangement, settings=Settings(return_minutes=minutes)))

    assert machine.farewell.startswith("The kiosk closes. It comes back by itself in 30 minutes, or when the machine")
    return_after(45)
    assert "in 45 minutes" in machine.farewell
    return_after(0)
    assert machine.farewell == "The kiosk closes. It comes back when the machine is switched on again."


def test_a_lock_in_between_forgets_what_the_pin_was_asked_for(machine: ThisKioskModel, qtbot: QtBot) -> None:
    machine.changePin()
    enter(machine, "240681", qtbot)
    machine.cancel()
    assert machine.pad.step == PinPadModel.Step.Enter
    enter(machine, "240681", qtbot)
    assert machine.pad.step == PinPadModel.Step.Enter


def test_what_somebody_else_saves_shows_in_a_panel_without_unsaved_changes(edit_session: EditSession) -> None:
    written = edit_session.store.write(Arrangement(order=(SLIDES[1], SLIDES[0])), Changes(moved=1), datetime.now())
    edit_session.playlist_source.arranged(written)
    assert edit_session.edit.order.index(SLIDES[1]) < edit_session.edit.order.index(SLIDES[0])
    assert not edit_session.edit.is_dirty
