"""A folder on disk -> a deck. Whatever is wrong with a file becomes a problem; nothing here raises for content."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, cast

from kiosk.core import files
from kiosk.core.content import front_matter, markdown, picture_check
from kiosk.core.content.deck import Deck, Heading, Picture, Slide, Text, Topic, TopicText
from kiosk.core.files import Stamp, Unreadable
from kiosk.core.problem import Problem, Severity

# A slide of 40 words has about 1 KB. This leaves room for a long one, and no room to exhaust memory.
MAX_TEXT_BYTES = 256_000
_NUMBER = re.compile(r"\d{1,18}")
_TRANSLATION = re.compile(r"^(?P<stem>.+)\.(?P<language>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?)$")


@dataclass(frozen=True)
class TopicFolder:
    """A topic's folder as listed: its slides' stems in name order, each with its files by language ("" = own)."""

    name: str
    slides: dict[str, dict[str, str]]
    glossaries: dict[str, str]
    topic: Topic
    problems: tuple[Problem, ...]
    stamps: tuple[tuple[str, Stamp], ...]


@dataclass(frozen=True)
class SlidesFolder:
    """What the slides folder holds, before any slide is read."""

    root: Path
    folders: tuple[TopicFolder, ...]
    problems: tuple[Problem, ...] = ()

    def ids(self) -> tuple[str, ...]:
        """Every slide's id, in authored order."""
        return tuple(f"{folder.name}/{stem}" for folder in self.folders for stem in folder.slides)


def scan(root: Path) -> SlidesFolder:
    """Lists topics and slides, reading only the topics' own files. The cost of a slide is its directory entry."""
    problems: list[Problem] = []
    folders: list[TopicFolder] = []
    try:
        entries = sorted(os.scandir(root), key=lambda entry: _natural(entry.name))
    except OSError as error:
        reason = "is missing" if isinstance(error, FileNotFoundError) else f"cannot be read ({error.strerror})"
        return SlidesFolder(root, (), (Problem(str(root), 1, f"the slides folder {reason}; name another with --slides"),))
    for entry in entries:
        if entry.name.startswith("."):
            continue
        # Unlike DirEntry.is_dir(), this takes a symlink that leads to itself.
        if not os.path.isdir(entry.path):
            if entry.name.endswith(".md") and entry.name != "README.md":
                message = "a slide must lie in a topic's folder; move it into one"
                problems.append(Problem(entry.name, 1, message, Severity.WARNING))
            continue
        try:
            folders.append(_list_folder(root, entry.name))
        except (OSError, Unreadable) as error:
            reason = getattr(error, "strerror", None) or str(error)
            problems.append(Problem(entry.name, 1, f"the topic's folder cannot be read ({reason})"))
    folders = [folder for folder in folders if folder.slides]
    if not folders:
        message = "there is no slide; make a folder with a Markdown file in it"
        problems.append(Problem(str(root), 1, message))
    folders.sort(key=lambda folder: folder.topic.order)
    problems += [problem for folder in folders for problem in folder.problems]
    return SlidesFolder(root, tuple(folders), tuple(problems))


def read(listing: SlidesFolder, previous: Deck | None = None, only: Iterable[str] | None = None) -> Deck:
    """Reads the listed slides (or only those with the given ids) into a deck.

    What has not changed since `previous` is taken over unread. A slide that has become wrong stays as it was when
    it was last right, with its problem reported; one that was never right is in the deck with its `error`.
    """
    wanted = None if only is None else frozenset(only)
    slides: list[Slide] = []
    problems = list(listing.problems)
    for folder in listing.folders:
        for stem in folder.slides:
            slide_id = f"{folder.name}/{stem}"
            if wanted is not None and slide_id not in wanted:
                continue
            old = previous.slide(slide_id) if previous else None
            if previous and old and _is_unchanged(old, listing.root, _sources(folder, stem)):
                slides.append(old)
                names = {name for name, _ in old.stamps}
                problems += [p for p in previous.problems if p.path in names and p not in listing.problems]
                continue
            slide, found = _Slide(listing.root, folder, stem).read()
            problems += found
            slides.append(old if old and slide.error and not old.error else slide)
    return Deck(tuple(f.topic for f in listing.folders), tuple(slides), tuple(problems), listing.root)


