"""Decisions as TOML: what is written is read back, what people wrote stays, what is wrong is named."""

from __future__ import annotations

import time as clock
from dataclasses import replace
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import settings as run
from hypothesis import strategies as st

from kiosk.core.arrangement.arrangement import Announcement, Arrangement, Decision
from kiosk.core.content.deck import Show
from kiosk.core.files import Unreadable
from kiosk.core.settings import Settings
from kiosk.core.storage import arrangement_document
from kiosk.core.storage.arrangement_document import Newer, Version
from kiosk.core.time_window import TimeWindow

slow = run(deadline=None, max_examples=60)
NOW = datetime(2026, 11, 22, 10, 0)

ids = st.sampled_from([f"topic/{n:02d}-slide" for n in range(12)]) | st.text(min_size=1, max_size=12)
times = st.times()
windows = st.builds(
    TimeWindow,
    st.none() | st.dates(),
    st.none() | st.dates(),
    st.frozensets(st.integers(0, 6)),
    st.none() | st.tuples(times, times),
)
decision = st.builds(Decision, st.booleans(), st.none() | st.floats(3, 300), st.none() | st.sampled_from(Show), windows)
settings = st.builds(
    Settings,
    session_seconds=st.floats(5, 900),
    phrases=st.lists(st.text(max_size=50), max_size=3).map(tuple),
    opening_hours=st.lists(st.sampled_from(["monday 08:00-18:00", "friday 22:00-06:00"]), max_size=2).map(tuple),
    reduced_motion=st.booleans(),
)
arrangements = st.builds(
    Arrangement,
    st.lists(ids, unique=True, max_size=10).map(tuple),
    st.dictionaries(ids, decision, max_size=6),
    settings,
    st.none() | st.builds(Announcement, st.text(min_size=1, max_size=160), st.datetimes()),
    st.integers(0, 999),
).map(arrangement_document.normal)


def whole(body: str) -> str:
    return f"format = 1\nnumber = 7\n{body}\n# end\n"


@slow
@given(arrangements)
def test_what_is_written_is_read_back(arrangement: Arrangement) -> None:
    text = arrangement_document.fresh(arrangement, Version(0, NOW, "a\nb"))
    assert arrangement_document.read(text, "x")[0] == arrangement
    assert arrangement_document.version_of(text) == Version(arrangement.number, NOW, "a b")


@slow
@given(arrangements, arrangements)
def test_any_state_is_changed_into_any_other(old: Arrangement, new: Arrangement) -> None:
    text = arrangement_document.fresh(old, Version(0, NOW, "old"))
    result = arrangement_document.changed(text, new, Version(0, NOW, "new"))
    assert result is not None
    assert arrangement_document.read(result, "x")[0] == new


@slow
@given(arrangements, st.data())
def test_a_text_cut_off_anywhere_is_never_taken_for_whole(arrangement: Arrangement, data: st.DataObject) -> None:
    text = arrangement_document.fresh(arrangement, Version(0, NOW, "x"))
    at = data.draw(st.integers(0, len(text) - 2))
    with pytest.raises(Unreadable):
        arrangement_document.read(text[:at], "x")


@given(st.text() | st.text(alphabet="[]{}=\"'#\n.aé12slide-:T"))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        arrangement_document.read(text, "x")
        arrangement_document.version_of(text)
    except Unreadable:
        pass


BY_HAND = """\
# Ours, by Maria
format = 1
number = 7
colour = "blue"  # not ours

# calm
[settings]
session_seconds = 60  # a slow reader
wishes = ["a"]

# for the snow
[announcement]
text = "Snow"
until = 2026-11-22T18:00:00

# first of all
[[slides]]
id = "t/a"
note = "keep"

# b is new
[[slides]]
id = "t/b"
on = false # until the picture is better
seconds = 12

[[slides]]
id = "t/c"
hours = "8:00-12:00"
# end
"""


def test_comments_and_unknown_keys_go_along_with_their_slide() -> None:
    before, _ = arrangement_document.read(BY_HAND.replace('"8:00', '"08:00'), "x")
    new = replace(
        before,
        order=("t/b", "t/a", "t/c"),
        decisions={**before.decisions, "t/b": replace(before.decision("t/b"), seconds=20.0)},
        announcement=None,
        number=8,
    )
    text = arrangement_document.changed(BY_HAND.replace('"8:00', '"08:00'), new, Version(0, NOW, "moved 1"))
    assert text is not None
    by_hand = ("by Maria", 'colour = "blue"  # not ours', "# calm", "a slow reader", 'wishes = ["a"]', 'note = "keep"')
    for kept in by_hand:
        assert kept in text
    assert text.index("# b is new") < text.index('"t/b"') < text.index("# first of all") < text.index('"t/a"')
    assert "on = false # until the picture is better" in text
    assert "seconds = 20" in text
    assert "Snow" not in text


