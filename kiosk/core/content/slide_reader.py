"""One slide's files -> a slide with its translations, and with the facts of each body that are asked for at any time."""

from __future__ import annotations

import os
import re
import sys
import zlib
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from msgspec import Struct

from kiosk.core import files
from kiosk.core.content import front_matter, markdown, picture_check, reading_time
from kiosk.core.content.body_limits import MAX_LINE, MAX_PICTURES
from kiosk.core.content.deck import Block, Heading, Picture, Slide, Text
from kiosk.core.content.file_stamps import FileStamps
from kiosk.core.content.topic_folder import MAX_TEXT_BYTES, TopicFolder
from kiosk.core.files import Unreadable
from kiosk.core.problem import Problem, Severity

# One for each form in which the slide on the screen and its neighbours are laid out one after the other.
KEPT_BODIES = 16
KEPT_FILES = 1024
_ATTRIBUTES = {"from": "valid_from", "until": "valid_until"}


@lru_cache(maxsize=KEPT_BODIES)
def parse_body(body: str, path: str, line: int, folder: Path, glossary: markdown.Glossary) -> markdown.Body:
    """The parsed body. A slide that was just read is laid out from the same parse."""
    return markdown.parse(body, path=path, first_line=line, folder=folder, glossary=glossary)


def without_title(blocks: tuple[Block, ...], title: str) -> tuple[Block, ...]:
    """The blocks without the heading that became the slide's title."""
    match blocks:
        case (Heading(spans=spans), *rest) if markdown.plain(spans) == title:
            return tuple(rest)
    return blocks


class SlideReading(Struct, frozen=True):
    """A slide as read, all that is wrong with it, and the files that decide what it is, those that are missing included.

    `sources` begins with those that the folder's listing tells.
    """

    slide: Slide
    problems: tuple[Problem, ...]
    sources: tuple[str, ...]


def read_slide(root: Path, folder: TopicFolder, stem: str, stamps: FileStamps) -> SlideReading:
    """Reads a slide of a folder."""
    reader = _SlideReader(root, folder, stem, stamps)
    slide = reader.read()
    return SlideReading(slide, tuple(reader.problems), tuple(reader.sources))


