"""`check`: everything wrong with the slides, read and laid out as the kiosk does it. Needs no screen and no network."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from functools import cache
from pathlib import Path

from kiosk.cli.progress import Progress
from kiosk.core import files
from kiosk.core.check import editorial
from kiosk.core.content import library
from kiosk.core.content.deck import Deck
from kiosk.core.content.picture_check import SUFFIXES
from kiosk.core.content.topic_folder import MAX_TEXT_BYTES
from kiosk.core.files import Unreadable
from kiosk.core.layout import theme
from kiosk.core.problem import Problem, Severity
from kiosk.core.storage.state_folder import StateFolder

DEFAULT_SCREENS = ((1920, 1080), (1080, 1920), (1280, 800))


def check(options: argparse.Namespace, slides: Path, state: Path) -> int:
    """Runs the command: 0 without errors, 1 with one or more. Warnings are printed too, and do not count."""
    from kiosk.qt.offscreen.layout_check import check_layouts

    progress = Progress()
    arrangement, problems = StateFolder(state).read()
    deck = library.load(slides)
    problems += deck.problems
    source = reader(slides)
    problems += editorial.review(deck, source, picture_files(deck), date.today())
    problems += editorial.colours(theme.LIGHT, "LIGHT") + editorial.colours(theme.HIGH_CONTRAST, "HIGH_CONTRAST")
    problems += check_layouts(deck, options.screen or DEFAULT_SCREENS, arrangement.settings, source, progress)
    progress.end()
    ordered = sorted(dict.fromkeys(problems), key=lambda problem: (problem.path, problem.line, problem.message))
    _print_json(deck, ordered) if options.json else _print(deck, ordered)
    return int(any(problem.severity is Severity.ERROR for problem in ordered))


def reader(root: Path) -> editorial.Source:
    """Reads files of the slides folder by their path in it, each once; "" for what cannot be read."""

    @cache
    def read(path: str) -> str:
        try:
            return files.read_text(root / path, root, MAX_TEXT_BYTES)
        except Unreadable:
            return ""

    return read


def picture_files(deck: Deck) -> list[str]:
    """The paths of all pictures that lie in the topics' folders."""
    return sorted(
        file.relative_to(deck.root).as_posix()
        for topic in deck.topics
        for file in (deck.root / topic.id).rglob("*")
        if file.suffix.lower() in SUFFIXES and not file.name.startswith(".")
    )


def _print(deck: Deck, problems: list[Problem]) -> None:
    for problem in problems:
        print(problem)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    graded = ", ".join(f"{grade.topic} {grade.language} {grade.grade:.1f}" for grade in editorial.grades(deck))
    summary = f"{_many(len(deck.slides), 'slide')}: {_many(errors, 'error')}, {_many(len(problems) - errors, 'warning')}"
    print(f"{summary}; reading grade: {graded or 'none'}", file=sys.stderr)


def _many(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _print_json(deck: Deck, problems: list[Problem]) -> None:
    report = {
        "slides": len(deck.slides),
        "grades": [
            {"topic": grade.topic, "language": grade.language, "grade": round(grade.grade, 2)}
            for grade in editorial.grades(deck)
        ],
        "problems": [
            {
                "path": problem.path,
                "line": problem.line,
                "severity": problem.severity.value,
                "message": problem.message,
            }
            for problem in problems
        ],
    }
    print(json.dumps(report, ensure_ascii=False, indent=2))
