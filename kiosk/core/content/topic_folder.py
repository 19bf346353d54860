"""One topic's folder on disk: its slides as listed, its own words and its glossary as read."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any, cast

from msgspec import Struct

from kiosk.core import files
from kiosk.core.content import front_matter, markdown
from kiosk.core.content.body_limits import MAX_LINE, MAX_MEANING, MAX_TERMS
from kiosk.core.content.deck import Topic, TopicText
from kiosk.core.files import Stamp, Unreadable
from kiosk.core.problem import Problem

# A slide of 40 words has about 1 KB. This leaves room for a long one, and no room to exhaust memory.
MAX_TEXT_BYTES = 256_000
_NUMBER = re.compile(r"\d{1,18}")
_TRANSLATION = re.compile(r"^(?P<stem>.+)\.(?P<language>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?)$")

# A path within the slides folder by language; "" is the topic's own.
Paths = dict[str, str]


class TopicFolder(Struct, frozen=True):
    """A topic's folder as listed: its slides' stems in name order, each with its files by language."""

    name: str
    slides: dict[str, Paths]
    topic: Topic
    problems: tuple[Problem, ...]
    stamps: tuple[tuple[str, Stamp], ...]

    def sources(self, stem: str) -> list[str]:
        """The files that decide the words of a slide."""
        return [*self.slides[stem].values(), *(name for name, _ in self.stamps)]


def list_folder(root: Path, name: str) -> TopicFolder:
    """Lists a topic's folder and reads the topic's own files. Raises OSError and Unreadable for the folder as a whole."""
    if not Path(os.path.realpath(root / name)).is_relative_to(os.path.realpath(root)):
        raise Unreadable("it leads out of the slides folder")
    slides: dict[str, Paths] = {}
    glossaries: Paths = {}
    topics: Paths = {}
    # The first slide waits for this; a thousand slides should not be felt.
    names = [file for file in os.listdir(root / name) if file.endswith((".md", ".yaml")) and file[0] != "."]
    for file in sorted(names, key=natural_order):
        if file == "README.md":
            continue
        stem, _, suffix = file.rpartition(".")
        translation = _TRANSLATION.match(stem) if "." in stem else None
        language = translation["language"] if translation else ""
        stem = translation["stem"] if translation else stem
        relative = f"{name}/{file}"
        if suffix == "yaml":
            if stem == "topic":
                topics[language] = relative
        elif stem == "glossary":
            glossaries[language] = relative
        else:
            slides.setdefault(stem, {})[language] = relative
    stamps = tuple((path, files.stamp(root / path)) for path in (*topics.values(), *glossaries.values()))
    reader = _TopicReader(root, name, topics, glossaries)
    return TopicFolder(name, slides, reader.read(), tuple(reader.problems), stamps)


def natural_order(name: str) -> str:
    """Sorts 2-x before 10-x, as people number files."""
    return _NUMBER.sub(lambda number: number[0].rjust(18, "0"), name.lower())


class _TopicReader:
    """The reading of one topic's own files."""

    def __init__(self, root: Path, name: str, topics: Paths, glossaries: Paths) -> None:
        self.root = root
        self.name = name
        self.topics = topics
        self.glossaries = glossaries
        self.problems: list[Problem] = []

    def read(self) -> Topic:
        own = self._values(self.topics.get(""), front_matter.TOPIC_FIELDS)
        language = cast(str, own.get("language", "en"))
        title = cast(str, own.get("title", self.name.replace("-", " ").capitalize()))
        texts = []
        for code in dict.fromkeys(["", *self.topics, *self.glossaries]):
            values = self._values(self.topics.get(code), front_matter.TOPIC_TEXT_FIELDS) if code else own
            texts.append(
                TopicText(
                    language=code or language,
                    title=values.get("title", title),
                    source=values.get("source", own.get("source", "")),
                    more=values.get("more", own.get("more", "")),
                    glossary=self._glossary(self.glossaries.get(code)),
                )
            )
        return Topic(self.name, tuple(texts), cast(float, own.get("order", 0.0)))

    def _glossary(self, path: str | None) -> markdown.Glossary:
        """The terms that are short enough to be marked and explained, and not too many to be looked for."""
        if path is None:
            return ()
        entries = markdown.read_glossary(self._text(path))
        good = tuple((term, meaning) for term, meaning in entries if len(term) <= MAX_LINE and len(meaning) <= MAX_MEANING)
        if len(good) < len(entries):
            message = f"a term has more than {MAX_LINE} letters, or its meaning more than {MAX_MEANING}; shorten it"
            self.problems.append(Problem(path, 1, message))
        if len(good) > MAX_TERMS:
            message = f"has {len(good)} terms of at most {MAX_TERMS}; the others are left out"
            self.problems.append(Problem(path, 1, message))
        return good[:MAX_TERMS]

    def _text(self, path: str | None) -> str:
        try:
            return files.read_text(self.root / path, self.root, MAX_TEXT_BYTES) if path else ""
        except Unreadable as error:
            self.problems.append(Problem(path or self.name, error.line, str(error)))
            return ""

    def _values(self, path: str | None, fields: Any) -> dict[str, Any]:
        values, problems = front_matter.read(self._text(path), path or self.name, fields, first_line=1)
        self.problems += problems
        return values
