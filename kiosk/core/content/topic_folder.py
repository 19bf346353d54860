"""One topic's folder on disk: its slides as listed, its own words and its glossary as read."""

from __future__ import annotations

import os
import re
import zlib
from pathlib import Path
from typing import Any, cast

from msgspec import Struct

from kiosk.core import files
from kiosk.core.content import front_matter, markdown
from kiosk.core.content.body_limits import MAX_LINE, MAX_MEANING, MAX_TERMS
from kiosk.core.content.deck import Deck, Topic, TopicSources, TopicText
from kiosk.core.content.file_stamps import FileStamps
from kiosk.core.files import Unreadable
from kiosk.core.problem import Problem

# A slide of 40 words has about 1 KB. This leaves room for a long one, and no room to exhaust memory.
MAX_TEXT_BYTES = 256_000
_NUMBER = re.compile(r"\d{1,18}")
_TRANSLATION = re.compile(r"^(?P<stem>.+)\.(?P<language>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?)$")

# What a name must not have in it: bytes that are no UTF-8 (as Python holds them), line breaks and the like.
_UNSPEAKABLE = re.compile("[\x00-\x1f\x7f\udc80-\udcff]")

# A path within the slides folder by language; "" is the topic's own.
Paths = dict[str, str]


class TopicFolder(Struct, frozen=True):
    """A topic's folder as listed: its slides' stems in name order, each with its files by language.

    `sources` are the topic's own files, with what was wrong with them; `problems` what was wrong with names in the folder.
    """

    name: str
    slides: dict[str, Paths]
    topic: Topic
    sources: TopicSources
    problems: tuple[Problem, ...] = ()

    def sources_of(self, stem: str) -> tuple[str, ...]:
        """The files that decide the words of a slide."""
        return (*self.slides[stem].values(), *self.sources.names)


class _Listing:
    """The files of a topic's folder, by what they are for."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.slides: dict[str, Paths] = {}
        self.glossaries: Paths = {}
        self.topics: Paths = {}
        self.problems: list[Problem] = []

    def add(self, file: str) -> None:
        if problem := name_problem(f"{self.folder}/{file}"):
            self.problems.append(problem)
            return
        stem, _, suffix = file.rpartition(".")
        translation = _TRANSLATION.match(stem) if "." in stem else None
        language = translation["language"] if translation else ""
        stem = translation["stem"] if translation else stem
        relative = f"{self.folder}/{file}"
        if suffix == "yaml":
            if stem == "topic":
                self.topics[language] = relative
        elif stem == "glossary":
            self.glossaries[language] = relative
        else:
            self.slides.setdefault(stem, {})[language] = relative


def list_folder(root: Path, name: str, stamps: FileStamps, previous: Deck | None = None) -> TopicFolder:
    """Lists a topic's folder and reads the topic's own files, unless they are as they were for the previous deck.

    Raises OSError and Unreadable for the folder as a whole.
    """
    if not Path(os.path.realpath(root / name)).is_relative_to(os.path.realpath(root)):
        raise Unreadable("it leads out of the slides folder")
    listing = _Listing(name)
    # The first slide waits for this; a thousand slides should not be felt.
    names = [file for file in os.listdir(root / name) if file.endswith((".md", ".yaml")) and file[0] != "."]
    for file in sorted(names, key=natural_order):
        if file != "README.md":
            listing.add(file)
    own = (*listing.topics.values(), *listing.glossaries.values())
    known = previous.sources.topics.get(name) if previous else None
    topic = previous.topic(name) if previous else None
    if not (previous and known and topic and known.names == own and is_unchanged(previous, stamps, own)):
        for file in own:
            stamps.of(file)
        reader = _TopicReader(root, name, listing.topics, listing.glossaries)
        topic = reader.read()
        known = TopicSources(own, reader.digest, tuple(reader.problems))
    return TopicFolder(name, listing.slides, topic, known, tuple(listing.problems))


def is_unchanged(previous: Deck, stamps: FileStamps, names: tuple[str, ...]) -> bool:
    """True if what these files hold is certainly what the previous deck was read from."""
    sources = previous.sources
    return all(name not in sources.young and stamps.of(name) == sources.stamps.get(name) for name in names)


def name_problem(path: str) -> Problem | None:
    """The problem of a name that can be neither shown nor saved; told with what is wrong in it written out."""
    if _UNSPEAKABLE.search(path) is None:
        return None
    shown = _UNSPEAKABLE.sub(lambda found: f"\\x{ord(found[0]) & 0xFF:02x}", path)
    return Problem(shown, 1, "the name has characters that cannot be shown; rename it with plain letters")


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
        self.digest = 0

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
            text = files.read_text(self.root / path, self.root, MAX_TEXT_BYTES) if path else ""
            self.digest = zlib.crc32(text.encode(), self.digest)
            return text
        except Unreadable as error:
            self.problems.append(Problem(path or self.name, error.line, str(error)))
            return ""

    def _values(self, path: str | None, fields: Any) -> dict[str, Any]:
        values, problems = front_matter.read(self._text(path), path or self.name, fields, first_line=1)
        self.problems += problems
        return values
