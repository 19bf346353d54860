"""Everything behind the staff's panel, over a folder with four slides, and the way in."""

from __future__ import annotations

import gc
import io
import json
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk.core.event_log import EventLog
from kiosk.core.layout.screen import Screen
from kiosk.core.player.events import Press
from kiosk.core.storage.pin import PinFile
from kiosk.core.storage.state_folder import StateFolder
from kiosk.qt.drawing.slide_preparer import SlidePreparer
from kiosk.qt.player.driver import Driver
from kiosk.qt.player.playlist_source import PlaylistSource
from kiosk.qt.staff.edit_session import EditSession
from kiosk.qt.staff.staff_panel import StaffPanel
from kiosk.qt.staff.thumbnails import Thumbnails

PIN = "246813"
SLIDE = "---\ntitle: Slide {0}\n---\nThe words of slide {0}.\n"


class Panel:
    """All of it in one hand. `state`: the folder that it keeps everything in, one of its own in `folder` if not given."""

    def __init__(self, folder: Path, state: Path | None = None) -> None:
        state = state or folder / "state"
        topic = folder / "slides" / "topic"
        if not topic.exists():
            topic.mkdir(parents=True)
            for number in range(1, 5):
                (topic / f"{number}.md").write_text(SLIDE.format(number))
        self.root = QObject()
        self.said = io.StringIO()
        self.log = EventLog(as_json=True, stream=self.said)
        self.pins = PinFile(state)
        self.playlist_source = PlaylistSource(folder / "slides", StateFolder(state), self.root)
        self.driver = Driver(self.root)
        self.preparer = SlidePreparer(self.root)
        self.thumbnails = Thumbnails(self.playlist_source, self.preparer, self.root)
        self.thumbnails.resize(Screen(1280, 800, 2.4, 3.0))
        self.edit_session = EditSession(self.playlist_source, self.playlist_source.store, self.root)
        self.staff = StaffPanel(self.driver, self.edit_session, self.thumbnails, self.log, self.root)

    def logged(self, event: str) -> list[dict[str, Any]]:
        return [line for text in self.said.getvalue().splitlines() if (line := json.loads(text))["event"] == event]

    def ask(self) -> None:
        self.driver.send(Press.STAFF)

    def type(self, pin: str) -> None:
        for digit in pin:
            self.staff.pad.type(int(digit))
        self.staff.pad.submit()

    def try_pin(self, qtbot: QtBot, pin: str) -> None:
        self.type(pin)
        qtbot.waitUntil(lambda: not self.staff.pad.busy)

    def order(self) -> str:
        return "".join(key[-1] for key in self.staff.order.rows.shown())

    def close(self) -> None:
        self.staff.close()
        self.playlist_source.close()
        self.preparer.close()
        # Here and now: a thread that happens to collect garbage must not end Qt's objects.
        shiboken6.delete(self.root)
        gc.collect()


def enter(panel: Panel, qtbot: QtBot) -> None:
    panel.ask()
    with qtbot.waitSignal(panel.staff.pad.opened):
        panel.type(PIN)
    qtbot.waitUntil(lambda: panel.staff.page == StaffPanel.Page.Slides)
