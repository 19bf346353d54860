"""Arrangements as JSON: what is written is read back, what is cut off counts for nothing, what is wrong is named."""

from __future__ import annotations

import json
import time as clock
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import settings as run
from hypothesis import strategies as st
from msgspec.structs import replace

from kiosk.core import fields
from kiosk.core.arrangement.arrangement import Announcement, Arrangement, Decision
from kiosk.core.arrangement.changes import AnnouncementChange, Changes
from kiosk.core.content.deck import Show
from kiosk.core.files import Unreadable
from kiosk.core.problem import Severity
from kiosk.core.settings import NAMES, Settings
from kiosk.core.storage import arrangement_document
from kiosk.core.storage.version import Authored, BroughtBack, BroughtIn, ClockConfirmed, Newer, Saved, Summary, Version
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
counts = st.integers(0, 10_000)
changes = st.builds(
    Changes,
    *[counts] * 6,
    st.none() | st.sampled_from(AnnouncementChange),
    st.lists(st.sampled_from(NAMES), unique=True).map(tuple),
)
origins = (
    st.builds(Saved)
    | st.builds(Authored)
    | st.builds(ClockConfirmed)
    | st.builds(BroughtBack, counts)
    | st.builds(BroughtIn, st.just("kiosk.zip"))
)


PARTS = ("number", "saved_at", "changes", "settings", "announcement", "slides", "brought_in", "x")


def whole(**parts: object) -> bytes:
    """A document of version 7, one key a line as far as one looks."""
    return json.dumps({"format": 1, "number": 7, **parts}, indent=1).encode()


@slow
@given(arrangements, changes, origins)
def test_what_is_written_is_read_back(arrangement: Arrangement, changed: Changes, origin: object) -> None:
    summary = Summary(changed, origin)  # type: ignore[arg-type]
    data = arrangement_document.encode(arrangement, Version(0, NOW, summary))
    again, problems = arrangement_document.read(data, "x")
    assert again == arrangement
    assert all("until is before from" in problem.message for problem in problems)
    assert arrangement_document.version_of(data) == Version(arrangement.number, NOW, summary)


@slow
@given(arrangements, st.data())
def test_a_document_cut_off_anywhere_is_never_taken_for_whole(arrangement: Arrangement, data: st.DataObject) -> None:
    written = arrangement_document.encode(arrangement, Version(0, NOW))
    cut = written[: data.draw(st.integers(0, len(written) - 2))]
    for decode in (lambda: arrangement_document.read(cut, "x"), lambda: arrangement_document.version_of(cut)):
        with pytest.raises(Unreadable):
            decode()


@given(st.text(alphabet='[]{}:,"\\\n 12.e-truefalsn\ud800é', max_size=60).map(lambda text: text.encode(errors="surrogatepass")))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for written in (data, b'{"format": 1, "slides": ' + data):
        try:
            arrangement_document.read(written, "x")
            arrangement_document.version_of(written)
        except Unreadable:
            pass


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "on", "from", "hours", "weekdays", "text", "until", "moved", "x"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@slow
@given(st.dictionaries(st.sampled_from(PARTS), anything))
def test_whatever_the_values_are_the_rest_holds_and_every_save_is_right_again(parts: dict[str, object]) -> None:
    data = whole(**parts)
    arrangement, problems = arrangement_document.read(data, "x")
    assert all(1 <= problem.line <= data.count(b"\n") + 1 for problem in problems)
    arrangement_document.version_of(data)
    again = arrangement_document.encode(arrangement_document.normal(arrangement), Version(0, NOW))
    assert arrangement_document.read(again, "x")[1] == [p for p in problems if "before from" in p.message]


def test_it_is_read_by_people_too() -> None:
    arrangement = Arrangement(
        ("t/b", "t/a"), {"t/a": Decision(on=False, seconds=20.0)}, Settings(session_seconds=60.0), None, 3
    )
    version = Version(3, NOW, Summary(Changes(moved=1, settings=("session_seconds",))))
    assert (
        arrangement_document.encode(arrangement, version).decode()
        == """\
{
 "format": 1,
 "number": 3,
 "saved_at": "2026-11-22T10:00:00",
 "changes": {
  "moved": 1,
  "settings": [
   "session_seconds"
  ]
 },
 "settings": {
  "session_seconds": 60.0
 },
 "slides": [
  {
   "id": "t/b"
  },
  {
   "id": "t/a",
   "on": false,
   "seconds": 20.0
  }
 ]
}
"""
    )


