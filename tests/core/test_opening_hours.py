"""The opening hours as the panel steps them, and when the kiosk closes next."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core import opening_hours
from kiosk.core.keyboard_letters import LETTERS, letters
from kiosk.core.opening_hours import DAY, STEP, OpeningSpan, closing_time, parse_opening
from kiosk.core.settings import check

LINES = ("monday 08:00-12:00", "monday 13:00-18:00", "friday 20:00-04:00", "sunday 00:00-00:00")
ANY = st.builds(OpeningSpan, st.integers(0, 6), st.integers(0, DAY - 1), st.integers(1, DAY))


def test_the_settings_lines_come_back_as_they_were() -> None:
    assert opening_hours.lines(opening_hours.read(LINES)) == LINES


@given(st.lists(ANY, max_size=8))
def test_whatever_is_stepped_is_a_setting(spans: list[OpeningSpan]) -> None:
    check("opening_hours", opening_hours.lines(spans))
    for span in spans:
        for steps in (-1, 1):
            for stepped in (opening_hours.step_start(span, steps), opening_hours.step_end(span, steps)):
                assert 0 <= stepped.start < DAY
                assert 0 < stepped.length <= DAY
                assert opening_hours.read([stepped.line()])[0].begins == stepped.begins


@given(ANY, st.sampled_from((-1, 1)))
def test_a_step_leads_to_the_next_half_hour_or_nowhere(span: OpeningSpan, steps: int) -> None:
    start = opening_hours.step_start(span, steps)
    assert start == span or (start.start % STEP == 0 and abs(start.start - span.start) <= STEP)
    assert start.start + start.length == span.start + span.length
    end = opening_hours.step_end(span, steps)
    assert end == span or ((end.start + end.length) % STEP == 0 and abs(end.length - span.length) <= STEP)


def test_a_weekday_is_switched_off_and_on_but_never_the_last() -> None:
    week = opening_hours.USUAL_WEEK
    without = opening_hours.switch(week, 2)
    assert [span.weekday for span in without] == [0, 1, 3, 4]
    assert sorted(opening_hours.switch(without, 2)) == list(week)
    assert opening_hours.switch(week[:1], 0) == week[:1]


def test_two_spans_of_a_day_do_not_run_into_each_other() -> None:
    morning, afternoon = opening_hours.read(LINES[:2])
    longer = opening_hours.step_end(morning, 1)
    assert opening_hours.changed((morning, afternoon), morning, longer) == (longer, afternoon)
    longest = opening_hours.step_end(opening_hours.step_end(longer, 1), 1)
    assert opening_hours.changed((longer, afternoon), longer, longest) == (longer, afternoon)


@pytest.mark.parametrize(
    ("lines", "now", "closes"),
    [
        ((), "2030-03-04 09:00", "2030-03-05 00:00"),
        (("monday 08:00-18:00",), "2030-03-04 09:00", "2030-03-04 18:00"),
        (("monday 08:00-18:00",), "2030-03-04 07:00", "2030-03-04 18:00"),
        (("monday 08:00-18:00",), "2030-03-04 18:00", "2030-03-05 00:00"),
        (("monday 08:00-18:00",), "2030-03-06 09:00", "2030-03-07 00:00"),
        (("monday 08:00-12:00", "monday 12:00-18:00"), "2030-03-04 09:00", "2030-03-04 18:00"),
        (("monday 20:00-04:00",), "2030-03-04 21:00", "2030-03-05 04:00"),
        (("monday 08:00-18:00", "tuesday 08:00-18:00"), "2030-03-04 20:00", "2030-03-05 18:00"),
    ],
)
def test_closing_time(lines: tuple[str, ...], now: str, closes: str) -> None:
    found = closing_time([parse_opening(line) for line in lines], datetime.fromisoformat(now))
    assert found == datetime.fromisoformat(closes)


def test_the_keyboard_knows_the_letters_of_the_installed_languages() -> None:
    assert letters(["en"]) == ()
    assert set("áéíóúñü¿¡") == set(letters(["en", "es-MX"]))
    assert set("ñß") <= set(letters(["es", "de"]))
    assert all(len(set(signs)) == len(signs) for signs in LETTERS.values())
