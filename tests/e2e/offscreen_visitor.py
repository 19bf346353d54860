"""Run by test_starts: the kiosk offscreen, and somebody who knocks and enters the PIN with QTest's mouse.

Arguments: the PIN (chosen, with the code in the log, where there is none), and the kiosk's own. Prints what is to be seen at
first, and "in" once the panel is open.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from kiosk import cli
from kiosk.core.player.events import Mode
from kiosk.qt import app as kiosk_app
from tests.e2e.panel import CORNER, KEYS, OK

LOOK_MS = 20


class Log:
    """Standard error, with the events that went there."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self.events: list[dict[str, Any]] = []

    def write(self, text: str) -> int:
        if text.startswith("{"):
            self.events.append(json.loads(text))
        return int(self._stream.write(text))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def wait_until(holds: Callable[[], bool]) -> None:
    """Whoever has started this waits for no longer than a test may take."""
    while not holds():
        QTest.qWait(LOOK_MS)


class VisitedApp(kiosk_app.App):
    """The kiosk, with a visitor once it has started."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.started.connect(lambda: QTimer.singleShot(0, self.visit))

    def visit(self) -> None:
        wait_until(lambda: self.playlist_source.complete and self.staff is not None)
        assert self.staff
        picture = self.window.grabWindow()
        points = [(x, y) for x in range(0, picture.width(), 8) for y in range(0, picture.height(), 8)]
        colours = {picture.pixelColor(*point).name() for point in points}
        print("a black picture" if colours == {QColor("black").name()} else "a picture" if len(colours) > 2 else colours)
        for _ in range(5):
            self.click(CORNER)
        wait_until(lambda: self.driver.state.mode is Mode.STAFF)
        if self.staff.pad.step == self.staff.pad.Step.Code:
            wait_until(lambda: any(event["event"] == "pin_code" for event in log.events))
            for digits in (next(event["code"] for event in log.events if event["event"] == "pin_code"), pin, pin):
                self.type(digits)
        self.type(pin)
        wait_until(lambda: self.staff is not None and self.staff.page == self.staff.Page.Slides)
        print("in", flush=True)
        QCoreApplication.exit(0)

    def type(self, digits: str) -> None:
        assert self.staff
        pad = self.staff.pad
        for digit in digits:
            self.click(KEYS[digit])
        assert pad.length == len(digits)
        self.click(OK)
        wait_until(lambda: not pad.busy and not pad.length)

    def click(self, point: tuple[int, int]) -> None:
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(*point))
        QTest.qWait(LOOK_MS)


pin = sys.argv[1]
log = Log(sys.stderr)
sys.stderr = log
kiosk_app.App = VisitedApp
sys.exit(cli.main(["run", "--offscreen", "--windowed", "1280x720", "--log", "json", *sys.argv[2:]]))
