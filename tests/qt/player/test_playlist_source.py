"""What plays, followed on the disk: what somebody else does to the state is taken over and told."""

from __future__ import annotations

import io
import json
from datetime import datetime
from pathlib import Path

import pytest
import shiboken6
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from kiosk.core.arrangement.arrangement import Arrangement
from kiosk.core.arrangement.changes import Changes
from kiosk.core.content.deck import Trouble
from kiosk.core.event_log import EventLog
from kiosk.core.player.events import PassedOver, SlideShown
from kiosk.core.settings import Settings
from kiosk.core.storage.state_folder import StateFolder
from kiosk.qt.app import App
from kiosk.qt.player import slides_loader
from kiosk.qt.player.player_log import PlayerLog
from kiosk.qt.player.playlist_source import PlaylistSource
from tests.qt.conftest import Launch
from tests.qt.slides_on_disk import FIRST, LONG, PICTURED, SQUARE, write


def test_a_state_that_breaks_while_it_runs_is_in_the_log(launch: Launch, qtbot: QtBot, tmp_path: Path) -> None:
    # As the start of the program makes it.
    (tmp_path / "state").mkdir()
    app = launch(write(tmp_path / "slides"))
    qtbot.waitUntil(lambda: app.playlist_source.complete)
    stream = io.StringIO()
    log = PlayerLog(EventLog(as_json=True, stream=stream), app.playlist_source)
    app.playlist_source.stateTaken.connect(log.on_state_taken)
    # Whole at once, as whatever writes it does.
    (tmp_path / "nonsense").write_text("nonsense{{", encoding="utf-8")
    (tmp_path / "nonsense").rename(tmp_path / "state" / "kiosk.json")
    qtbot.waitUntil(lambda: stream.getvalue() != "")
    # A file that is looked at while it is being written is looked at again, and told again.
    told, *_ = map(json.loads, stream.getvalue().splitlines())
    assert told["event"] == "problem"
    assert told["path"].endswith("kiosk.json")


@pytest.mark.parametrize(
    ("slides", "state"),
    [
        ("state-slides", "state"),
        ("state", "state-of-it"),
        ("state/slides", "state"),
        ("slides", "slides/state"),
        ("slides", "slides/.state"),
        ("slides", "slides/topic/state"),
        ("both", "both"),
    ],
)
def test_slides_and_state_are_followed_wherever_they_lie(slides: str, state: str, tmp_path: Path, qtbot: QtBot) -> None:
    root = write(tmp_path / slides)
    store = StateFolder(tmp_path / state)
    store.write(Arrangement(settings=Settings(session_seconds=60.0)), Changes(), datetime.now())
    source = PlaylistSource(root, store)
    source.open_first()
    source.reload()
    qtbot.waitUntil(lambda: source.complete)
    assert [slide.id for slide in source.deck.slides] == [FIRST, LONG, PICTURED]
    assert source.deck.problems == ()
    (root / "topic" / "1-first.md").write_text("# Changed\n")
    qtbot.waitUntil(lambda: source.deck.slides[0].texts[0].title == "Changed")
    store.write(Arrangement(settings=Settings(session_seconds=45.0)), Changes(), datetime.now())
    qtbot.waitUntil(lambda: source.arrangement.settings.session_seconds == 45.0)
    source.close()
    shiboken6.delete(source)


# --- Slides that could not be drawn ----------------------------------------------------------


@pytest.fixture
def app(launch: Launch, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> App:
    """A loop whose pictured slide cannot be drawn: its picture is right in its bytes, and no renderer takes it."""
    monkeypatch.setattr(slides_loader, "RESCAN_MS", 50)
    root = write(tmp_path / "slides")
    (root / "topic" / "square.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 0 0'/>")
    app = launch(root)
    qtbot.waitUntil(lambda: app.playlist_source.complete)
    return app


def playing(app: App) -> list[str]:
    return [entry.slide for entry in app.playlist_source.playlist()]


def skip(app: App, qtbot: QtBot) -> None:
    """Ends the time of the slide on the screen."""
    qtbot.waitUntil(lambda: app.driver.state.shown_at is not None)
    app.driver.state = replace(app.driver.state, shown_at=-1e6)
    app.driver._tick()


def fail(app: App, qtbot: QtBot) -> None:
    """Has the loop come to the slide."""
    while PICTURED in playing(app):
        skip(app, qtbot)
        qtbot.waitUntil(lambda: app.driver.state.shown_at is not None)


def test_a_slide_that_fails_again_and_again_plays_no_more_and_is_told_of_once(app: App, qtbot: QtBot) -> None:
    passed: list[PassedOver] = []
    changes: list[bool] = []
    app.driver.happened.connect(lambda effect: passed.append(effect) if isinstance(effect, PassedOver) else None)
    fail(app, qtbot)
    tried: list[str] = []
    plain = app.preparer.try_again

    def try_again(deck: object, slide: object, *more: object) -> None:
        tried.append(slide.id)  # type: ignore[attr-defined]
        plain(deck, slide, *more)  # type: ignore[arg-type]

    app.preparer.try_again = try_again  # type: ignore[method-assign, assignment]
    qtbot.waitUntil(lambda: len(tried) >= 3)
    app.playlist_source.changed.connect(lambda: changes.append(True))
    qtbot.waitUntil(lambda: len(tried) >= 6)
    assert set(tried) == {PICTURED}
    assert [effect.slide for effect in passed] == [PICTURED]
    assert playing(app) == [FIRST, LONG]
    assert changes == [], "and nothing is done on the screen for it"


def test_a_slide_that_can_be_drawn_after_all_plays_again(app: App, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    fail(app, qtbot)
    slide = app.playlist_source.deck.slide(PICTURED)
    # Nothing on disk is another: what was missing was memory, or the drive.
    monkeypatch.setattr(app.preparer.pictures, "read", lambda *more: SQUARE.encode())
    qtbot.waitUntil(lambda: PICTURED in playing(app))
    assert app.playlist_source.deck.slide(PICTURED) is slide


def test_a_slide_that_is_mended_plays_again_at_once(
    app: App, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail(app, qtbot)
    (tmp_path / "slides" / "topic" / "square.svg").write_text(SQUARE)
    qtbot.waitUntil(lambda: PICTURED in playing(app))


def test_the_loop_goes_on_whole_while_its_folder_is_away(launch: Launch, tmp_path: Path, qtbot: QtBot) -> None:
    root = write(tmp_path / "slides")
    app = launch(root)
    qtbot.waitUntil(lambda: app.playlist_source.complete)
    happened: list[object] = []
    app.driver.happened.connect(happened.append)

    def shown() -> list[str]:
        return [effect.slide for effect in happened if isinstance(effect, SlideShown)]

    def one_round() -> None:
        happened.clear()
        while PICTURED not in shown():
            skip(app, qtbot)
            qtbot.waitUntil(lambda: app.driver.state.shown_at is not None)

    one_round()
    root.rename(tmp_path / "away")
    qtbot.waitUntil(lambda: app.playlist_source.trouble is Trouble.MISSING)
    # What is still ready for the screen would prove nothing.
    app.preparer.forget()
    app.stage._holding = [None, None]
    for _ in range(2):
        one_round()
        assert not any(isinstance(effect, PassedOver) for effect in happened)
        app.preparer.forget()
