"""The first frame of the last run: shown while it holds, and never otherwise."""

import os
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QColor, QImage

from kiosk.core.paths import KEPT_FRAME
from kiosk.core.run_options import RunOptions
from kiosk.qt import splash

SIZE = (400, 300)


@pytest.fixture
def options(tmp_path: Path) -> RunOptions:
    (tmp_path / "slides").mkdir()
    return RunOptions(tmp_path / "slides", tmp_path / "state", windowed=SIZE)


@pytest.fixture
def source(options: RunOptions) -> Path:
    file = options.slides / "a.md"
    file.write_text("one")
    return file


def frame() -> QImage:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor("#A63C28"))
    return image


@pytest.mark.usefixtures("qapp")
def test_a_kept_frame_is_drawn_at_the_next_start(options: RunOptions, source: Path) -> None:
    splash.keep(options, SIZE, [source], frame())
    assert splash.is_kept(options, SIZE, [source])
    drawn = splash.draw(options)
    assert drawn is not None
    assert drawn.painted
    assert (drawn.width(), drawn.height()) == SIZE
    drawn.close()


@pytest.mark.usefixtures("qapp")
def test_nothing_is_drawn_at_the_first_start(options: RunOptions) -> None:
    assert splash.draw(options) is None


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("change", ["text", "restored", "gone", "turn", "size", "slides", "description", "picture"])
def test_a_frame_that_no_longer_holds_is_not_drawn(options: RunOptions, source: Path, tmp_path: Path, change: str) -> None:
    splash.keep(options, SIZE, [source], frame())
    match change:
        case "text":
            source.write_text("something else")
        case "restored":
            before = source.stat()
            source.write_text("two")
            os.utime(source, ns=(before.st_atime_ns, before.st_mtime_ns))
        case "gone":
            source.unlink()
        case "turn":
            options = replace(options, turn=90)
        case "size":
            options = replace(options, windowed=(300, 400))
        case "slides":
            options = replace(options, slides=tmp_path / "other")
        case "description":
            (options.state / KEPT_FRAME).write_text('{"files": [')
        case "picture":
            (options.state / splash.PICTURE).write_bytes(b"cut off")
    assert splash.draw(options) is None


@pytest.mark.usefixtures("qapp")
def test_a_state_folder_that_cannot_be_written_is_done_without(options: RunOptions, source: Path) -> None:
    options.state.write_text("a file where the folder should be")
    splash.keep(options, SIZE, [source], frame())
    assert splash.draw(options) is None


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("room", ["", "core/layout", "ui/slide"])
def test_a_frame_of_another_program_is_not_drawn(
    options: RunOptions, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: str
) -> None:
    package = tmp_path / "kiosk"
    for name in ("core/layout", "ui/slide"):
        (package / name).mkdir(parents=True)
    monkeypatch.setattr(splash, "UI", package / "ui")
    splash.keep(options, SIZE, [source], frame())
    assert splash.is_kept(options, SIZE, [source])
    (package / room / "new.py").write_text("")
    assert not splash.is_kept(options, SIZE, [source])
