"""One sitting at the panel: steps, the draft, and saving in the background."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from kiosk.core.arrangement import editing
from kiosk.core.arrangement.changes import Changes
from kiosk.core.storage.atomic_file import Fault, NotSaved
from kiosk.core.storage.state_folder import StateFolder
from kiosk.qt.player.playlist_source import PlaylistSource
from kiosk.qt.staff.edit_session import DRAFT_MS, EditSession

A, B, C = ("one/1-a", "one/2-b", "one/3-c")


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[EditSession]:
    for slide in (A, B, C):
        file = tmp_path / "slides" / f"{slide}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("# A title\n\nText.\n")
    source = PlaylistSource(tmp_path / "slides", StateFolder(tmp_path / "state"))
    source.reload()
    qtbot.waitUntil(lambda: source.complete)
    session = EditSession(source, source.store, source)
    session.edit = editing.begin(source.arrangement, (A, B, C))
    yield session
    session.close()
    source.close()
    shiboken6.delete(source)


def opened(session: EditSession, qtbot: QtBot) -> None:
    done: list[bool] = []
    session.open(lambda: done.append(True))
    qtbot.waitUntil(lambda: done == [True])


def test_the_draft_is_kept_once_the_steps_pause(session: EditSession, qtbot: QtBot) -> None:
    begun = time.monotonic()
    session.apply(editing.set_on(session.edit, A, False))
    session.apply(editing.set_on(session.edit, B, False))
    qtbot.waitUntil(lambda: session.store.read_draft() is not None)
    # Qt's timers are right to 5 %.
    assert time.monotonic() - begun >= 0.94 * DRAFT_MS / 1000
    draft = session.store.read_draft()
    assert draft is not None
    assert not draft.decision(A).on
    assert not draft.decision(B).on
    opened(session, qtbot)
    assert session.edit.is_dirty
    session.discard()
    opened(session, qtbot)
    assert not session.edit.is_dirty


def test_the_end_waits_for_the_draft(session: EditSession) -> None:
    session.apply(editing.set_on(session.edit, A, False))
    session.keep_draft()
    session.close()
    assert session.store.read_draft() is not None


def test_a_save_takes_what_others_saved_meanwhile(session: EditSession, qtbot: QtBot) -> None:
    other = editing.begin(session.edit.saved, (A, B, C))
    session.store.write(editing.set_on(other, C, False).to_save, Changes(switched_off=1), datetime.now())
    session.apply(editing.set_on(session.edit, A, False))
    with qtbot.waitSignal(session.saved):
        session.save()
    arrangement, _ = session.store.read()
    assert [arrangement.decision(slide).on for slide in (A, B, C)] == [False, True, False]
    assert session.playlist_source.arrangement == session.edit.saved == arrangement


def test_steps_during_a_save_are_kept_for_the_next_one(
    session: EditSession, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    update = session.store.update

    def slow(*arguments: Any) -> Any:
        gate.wait(10)
        return update(*arguments)

    monkeypatch.setattr(session.store, "update", slow)
    session.apply(editing.set_on(session.edit, A, False))
    session.save()
    assert session.busy
    session.apply(editing.set_on(session.edit, B, False))
    with qtbot.waitSignal(session.saved):
        gate.set()
    assert not session.busy
    assert not session.edit.saved.decision(A).on
    assert session.edit.saved.decision(B).on
    assert not session.edit.working.decision(B).on
    assert session.edit.is_dirty
    with qtbot.waitSignal(session.saved):
        session.save()
    arrangement, _ = session.store.read()
    assert [arrangement.decision(slide).on for slide in (A, B, C)] == [False, False, True]
    assert not session.edit.is_dirty


def test_a_save_that_fails_is_told_in_one_sentence(session: EditSession, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: Any) -> None:
        raise NotSaved("Not saved: the disk is full.", Fault.FULL)

    monkeypatch.setattr(session.store, "update", fail)
    session.apply(editing.set_on(session.edit, A, False))
    with qtbot.waitSignal(session.failed) as failed:
        session.save(lambda: pytest.fail("it was not saved"))
    assert failed.args == ["Nothing can be saved: the disk is full. Have room made on it."]
    qtbot.waitUntil(lambda: not session.busy)
    assert session.edit.is_dirty
