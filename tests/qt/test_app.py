"""The whole program in one process: pages that swap, touch, a window that changes, and what a screen reader is told."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDeadlineTimer, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication, QPointingDevice
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.core.event_log import EventLog
from kiosk.core.layout.display_list import TextBox
from kiosk.core.player.events import Mode, Overlay
from kiosk.core.player.state import Reading
from kiosk.qt.app import App
from kiosk.qt.recovery import Recovery
from tests.qt import slides_on_disk
from tests.qt.conftest import Launch
from tests.qt.slides_on_disk import FIRST, LONG, PICTURED


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return slides_on_disk.write(tmp_path / "slides")


@pytest.fixture
def app(launch: Launch, root: Path, qtbot: QtBot) -> App:
    return ready(launch(root), qtbot)


def ready(app: App, qtbot: QtBot) -> App:
    qtbot.waitUntil(lambda: app.playlist_source.complete and app.stage.showing() is not None)
    return app


def shows(app: App, slide: str, page: int = 0) -> bool:
    showing = app.stage.showing()
    state = app.driver.state
    return bool(
        showing and showing.prepared.slide.id == slide and showing.page == page and state.entry and state.entry.slide == slide
    )


def read(app: App, qtbot: QtBot, slide: str = FIRST) -> None:
    """A patient has opened a slide."""
    app.controls.openSession()
    if slide != FIRST:
        app.controls.goTo(slide)
    qtbot.waitUntil(lambda: shows(app, slide) and not in_loop(app))
    qtbot.waitUntil(lambda: not moving(app))


def in_loop(app: App) -> bool:
    showing = app.stage.showing()
    return showing is not None and showing.prepared.rendition.loop


def pages(app: App) -> list[QQuickItem]:
    return [item for item in walk(app.window.contentItem()) if item.metaObject().className().startswith("SlidePage")]


def moving(app: App) -> bool:
    return len([page for page in pages(app) if page.isVisible()]) != 1


def walk(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in item.childItems():
        yield from walk(child)


# --- the stage ---


def test_two_pages_swap_roles(app: App, qtbot: QtBot) -> None:
    read(app, qtbot)
    front = app.stage.property("firstInFront")
    app.controls.next()
    qtbot.waitUntil(lambda: shows(app, LONG))
    assert app.stage.property("firstInFront") is not front
    assert moving(app), "the one that goes is still there"
    qtbot.waitUntil(lambda: not moving(app))
    (shown,) = [page for page in pages(app) if page.isVisible()]
    assert (shown.x(), shown.opacity(), shown.property("inFront")) == (0, 1, True)


def test_the_pages_of_a_slide_are_turned_before_the_slide(app: App, qtbot: QtBot) -> None:
    read(app, qtbot, LONG)
    last = app.driver.state.reading.pages - 1
    assert last >= 1
    for page in range(1, last + 1):
        app.controls.next()
        qtbot.waitUntil(lambda page=page: shows(app, LONG, page))
    app.controls.next()
    qtbot.waitUntil(lambda: shows(app, PICTURED))
    app.controls.back()
    qtbot.waitUntil(lambda: shows(app, LONG, last))


def test_a_finger_is_shown_only_what_is_ready(app: App, qtbot: QtBot) -> None:
    assert not app.stage.reach(1), "nothing is pulled in the loop"
    read(app, qtbot)
    assert not app.stage.reach(-1), "nothing lies before the first slide"
    qtbot.waitUntil(lambda: app.stage.reach(1))
    assert shows(app, FIRST), "and the one in front stays"


def test_the_end_of_a_session_leaves_nothing_of_it(app: App, qtbot: QtBot) -> None:
    read(app, qtbot)
    for press in (app.controls.changeTextSize, app.controls.toggleContrast, app.controls.toggleLowReach):
        press()
    app.controls.speak("es")
    qtbot.waitUntil(lambda: app.stage.property("title") == "Una primera lámina")
    app.controls.done()
    qtbot.waitUntil(lambda: shows(app, FIRST) and in_loop(app))
    assert app.stage.property("title") == "A first slide"
    assert app.controls.property("textSize") == 0
    assert not app.theme.property("highContrast")
    assert app.window.color().name() == "#fbf8f2"


# --- touch ---


@pytest.fixture(scope="module")
def finger() -> QPointingDevice:
    return QTest.createTouchDevice()


def button(app: App, name: str) -> QQuickItem:
    (found,) = [
        item
        for item in walk(app.window.contentItem())
        if item.metaObject().className().startswith("Pill") and item.isVisible() and item.property("description") == name
    ]
    return found


def middle(item: QQuickItem) -> QPoint:
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()


def next_frame(app: App, qtbot: QtBot) -> None:
    """Waits until the window was drawn anew, before which Qt hands out what fingers did."""
    with qtbot.waitSignal(app.window.frameSwapped):
        app.window.update()


def touch(app: App, qtbot: QtBot, finger: QPointingDevice, *points: QPoint) -> None:
    """A finger goes down at the first point, over the others, and up at the last. Each step is seen."""
    QTest.touchEvent(app.window, finger).press(0, points[0], app.window).commit()
    for point in points[1:]:
        next_frame(app, qtbot)
        QTest.touchEvent(app.window, finger).move(0, point, app.window).commit()
    next_frame(app, qtbot)
    QTest.touchEvent(app.window, finger).release(0, points[-1], app.window).commit()
    next_frame(app, qtbot)


def test_a_finger_on_the_loop_opens_a_session(app: App, qtbot: QtBot, finger: QPointingDevice) -> None:
    touch(app, qtbot, finger, QPoint(600, 300))
    qtbot.waitUntil(lambda: app.driver.state.mode is Mode.SESSION)
    assert app.driver.state.reading.overlay is Overlay.NONE


def test_a_button_acts_when_the_finger_is_lifted(app: App, qtbot: QtBot, finger: QPointingDevice) -> None:
    read(app, qtbot)
    place = middle(button(app, "Next"))
    QTest.touchEvent(app.window, finger).press(0, place, app.window).commit()
    held = QDeadlineTimer(2 * QGuiApplication.styleHints().mousePressAndHoldInterval())
    qtbot.waitUntil(held.hasExpired)
    next_frame(app, qtbot)
    assert shows(app, FIRST), "holding it longer than a long press does nothing"
    QTest.touchEvent(app.window, finger).release(0, place, app.window).commit()
    qtbot.waitUntil(lambda: shows(app, LONG))


def test_sliding_off_a_button_cancels(app: App, qtbot: QtBot, finger: QPointingDevice) -> None:
    read(app, qtbot)
    place = middle(button(app, "Next"))
    touch(app, qtbot, finger, place, place - QPoint(0, 40), place - QPoint(40, 200), place - QPoint(60, 300))
    next_frame(app, qtbot)
    assert shows(app, FIRST)


def test_a_second_finger_and_the_other_mouse_buttons_do_nothing(app: App, qtbot: QtBot, finger: QPointingDevice) -> None:
    read(app, qtbot)
    place = middle(button(app, "Next"))
    for other in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
        QTest.mouseClick(app.window, other, Qt.KeyboardModifier.NoModifier, place)
    QTest.touchEvent(app.window, finger).press(0, QPoint(300, 200), app.window).press(1, QPoint(500, 250), app.window).commit()
    QTest.touchEvent(app.window, finger).release(0, QPoint(300, 200), app.window).release(
        1, QPoint(500, 250), app.window
    ).commit()
    next_frame(app, qtbot)
    assert shows(app, FIRST)


@pytest.mark.parametrize("kind", ["PictureBox", "TermBox"])
def test_a_finger_that_begins_on_a_picture_or_word_opens_or_swipes(
    app: App, qtbot: QtBot, finger: QPointingDevice, kind: str
) -> None:
    slide, before = (PICTURED, LONG) if kind == "PictureBox" else (LONG, FIRST)
    read(app, qtbot, slide)
    (item,) = [
        item for item in walk(app.window.contentItem()) if item.metaObject().className().startswith(kind) and item.isVisible()
    ]
    place = middle(item)
    touch(app, qtbot, finger, place)
    assert app.driver.state.reading.overlay is (Overlay.PICTURE if kind == "PictureBox" else Overlay.WORD)
    app.controls.closeOverlay()
    app.controls.next()
    app.controls.back()
    qtbot.waitUntil(lambda: shows(app, slide) and not moving(app) and app.stage.reach(-1))
    touch(app, qtbot, finger, place, *(place + QPoint(step * 20, 0) for step in range(1, 16)))
    qtbot.waitUntil(lambda: shows(app, before, app.driver.state.reading.pages - 1))
    assert app.driver.state.reading.overlay is Overlay.NONE


def test_buttons_are_large_enough_for_a_finger(app: App, qtbot: QtBot) -> None:
    read(app, qtbot)
    least = app.theme.target
    pills = [p for p in walk(app.window.contentItem()) if p.metaObject().className().startswith("Pill") and p.isVisible()]
    assert len(pills) >= 6
    for pill in pills:
        assert min(pill.width(), pill.height()) >= least - 0.5, pill.property("description")


# --- a window that changes ---


@pytest.mark.parametrize("size", [(720, 1280), (1024, 600), (1920, 1080)])
def test_another_size_lays_out_anew_and_keeps_the_place(app: App, qtbot: QtBot, size: tuple[int, int]) -> None:
    read(app, qtbot, LONG)
    app.controls.next()
    qtbot.waitUntil(lambda: shows(app, LONG, 1))
    app.controls.toggleContrast()
    app.window.resize(*size)

    def laid_out() -> bool:
        showing = app.stage.showing()
        if showing is None:
            return False
        screen = showing.prepared.rendition.screen
        return (screen.width, screen.height) == size and showing.prepared.slide.id == LONG

    qtbot.waitUntil(laid_out)
    state = app.driver.state
    assert (state.mode, state.reading.contrast) == (Mode.SESSION, True)
    assert shows(app, LONG, min(1, state.reading.pages - 1))
    showing = app.stage.showing()
    assert showing is not None
    for box in showing.prepared.pages[showing.page]:
        if isinstance(box, TextBox):
            assert box.x >= 0
            assert box.x + box.width <= size[0] + 1
            assert box.y + box.height <= size[1]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_screen_is_laid_out_for_those_who_look_at_it(
    launch: Launch, root: Path, qtbot: QtBot, finger: QPointingDevice, turn: int
) -> None:
    app = ready(launch(root, turn=turn), qtbot)
    showing = app.stage.showing()
    assert showing is not None
    screen = showing.prepared.rendition.screen
    assert (screen.width, screen.height) == ((1280, 720) if turn == 180 else (720, 1280))
    read(app, qtbot)
    touch(app, qtbot, finger, middle(button(app, "Next")))
    qtbot.waitUntil(lambda: shows(app, LONG))


# --- what a screen reader is told ---

CONTROLS = {QAccessible.Role.Button, QAccessible.Role.PushButton, QAccessible.Role.Link}
SPOKEN = CONTROLS | {
    QAccessible.Role.StaticText,
    QAccessible.Role.Heading,
    QAccessible.Role.Graphic,
    QAccessible.Role.Indicator,
}


def told(app: App) -> list[QAccessibleInterface]:
    """Everything in the accessibility tree of the window that is not hidden, in its order."""
    QAccessible.setActive(True)

    def below(one: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
        for number in range(one.childCount()):
            child = one.child(number)
            if child is not None and not child.state().invisible:
                yield child
                yield from below(child)

    top = QAccessible.queryAccessibleInterface(app.window)
    assert top is not None
    return list(below(top))


def names(app: App, roles: set[QAccessible.Role]) -> list[str]:
    return [one.text(QAccessible.Text.Name) for one in told(app) if one.role() in roles]


def test_the_loop_says_its_slide_and_how_to_begin(app: App) -> None:
    assert "Touch to read at your own pace" in names(app, CONTROLS)
    assert "A first slide" in names(app, {QAccessible.Role.Heading})


def test_every_control_of_a_session_has_a_name(app: App, qtbot: QtBot) -> None:
    read(app, qtbot)
    controls = names(app, CONTROLS)
    assert {"Topics", "High contrast", "Text size: normal", "Español", "Done", "Back", "Next"} <= set(controls)
    assert "" not in controls
    for one in told(app):
        assert one.role() in SPOKEN or one.childCount() or not one.text(QAccessible.Text.Name), one.role()


def test_a_slide_is_read_from_its_title_on(app: App, qtbot: QtBot) -> None:
    read(app, qtbot, PICTURED)
    said = [one for one in names(app, SPOKEN) if one]
    title = said.index("A slide with a picture")
    assert title < said.index("Words beside it.")
    assert "A plain square, for the test." in said
    assert "A first slide" not in said, "what lies behind is not read"


def test_a_word_to_know_is_a_link(app: App, qtbot: QtBot) -> None:
    read(app, qtbot, LONG)
    links = [one for one in told(app) if one.role() is QAccessible.Role.Link]
    assert {one.text(QAccessible.Text.Name) for one in links} == {"biopsy"}


@pytest.mark.parametrize(
    ("press", "expected"),
    [("openTopics", "Back to the slide"), ("closeOverlay", "Topics")],
)
def test_the_menu_and_the_way_back_have_names(app: App, qtbot: QtBot, press: str, expected: str) -> None:
    read(app, qtbot)
    app.controls.openTopics()
    getattr(app.controls, press)()
    qtbot.waitUntil(lambda: expected in names(app, CONTROLS))
    assert "" not in names(app, CONTROLS)


def test_a_screen_reader_presses_a_button(app: App, qtbot: QtBot) -> None:
    read(app, qtbot)
    following = next(one for one in told(app) if one.text(QAccessible.Text.Name) == "Next")
    action = following.actionInterface()
    action.doAction(action.pressAction())
    qtbot.waitUntil(lambda: shows(app, LONG))


@pytest.mark.parametrize(
    ("slide", "name", "overlay"),
    [(LONG, "biopsy", Overlay.WORD), (PICTURED, "A plain square, for the test.", Overlay.PICTURE)],
)
def test_a_screen_reader_opens_a_word_and_a_picture(app: App, qtbot: QtBot, slide: str, name: str, overlay: Overlay) -> None:
    read(app, qtbot, slide)
    action = next(one for one in told(app) if one.text(QAccessible.Text.Name) == name).actionInterface()
    assert action.pressAction() in action.actionNames()
    action.doAction(action.pressAction())
    assert app.driver.state.reading.overlay is overlay


def test_a_screen_reader_hears_what_is_on_and_turns_it_off(app: App, qtbot: QtBot) -> None:
    def contrast() -> QAccessibleInterface:
        return next(one for one in told(app) if one.text(QAccessible.Text.Name) == "High contrast")

    read(app, qtbot)
    assert contrast().state().checkable
    assert not contrast().state().checked
    for on in (True, False):
        action = contrast().actionInterface()
        action.doAction(action.pressAction())
        qtbot.waitUntil(lambda on=on: bool(contrast().state().checked) is on)
        assert app.driver.state.reading.contrast is on


def test_an_error_is_told_and_leads_back_to_the_slides(app: App, qtbot: QtBot) -> None:
    heard = io.StringIO()
    recovery = Recovery(app.driver, EventLog(stream=heard))
    read(app, qtbot)
    recovery.on_error(ValueError, ValueError("broken"), None)
    qtbot.waitUntil(lambda: app.driver.state.mode is Mode.LOOP)
    assert "broken" in heard.getvalue()
    assert app.driver.state.reading == Reading()
