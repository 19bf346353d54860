"""What an editor would say of a deck. The seeded folder shows each finding once; here are their edges."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.core.check import editorial
from kiosk.core.content import library
from kiosk.core.layout.theme import PALETTES
from kiosk.core.problem import Problem, Severity

TODAY = date(2026, 11, 22)


def reviewed(root: Path, files: dict[str, str], pictures: tuple[str, ...] = ()) -> list[str]:
    """The problems of a topic with these files, as `name:line message`."""
    folder = root / "topic"
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / name).write_text(content)
    deck = library.load(root)
    assert not [problem for problem in deck.problems if problem.severity is Severity.ERROR]

    def source(path: str) -> str:
        return (root / path).read_text() if (root / path).exists() else ""

    found = editorial.review(deck, source, [f"topic/{name}" for name in pictures], TODAY)
    return [f"{problem.path.removeprefix('topic/')}:{problem.line} {problem.message}" for problem in found]


def slide(body: str = "You may go.", **front: str) -> str:
    keys = {"title": "A page", **front}
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in keys.items()) + f"---\n{body}\n"


@pytest.mark.parametrize(
    ("day", "message"),
    [
        ("2026-11-21", "was due on 2026-11-21"),
        ("2026-11-22", "is due today"),
        ("2026-11-23", "is due on 2026-11-23"),
        ("2026-12-22", "is due on 2026-12-22"),
        ("2026-12-23", ""),
    ],
)
def test_review_dates(tmp_path: Path, day: str, message: str) -> None:
    found = reviewed(tmp_path, {"a.md": slide(kicker="K", review_by=day)})
    assert len(found) == bool(message)
    assert all(text.startswith("a.md:4 ") and message in text for text in found)


def test_forty_words_are_enough_for_the_loop(tmp_path: Path) -> None:
    body = "You may go. " * 12 + "Go home."
    assert reviewed(tmp_path, {"a.md": slide(body)}) == []
    (found,) = reviewed(tmp_path, {"a.md": slide(body + " Now.")})
    assert found.startswith("a.md:4 the loop shows 41 words of at most 40")
    assert reviewed(tmp_path, {"a.md": slide(body + " Now.", show="touch")}) == []
    assert reviewed(tmp_path, {"a.md": slide(body + " Now.", loop_text="You may go.")}) == []


def test_the_loops_own_words_are_counted_where_they_stand(tmp_path: Path) -> None:
    (found,) = reviewed(tmp_path, {"a.md": slide(loop_text="You may go. " * 14)})
    assert found.startswith("a.md:3 the loop shows 44 words")
    assert "shorten loop_text" in found


def test_a_hard_text_is_a_warning_and_a_very_hard_one_an_error(tmp_path: Path) -> None:
    hard = "A doctor examines the collected tissue and determines the diagnosis. " * 4
    (tmp_path / "topic").mkdir()
    (tmp_path / "topic" / "a.md").write_text(slide(hard, show="touch"))
    deck = library.load(tmp_path)
    (grade,) = editorial.grades(deck)
    severity = Severity.ERROR if grade.grade > 8 else Severity.WARNING
    (problem,) = editorial.review(deck, lambda path: "", [], TODAY)
    assert problem.severity is severity
    # Without a topic.yaml the first slide stands for its topic.
    assert (problem.path, problem.line) == ("topic/a.md", 1)


def test_a_language_without_a_formula_is_not_graded(tmp_path: Path) -> None:
    text = "Die histopathologische Untersuchung erfordert eine mikroskopische Interpretation."
    assert reviewed(tmp_path, {"topic.yaml": "language: de\n", "a.md": slide(text)}) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("The MRI is next.", ["a.md:4 “MRI”"]),
        ("Some MRIs. One MRI.", ["a.md:4 “MRI”"]),
        ("A PLEASANT day.", []),
        ("I go.", []),
        ("The MRI.\n\n*[MRI]: A scan.", []),
    ],
)
def test_abbreviations_are_explained(tmp_path: Path, body: str, found: list[str]) -> None:
    problems = reviewed(tmp_path, {"a.md": slide(body)})
    assert [problem.partition(" is ")[0] for problem in problems] == found


def test_a_glossary_explains_an_abbreviation_and_its_plural(tmp_path: Path) -> None:
    files = {"a.md": slide("One MRI. Two MRIs."), "glossary.md": "*[MRI]: A scan.\n"}
    assert reviewed(tmp_path, files) == []


def test_lines_of_pictures_and_terms(tmp_path: Path) -> None:
    (tmp_path / "topic").mkdir()
    for name in ("one", "two", "three"):
        (tmp_path / "topic" / f"{name}.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>')
    files = {
        "a.md": slide("![One.](one.svg)\n\n1. ![](two.svg) You may go.\n2. Go.\n"),
        "glossary.md": "\n*[used]: A word.\n\n*[spot]: A place.\n",
    }
    found = reviewed(tmp_path, files, pictures=("one.svg", "two.svg", "three.svg"))
    assert [text.partition(" ")[0] for text in found] == ["a.md:6", "glossary.md:2", "glossary.md:4", "three.svg:1"]


def test_a_complete_translation_is_silent(tmp_path: Path) -> None:
    files = {
        "topic.yaml": "title: A topic\n",
        "topic.es.yaml": "title: Un tema\n",
        "a.md": slide("A sample.", loop_text="A sample."),
        "a.es.md": slide("Una muestra.", title="Una hoja", loop_text="Una muestra."),
        "glossary.md": "*[sample]: A piece.\n",
        "glossary.es.md": "*[muestra]: Un trozo.\n",
    }
    assert reviewed(tmp_path, files) == []


def test_the_programs_colours_are_far_enough_apart_and_others_are_named() -> None:
    for palette in PALETTES:
        assert editorial.colours(palette, "OWN") == []
    found = editorial.colours(replace(PALETTES[0], ink="#777777"), "PALE")
    assert [problem.severity for problem in found] == [Severity.ERROR] * 2
    assert all("PALE: ink on" in problem.message and "7:1" in problem.message for problem in found)


def test_a_problem_reads_as_editors_expect_it() -> None:
    assert str(Problem("a.md", 3, "is so; do this", Severity.WARNING)) == "a.md:3: warning: is so; do this"
