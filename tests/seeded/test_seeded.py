"""`check` on a folder with one mistake of each kind: exactly those, on the right lines. On the program's own slides: none."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SLIDES = Path(__file__).parent / "slides"

# Path and line, severity, and what the message must hold: the mistake and its remedy.
SEEDED = [
    ("hard/01-hard.fr.md:1", "warning", "nobody is offered fr", "write topic.fr.yaml"),
    ("hard/topic.yaml:1", "error", "reading grade", "01-hard.md"),
    ("plain/01-many-words.md:4", "warning", "51 words of at most 40", "loop_text"),
    ("plain/02-no-alt.md:6", "warning", "no alt text", "write what it shows"),
    ("plain/03-not-translated.md:1", "warning", "no translation into es", "write 03-not-translated.es.md"),
    ("plain/04-overdue.md:4", "warning", "was due on 2020-01-01", "have a professional read it"),
    ("plain/05-panorama.md:5", "warning", "cropped to less than 30 % of its width", "make it squarer"),
    ("plain/06-three-pages.md:5", "warning", "more than 2 pages", "shorten it"),
    ("plain/07-too-small.md:5", "error", "too small to be read", "divide it"),
    ("plain/08-unexplained.md:6", "warning", "“CT” is explained nowhere", "glossary.md"),
    ("plain/09-unknown-key.md:3", "warning", "unknown key 'kiker'", "did you mean kicker?"),
    ("plain/10-bad-date.md:3", "error", "from takes a date", "such as"),
    ("plain/11-loop-text.es.md:1", "warning", "loop_text is not translated", "add it"),
    ("plain/12-lost-picture.md:4", "error", "picture “lost.svg”", "was not found"),
    ("plain/glossary.es.md:1", "warning", "1 of the 2 terms", "add them"),
    ("plain/glossary.md:2", "warning", "no slide uses the term “lancet”", "delete it"),
    ("plain/unused.svg:1", "warning", "no slide shows this picture", "use it or delete it"),
]


# Runs the program so that it ends as soon as it asks for a name or an address on the network.
OFFLINE = """
import runpy, sys
def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname"):
        raise SystemExit(f"the network was asked for: {event} {arguments}")
sys.addaudithook(refuse)
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


def check(state: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", OFFLINE, str(ROOT / "main.py"), "check", "--state", str(state), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)


def test_exactly_the_seeded_mistakes_are_found(tmp_path: Path) -> None:
    done = check(tmp_path, "--slides", str(SLIDES))
    lines = done.stdout.splitlines()
    assert [line.split(": ")[:2] for line in lines] == [[place, severity] for place, severity, *_ in SEEDED], done.stdout
    for line, (*_, mistake, remedy) in zip(lines, SEEDED, strict=True):
        assert mistake in line
        assert remedy in line
    assert done.returncode == 1
    assert "4 errors, 13 warnings" in done.stderr
    assert "\r" not in done.stderr, "a progress bar is for terminals only"


def test_the_same_for_machines(tmp_path: Path) -> None:
    done = check(tmp_path, "--slides", str(SLIDES), "--json", "--screen", "1280x800", "--screen", "600x1024")
    told = json.loads(done.stdout)
    assert [(f"{p['path']}:{p['line']}", p["severity"]) for p in told["problems"]] == [seed[:2] for seed in SEEDED]
    assert told["slides"] == 13
    assert {(grade["topic"], grade["language"]) for grade in told["grades"]} == {
        ("plain", "en"),
        ("plain", "es"),
        ("hard", "en"),
    }
    assert done.returncode == 1


def test_the_programs_own_slides_are_without_a_mistake(tmp_path: Path) -> None:
    done = check(tmp_path)
    assert done.stdout == ""
    assert done.returncode == 0


@pytest.mark.parametrize("size", ["wide", "10x10", "1280", "1280x800x2"])
def test_a_size_that_is_none(tmp_path: Path, size: str) -> None:
    done = check(tmp_path, "--screen", size)
    assert done.returncode == 2
    assert "write it as 1280x720" in done.stderr


def test_a_missing_folder_is_an_error_and_not_a_crash(tmp_path: Path) -> None:
    done = check(tmp_path, "--slides", str(tmp_path / "none"))
    assert done.returncode == 1
    assert "the slides folder is missing" in done.stdout
