"""A save's summary in English."""

from __future__ import annotations

import pytest

from kiosk.cli.summary import in_english
from kiosk.core.arrangement.changes import AnnouncementChange, Changes
from kiosk.core.storage.version import Authored, BroughtBack, BroughtIn, ClockConfirmed, Summary


@pytest.mark.parametrize(
    ("summary", "line"),
    [
        (Summary(), "nothing changed"),
        (Summary(Changes(moved=2, switched_off=1)), "moved 2, switched off 1"),
        (
            Summary(Changes(switched_on=1, timed=2, placed=3, scheduled=4)),
            "switched on 1, timed 2, shown elsewhere 3, scheduled 4",
        ),
        (Summary(Changes(announcement=AnnouncementChange.PUT_UP)), "announcement put up"),
        (Summary(Changes(announcement=AnnouncementChange.TAKEN_DOWN)), "announcement taken down"),
        (Summary(Changes(announcement=AnnouncementChange.CHANGED)), "announcement changed"),
        (Summary(Changes(settings=("reduced_motion", "phrases"))), "set reduced motion, phrases"),
        (Summary(origin=BroughtBack(7)), "brought back version 7"),
        (Summary(origin=BroughtIn("kiosk.zip")), "brought in from kiosk.zip"),
        (Summary(origin=Authored()), "as authored"),
        (Summary(origin=ClockConfirmed()), "confirmed that the clock is right"),
    ],
)
def test_in_english(summary: Summary, line: str) -> None:
    assert in_english(summary) == line