def _is_unchanged(slide: Slide, root: Path, sources: list[str]) -> bool:
    was = dict(slide.stamps)
    return was.keys() >= set(sources) and all(files.stamp(root / name) == stamp for name, stamp in was.items())


def load(root: Path, previous: Deck | None = None) -> Deck:
    """Scans and reads the whole folder."""
    return read(scan(root), previous)


def body(deck: Deck, slide: Slide, language: str) -> markdown.Body:
    """The parsed body of a slide in a language, without the heading that became its title."""
    text = slide.text(language)
    topic = deck.topic(slide.topic)
    glossary = topic.text(text.language).glossary if topic else ()
    return _parse(deck.root, text, glossary)


def _parse(root: Path, text: Text, glossary: markdown.Glossary) -> markdown.Body:
    folder = (root / text.path).parent
    parsed = markdown.parse(text.body, path=text.path, first_line=text.body_line, folder=folder, glossary=glossary)
    match parsed.blocks:
        case (Heading(spans=spans), *rest) if markdown.plain(spans) == text.title:
            return replace(parsed, blocks=tuple(rest))
    return parsed


# --- One topic's folder ----------------------------------------------------------------------


def _list_folder(root: Path, name: str) -> TopicFolder:
    if not Path(os.path.realpath(root / name)).is_relative_to(os.path.realpath(root)):
        raise Unreadable("it leads out of the slides folder")
    slides: dict[str, dict[str, str]] = {}
    glossaries: dict[str, str] = {}
    topics: dict[str, str] = {}
    # The first slide waits for this; a thousand slides should not be felt.
    files_of_slides = [file for file in os.listdir(root / name) if file.endswith((".md", ".yaml")) and file[0] != "."]
    for file in sorted(files_of_slides, key=_natural):
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
    topic, problems, stamps = _read_topic(root, name, topics, glossaries)
    return TopicFolder(name, slides, glossaries, topic, tuple(problems), stamps)


def _read_topic(
    root: Path, name: str, topics: dict[str, str], glossaries: dict[str, str]
) -> tuple[Topic, list[Problem], tuple[tuple[str, Stamp], ...]]:
    problems: list[Problem] = []
    paths = [*topics.values(), *glossaries.values()]
    stamps = tuple((path, files.stamp(root / path)) for path in paths)

    def text_of(path: str | None) -> str:
        try:
            return files.read_text(root / path, root, MAX_TEXT_BYTES) if path else ""
        except Unreadable as error:
            problems.append(Problem(path or name, error.line, str(error)))
            return ""

    def values_of(path: str | None, fields: Any) -> dict[str, Any]:
        values, found = front_matter.read(text_of(path), path or name, fields, first_line=1)
        problems.extend(found)
        return values

    own = values_of(topics.get(""), front_matter.TOPIC_FIELDS)
    language = cast(str, own.get("language", "en"))
    title = cast(str, own.get("title", name.replace("-", " ").capitalize()))
    texts = []
    for code in dict.fromkeys(["", *topics, *glossaries]):
        values = own if not code else values_of(topics.get(code), front_matter.TOPIC_TEXT_FIELDS)
        texts.append(
            TopicText(
                language=code or language,
                title=values.get("title", title),
                source=values.get("source", own.get("source", "")),
                more=values.get("more", own.get("more", "")),
                glossary=markdown.read_glossary(text_of(glossaries.get(code))),
            )
        )
    return Topic(name, tuple(texts), cast(float, own.get("order", 0.0))), problems, stamps


def _sources(folder: TopicFolder, stem: str) -> list[str]:
    """The files that decide what a slide says, its pictures left out."""
    return [*folder.slides[stem].values(), *(name for name, _ in folder.stamps)]


# --- One slide -------------------------------------------------------------------------------