def test_a_bad_value_that_nobody_decided_on_is_left_for_its_author() -> None:
    arrangement, problems = arrangement_document.read(BY_HAND, "kiosk.toml")
    assert arrangement.decision("t/c") == Decision()
    assert [(p.line, p.message) for p in problems if p.message.startswith("hours")] == [
        (29, "hours takes hours such as 08:00-18:00")
    ]
    text = arrangement_document.changed(BY_HAND, replace(arrangement, order=("t/c", "t/a", "t/b")), Version(0, NOW))
    assert text is not None
    assert 'hours = "8:00-12:00"' in text


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("", 1, "empty"),
        ("  \n", 1, "empty"),
        ("# only a comment\n", 1, "empty"),
        ("format = 1\nnumber = 3\n", 3, "cut off"),
        ("format = 1\nnumber = \n# end\n", 2, "TOML"),
        ('format = 1\n[settings]\nx = "a\n# end\n', 3, "TOML"),
        ("x = " + "[" * 5000, 1, "nested"),
        ("\0\0\0\0", 1, "TOML"),
    ],
)
def test_what_is_not_whole_is_refused_with_its_line(text: str, line: int, part: str) -> None:
    with pytest.raises(Unreadable, match=part) as refused:
        arrangement_document.read(text, "x")
    assert refused.value.line == line


def test_a_newer_format_is_told_apart() -> None:
    with pytest.raises(Newer, match="newer version"):
        arrangement_document.read("format = 2\n", "x")


@pytest.mark.parametrize(
    ("body", "line", "part"),
    [
        ("[settings]\nsession_seconds = 1", 4, "from 5 to 900"),
        ("[settings]\nsession_second = 60", 4, "did you mean session_seconds"),
        ("settings = 3", 3, "[settings]"),
        ("slides = 3", 3, "[[slides]]"),
        ("[setings]", 1, "did you mean settings"),
        ("[announcement]\ntext = 'x'", 3, "lacks until"),
        ("[announcement]\ntext = 'x'\nuntil = 'noon'", 5, "date and time"),
        ("[announcement]\ntext = ''\nuntil = 2026-01-01T10:00:00", 4, "up to 160 letters"),
        ("[[slides]]\nid = 'a'\n[[slides]]\nid = 'b'\non = 'yes'", 7, "true or false"),
        ("[[slides]]\nid = 'a'\nseconds = 1e9", 5, "from 3 to 300"),
        ("[[slides]]\nid = 'a'\nseconds = nan", 5, "from 3 to 300"),
        ("[[slides]]\nid = 'a'\nshow = 'never'", 5, "loop, touch"),
        ("[[slides]]\nid = 'a'\nfrom = '2026-01-01'", 5, "without quotes"),
        ("[[slides]]\nid = 'a'\nfrom = 2026-02-01\nuntil = 2026-01-01", 6, "before from"),
        ("[[slides]]\nid = 'a'\nweekdays = ['monday']", 5, "mon, tue"),
        ("[[slides]]\nid = 'a'\nweekdays = [['mon']]", 5, "mon, tue"),
        ("[[slides]]\nid = 'a'\nhours = '08:00+01:00-12:00'", 5, "08:00-18:00"),
        ("[[slides]]\nid = 'a'\nsecond = 9", 5, "did you mean seconds"),
        ("[[slides]]\nid = 'a'\n[[slides]]\nid = 'a'", 6, "twice"),
        ("[[slides]]\non = false", 3, "no id"),
    ],
)
def test_a_bad_value_is_reported_with_its_line_and_the_rest_holds(body: str, line: int, part: str) -> None:
    _, problems = arrangement_document.read(whole(body), "kiosk.toml")
    assert [(p.line, part in p.message) for p in problems] == [(line, True)]
    assert arrangement_document.read(whole(body), "kiosk.toml")[0].number == 7


@pytest.mark.parametrize(
    "text",
    [
        whole('slides = [{id = "a"}, {id = "b"}]'),
        whole('[["slides"]]\nid = "a"'),
        whole('note = """\n[[slides]]\n"""\n[[slides]]\nid = "a"'),
    ],
)
def test_a_form_that_cannot_be_kept_is_not_half_kept(text: str) -> None:
    old, _ = arrangement_document.read(text, "x")
    new = replace(old, order=("b", "a"))
    result = arrangement_document.changed(text, new, Version(0, NOW))
    assert result is None or arrangement_document.read(result, "x")[0] == new


def test_times_with_a_zone_become_local() -> None:
    arrangement, _ = arrangement_document.read(whole("[announcement]\ntext = 'x'\nuntil = 2026-01-01T10:00:00Z"), "x")
    assert arrangement.announcement
    assert arrangement.announcement.until.tzinfo is None


def test_a_name_that_is_not_unicode_does_not_stop_saving() -> None:
    arrangement = Arrangement(("a", "\udce9", "b"), {"\udce9": Decision(on=False)})
    assert arrangement_document.normal(arrangement) == Arrangement(("a", "b"))


def test_a_thousand_slides_are_saved_in_a_moment() -> None:
    order = tuple(f"topic/{n:04d}-slide" for n in range(1000))
    window = TimeWindow(date(2026, 1, 1), None, frozenset({0, 1}), (time(8), time(12)))
    old = Arrangement(order, {slide: Decision(window=window) for slide in order[::3]})
    text = arrangement_document.fresh(old, Version(0, NOW))
    start = clock.perf_counter()
    assert arrangement_document.changed(text, replace(old, order=order[::-1]), Version(0, NOW))
    assert clock.perf_counter() - start < 2
