"""A start at which something never comes: the window shows all the same, and staff get in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.core.player.events import Mode
from kiosk.qt import window_opening
from kiosk.qt.drawing.slide_preparer import SlidePreparer
from kiosk.qt.player.frame_meter import FrameMeter
from tests.qt import slides_on_disk
from tests.qt.conftest import Launch

SOON_MS = 50


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return slides_on_disk.write(tmp_path / "slides")


def test_a_slide_that_is_never_ready_does_not_keep_the_window_away(
    launch: Launch, root: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window_opening, "SLIDE_MS", SOON_MS)
    monkeypatch.setattr(SlidePreparer, "ask", lambda *request, **more: None)
    app = launch(root)
    assert not app.window.isVisible(), "the first slide is waited for"
    qtbot.waitUntil(lambda: app.staff is not None)
    assert app.window.isVisible()
    assert app.stage.showing() is None


def test_a_screen_that_shows_nothing_does_not_keep_staff_out(
    launch: Launch, root: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window_opening, "FRAME_MS", SOON_MS)
    monkeypatch.setattr(FrameMeter, "watch", lambda meter, window: None)
    app = launch(root)
    qtbot.waitUntil(lambda: app.staff is not None)
    QTest.keyClick(app.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert app.driver.state.mode is Mode.STAFF
