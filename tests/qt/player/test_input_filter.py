"""The lists of keys, and everything that a hand can do to a window besides touching it: nothing of it opens anything."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.core.player.events import Mode, Overlay, Press
from kiosk.qt.app import App
from kiosk.qt.player.input_filter import is_allowed
from kiosk.qt.staff.staff_panel import StaffPanel
from tests.qt import slides_on_disk
from tests.qt.conftest import Launch
from tests.qt.slides_on_disk import FIRST, LONG
from tests.qt.test_app import finger, middle, next_frame, read, ready, shows, walk

__all__ = ["finger"]

Key, Held = Qt.Key, Qt.KeyboardModifier
NONE, SHIFT, CTRL, ALT, META = (
    Held.NoModifier,
    Held.ShiftModifier,
    Held.ControlModifier,
    Held.AltModifier,
    Held.MetaModifier,
)
PLACE = QPoint(640, 300)


@pytest.fixture
def app(launch: Launch, tmp_path: Path, qtbot: QtBot) -> App:
    return ready(launch(slides_on_disk.write(tmp_path / "slides")), qtbot)


@pytest.fixture
def panel(app: App, qtbot: QtBot) -> StaffPanel:
    """The panel, opened at its page for the announcement: it has a line of text."""
    qtbot.waitUntil(lambda: app.staff is not None)
    assert app.staff is not None
    app.driver.send(Press.STAFF)
    app.staff.pad.opened.emit()
    qtbot.waitUntil(lambda: app.staff is not None and app.staff.page == StaffPanel.Page.Slides)
    app.staff.open(StaffPanel.Page.Announcement)
    return app.staff


# --- the lists ---

PATIENTS = [
    *(Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_PageUp, Key.Key_PageDown, Key.Key_Home, Key.Key_Escape),
    *(Key.Key_Space, Key.Key_Return, Key.Key_Enter, Key.Key_Tab, Key.Key_Backtab),
]
STAFFS = [*PATIENTS, Key.Key_Backspace, Key.Key_Delete, Key.Key_End]
NOBODYS = [
    *(Key.Key_F1, Key.Key_F4, Key.Key_F5, Key.Key_F10, Key.Key_F11, Key.Key_F12, Key.Key_Menu, Key.Key_Print, Key.Key_Pause),
    *(Key.Key_Super_L, Key.Key_Meta, Key.Key_Alt, Key.Key_HomePage, Key.Key_LaunchMail, Key.Key_VolumeUp, Key.Key_PowerOff),
    *(Key.Key_Back, Key.Key_Close, Key.Key_Context1, Key.Key_Help, Key.Key_Insert, Key.Key_Copy, Key.Key_Paste),
]


@pytest.mark.parametrize("key", PATIENTS)
def test_a_patients_keys_are_few_and_no_chords(key: Qt.Key) -> None:
    assert is_allowed(key, NONE, "", staff=False)
    assert is_allowed(key, Held.KeypadModifier, "", staff=False)
    for held in (CTRL, ALT, META, CTRL | SHIFT, ALT | SHIFT):
        assert not is_allowed(key, held, "", staff=False)
        assert is_allowed(key, held, "", staff=True) is (key in STAFFS and not held & (ALT | META))


@pytest.mark.parametrize("key", NOBODYS)
def test_no_key_that_opens_something_is_on_a_list(key: Qt.Key) -> None:
    for held in (NONE, SHIFT, CTRL, ALT, META, CTRL | ALT):
        assert not is_allowed(key, held, "", staff=False)
        assert not is_allowed(key, held, "", staff=True)


@pytest.mark.parametrize("text", ["a", "Z", "7", "ñ", "م", "—", "@", " "])
def test_staff_type_what_can_be_printed(text: str) -> None:
    key = Key.Key_Space if text == " " else Key.Key_unknown
    assert is_allowed(key, NONE, text, staff=True)
    assert is_allowed(key, SHIFT, text, staff=True)
    assert is_allowed(key, Held.GroupSwitchModifier, text, staff=True)
    assert not is_allowed(key, ALT, text, staff=True)
    assert not is_allowed(key, META, text, staff=True)
    assert is_allowed(key, NONE, text, staff=False) is (text == " ")


@pytest.mark.parametrize("letter", [chr(code) for code in range(ord("A"), ord("Z") + 1)])
def test_chords_with_letters_edit_a_line_and_nothing_else(letter: str) -> None:
    key = Key[f"Key_{letter}"]
    control = chr(ord(letter) - 64)
    assert not is_allowed(key, CTRL, control, staff=False)
    assert is_allowed(key, CTRL, control, staff=True) is (letter in "ZYXCVA")
    assert not is_allowed(key, CTRL | ALT, control, staff=True)


# --- in the window ---


def mode(app: App) -> tuple[Mode, Overlay]:
    return app.driver.state.mode, app.driver.state.reading.overlay


def windows() -> int:
    return len(QGuiApplication.topLevelWindows())


@pytest.mark.parametrize("held", [NONE, CTRL, ALT, META], ids=lambda held: held.name)
def test_a_key_that_is_on_no_list_only_shows_that_somebody_is_there(app: App, qtbot: QtBot, held: Qt.KeyboardModifier) -> None:
    read(app, qtbot)
    before, touched_at = mode(app), app.driver.state.touched_at
    # The last is one that Qt has no name for, as on a remote control.
    for key in (*NOBODYS, 0x0FEDCBA9):
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(app.window, QKeyEvent(kind, key, held))
    assert mode(app) == before
    assert shows(app, FIRST)
    assert app.driver.state.touched_at > touched_at


def test_ctrl_alt_s_is_the_one_chord_of_patients(app: App) -> None:
    QTest.keyClick(app.window, Key.Key_S, CTRL | ALT)
    assert app.driver.state.mode is Mode.STAFF


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.BackButton])
def test_other_buttons_of_a_mouse_do_nothing(app: App, qtbot: QtBot, button: Qt.MouseButton) -> None:
    QTest.mouseClick(app.window, button, NONE, PLACE)
    QTest.mouseDClick(app.window, button, NONE, PLACE)
    assert mode(app) == (Mode.LOOP, Overlay.NONE)
    read(app, qtbot)
    for item in walk(app.window.contentItem()):
        if item.metaObject().className().startswith("Pill") and item.isVisible():
            QTest.mouseClick(app.window, button, NONE, middle(item))
    assert shows(app, FIRST)
    assert mode(app) == (Mode.SESSION, Overlay.NONE)


def test_a_line_of_text_has_no_menu(app: App, panel: StaffPanel, qtbot: QtBot) -> None:
    (field, *_) = [item for item in walk(app.window.contentItem()) if item.inherits("QQuickTextInput") and item.isVisible()]
    place, before = middle(field), windows()
    QTest.mouseClick(app.window, Qt.MouseButton.LeftButton, NONE, place)
    for letter in "words":
        QTest.keyClick(app.window, letter)
    assert field.property("text") == "words"
    children = len(list(walk(app.window.contentItem())))
    QTest.mouseClick(app.window, Qt.MouseButton.RightButton, NONE, place)
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        QCoreApplication.sendEvent(app.window, QContextMenuEvent(reason, place, place))
    QTest.keyClick(app.window, Key.Key_Menu)
    QTest.keyClick(app.window, Key.Key_F10, SHIFT)
    next_frame(app, qtbot)
    assert windows() == before
    assert len(list(walk(app.window.contentItem()))) == children, "nothing has come over the page"
    assert field.property("text") == "words"
    # A chord with Alt types nothing and does nothing; one that edits does.
    QTest.keyClick(app.window, Key.Key_F4, ALT)
    QTest.keyClick(app.window, Key.Key_Q, CTRL)
    assert field.property("text") == "words"
    QTest.keyClick(app.window, Key.Key_Z, CTRL)
    assert field.property("text") != "words"


def test_nothing_can_be_dragged_in(app: App, panel: StaffPanel) -> None:
    dragged = QMimeData()
    dragged.setText("words of somebody else")
    arguments = (Qt.DropAction.CopyAction, dragged, Qt.MouseButton.LeftButton, NONE)
    enter, drop = QDragEnterEvent(PLACE, *arguments), QDropEvent(QPointF(PLACE), *arguments)
    for event in (enter, drop):
        QCoreApplication.sendEvent(app.window, event)
        assert not event.isAccepted()


@pytest.mark.parametrize("held", [NONE, CTRL], ids=lambda held: held.name)
def test_a_wheel_changes_nothing_for_patients(app: App, qtbot: QtBot, held: Qt.KeyboardModifier) -> None:
    read(app, qtbot, LONG)
    for _ in range(5):
        turn = QWheelEvent(
            QPointF(PLACE),
            QPointF(PLACE),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            held,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QCoreApplication.sendEvent(app.window, turn)
    assert shows(app, LONG)
    assert mode(app) == (Mode.SESSION, Overlay.NONE)


@pytest.mark.parametrize("seed", range(6))
def test_many_fingers_in_any_order_do_no_harm(app: App, qtbot: QtBot, finger: QPointingDevice, seed: int) -> None:
    """A palm, a child with both hands, a finger that rolls: whatever it led to, Done leads back, and one finger works."""
    dice = random.Random(seed)
    read(app, qtbot)
    down: dict[int, QPoint] = {}
    for _ in range(60):
        touch = QTest.touchEvent(app.window, finger)
        for other, place in down.items():
            touch.stationary(other) if dice.random() < 0.5 else touch.move(
                other, place + QPoint(dice.randrange(9), 3), app.window
            )
        number = dice.randrange(5)
        place = QPoint(dice.randrange(1280), dice.randrange(100, 720))
        if number in down:
            touch = QTest.touchEvent(app.window, finger).release(number, down.pop(number), app.window)
            for other in down:
                touch.stationary(other)
        else:
            down[number] = place
            touch.press(number, place, app.window)
        touch.commit()
    for number in list(down):
        touch = QTest.touchEvent(app.window, finger).release(number, down.pop(number), app.window)
        for other in down:
            touch.stationary(other)
        touch.commit()
    next_frame(app, qtbot)
    assert app.driver.state.mode in (Mode.LOOP, Mode.SESSION)
    app.controls.closeOverlay()
    app.controls.done()
    qtbot.waitUntil(lambda: app.driver.state.mode is Mode.LOOP)
    QTest.touchEvent(app.window, finger).press(0, PLACE, app.window).commit()
    next_frame(app, qtbot)
    QTest.touchEvent(app.window, finger).release(0, PLACE, app.window).commit()
    qtbot.waitUntil(lambda: app.driver.state.mode is Mode.SESSION)


def test_a_press_of_the_left_button_still_counts_in_the_corner(app: App) -> None:
    for _ in range(5):
        press = QMouseEvent(
            QMouseEvent.Type.MouseButtonPress,
            QPointF(9, 9),
            QPointF(9, 9),
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.LeftButton,
            NONE,
        )
        QCoreApplication.sendEvent(app.window, press)
    assert app.driver.state.mode is Mode.STAFF
