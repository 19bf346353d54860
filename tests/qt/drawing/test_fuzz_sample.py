"""A seeded sample of tests/long/test_fuzz.py: whatever lies in the slides folder, nothing crashes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.long import fuzz

SAMPLE = range(200_000, 200_300)


# Qt grumbles about pictures that are none.
@pytest.mark.qt_log_level_fail("CRITICAL")
def test_no_input_crashes(fonts: None, tmp_path: Path) -> None:
    fuzz.prepare()
    trier = fuzz.Trier(tmp_path)
    kinds = Counter(trier.try_input(number)[0] for number in SAMPLE)
    assert kinds.keys() == {"slide", "picture", "document"}


def test_an_input_follows_from_its_number() -> None:
    fuzz.prepare()
    first, again, other = (fuzz.files_of(fuzz.random.Random(number)) for number in (7, 7, 8))
    assert first == again != other
