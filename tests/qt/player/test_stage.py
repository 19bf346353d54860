"""The stage: how one page gives way to the next, and what happens to Markdown on the way."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.core.content import markdown
from kiosk.core.player.events import Event, GoTo, Overlay, Press, ShowPicture
from kiosk.core.storage.pin import PinFile
from kiosk.qt.app import App
from kiosk.qt.player.stage import Stage
from tests.qt import slides_on_disk
from tests.qt.conftest import Launch
from tests.qt.slides_on_disk import FIRST, LONG, PICTURED

Turn = Stage.Turn
PIN = "246813"


@pytest.fixture
def parses(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[threading.Thread]]:
    """The thread of each parse since the fixture was made."""
    threads: list[threading.Thread] = []
    plain = markdown.parse

    def parse(source: str, **more: object) -> markdown.Body:
        threads.append(threading.current_thread())
        return plain(source, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(markdown, "parse", parse)
    yield threads
    threads.clear()


@pytest.fixture
def app(launch: Launch, tmp_path: Path, qtbot: QtBot) -> App:
    app = launch(slides_on_disk.write(tmp_path / "slides"))
    qtbot.waitUntil(lambda: app.playlist_source.complete and app.stage.showing() is not None)
    return app


def shows(app: App, slide: str, *, loop: bool = False, page: int = 0) -> bool:
    showing = app.stage.showing()
    return bool(showing and (showing.prepared.slide.id, showing.prepared.rendition.loop, showing.page) == (slide, loop, page))


def test_how_a_page_comes(app: App, qtbot: QtBot) -> None:
    turns: list[Turn] = []
    app.stage.turned.connect(lambda turn: turns.append(Turn(turn)))

    def after(event: Event, slide: str, *, loop: bool = False, page: int = 0) -> list[Turn]:
        turns.clear()
        app.driver.send(event)
        qtbot.waitUntil(lambda: bool(turns) and shows(app, slide, loop=loop, page=page))
        return list(turns)

    assert after(Press.OPEN, FIRST) == [Turn.Cut], "the same slide as a reader sees it"
    assert after(Press.NEXT, LONG) == [Turn.On]
    assert after(Press.NEXT, LONG, page=1) == [Turn.On]
    assert after(Press.BACK, LONG) == [Turn.Back]
    assert after(Press.BACK, FIRST) == [Turn.Back]
    assert after(Press.TEXT_SIZE, FIRST) == [Turn.Cut]
    assert after(GoTo(PICTURED), PICTURED) == [Turn.Fade], "a slide further on does not slide in"
    assert after(Press.DONE, PICTURED, loop=True) == [Turn.Cut]


def test_what_a_touch_would_open_is_ready_before_the_next_slide(launch: Launch, tmp_path: Path, qtbot: QtBot) -> None:
    """A next slide that is dear to lay out must not keep the touched one waiting; meanwhile the loop's page stays."""
    app = launch(slides_on_disk.write(tmp_path / "slides"))
    made: list[tuple[str, bool]] = []
    app.preparer.done.connect(lambda done: made.append((done.rendition.slide, done.rendition.loop)))
    qtbot.waitUntil(lambda: (LONG, True) in made)
    assert made.index((FIRST, False)) < made.index((LONG, True))
    app.driver.send(Press.OPEN)
    assert shows(app, FIRST), "at once"
    before = app.stage.showing()
    app.driver.send(Press.TEXT_SIZE)
    assert app.stage.showing() is before, "until it is laid out, the page on the screen stays"
    qtbot.waitUntil(lambda: app.stage.showing() is not before)


def test_markdown_is_never_parsed_on_the_screens_thread(
    parses: list[threading.Thread], app: App, qtbot: QtBot, tmp_path: Path
) -> None:
    PinFile(tmp_path / "state").set_pin(PIN)
    assert len(parses) == 4, "the first slide in two languages, and the other two"
    app.driver.send(Press.OPEN)
    qtbot.waitUntil(lambda: shows(app, FIRST))
    app.driver.send(Press.TOPICS)
    qtbot.waitUntil(lambda: app.overlays.cards.rowCount() == 3)
    app.driver.send(Press.CLOSE)
    app.driver.send(GoTo(PICTURED))
    qtbot.waitUntil(lambda: shows(app, PICTURED))
    app.driver.send(ShowPicture(0))
    qtbot.waitUntil(lambda: app.overlays.property("picture") != "")
    assert app.driver.state.reading.overlay is Overlay.PICTURE
    app.driver.send(Press.DONE)
    app.driver.send(Press.STAFF)
    staff = app.window.property("staff")
    with qtbot.waitSignal(staff.pad.opened):
        for digit in PIN:
            staff.pad.type(int(digit))
        staff.pad.submit()
    staff.order.choose(PICTURED)
    detail = staff.order.chosen
    qtbot.waitUntil(lambda: detail.property("preview") != "")
    assert detail.property("automaticSeconds") > 0
    staff.timetable.begin()
    (tmp_path / "slides" / "topic" / "4-new.md").write_text("# A new slide\n\n![A square.](square.svg)\n")
    qtbot.waitUntil(lambda: app.playlist_source.deck.slide("topic/4-new") is not None)
    assert len(parses) == 5, "each file once, however often its slide is laid out"
    assert threading.main_thread() not in parses
