"""A folder on disk -> a deck. Whatever is wrong with a file becomes a problem; nothing here raises for content."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from kiosk.core import files, running_jobs
from kiosk.core.content.deck import Block, Deck, Slide
from kiosk.core.content.slide_reader import parse_body, read_slide, without_title
from kiosk.core.content.topic_folder import TopicFolder, list_folder, natural_order
from kiosk.core.files import Unreadable
from kiosk.core.problem import Problem, Severity


class SlidesFolder(Struct, frozen=True):
    """The content of the slides folder, before any slide is read."""

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
        entries = sorted(os.scandir(root), key=lambda entry: natural_order(entry.name))
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
        running_jobs.sign_of_life()
        try:
            folders.append(list_folder(root, entry.name))
        except (OSError, Unreadable) as error:
            reason = getattr(error, "strerror", None) or str(error)
            problems.append(Problem(entry.name, 1, f"the topic's folder cannot be read ({reason})"))
    folders = sorted((folder for folder in folders if folder.slides), key=lambda folder: folder.topic.order)
    if not folders:
        problems.append(Problem(str(root), 1, "there is no slide; make a folder with a Markdown file in it"))
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
            running_jobs.sign_of_life()
            old = previous.slide(slide_id) if previous else None
            if previous and old and _is_unchanged(old, listing.root, folder.sources(stem)):
                slides.append(old)
                names = {name for name, _ in old.stamps}
                problems += [p for p in previous.problems if p.path in names and p not in listing.problems]
                continue
            slide, slide_problems = read_slide(listing.root, folder, stem)
            problems += slide_problems
            slides.append(old if old and slide.error and not old.error else slide)
    return Deck(tuple(folder.topic for folder in listing.folders), tuple(slides), tuple(problems), listing.root)


def load(root: Path, previous: Deck | None = None) -> Deck:
    """Scans and reads the whole folder."""
    return read(scan(root), previous)


def body(deck: Deck, slide: Slide, language: str) -> tuple[Block, ...]:
    """The blocks of a slide in a language, without the heading that became its title."""
    text = slide.text(language)
    topic = deck.topic(slide.topic)
    glossary = topic.text(text.language).glossary if topic else ()
    parsed = parse_body(text.body, text.path, text.body_line, (deck.root / text.path).parent, glossary)
    return without_title(parsed.blocks, text.title)


def _is_unchanged(slide: Slide, root: Path, sources: list[str]) -> bool:
    stamps = dict(slide.stamps)
    return stamps.keys() >= set(sources) and all(files.stamp(root / name) == stamp for name, stamp in stamps.items())
