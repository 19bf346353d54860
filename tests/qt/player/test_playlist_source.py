"""What plays, followed on the disk: what somebody else does to the state is taken over and told."""

from __future__ import annotations

import io
import json
from pathlib import Path

from pytestqt.qtbot import QtBot

from kiosk.core.event_log import EventLog
from kiosk.qt.player.player_log import PlayerLog
from tests.qt.conftest import Launch
from tests.qt.slides_on_disk import write


def test_a_state_that_breaks_while_it_runs_is_in_the_log(launch: Launch, qtbot: QtBot, tmp_path: Path) -> None:
    # As the start of the program makes it.
    (tmp_path / "state").mkdir()
    app = launch(write(tmp_path / "slides"))
    qtbot.waitUntil(lambda: app.playlist_source.complete)
    stream = io.StringIO()
    log = PlayerLog(EventLog(as_json=True, stream=stream), app.playlist_source)
    app.playlist_source.stateTaken.connect(log.on_state_taken)
    (tmp_path / "state" / "kiosk.json").write_text("nonsense{{", encoding="utf-8")
    qtbot.waitUntil(lambda: stream.getvalue() != "")
    # A file that is looked at while it is being written is looked at again, and told again.
    told, *_ = map(json.loads, stream.getvalue().splitlines())
    assert told["event"] == "problem"
    assert told["path"].endswith("kiosk.json")
