"""The keyboard: every control within reach, a ring on it, nothing beneath what lies over the slide, and no dead key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.core.player.events import Limited, Limits, Mode, Overlay, Press
from kiosk.qt.app import App
from kiosk.qt.staff.settings_page import SettingsModel
from kiosk.qt.staff.staff_panel import StaffPanel
from tests.qt import slides_on_disk
from tests.qt.conftest import Launch
from tests.qt.slides_on_disk import FIRST, LONG, PICTURED
from tests.qt.test_app import read, ready, shows, told, walk

Key = Qt.Key


@pytest.fixture
def app(launch: Launch, tmp_path: Path, qtbot: QtBot) -> App:
    return ready(launch(slides_on_disk.write(tmp_path / "slides")), qtbot)


def press(app: App, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(app.window, key)


def focused(app: App) -> str:
    """What the control that has the focus is called."""
    told = QAccessible.queryAccessibleInterface(app.window.activeFocusItem())
    return told.text(QAccessible.Text.Name) if told else ""


def rings(app: App) -> list[QQuickItem]:
    return [
        item
        for item in walk(app.window.contentItem())
        if item.metaObject().className().startswith("FocusRing") and item.isVisible()
    ]


def tabbed(app: App) -> list[str]:
    """What Tab leads to, until it comes round again."""
    seen: list[str] = []
    for _ in range(40):
        press(app, Key.Key_Tab)
        assert len(rings(app)) == 1, focused(app)
        if focused(app) in seen:
            break
        seen.append(focused(app))
    return seen


def tab_to(app: App, name: str) -> None:
    for _ in range(40):
        press(app, Key.Key_Tab)
        if focused(app) == name:
            return
    pytest.fail(f"Tab does not lead to {name}")


def names(app: App) -> set[str]:
    """What a screen reader can come to."""
    return {one.text(QAccessible.Text.Name) for one in told(app)} - {""}


BAR = ["Topics", "Text size: normal", "High contrast", "Español", "Controls within low reach", "Done", "Back", "Next"]


def test_tab_leads_through_the_slide_and_the_bar(app: App, qtbot: QtBot) -> None:
    read(app, qtbot, LONG)
    assert tabbed(app) == ["biopsy", *BAR]
    read(app, qtbot, PICTURED)
    assert set(tabbed(app)) == {"A plain square, for the test.", *BAR}


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_Enter])
def test_a_key_presses_what_has_the_focus(app: App, qtbot: QtBot, key: Qt.Key) -> None:
    read(app, qtbot, LONG)
    tab_to(app, "biopsy")
    press(app, key)
    assert app.driver.state.reading.overlay is Overlay.WORD
    press(app, Key.Key_Escape)
    tab_to(app, "High contrast")
    press(app, key)
    assert app.driver.state.reading.contrast


def test_no_key_is_dead_after_a_tab(app: App, qtbot: QtBot) -> None:
    read(app, qtbot)
    tab_to(app, "High contrast")
    press(app, Key.Key_Right)
    qtbot.waitUntil(lambda: shows(app, LONG))
    press(app, Key.Key_PageUp)
    qtbot.waitUntil(lambda: shows(app, FIRST))
    press(app, Key.Key_Home)
    assert app.driver.state.reading.overlay is Overlay.TOPICS
    press(app, Key.Key_Escape)
    assert app.driver.state.reading.overlay is Overlay.NONE
    press(app, Key.Key_Escape)
    assert app.driver.state.mode is Mode.LOOP


def test_space_turns_the_page_where_no_focus_shows(app: App, qtbot: QtBot) -> None:
    read(app, qtbot)
    tab_to(app, "High contrast")
    QTest.mouseClick(app.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(640, 690))
    assert rings(app) == [], "a finger hides it"
    press(app, Key.Key_Space)
    qtbot.waitUntil(lambda: shows(app, LONG))
    assert not app.driver.state.reading.contrast


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_Right])
def test_a_key_opens_a_session(app: App, key: Qt.Key) -> None:
    press(app, key)
    assert app.driver.state.mode is Mode.SESSION


# --- what lies over the slide ---


def test_the_menu_holds_the_focus_and_gives_it_back(app: App, qtbot: QtBot) -> None:
    read(app, qtbot, LONG)
    tab_to(app, "Topics")
    press(app, Key.Key_Return)
    qtbot.waitUntil(lambda: app.window.activeFocusItem().metaObject().className().startswith("TopicCard"))
    assert len(rings(app)) == 1
    reached = tabbed(app)
    assert "biopsy" not in reached
    assert {"Back to the slide", "Done"} < set(reached)
    assert "Next" not in reached
    press(app, Key.Key_Escape)
    qtbot.waitUntil(lambda: focused(app) == "Topics")


@pytest.mark.parametrize(
    ("show", "within"),
    [
        (lambda app: app.controls.openTopics(), "What would you like to read?"),
        (lambda app: app.controls.showWord("biopsy"), "Close"),
        (lambda app: app.controls.openLanguages(), "English"),
    ],
    ids=["menu", "word", "languages"],
)
def test_what_lies_beneath_is_silent(app: App, qtbot: QtBot, show: Callable[[App], None], within: str) -> None:
    read(app, qtbot, LONG)
    beneath = names(app) - {*BAR, "Slide 2 of 3"}
    assert "biopsy" in beneath
    show(app)
    qtbot.waitUntil(lambda: within in names(app))
    # The meaning's own heading is the word again.
    assert beneath & (names(app) - {"biopsy"}) == set()
    app.controls.closeOverlay()
    assert beneath <= names(app)


def test_a_picture_is_opened_and_closed_by_keys(app: App, qtbot: QtBot) -> None:
    read(app, qtbot, PICTURED)
    tab_to(app, "A plain square, for the test.")
    press(app, Key.Key_Return)
    qtbot.waitUntil(lambda: focused(app) == "Close the picture")
    assert "Words beside it." not in names(app)
    press(app, Key.Key_Return)
    qtbot.waitUntil(lambda: focused(app) == "A plain square, for the test.")
    assert app.driver.state.reading.overlay is Overlay.NONE


def test_the_warning_leaves_two_answers(app: App, qtbot: QtBot) -> None:
    read(app, qtbot, LONG)
    press(app, Key.Key_Tab)
    app.driver.send(Limited(Limits(session=0.05, warning=60)))
    qtbot.waitUntil(lambda: app.driver.state.mode is Mode.WARNING and focused(app) == "Keep reading")
    assert {"biopsy", "Slide 2 of 3", *BAR} & names(app) == set()
    press(app, Key.Key_Tab)
    assert focused(app) == "I am done"
    press(app, Key.Key_Space)
    assert app.driver.state.mode is Mode.LOOP


# --- the staff's side ---


def opened(app: App, qtbot: QtBot) -> StaffPanel:
    qtbot.waitUntil(lambda: app.staff is not None)
    panel = app.staff
    assert panel is not None
    app.driver.send(Press.STAFF)
    panel.pad.opened.emit()
    qtbot.waitUntil(lambda: panel.page == StaffPanel.Page.Slides)
    return panel


@pytest.fixture
def staff(app: App, qtbot: QtBot) -> StaffPanel:
    """The panel, opened."""
    return opened(app, qtbot)


def test_a_question_to_staff_holds_the_focus(app: App, qtbot: QtBot, staff: StaffPanel) -> None:
    staff.order.toggle(FIRST)
    tab_to(app, "Discard")
    press(app, Key.Key_Return)
    qtbot.waitUntil(lambda: focused(app) == "Discard")
    assert tabbed(app) == ["Keep editing", "Discard"]
    heard = names(app)
    assert "Discard all changes?" in heard
    assert {"Undo", "Slide order", "Time on screen"} & heard == set()
    press(app, Key.Key_Escape)
    assert "Undo" not in names(app), "Escape is no answer"


def test_a_list_is_one_stop_and_arrows_lead_through_it(launch: Launch, tmp_path: Path, qtbot: QtBot) -> None:
    topic = tmp_path / "slides" / "topic"
    topic.mkdir(parents=True)
    for number in range(1, 31):
        (topic / f"{number:02}.md").write_text(f"# Slide {number}\n\nWords.\n")
    app = ready(launch(tmp_path / "slides"), qtbot)
    opened(app, qtbot)
    tab_to(app, "Show “Slide 1”")
    for number in range(2, 31):
        press(app, Key.Key_Down, Key.Key_Tab)
        assert focused(app) == f"Show “Slide {number}”"
        (ring,) = rings(app)
        bottom = ring.mapToScene(QPointF(0, ring.height())).y()
        assert 0 < bottom < app.window.height(), "what has the focus is in sight"
        press(app, Key.Key_Backtab)
    press(app, Key.Key_Return)
    assert app.window.property("staff").order.chosen.title == "Slide 30"
    press(app, Key.Key_Tab, Key.Key_Tab)
    assert focused(app) == "Preview of “Slide 30”"


@pytest.mark.parametrize("group", SettingsModel.Group, ids=lambda group: group.name)
def test_every_setting_is_within_reach_of_tab(app: App, staff: StaffPanel, group: SettingsModel.Group) -> None:
    staff.open(StaffPanel.Page.Settings)
    staff.house.open(group)
    for name in tabbed(app):
        tab_to(app, name)
        (ring,) = rings(app)
        top, bottom = (ring.mapToScene(QPointF(0, y)).y() for y in (0, ring.height()))
        assert -0.5 <= top < bottom <= app.window.height() + 0.5, name


def test_a_screen_reader_chooses_a_row(app: App, staff: StaffPanel, qtbot: QtBot) -> None:
    row = next(one for one in told(app) if one.role() is QAccessible.Role.ListItem and not one.state().selected)
    name = row.text(QAccessible.Text.Name)
    action = row.actionInterface()
    assert action.pressAction() in action.actionNames()
    action.doAction(action.pressAction())
    qtbot.waitUntil(lambda: staff.order.chosen.title == name)
