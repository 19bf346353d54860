"""One save: what the log says of it, and which version it repeats."""

from __future__ import annotations

import pytest

from kiosk.core.arrangement.changes import Changes
from kiosk.core.storage.version import Authored, BroughtBack, BroughtIn, ClockConfirmed, Summary, Version


@pytest.mark.parametrize(
    ("summary", "details", "source"),
    [
        (Summary(Changes(moved=2, timed=1)), {"moved": 2, "timed": 1}, 9),
        (Summary(origin=BroughtBack(3)), {"brought_back": 3}, 3),
        (Summary(origin=BroughtIn("kiosk.zip")), {"brought_in": "kiosk.zip"}, 9),
        (Summary(origin=Authored()), {}, 9),
        (Summary(origin=ClockConfirmed()), {}, 9),
    ],
)
def test_a_save_in_plain_values(summary: Summary, details: dict[str, object], source: int) -> None:
    assert summary.details() == details
    assert Version(9, None, summary).source == source
