"""Pictures that cannot be read for the moment are shown as they last were."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.core.content.last_good_pictures import LastGoodPictures
from kiosk.core.files import Unreadable
from tests.core.conftest import Write


def svg(number: int, size: int = 100) -> str:
    return f"<svg id='{number}'>{' ' * (size - len(f'<svg id={number!r}></svg>') - 2)}</svg>"


def test_a_picture_that_is_gone_or_broken_stays_as_it_was(tmp_path: Path, write: Write) -> None:
    pictures = LastGoodPictures()
    file = write("t/p.svg", svg(1))
    good = pictures.read(file, tmp_path)
    for change in (file.unlink, lambda: write("t/p.svg", "<svg"), lambda: write("t/p.svg", "")):
        change()
        assert pictures.read(file, tmp_path) == good
    write("t/p.svg", svg(2))
    assert pictures.read(file, tmp_path) == svg(2).encode()


def test_one_that_was_never_good_is_refused(tmp_path: Path, write: Write) -> None:
    pictures = LastGoodPictures()
    with pytest.raises(Unreadable, match="was not found"):
        pictures.read(tmp_path / "none.svg", tmp_path)
    with pytest.raises(Unreadable, match="broken SVG"):
        pictures.read(write("t/p.svg", "<svg"), tmp_path)


def test_it_keeps_no_more_than_it_may(tmp_path: Path, write: Write) -> None:
    pictures = LastGoodPictures(most=250)
    files = [write(f"t/{number}.svg", svg(number)) for number in range(3)]
    for file in (*files[:2], files[0], files[0], files[2]):
        pictures.read(file, tmp_path)
    for file in files:
        os.unlink(file)
    with pytest.raises(Unreadable):
        pictures.read(files[1], tmp_path)
    assert [pictures.read(file, tmp_path) for file in (files[0], files[2])] == [svg(0).encode(), svg(2).encode()]


def test_files_are_read_ahead_for_a_drive_that_goes_away(tmp_path: Path, write: Write) -> None:
    pictures = LastGoodPictures(most=300)
    files = [write(f"t/{number}.svg", svg(number)) for number in range(4)]
    pictures.fill([files[0], write("t/p.svg", "<svg"), tmp_path / "t" / "none.svg", *files[1:]], tmp_path)
    for file in files:
        os.unlink(file)
    assert [pictures.read(file, tmp_path) for file in files[:3]] == [svg(number).encode() for number in range(3)]
    with pytest.raises(Unreadable):
        pictures.read(files[3], tmp_path)
