"""A folder on disk -> a deck. Whatever is wrong with a file becomes a problem; nothing here raises for content."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from kiosk.core import files, running_jobs
from kiosk.core.content.deck import Block, Deck, Slide, Sources, Topic, Trouble
from kiosk.core.content.file_stamps import FileStamps
from kiosk.core.content.slide_reader import SlideReading, parse_body, read_slide, without_title
from kiosk.core.content.topic_folder import TopicFolder, is_unchanged, list_folder, name_problem, natural_order
from kiosk.core.files import Unreadable
from kiosk.core.problem import Problem, Severity


class SlidesFolder(Struct, frozen=True):
    """The content of the slides folder, before any slide is read. `unreadable`: the topics whose folder cannot be listed."""

    root: Path
    stamps: FileStamps
    folders: tuple[TopicFolder, ...]
    problems: tuple[Problem, ...] = ()
    trouble: Trouble = Trouble.NONE
    unreadable: tuple[str, ...] = ()

    def ids(self) -> tuple[str, ...]:
        """Every slide's id, in authored order."""
        return tuple(f"{folder.name}/{stem}" for folder in self.folders for stem in folder.slides)


def scan(root: Path, previous: Deck | None = None) -> SlidesFolder:
    """Lists topics and slides, reading only the topics' own files. The cost of a slide is its directory entry.

    Topics' files that have not changed since `previous` are not read again.
    """
    stamps = FileStamps(root)
    try:
        entries = sorted(os.scandir(root), key=lambda entry: natural_order(entry.name))
    except OSError as error:
        return _without(root, stamps, error)
    problems: list[Problem] = []
    unreadable: list[str] = []
    folders: list[TopicFolder] = []
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if not _is_folder(entry):
            if entry.name.endswith(".md") and entry.name != "README.md":
                message = "a slide must lie in a topic's folder; move it into one"
                problems.append(Problem(entry.name, 1, message, Severity.WARNING))
        elif problem := name_problem(entry.name):
            problems.append(problem)
        else:
            running_jobs.sign_of_life()
            try:
                folders.append(list_folder(root, entry.name, stamps, previous))
            except (OSError, Unreadable) as error:
                problems.append(Problem(entry.name, 1, f"the topic's folder cannot be read ({files.reason(error)})"))
                if isinstance(error, OSError) and not isinstance(error, FileNotFoundError | NotADirectoryError):
                    unreadable.append(entry.name)
    folders = sorted((folder for folder in folders if folder.slides), key=lambda folder: folder.topic.order)
    if not folders:
        problems.append(Problem(str(root), 1, "there is no slide; make a folder with a Markdown file in it"))
    problems += [problem for folder in folders for problem in (*folder.problems, *folder.sources.problems)]
    trouble = Trouble.PARTLY if unreadable else Trouble.NONE if folders else Trouble.EMPTY
    return SlidesFolder(root, stamps, tuple(folders), tuple(problems), trouble, tuple(unreadable))


def _without(root: Path, stamps: FileStamps, error: OSError) -> SlidesFolder:
    """A slides folder that cannot be listed."""
    absent = isinstance(error, FileNotFoundError)
    reason = "is missing" if absent else f"cannot be read ({error.strerror})"
    problem = Problem(str(root), 1, f"the slides folder {reason}; name another with --slides")
    return SlidesFolder(root, stamps, (), (problem,), Trouble.MISSING if absent else Trouble.UNREADABLE)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    # Unlike DirEntry.is_dir() alone, this takes a symlink that leads to itself; unlike isdir() alone, a folder that
    # nobody may enter.
    return entry.is_dir(follow_symlinks=False) or os.path.isdir(entry.path)


def read(
    listing: SlidesFolder,
    previous: Deck | None = None,
    only: Iterable[str] | None = None,
) -> Deck:
    """Reads the listed slides (or only those with the given ids) into a deck.

    What has not changed since `previous` is taken over unread. A slide that has become wrong stays as it was when
    it was last right, with its problem reported; one that was never right is in the deck with its `error`. The slides of a
    topic whose folder cannot be listed stay as they were.
    """
    reader = _DeckReader(listing, previous)
    wanted = None if only is None else frozenset(only)
    for folder in reader.folders():
        for stem in folder.slides:
            if wanted is None or f"{folder.name}/{stem}" in wanted:
                running_jobs.sign_of_life()
                reader.take(folder, stem)
    return reader.deck()