@pytest.mark.parametrize(
    ("data", "line", "part"),
    [
        (b"", 1, "empty"),
        (b"  \n", 1, "empty"),
        (b"{}", 1, "no format"),
        (b"[1]", 1, "no format"),
        (b'{"format": "1"}', 1, "no format"),
        (b'{"format": true}', 1, "no format"),
        (b'{"format": 1,\n"number": 3', 2, "not whole JSON"),
        (b'{"format": 1,\n"number": }', 2, "not whole JSON"),
        (b'{"format": 1,\n"number": NaN}', 2, "not whole JSON"),
        (b'{"format": 1}\n\n\0\0\0', 3, "not whole JSON"),
        (b'{"format": 1,\n"x": "\xff"}', 1, "not UTF-8"),
        (b'{"format": 1, "x": ' + b"[" * 100_000, 1, "nested"),
        (b'{"format": 1, "x": ' + b'{"a":' * 100_000, 1, "nested"),
        (b"\0\0\0\0", 1, "not whole JSON"),
        (b"[settings]\nsession_seconds = 60\n", 1, "no format"),
    ],
)
def test_what_is_not_whole_is_refused_with_its_line(data: bytes, line: int, part: str) -> None:
    with pytest.raises(Unreadable, match=part) as refused:
        arrangement_document.read(data, "x")
    assert refused.value.line == line


def test_a_newer_format_is_known_apart() -> None:
    for decode in (lambda data: arrangement_document.read(data, "x"), arrangement_document.version_of):
        with pytest.raises(Newer, match="newer version"):
            decode(b'{"format": 2, "number": "seven", "slides": {}}')


def slides(*entries: object) -> dict[str, object]:
    return {"slides": list(entries)}


@pytest.mark.parametrize(
    ("parts", "line", "part"),
    [
        ({"settings": {"session_seconds": 1}}, 5, "from 5 to 900"),
        ({"settings": {"session_second": 60}}, 5, "did you mean session_seconds"),
        ({"settings": 3}, 4, "settings takes an object"),
        ({"slides": 3}, 4, "slides takes a list"),
        ({"setings": {}}, 4, "did you mean settings"),
        ({"announcement": []}, 4, "announcement takes an object"),
        ({"announcement": {"text": "x"}}, 4, "lacks until"),
        ({"announcement": {"text": "x", "until": "noon"}}, 6, "announcement: until takes a date and time"),
        ({"announcement": {"text": "", "until": "2026-01-01T10:00:00"}}, 5, "up to 160 letters"),
        ({"announcement": {"text": "x", "until": "0001-01-01T00:00:00+14:00"}}, 6, "takes a date and time"),
        ({"saved_at": "yesterday"}, 4, "saved_at: Invalid"),
        ({"changes": {"moved": "many"}}, 5, "changes.moved: Expected `int`"),
        (slides({"id": "a"}, {"id": "b", "on": "yes"}), 10, "slides[1]: on takes true or false"),
        (slides({"id": "a", "seconds": 1e9}), 7, "from 3 to 300"),
        (slides({"id": "a", "seconds": 10**400}), 7, "from 3 to 300"),
        (slides({"id": "a", "show": "never"}), 7, "loop, touch"),
        (slides({"id": "a", "from": "2026-13-01"}), 7, "a date such as"),
        (slides({"id": "a", "from": 20260101}), 7, "a date such as"),
        (slides({"id": "a", "from": "2026-02-01", "until": "2026-01-01"}), 8, "before from"),
        (slides({"id": "a", "weekdays": ["monday"]}), 7, "mon, tue"),
        (slides({"id": "a", "weekdays": [["mon"]]}), 7, "mon, tue"),
        (slides({"id": "a", "hours": "08:00+01:00-12:00"}), 7, "08:00-18:00"),
        (slides({"id": "a", "second": 9}), 7, "slides[0]: unknown key 'second'; did you mean seconds"),
        (slides({"id": "a"}, {"id": "a"}), 8, "slides[1]: a is listed twice"),
        (slides({"on": False}), 5, "slides[0]: the slide has no id"),
        (slides({"id": 3}), 5, "no id"),
        (slides("a"), 5, "no id"),
    ],
)
def test_a_bad_value_is_reported_with_its_line_and_the_rest_holds(parts: dict[str, object], line: int, part: str) -> None:
    data = whole(**parts)
    arrangement, problems = arrangement_document.read(data, "kiosk.json")
    assert [(p.path, p.line, part in p.message) for p in problems] == [("kiosk.json", line, True)]
    assert arrangement.number == 7
    assert arrangement.decisions.get("b") is None


def test_every_wrong_value_is_reported_and_all_others_hold() -> None:
    arrangement, problems = arrangement_document.read(
        whole(
            settings={"session_seconds": "long", "warning_seconds": 20},
            announcement={"text": 3, "until": 4},
            slides=[
                {"id": "a", "on": 0, "seconds": 12},
                5,
                {"id": "b", "show": "touch", "hours": 8},
                {"id": "c", "placed": False},
            ],
        ),
        "x",
    )
    assert len(problems) == 6
    assert {problem.severity for problem in problems} == {Severity.ERROR}
    assert arrangement == Arrangement(
        ("a", "b"), {"a": Decision(seconds=12.0), "b": Decision(show=Show.TOUCH)}, Settings(warning_seconds=20.0), None, 7
    )


