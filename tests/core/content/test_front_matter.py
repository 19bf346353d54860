"""Front matter: typed values, and a problem with its line for each of the others."""

from __future__ import annotations

from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import settings as run
from hypothesis import strategies as st

from kiosk.core.content import front_matter
from kiosk.core.content.deck import Layout, Show
from kiosk.core.content.front_matter import SLIDE_FIELDS, TOPIC_FIELDS
from kiosk.core.fields import Invalid
from kiosk.core.problem import Severity


@pytest.mark.parametrize(
    ("text", "front", "body", "line"),
    [
        ("# A\n", "", "# A\n", 1),
        ("---\ntitle: A\n---\nText\n", "title: A", "Text\n", 4),
        ("---\n---\nText", "", "Text", 3),
        ("---\na: 1\nb: 2\n---   \n\n# H\n", "a: 1\nb: 2", "\n# H\n", 5),
        ("---\ntitle: A\n# H\n", "title: A\n# H\n", "", 4),
        ("", "", "", 1),
    ],
)
def test_split(text: str, front: str, body: str, line: int) -> None:
    assert front_matter.split(text) == (front, body, line)


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("title:  A  long\ttitle", "title", "A long title"),
        ("title: 2026", "title", "2026"),
        ("layout: compare", "layout", Layout.COMPARE),
        ("show: touch", "show", Show.TOUCH),
        ("seconds: 12", "seconds", 12.0),
        ("focus: 56 71", "focus", (56.0, 71.0)),
        ("focus: [56, 71.5]", "focus", (56.0, 71.5)),
        ("until: 2026-11-22", "until", date(2026, 11, 22)),
    ],
)
def test_good_values(line: str, key: str, value: object) -> None:
    assert front_matter.read(line, "t/a.md", SLIDE_FIELDS) == ({key: value}, [])


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("title: [a]", "title takes text"),
        ("title: yes", "title takes text"),
        ("layout: wide", "layout takes one of auto, picture"),
        ("layout: [auto]", "layout takes one of auto, picture"),
        ("show: never", "show takes one of loop, touch"),
        ("seconds: 2", "seconds takes a number from 3 to 300 seconds"),
        ("seconds: true", "seconds takes a number"),
        ("seconds: .nan", "seconds takes a number"),
        ("focus: 56", "focus takes two numbers"),
        ("focus: 56 101", "focus takes per cent"),
        ("focus: nan 5", "focus takes per cent"),
        ("until: tomorrow", "until takes a date such as"),
        ("until: 2026-13-45", "until month must be in 1..12"),
        ("until: 2026-11-22 10:00:00", "until takes a date"),
        ("until: !!timestamp x", "until cannot be read"),
        ("title: !!int ''", "title cannot be read"),
        ("title: !!bool x", "title cannot be read"),
    ],
)
def test_bad_values_name_their_line(line: str, says: str) -> None:
    values, problems = front_matter.read(f"kicker: K\n{line}\n", "t/a.md", SLIDE_FIELDS)
    assert values == {"kicker": "K"}
    (problem,) = problems
    assert str(problem).startswith("t/a.md:3: error: ")
    assert says in problem.message


@pytest.mark.parametrize(
    ("key", "says"), [("titel", "did you mean title?"), ("form", "did you mean from?"), ("xyzzy", "known are title, kicker")]
)
def test_unknown_key_is_a_warning(key: str, says: str) -> None:
    values, (problem,) = front_matter.read(f"title: A\n{key}: B", "t/a.md", SLIDE_FIELDS)
    assert values == {"title": "A"}
    assert (problem.line, problem.severity) == (3, Severity.WARNING)
    assert says in problem.message


def test_key_given_twice_keeps_the_first() -> None:
    values, (problem,) = front_matter.read("title: A\ntitle: B", "t/a.md", SLIDE_FIELDS)
    assert values == {"title": "A"}
    assert (problem.line, problem.severity) == (3, Severity.WARNING)


@pytest.mark.parametrize(
    ("source", "line", "says"),
    [
        ("- a\n- b", 2, "must be lines of `key: value`"),
        ("\n\njust words", 4, "must be lines of `key: value`"),
        ("title: a: b", 2, "not valid YAML"),
        ("title: A\nkicker: }", 3, "not valid YAML"),
        ("title: *nobody", 2, "not valid YAML"),
        ("title: &a [*a]", 2, "not valid YAML"),
        ("title: !!python/object/apply:os.system [ls]", 2, "not valid YAML"),
        ("title: a\x07b", 2, "not valid YAML"),
        ("title: " + "[" * 100_000, 2, "nested too deeply"),
        ("title: " + "- " * 100_000, 2, "nested too deeply"),
        ("? " * 100_000, 2, "nested too deeply"),
    ],
)
@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_what_is_no_front_matter(source: str, line: int, says: str, loader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front_matter, "_Loader", getattr(yaml, loader))
    values, (problem,) = front_matter.read(source, "t/a.md", SLIDE_FIELDS)
    assert values == {}
    assert (problem.line, problem.severity) == (line, Severity.ERROR)
    assert says in problem.message


def test_topic_file_starts_at_its_first_line() -> None:
    assert front_matter.read("order: first", "t/topic.yaml", TOPIC_FIELDS, first_line=1)[1][0].line == 1


@pytest.mark.parametrize(
    ("line", "good"),
    [
        ("language: en", True),
        ("language: pt-BR", True),
        ("language: ../etc", False),
        ("more: https://example.org/biopsy", True),
        ("more: javascript:alert(1)", False),
        ("more: https://example.org/a b", False),
    ],
)
def test_topic_values(line: str, good: bool) -> None:
    values, problems = front_matter.read(line, "t/topic.yaml", TOPIC_FIELDS, first_line=1)
    assert (bool(values), bool(problems)) == (good, not good)


@pytest.mark.parametrize("value", [None, 5, "", "a b", [1, 2, 3], {"x": 1}])
def test_focus_refuses(value: object) -> None:
    with pytest.raises(Invalid):
        front_matter.focus(value)


def test_every_field_says_what_it_is_for() -> None:
    assert all(field.help for field in (*SLIDE_FIELDS.values(), *TOPIC_FIELDS.values()))


@run(deadline=None, max_examples=150)
@given(st.text(alphabet=st.sampled_from("title: seconds\n-[]{}!&*?|>'\"#%@,09.\t"), max_size=80))
def test_any_text_gives_values_or_problems(source: str) -> None:
    values, problems = front_matter.read(source, "t/a.md", SLIDE_FIELDS)
    assert values.keys() <= SLIDE_FIELDS.keys()
    assert all(problem.line >= 2 for problem in problems)