class _DeckReader:
    """The reading of the slides that are listed, beside what is known of them."""

    def __init__(self, listing: SlidesFolder, previous: Deck | None) -> None:
        self._listing = listing
        self._previous = previous
        self._topics: list[Topic] = []
        self._slides: list[Slide] = []
        self._problems = list(listing.problems)
        self._sources: dict[str, tuple[str, ...]] = {}
        # Of the previous deck, by the files that they are in.
        self._known: dict[str, list[Problem]] = {}
        for problem in previous.problems if previous else ():
            self._known.setdefault(problem.path, []).append(problem)

    def folders(self) -> Iterable[TopicFolder]:
        """Every folder in authored order; those that cannot be listed are taken over on the way."""
        kept = [topic for name in self._listing.unreadable if self._previous and (topic := self._previous.topic(name))]
        places: list[TopicFolder | Topic] = [*self._listing.folders, *kept]
        if kept:
            places.sort(key=_place)
        for place in places:
            if isinstance(place, TopicFolder):
                self._topics.append(place.topic)
                yield place
            else:
                self._keep_topic(place)

    def _keep_topic(self, topic: Topic) -> None:
        if self._previous is None:
            return
        self._topics.append(topic)
        for slide in self._previous.slides:
            if slide.topic == topic.id:
                self._keep(slide, ())
        self._problems += [problem for problem in self._previous.problems if problem.path.startswith(f"{topic.id}/")]

    def take(self, folder: TopicFolder, stem: str) -> None:
        slide_id = f"{folder.name}/{stem}"
        previous, stamps = self._previous, self._listing.stamps
        old = previous.slide(slide_id) if previous else None
        if previous and old:
            sources, own = previous.sources.slides.get(slide_id, ()), folder.sources_of(stem)
            if sources[: len(own)] == own and is_unchanged(previous, stamps, sources):
                self._keep(old, folder.slides[stem].values())
                return
        self._add(read_slide(self._listing.root, folder, stem, stamps), old)

    def _keep(self, slide: Slide, paths: Iterable[str]) -> None:
        self._slides.append(slide)
        self._sources[slide.id] = self._previous.sources.slides.get(slide.id, ()) if self._previous else ()
        if self._known:
            self._problems += [problem for path in paths for problem in self._known.get(path, ())]

    def _add(self, reading: SlideReading, old: Slide | None) -> None:
        slide = reading.slide
        # One that was only written anew is still the same to whoever has it ready for the screen.
        self._slides.append(old if old and (slide == old or (slide.error and not old.error)) else slide)
        self._sources[slide.id] = reading.sources
        self._problems += reading.problems

    def deck(self) -> Deck:
        listing, previous = self._listing, self._previous
        topics = {folder.name: folder.sources for folder in listing.folders}
        if previous:
            topics |= {name: known for name in listing.unreadable if (known := previous.sources.topics.get(name))}
        names = {name for sources in self._sources.values() for name in sources}
        names.update(name for known in topics.values() for name in known.names)
        sources = Sources(self._sources, topics, *listing.stamps.taken(names))
        return Deck(tuple(self._topics), tuple(self._slides), tuple(self._problems), listing.root, listing.trouble, sources)


def _place(place: TopicFolder | Topic) -> tuple[float, str]:
    topic = place.topic if isinstance(place, TopicFolder) else place
    return (topic.order, natural_order(topic.id))


def load(root: Path, previous: Deck | None = None) -> Deck:
    """Scans and reads the whole folder."""
    return read(scan(root, previous), previous)


def is_same(one: Deck, other: Deck) -> bool:
    """True if both say the same, and each slide of one is that of the other, whatever was read anew to find out."""
    return (
        one.trouble is other.trouble
        and one.topics == other.topics
        and one.problems == other.problems
        and len(one.slides) == len(other.slides)
        and all(mine is theirs for mine, theirs in zip(one.slides, other.slides, strict=True))
    )


def is_half_gone(before: Deck, now: Deck) -> bool:
    """True if more than half of the slides went at once: somebody deletes, or a copy is under way."""
    return 2 * len(now.slides) < sum(slide.error is None for slide in before.slides)


def body(deck: Deck, slide: Slide, language: str) -> tuple[Block, ...]:
    """The blocks of a slide in a language, without the heading that became its title."""
    text = slide.text(language)
    topic = deck.topic(slide.topic)
    glossary = topic.text(text.language).glossary if topic else ()
    parsed = parse_body(text.body, text.path, text.body_line, (deck.root / text.path).parent, glossary)
    return without_title(parsed.blocks, text.title)
