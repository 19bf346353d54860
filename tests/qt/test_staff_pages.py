"""The pages behind the slide order: announcement, settings, history, timetable, backup, and the PIN that they ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from kiosk.core import editing, library
from kiosk.core.arrangement import Announcement, Arrangement
from kiosk.core.drives import Drive
from kiosk.core.pin import Moment, PinFile
from kiosk.core.schedule import Window
from kiosk.core.settings import NAMES, WEEKDAYS, Settings
from kiosk.core.store import Store
from kiosk.qt import house as house_page
from kiosk.qt import machine as machine_page
from kiosk.qt.announcing import CLOSING, Announcing
from kiosk.qt.baggage import Baggage
from kiosk.qt.day import Day
from kiosk.qt.desk import Desk
from kiosk.qt.house import House
from kiosk.qt.machine import Machine
from kiosk.qt.past import Past
from kiosk.qt.programme import Programme
from kiosk.qt.summaries import told
from kiosk.qt.surroundings import Surroundings

SLIDES = ("one/01-a", "one/02-b", "one/03-c")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    for slide in SLIDES:
        file = tmp_path / "slides" / f"{slide}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"# Slide {slide[-1]}\n\nText.\n")
        file.with_suffix(".es.md").write_text(f"# Lámina {slide[-1]}\n\nTexto.\n")
    (tmp_path / "slides" / "one" / "topic.yaml").write_text("title: One\n")
    (tmp_path / "slides" / "one" / "topic.es.yaml").write_text("title: Uno\n")
    programme = Programme(tmp_path / "slides", Store(tmp_path / "state"))
    programme.deck = library.load(tmp_path / "slides")
    desk = Desk(programme, programme.store, programme)
    desk.open(with_draft=False)
    yield desk
    programme.close()
    shiboken6.delete(programme)


def settings_of(desk: Desk) -> Settings:
    return desk.edit.working.settings


# --- Announcement ----------------------------------------------------------------------------


def test_an_announcement_is_put_up_saved_and_taken_down(desk: Desk) -> None:
    page = Announcing(desk)
    page.begin()
    assert not page.ready
    page.write("  We are running\n20 minutes late. ")
    page.choose(30)
    page.putUp()
    assert page.standingText == "We are running 20 minutes late."
    assert not page.saved
    assert desk.programme.announcement() is None
    assert desk.save()
    assert page.saved
    shown = desk.programme.announcement()
    assert shown is not None
    assert timedelta(minutes=28) < shown.until - datetime.now() <= timedelta(minutes=30)
    page.takeDown()
    assert not page.standing
    assert desk.save()
    assert desk.programme.announcement() is None


def test_a_line_that_was_written_is_put_up_by_saving(desk: Desk) -> None:
    page = Announcing(desk)
    page.begin()
    page.settle()
    assert not page.standing
    page.write("Back at two.")
    page.settle()
    assert page.standingText == "Back at two."
    page.takeDown()
    page.settle()
    assert not page.standing


def test_it_is_gone_by_itself_at_its_end(desk: Desk) -> None:
    past = Announcement("Old news", datetime.now() - timedelta(seconds=1))
    desk.programme.arranged(replace(desk.programme.arrangement, announcement=past))
    assert desk.programme.announcement() is None
    soon = Announcement("News", datetime.now() + timedelta(seconds=2))
    desk.programme.arranged(replace(desk.programme.arrangement, announcement=soon))
    assert desk.programme.announcement() == soon
    assert desk.programme._until_change() < 2_100


def test_closing_time_is_offered_as_the_hours_have_it(desk: Desk) -> None:
    now = datetime.now()
    line = f"{WEEKDAYS[now.weekday()]} 00:00-23:59"
    desk.apply(editing.set_setting(desk.edit, "opening_hours", (line,)))
    page = Announcing(desk)
    page.begin()
    page.choose(CLOSING)
    assert next(row for row in page.ends.rows() if row.chosen).at == "23:59"


def test_a_line_is_kept_among_the_phrases(desk: Desk) -> None:
    page = Announcing(desk)
    page.begin()
    page.write("Back at two.")
    assert not page.isPhrase
    page.keepPhrase()
    assert page.isPhrase
    assert "Back at two." in [row.phrase for row in page.phrases.rows()]
    page.write("x" * 400)
    page.putUp()
    assert page.standingText == "x" * page.longest


def test_the_keyboard_has_the_letters_of_the_languages_that_are_installed(desk: Desk) -> None:
    assert set("áñ¿") <= set(Announcing(desk).letters)


def test_the_band_follows_the_announcement(desk: Desk) -> None:
    from kiosk.core.screen import screen

    around = Surroundings(desk.programme)
    on = screen(1280, 800, (338, 211), Settings())
    around.refresh(on)
    assert around.band == 0
    news = Announcement("News", datetime.now() + timedelta(hours=1))
    desk.programme.arranged(replace(desk.programme.arrangement, announcement=news))
    around.refresh(on)
    assert around.announcement == "News"
    assert 0 < around.band < 200


# --- Settings --------------------------------------------------------------------------------


def test_every_setting_is_on_a_page_and_has_words() -> None:
    placed = [name for group in house_page.GROUPS.values() for name in group]
    assert sorted(placed) == sorted(NAMES)
    assert set(house_page.TITLES) == set(NAMES)
    numbers = {item.name for item in fields(Settings) if isinstance(item.default, float)}
    assert set(house_page.STEPS) == numbers
    assert {item.metadata["unit"] for item in fields(Settings) if item.name in numbers} <= set(house_page.UNITS)


@pytest.mark.parametrize("name", sorted(house_page.STEPS))
def test_a_number_is_stepped_within_its_bounds_and_back_to_its_default(desk: Desk, name: str) -> None:
    page = House(desk)
    page.open(next(group for group, names in house_page.GROUPS.items() if name in names))
    bounds = next(item.metadata for item in fields(Settings) if item.name == name)
    for steps in (1, -1):
        for _ in range(200):
            page.step(name, steps)
            assert bounds["low"] <= getattr(settings_of(desk), name) <= bounds["high"]
        if page.group != "hours":
            row = next(row for row in page.rows.rows() if row.name == name)
            assert not (row.can_more if steps > 0 else row.can_less)
    page.restore(name)
    assert getattr(settings_of(desk), name) == getattr(Settings(), name)


def test_values_are_told_with_their_unit_and_their_default(desk: Desk) -> None:
    page = House(desk)
    page.open("screen")
    rows = {row.name: row for row in page.rows.rows()}
    assert (rows["viewing_distance"].value, rows["loop_text_scale"].value) == ("automatic", "100 %")
    page.step("viewing_distance", 1)
    page.step("loop_text_scale", -1)
    rows = {row.name: row for row in page.rows.rows()}
    assert (rows["viewing_distance"].value, rows["viewing_distance"].preset) == ("0.6 m", "automatic")
    assert (rows["loop_text_scale"].value, rows["loop_text_scale"].preset) == ("90 %", "100 %")


def test_switches(desk: Desk) -> None:
    page = House(desk)
    page.open("screen")
    page.toggle("reduced_motion")
    assert settings_of(desk).reduced_motion
    page.open("languages")
    page.toggle("languages:es")
    assert settings_of(desk).languages == ("en",)
    only = next(row for row in page.rows.rows() if row.name == "languages:en")
    assert not only.available
    page.toggle("languages:es")
    assert settings_of(desk).languages == ()
    page.toggle("loop_languages:es")
    assert settings_of(desk).loop_languages == ("es",)


def test_opening_hours_are_stepped_weekday_by_weekday(desk: Desk) -> None:
    page = House(desk)
    page.open("hours")
    assert [row.kind for row in page.rows.rows()] == ["switch"]
    page.toggle("opening_hours")
    assert settings_of(desk).opening_hours[0] == "monday 08:00-18:00"
    assert len(page.rows.rows()) == 9
    page.step("start:0", -1)
    page.step("end:0", 1)
    assert settings_of(desk).opening_hours[0] == "monday 07:30-18:30"
    page.toggle("weekday:0")
    page.toggle("weekday:6")
    lines = settings_of(desk).opening_hours
    assert (lines[0], lines[-1]) == ("tuesday 08:00-18:00", "sunday 08:00-18:00")
    page.toggle("opening_hours")
    assert settings_of(desk).opening_hours == ()


def test_a_phrase_is_removed(desk: Desk) -> None:
    page = House(desk)
    page.open("phrases")
    first = Settings().phrases[0]
    page.remove(first)
    assert first not in [row.name for row in page.rows.rows()]
    assert settings_of(desk).phrases == Settings().phrases[1:]


# --- History ---------------------------------------------------------------------------------


def test_a_version_is_looked_at_and_brought_back(desk: Desk, qtbot: QtBot) -> None:
    desk.apply(editing.move_to_top(desk.edit, SLIDES[2]))
    assert desk.save()
    desk.apply(editing.set_on(desk.edit, SLIDES[0], False))
    desk.apply(editing.set_seconds(desk.edit, SLIDES[1], 30))
    assert desk.save()
    page = Past(desk)
    page.begin()
    assert [(row.number, row.current) for row in page.versions.rows()] == [(2, True), (1, False), (0, False)]
    assert not page.canBringBack
    assert [(row.title, row.on, row.seconds) for row in page.order.rows()] == [
        ("Slide c", True, ""),
        ("Slide a", False, ""),
        ("Slide b", True, "30 s"),
    ]
    page.look(1)
    assert page.canBringBack
    with qtbot.waitSignal(page.broughtBack):
        page.bringBack()
    assert desk.edit.order == (SLIDES[2], SLIDES[0], SLIDES[1])
    assert desk.programme.arrangement.decision(SLIDES[0]).on
    assert page.versions.rows()[0].summary == "brought back version 1"
    assert not desk.edit.is_dirty


def test_nothing_was_saved_yet(desk: Desk) -> None:
    page = Past(desk)
    page.begin()
    assert page.versions.rows() == []
    assert page.number == 0
    assert not page.canBringBack


def test_a_summary_is_told_part_by_part() -> None:
    line = "moved 2, announcement put up, set session seconds, warning seconds"
    assert told(line) == "moved 2, announcement put up, set session seconds, set warning seconds"
    assert told("something by hand") == "something by hand"


# --- Timetable -------------------------------------------------------------------------------


def test_a_day_is_shown_in_spans_with_what_is_not_saved_yet(desk: Desk) -> None:
    desk.apply(editing.set_window(desk.edit, SLIDES[0], Window(hours=(time(8), time(12)))))
    over = Window(last=date.today() - timedelta(days=1))
    desk.apply(editing.set_window(desk.edit, SLIDES[1], over))
    page = Day(desk)
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
def baggage(desk: Desk, tmp_path: Path) -> Iterator[Baggage]:
    stick = tmp_path / "STICK"
    stick.mkdir()
    page = Baggage(desk, mounted=lambda: (Drive("STICK", stick),) if stick.exists() else ())
    page.begin()
    yield page
    page.close()


def finished(baggage: Baggage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not baggage.busy, timeout=10_000)


def test_the_state_goes_to_a_drive_and_comes_back(desk: Desk, baggage: Baggage, qtbot: QtBot) -> None:
    desk.apply(editing.move_to_top(desk.edit, SLIDES[2]))
    assert desk.save()
    assert baggage.hasDrive
    baggage.export()
    finished(baggage, qtbot)
    assert "STICK" in baggage.message
    assert not baggage.wrong
    desk.apply(editing.move_to_top(desk.edit, SLIDES[1]))
    assert desk.save()
    name = baggage.files.rows()[0].name
    baggage.check(name)
    finished(baggage, qtbot)
    assert baggage.would == "moved 1"
    assert desk.edit.order[0] == SLIDES[1]
    baggage.bringIn()
    finished(baggage, qtbot)
    assert desk.edit.order[0] == SLIDES[2]
    assert desk.programme.arrangement.order[0] == SLIDES[2]
    assert baggage.would == ""


def test_a_file_that_is_not_right_changes_nothing(desk: Desk, baggage: Baggage, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "STICK" / "photos.zip").write_bytes(b"PK\x03\x04 not really")
    baggage.chooseDrive(0)
    baggage.check("photos.zip")
    finished(baggage, qtbot)
    assert baggage.wrong
    assert "photos.zip" in baggage.message
    assert baggage.would == ""
    baggage.bringIn()
    assert desk.edit.saved.number == 0


def test_a_drive_that_is_pulled_out_is_gone(baggage: Baggage, tmp_path: Path) -> None:
    (tmp_path / "STICK").rmdir()
    baggage._on_mounted()
    assert not baggage.hasDrive
    assert baggage.drives.rows() == []


# --- The PIN once more -----------------------------------------------------------------------


def enter(machine: Machine, digits: str, qtbot: QtBot) -> None:
    for digit in digits:
        machine.pad.type(int(digit))
    machine.pad.submit()
    qtbot.waitUntil(lambda: not machine.pad.busy, timeout=10_000)


@pytest.fixture
def machine(qtbot: QtBot, tmp_path: Path) -> Iterator[Machine]:
    pins = PinFile(tmp_path)
    pins.set_pin("123456")
    machine = Machine(pins)
    yield machine
    machine.close()


def test_a_new_pin_needs_the_old_one_and_is_chosen_twice(machine: Machine, qtbot: QtBot, tmp_path: Path) -> None:
    machine.changePin()
    assert (machine.purpose, machine.pad.step) == ("pin", "enter")
    enter(machine, "000000", qtbot)
    assert machine.pad.step == "enter"
    enter(machine, "123456", qtbot)
    assert machine.pad.step == "choose"
    enter(machine, "777777", qtbot)
    assert machine.pad.step == "repeat"
    enter(machine, "777777", qtbot)
    assert machine.purpose == ""
    assert machine.message
    assert PinFile(tmp_path).verify("777777", Moment.now()).right


def test_leaving_asks_for_the_pin(machine: Machine, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    monkeypatch.setattr(machine_page.QCoreApplication, "exit", ended.append)
    machine.leave()
    enter(machine, "111111", qtbot)
    assert ended == []
    machine.cancel()
    assert machine.purpose == ""
    machine.leave()
    enter(machine, "123456", qtbot)
    assert ended == [0]
    machine.restart()
    assert ended == [0, 75]


def test_a_lock_in_between_forgets_what_the_pin_was_asked_for(machine: Machine, qtbot: QtBot) -> None:
    machine.changePin()
    enter(machine, "123456", qtbot)
    machine.cancel()
    assert machine.pad.step == "enter"
    enter(machine, "123456", qtbot)
    assert machine.pad.step == "enter"


def test_what_somebody_else_saves_shows_in_a_panel_without_unsaved_changes(desk: Desk) -> None:
    written = desk.store.write(Arrangement(order=(SLIDES[1], SLIDES[0])), "moved 1", datetime.now())
    desk.programme.arranged(written)
    assert desk.edit.order.index(SLIDES[1]) < desk.edit.order.index(SLIDES[0])
    assert not desk.edit.is_dirty
