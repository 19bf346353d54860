"""The staff's pages as they are drawn, in both orientations: no warning, nothing outside, every control large and named."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import datetime, timedelta
from math import hypot
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk.core.arrangement.arrangement import Arrangement
from kiosk.core.arrangement.changes import Changes
from kiosk.core.clock import Clock
from kiosk.core.event_log import EventLog
from kiosk.core.player.events import Press
from kiosk.core.run_options import RunOptions
from kiosk.core.settings import Settings
from kiosk.core.storage.state_folder import StateFolder
from kiosk.core.storage.usb_drives import Drive
from kiosk.qt.app import App
from kiosk.qt.drawing.fonts import load_fonts
from kiosk.qt.staff.settings_page import SettingsModel
from kiosk.qt.staff.staff_panel import StaffPanel

# The screen by which the issue measures.
INCHES = 15.6
SIZES = ((1920, 1080), (1080, 1920), (1280, 800))
CONTROLS = ("Pill", "HeaderPill", "KeyPill", "Choice", "ChoiceCard", "Toggle")


class Panel:
    """The program, unseen, with its panel open."""

    def __init__(self, folder: Path, size: tuple[int, int], qtbot: QtBot) -> None:
        topic = folder / "slides" / "one"
        topic.mkdir(parents=True)
        for number in range(1, 4):
            (topic / f"{number}.md").write_text(f"# Slide {number}\n\nWords.\n")
            (topic / f"{number}.es.md").write_text(f"# Lámina {number}\n\nPalabras.\n")
        for name, title in (("topic.yaml", "One"), ("topic.es.yaml", "Uno")):
            (topic / name).write_text(f"title: {title}\n")
        state = folder / "state"
        arrangement = Arrangement(settings=Settings(screen_inches=INCHES, viewing_distance=0.6))
        StateFolder(state).write(arrangement, Changes(), datetime.now())
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        self.qtbot = qtbot
        self.app = App(application, RunOptions(folder / "slides", state, size), EventLog())
        self.app.start()
        qtbot.waitUntil(
            lambda: self.app.window.property("staff") is not None and self.app.playlist_source.complete, timeout=20_000
        )
        self.staff: StaffPanel = self.app.window.property("staff")
        self.app.driver.send(Press.STAFF)
        self.staff.pad.opened.emit()
        qtbot.waitUntil(lambda: self.staff.page == StaffPanel.Page.Slides)
        self.stick = folder / "STICK"
        self.stick.mkdir()
        self.staff.backup._mounted = lambda: (Drive("STICK", self.stick),)

    def items(self, item: QQuickItem | None = None) -> Iterator[QQuickItem]:
        """Everything that is visible."""
        for child in (item or self.app.window.contentItem()).childItems():
            if child.isVisible() and child.width() > 0 and child.height() > 0:
                yield child
                yield from self.items(child)

    def named(self, kind: str) -> list[QQuickItem]:
        return [item for item in self.items() if item.metaObject().className().partition("_QML")[0] == kind]

    def look(self) -> None:
        """Fails where a control on the screen is small, nameless or cut off at the side."""
        with self.qtbot.waitSignal(self.app.window.frameSwapped):
            self.app.window.update()
        target = self.app.theme.target
        assert target >= 20 * hypot(self.app.window.width(), self.app.window.height()) / (INCHES * 25.4) - 0.01
        found = [item for kind in CONTROLS for item in self.named(kind)]
        assert found
        for item in found:
            told = QAccessible.queryAccessibleInterface(item)
            name = told.text(QAccessible.Text.Name)
            assert name, item.metaObject().className()
            assert min(item.width(), item.height()) >= target - 0.5, name
            left = item.mapToScene(QPointF(0, 0)).x()
            assert -0.5 <= left <= left + item.width() <= self.app.window.width() + 0.5, name


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def panel(request: pytest.FixtureRequest, tmp_path: Path, qtbot: QtBot) -> Iterator[Panel]:
    load_fonts()
    panel = Panel(tmp_path, request.param, qtbot)
    yield panel
    panel.app.close()
    del panel
    gc.collect()


def test_every_page_can_be_read_and_hit(panel: Panel) -> None:
    staff = panel.staff
    staff.open(StaffPanel.Page.Announcement)
    panel.look()
    (page,) = panel.named("AnnouncementPage")
    page.setProperty("typing", True)
    (keyboard,) = panel.named("TouchKeyboard")
    for sheet in range(3):
        keyboard.setProperty("sheet", sheet)
        panel.look()
    staff.announcing.write("A line that is long enough to need the whole width of the field, and a second one below it. " * 2)
    page.setProperty("typing", False)
    staff.announcing.write("News")
    staff.announcing.putUp()
    panel.look()

    staff.open(StaffPanel.Page.Settings)
    staff.house.toggle("opening_hours")
    for name in ("session_seconds", "viewing_distance"):
        staff.house.step(name, 1)
    for group in SettingsModel.Group:
        staff.house.open(group)
        panel.look()
    staff.machine.changePin()
    panel.look()
    staff.machine.cancel()

    with panel.qtbot.waitSignal(staff.edit_session.saved):
        staff.edit_session.save()
    staff.open(StaffPanel.Page.History)
    staff.past.look(0)
    panel.qtbot.waitUntil(lambda: not staff.past.busy)
    panel.look()
    staff.open(StaffPanel.Page.Timetable)
    panel.look()
    staff.open(StaffPanel.Page.Clock)
    panel.look()
    now = panel.app.playlist_source.clock.says()
    # By a clock that is behind the last save: the page says so, and may be told that it is right all the same.
    panel.app.playlist_source.clock = Clock(now, lambda: now - timedelta(days=2))
    panel.app.playlist_source.arranged(panel.app.playlist_source.arrangement)
    panel.look()
    assert not panel.named("ClockWarning")
    staff.clock.confirm()
    staff.clock.set()
    panel.qtbot.waitUntil(lambda: not staff.clock.busy)
    staff.open(StaffPanel.Page.Backup)
    staff.backup.export()
    panel.qtbot.waitUntil(lambda: not staff.backup.busy)
    panel.look()
    staff.startCleaning()
    assert panel.named("Cleaning")


def test_a_band_is_drawn_only_where_the_slide_leaves_room(panel: Panel) -> None:
    staff = panel.staff
    staff.open(StaffPanel.Page.Announcement)
    staff.announcing.write("We are running 20 minutes late. Thank you for waiting.")
    staff.announcing.putUp()
    staff.saveAndClose()
    panel.qtbot.waitUntil(lambda: bool(panel.named("AnnouncementBand")))
    (band,) = panel.named("AnnouncementBand")
    assert panel.app.stage.bandRoom >= band.height()
    text = next(item for item in panel.items(band) if item.metaObject().className() == "QQuickText")
    assert text.property("contentHeight") <= band.height()
    (invitation,) = panel.named("Invitation")
    assert invitation.mapToScene(QPointF(0, invitation.height())).y() <= panel.app.window.height() - band.height()
    assert StateFolder(staff.edit_session.store.folder).read()[0].settings == Settings(
        screen_inches=INCHES, viewing_distance=0.6
    )


def test_a_wrong_clock_is_said_above_every_page(panel: Panel) -> None:
    staff = panel.staff
    panel.app.playlist_source.clock = Clock(says=lambda: datetime(2020, 1, 1))
    panel.app.playlist_source.arranged(panel.app.playlist_source.arrangement)
    for page in set(StaffPanel.Page) - {StaffPanel.Page.Pad, StaffPanel.Page.Clock}:
        staff.open(page)
        panel.look()
        (warning,) = panel.named("ClockWarning")
        told = QAccessible.queryAccessibleInterface(warning).text(QAccessible.Text.Name)
        assert told.startswith("The clock of this machine says 1 January 2020."), page
    staff.open(StaffPanel.Page.Clock)
    panel.look()
    staff.clock.set()
    panel.qtbot.waitUntil(lambda: staff.clock.message != "" and not staff.clock.busy)
    panel.look()
