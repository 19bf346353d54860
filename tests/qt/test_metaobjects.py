"""The description by which QML knows an object: its class's, for as long as the program runs."""

from __future__ import annotations

from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from kiosk.qt.app import App
from tests.qt import slides_on_disk
from tests.qt.conftest import Launch

LAUNCHES = 30


def started(launch: Launch, root: Path, qtbot: QtBot) -> App:
    app = launch(root)
    qtbot.waitUntil(lambda: app.playlist_source.complete and app.window.property("staff") is not None, timeout=20_000)
    return app


def test_no_object_describes_itself_otherwise_than_its_class(launch: Launch, tmp_path: Path, qtbot: QtBot) -> None:
    """A signal that is connected to a method without `Slot` gives that one object a metaobject of its own.

    QML keeps what it knows of a metaobject by its address. When the object dies, another one's metaobject may come to
    stand there, and every property of that one is undefined.
    """
    started(launch, slides_on_disk.write(tmp_path / "slides"), qtbot)
    own = [thing for thing in shiboken6.getAllValidWrappers() if "__METAOBJECT__" in getattr(thing, "__dict__", ())]
    assert own == []


@pytest.mark.usefixtures("fonts")
def test_it_reads_the_same_through_qml_launch_after_launch(launch: Launch, tmp_path: Path, qtbot: QtBot) -> None:
    root = slides_on_disk.write(tmp_path / "slides")
    for number in range(LAUNCHES):
        app = started(launch, root, qtbot)
        assert app.window.property("color").name() == "#fbf8f2", f"launch {number}"
