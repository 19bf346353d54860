"""The line of every value."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.storage.json_lines import lines

TEXT = """{
 "a": 1, "b": [],
 "c\\u0064": [
  {"e": "}\\"{", "f": null},

  [2, {"g": true}]
 ]
}"""


def test_each_value_has_its_line() -> None:
    assert lines(TEXT) == {
        "": 1,
        "a": 2,
        "b": 2,
        "cd": 3,
        "cd[0]": 4,
        "cd[0].e": 4,
        "cd[0].f": 4,
        "cd[1]": 6,
        "cd[1][0]": 6,
        "cd[1][1]": 6,
        "cd[1][1].g": 6,
    }


values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(alphabet='ab\\"', max_size=3), inner, max_size=3),
    max_leaves=15,
)


@given(st.lists(values))
def test_written_with_a_value_a_line_the_lines_are_those_of_the_values(written: list[object]) -> None:
    text = "[\n" + ",\n".join(map(json.dumps, written)) + "\n]"
    places = lines(text)
    assert [places[f"[{index}]"] for index in range(len(written))] == list(range(2, len(written) + 2))