class _Slide:
    """Reads one slide with its translations."""

    def __init__(self, root: Path, folder: TopicFolder, stem: str) -> None:
        self.root = root
        self.folder = folder
        self.stem = stem
        self.problems: list[Problem] = []
        # Stamps are taken before the reading, so that a change in between is seen the next time.
        self.stamps = {name: files.stamp(root / name) for name in folder.slides[stem].values()} | dict(folder.stamps)

    def read(self) -> tuple[Slide, list[Problem]]:
        paths = self.folder.slides[self.stem]
        own = self.folder.topic.texts[0].language
        texts: list[Text] = []
        values: dict[str, Any] = {}
        original = paths.get("") or paths.get(own) or next(iter(paths.values()))
        text, values = self._text(original, own, front_matter.SLIDE_FIELDS)
        if text is not None:
            texts.append(text)
        error = _first_error(self.problems)
        for language, path in paths.items():
            if path != original and language and not error:
                before = len(self.problems)
                translated, _ = self._text(path, language, front_matter.TEXT_FIELDS)
                # A translation with a mistake is left out: the slide shows in its own language meanwhile.
                if translated and not _first_error(self.problems[before:]):
                    texts.append(translated)
        slide = Slide(
            id=f"{self.folder.name}/{self.stem}",
            topic=self.folder.name,
            texts=tuple(texts) or (Text(own, original, self.stem, "", "", "", 1),),
            error=error,
            stamps=tuple(self.stamps.items()),
            **{_ATTRIBUTES.get(key, key): value for key, value in values.items() if key not in front_matter.TEXT_FIELDS},
        )
        return slide, self.problems

    def _text(self, path: str, language: str, fields: Any) -> tuple[Text | None, dict[str, Any]]:
        try:
            source = files.read_text(self.root / path, self.root, MAX_TEXT_BYTES)
        except Unreadable as error:
            self.problems.append(Problem(path, error.line, str(error)))
            return None, {}
        front, body, line = front_matter.split(source)
        values, problems = front_matter.read(front, path, fields)
        self.problems += problems
        text = Text(
            language=language,
            path=path,
            title=cast(str, values.get("title", "")),
            kicker=cast(str, values.get("kicker", "")),
            loop_text=cast(str, values.get("loop_text", "")),
            body=body,
            body_line=line,
        )
        glossary = self.folder.topic.text(language).glossary
        parsed = _parse(self.root, text, glossary)
        self.problems += parsed.problems
        if not text.title:
            text = replace(text, title=self._title(parsed, path))
        self._check_pictures(parsed, text)
        _check_dates(values, path, self.problems)
        return text, values

    def _title(self, parsed: markdown.Body, path: str) -> str:
        for block in parsed.blocks:
            if isinstance(block, Heading):
                return markdown.plain(block.spans)
        if any(problem.severity is Severity.ERROR for problem in self.problems):
            pass  # The title may stand in what could not be read.
        elif not parsed.blocks:
            self.problems.append(Problem(path, 1, "the slide is empty; give it a title and a text"))
        else:
            message = "the slide has no title; add `title:` or a heading"
            self.problems.append(Problem(path, 1, message, Severity.WARNING))
        return re.sub(r"^[\d\W_]+", "", self.stem).replace("-", " ").capitalize() or self.stem

    def _check_pictures(self, parsed: markdown.Body, text: Text) -> None:
        for block in markdown.walk(parsed.blocks):
            if not isinstance(block, Picture):
                continue
            # Many slides may share a picture, and its name.
            relative = sys.intern(os.path.relpath(block.file, self.root))
            self.stamps[relative] = files.stamp(block.file)
            try:
                picture_check.read(block.file, self.root)
            except Unreadable as error:
                before = text.body.partition(block.file.name)[0]
                line = text.body_line + (before.count("\n") if before != text.body else 0)
                self.problems.append(Problem(text.path, line, f"picture “{block.file.name}” {error}"))


def _first_error(problems: list[Problem]) -> Problem | None:
    return next((problem for problem in problems if problem.severity is Severity.ERROR), None)


_ATTRIBUTES = {"from": "valid_from", "until": "valid_until"}


def _check_dates(values: dict[str, Any], path: str, problems: list[Problem]) -> None:
    for first, last in (("from", "until"), ("reviewed", "review_by")):
        a, b = values.get(first), values.get(last)
        if isinstance(a, date) and isinstance(b, date) and b < a:
            problems.append(Problem(path, 1, f"{last} ({b}) is before {first} ({a}); swap or mend them"))


def _natural(name: str) -> str:
    """Sorts 2-x before 10-x, as people number files."""
    return _NUMBER.sub(lambda number: number[0].rjust(18, "0"), name.lower())