@pytest.mark.parametrize("number", [-1, "x", 1.5, True, None, 10**9])
def test_a_bad_number_is_none(number: object) -> None:
    arrangement, (problem,) = arrangement_document.read(whole(number=number), "x")
    assert arrangement.number == 0
    assert problem.line == 3
    assert "number: " in problem.message


def test_times_with_a_zone_become_local() -> None:
    arrangement, _ = arrangement_document.read(whole(announcement={"text": "x", "until": "2026-01-01T10:00:00Z"}), "x")
    assert arrangement.announcement
    assert arrangement.announcement.until.tzinfo is None


def test_a_name_that_is_not_unicode_does_not_stop_saving() -> None:
    arrangement = Arrangement(("a", "\udce9", "b"), {"\udce9": Decision(on=False)})
    assert arrangement_document.normal(arrangement) == Arrangement(("a", "b"))


@pytest.mark.parametrize("phrase", ["x" * 500, "\udce9"])
def test_a_value_that_could_not_be_read_again_is_not_written(phrase: str) -> None:
    with pytest.raises(ValueError, match=r"cannot be saved|surrogates"):
        arrangement_document.encode(Arrangement(settings=Settings(phrases=(phrase,))), Version(0, NOW))


def test_a_thousand_slides_are_saved_in_a_moment() -> None:
    order = tuple(f"topic/{n:04d}-slide" for n in range(1000))
    window = TimeWindow(date(2026, 1, 1), None, frozenset({0, 1}), (time(8), time(12)))
    arrangement = Arrangement(order, {slide: Decision(window=window) for slide in order[::3]})
    start = clock.perf_counter()
    assert arrangement_document.encode(replace(arrangement, order=order[::-1]), Version(0, NOW))
    assert clock.perf_counter() - start < 2


# --- values beyond JSON's ordinary -----------------------------------------------------------


def told(text: str) -> tuple[Arrangement, list[str]]:
    arrangement, problems = arrangement_document.read(text.encode(), "kiosk.json")
    return arrangement, [str(problem) for problem in problems]


def test_a_number_that_no_float_holds_hides_nothing_else() -> None:
    settings = '"settings": {"session_seconds": 1e999, "warning_seconds": 20}'
    text = f'{{"format": 1, "number": 7,\n{settings},\n"slides": [{{"id": "a/b", "on": false}}]}}'
    arrangement, problems = told(text)
    assert (arrangement.number, arrangement.order) == (7, ("a/b",))
    assert arrangement.settings.warning_seconds == 20
    assert problems == ["kiosk.json:2: error: setting session_seconds takes a number from 5 to 900 s"]


@pytest.mark.parametrize("half", ["\\ud800", "\\udc00", "\\ude00\\ud83d"])
def test_half_a_letter_hides_nothing_else(half: str) -> None:
    text = f'{{"format": 1, "number": 7,\n"slides": [{{"id": "a/b"}}, {{"id": "{half}"}}, {{"id": "\\ud83d\\ude00"}}]}}'
    arrangement, problems = told(text)
    assert arrangement.number == 7
    assert arrangement.order[0] == "a/b"
    assert arrangement.order[2] == "😀"
    assert problems == [f"kiosk.json:2: error: {half[:6]} is half a letter; write the whole one"]
    assert arrangement_document.encode(arrangement, Version(7))


def test_a_pair_that_is_a_letter_is_none_and_so_is_a_backslash() -> None:
    assert told('{"format": 1, "slides": [{"id": "\\ud83d\\ude00"}, {"id": "\\\\ud800"}]}')[1] == []


@pytest.mark.parametrize("number", ["1e999", "9" * 6_000, "-1e999", '"x"'])
def test_a_number_of_the_save_that_is_none(number: str) -> None:
    arrangement, problems = told(f'{{"format": 1, "number": {number}, "slides": [{{"id": "a/b"}}]}}')
    assert (arrangement.number, arrangement.order) == (0, ("a/b",))
    assert len(problems) == 1


def test_what_is_no_json_stays_unreadable() -> None:
    for text in (
        '{"format": 1, "number": NaN}',
        '{"format": 1, "number": Infinity}',
        '{"format": 1, "number": 1e999',
        '{"format": 1, "a": [[1e999]], "b": NaN}',
    ):
        with pytest.raises(Unreadable):
            told(text)


def test_many_mistakes_are_told_as_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    real = fields.did_you_mean
    monkeypatch.setattr(fields, "did_you_mean", lambda name, known: asked.append(name) or real(name, known))
    unknown = ",".join(f'"k{number}": 1' for number in range(5_000))
    slides = ",".join("{}" for _ in range(5_000))
    _, problems = told(f'{{"format": 1, {unknown}, "settings": {{{unknown}}}, "slides": [{slides}]}}')
    assert len(problems) < 130
    assert len(asked) <= 2 * fields.MOST_UNKNOWN
    assert any("4980 more unknown keys" in problem for problem in problems)
    assert any("more mistakes; mend these first" in problem for problem in problems)
