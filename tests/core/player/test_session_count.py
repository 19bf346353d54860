"""How many sessions there were yesterday, and when that is not told."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.core.player.session_count import SessionCount


@pytest.mark.parametrize(
    ("sessions", "today", "told"),
    [
        (4, date(2028, 3, 1), None),
        (5, date(2028, 3, 1), 5),
        (300, date(2028, 3, 1), 300),
        # Suspended for a day, or the clock was set: that was not yesterday.
        (300, date(2028, 3, 2), None),
        (300, date(2028, 2, 28), None),
        (300, date(2020, 1, 1), None),
    ],
)
def test_yesterday(sessions: int, today: date, told: int | None) -> None:
    count = SessionCount(date(2028, 2, 29))
    for _ in range(sessions):
        count = count.one_more()
    assert count.yesterday(today) == told