class _SlideReader:
    """The reading of one slide with its translations."""

    def __init__(self, root: Path, folder: TopicFolder, stem: str, stamps: FileStamps) -> None:
        self.root = root
        self.folder = folder
        self.stem = stem
        self.problems: list[Problem] = []
        # In the order in which they were found, each once.
        self.sources = dict.fromkeys(folder.sources_of(stem))
        self._stamps = stamps
        self._digest = folder.sources.digest
        # Stamps are taken before the reading, so that a change in between is seen the next time.
        for name in self.sources:
            stamps.of(name)

    def read(self) -> Slide:
        paths = self.folder.slides[self.stem]
        own = self.folder.topic.texts[0].language
        original = paths.get("") or paths.get(own) or next(iter(paths.values()))
        text, values = self._text(original, own, front_matter.SLIDE_FIELDS)
        texts = [text] if text else []
        error = _first_error(self.problems)
        for language, path in paths.items():
            if path != original and language and not error:
                before = len(self.problems)
                translated, _ = self._text(path, language, front_matter.TEXT_FIELDS)
                # A translation with a mistake is left out: the slide shows in its own language meanwhile.
                if translated and not _first_error(self.problems[before:]):
                    texts.append(translated)
        return Slide(
            id=f"{self.folder.name}/{self.stem}",
            topic=self.folder.name,
            texts=tuple(texts) or (Text(own, original, self.stem, "", "", "", 1),),
            error=error,
            digest=self._digest,
            **{_ATTRIBUTES.get(key, key): value for key, value in values.items() if key not in front_matter.TEXT_FIELDS},
        )

    def _text(self, path: str, language: str, fields: Any) -> tuple[Text | None, dict[str, Any]]:
        try:
            source = files.read_text(self.root / path, self.root, MAX_TEXT_BYTES)
        except Unreadable as error:
            self.problems.append(Problem(path, error.line, str(error)))
            return None, {}
        front, body, line = front_matter.split(source)
        values, problems = front_matter.read(front, path, fields)
        parsed = parse_body(body, path, line, (self.root / path).parent, self.folder.topic.text(language).glossary)
        self.problems += [*problems, *parsed.problems]
        title = cast(str, values.get("title", "")) or self._title(parsed.blocks, path)
        blocks = without_title(parsed.blocks, title)
        text = Text(
            language=language,
            path=path,
            title=title,
            kicker=cast(str, values.get("kicker", "")),
            loop_text=cast(str, values.get("loop_text", "")),
            body=body,
            body_line=line,
            pictures=tuple(_shared(picture) for picture in markdown.pictures(blocks)),
            load=reading_time.load_of(blocks),
        )
        self._check_pictures(text)
        self.problems += _date_problems(values, path)
        return text, values

    def _title(self, blocks: tuple[Block, ...], path: str) -> str:
        for block in blocks:
            if isinstance(block, Heading):
                title = markdown.plain(block.spans)
                if len(title) > MAX_LINE:
                    message = f"the first heading has more than {MAX_LINE} letters; give the slide a short `title:`"
                    self.problems.append(Problem(path, 1, message))
                return title[:MAX_LINE]
        # Where something could not be read, the title may stand in it.
        if _first_error(self.problems) is None:
            if blocks:
                message = "the slide has no title; add `title:` or a heading"
                self.problems.append(Problem(path, 1, message, Severity.WARNING))
            else:
                self.problems.append(Problem(path, 1, "the slide is empty; give it a title and a text"))
        return re.sub(r"^[\d\W_]+", "", self.stem).replace("-", " ").capitalize() or self.stem

    def _check_pictures(self, text: Text) -> None:
        if len(text.pictures) > MAX_PICTURES:
            message = f"has {len(text.pictures)} pictures of at most {MAX_PICTURES}; make several slides of it"
            self.problems.append(Problem(text.path, text.body_line, message))
            return
        # A file that is shown twice is read once.
        for picture in {picture.file: picture for picture in text.pictures}.values():
            # Many slides may share a picture, and its name.
            relative = sys.intern(os.path.relpath(picture.file, self.root))
            self.sources[relative] = None
            self._stamps.of(relative)
            checked = self._stamps.pictures.get(relative)
            if checked is None:
                checked = self._stamps.pictures[relative] = self._check_picture(picture.file)
            if isinstance(checked, int):
                self._digest = zlib.crc32(checked.to_bytes(4, "big"), self._digest)
                continue
            before = text.body.partition(picture.file.name)[0]
            line = text.body_line + (before.count("\n") if before != text.body else 0)
            self.problems.append(Problem(text.path, line, f"picture “{picture.file.name}” {checked}"))

    def _check_picture(self, file: Path) -> int | str:
        """The picture's checksum, or what is wrong with it."""
        try:
            return zlib.crc32(picture_check.read(file, self.root))
        except Unreadable as error:
            return str(error)


@lru_cache(maxsize=KEPT_FILES)
def _shared_file(file: Path) -> Path:
    """The one value that stands for a file, however many slides show it: a Path takes 300 bytes (Python 3.11)."""
    return file


def _shared(picture: Picture) -> Picture:
    return Picture(_shared_file(picture.file), picture.alt, picture.focus)


def _first_error(problems: list[Problem]) -> Problem | None:
    return next((problem for problem in problems if problem.severity is Severity.ERROR), None)


def _date_problems(values: dict[str, Any], path: str) -> Iterator[Problem]:
    for first, last in (("from", "until"), ("reviewed", "review_by")):
        a, b = values.get(first), values.get(last)
        if isinstance(a, date) and isinstance(b, date) and b < a:
            yield Problem(path, 1, f"{last} ({b}) is before {first} ({a}); swap or mend them")
