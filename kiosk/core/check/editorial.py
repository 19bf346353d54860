"""The remarks of a careful editor on a deck that can be shown: readability, translations, terms, dates, pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from msgspec import Struct

from kiosk.core.check import readability
from kiosk.core.content import library, markdown, reading_time
from kiosk.core.content.deck import Deck, Heading, Paragraph, Show, Slide, Span, Text, Topic, TopicText
from kiosk.core.layout.theme import LEAST_CONTRAST, TEXT_PAIRS, Palette, contrast
from kiosk.core.problem import Problem, Severity

# visual.md, Type: what can be taken in from across a room.
MOST_LOOP_WORDS = 40
REVIEW_NOTICE = timedelta(days=30)
# CT, MRI, MIIPs: short enough to be an abbreviation, and not a heading in capitals.
_ABBREVIATION = re.compile(r"\b[A-ZÁÉÍÓÚÑ]{2,5}(?=s?\b)")

# The text of a file by its path within the slides folder, "" where there is none.
Source = Callable[[str], str]


class Grade(Struct, frozen=True):
    """The reading grade of all that a topic says in one language."""

    topic: str
    language: str
    grade: float


def review(deck: Deck, source: Source, pictures: Iterable[str], today: date) -> list[Problem]:
    """Everything to mend. `pictures`: the paths of all picture files in the topics' folders."""
    problems: list[Problem] = []
    for topic in deck.topics:
        slides = [slide for slide in deck.slides if slide.topic == topic.id and not slide.error]
        if slides:
            problems += _Topic(deck, topic, slides, source, today).problems()
    return problems + list(_unused(deck, pictures))


def grades(deck: Deck) -> list[Grade]:
    """The grade of each topic in each of its languages that has a formula."""
    graded = []
    for topic in deck.topics:
        slides = [slide for slide in deck.slides if slide.topic == topic.id and not slide.error]
        for text in topic.texts:
            grade = readability.grade(_all_words(deck, slides, text), text.language)
            if grade is not None:
                graded.append(Grade(topic.id, text.language, grade))
    return graded


def colours(palette: Palette, name: str) -> list[Problem]:
    """The pairs of text and ground in a palette that are too close."""
    problems = []
    for text, ground in TEXT_PAIRS:
        ratio = contrast(getattr(palette, text), getattr(palette, ground))
        if ratio < LEAST_CONTRAST:
            message = f"{name}: {text} on {ground} has a contrast of {ratio:.1f}:1; set them {LEAST_CONTRAST:g}:1 apart or more"
            problems.append(Problem("kiosk/core/layout/theme.py", 1, message))
    return problems


def line_of_key(source: str, key: str) -> int:
    """The line of `key:` in a file's front matter; 1 if it is not there."""
    for number, line in enumerate(source.split("\n"), start=1):
        if re.match(rf"{re.escape(key)}\s*:", line):
            return number
        if number > 1 and line.rstrip() == "---":
            break
    return 1


def line_of_words(text: Text, words: str) -> int:
    """The line of a slide's file on which a run of its body begins; the body's first line if it is not found."""
    start = re.sub(r"\s+", " ", words.strip())[:24]
    for number, line in enumerate(text.body.split("\n")):
        if start and start in re.sub(r"[*_]", "", line):
            return text.body_line + number
    return text.body_line + len(text.body) - len(text.body.lstrip("\n"))


def line_of_picture(text: Text, name: str) -> int:
    before = text.body.partition(f"({name}")[0]
    return text.body_line + (before.count("\n") if before != text.body else 0)


def _unused(deck: Deck, pictures: Iterable[str]) -> Iterator[Problem]:
    used = {name for names in deck.sources.slides.values() for name in names}
    for name in pictures:
        if name not in used:
            yield _warning(name, 1, "no slide shows this picture; use it or delete it")


def _words(deck: Deck, slide: Slide, text: Text) -> str:
    """All that a slide says: its title, what the loop shows, and its body."""
    body = markdown.words(library.body(deck, slide, text.language))
    return "\n".join((text.title, text.loop_text, body))


def _all_words(deck: Deck, slides: list[Slide], topic: TopicText) -> str:
    words = [_words(deck, slide, text) for slide in slides for text in slide.texts if text.language == topic.language]
    return "\n".join((*words, *(meaning for _, meaning in topic.glossary)))


class _Topic(Struct, frozen=True):
    """One topic with the slides of it that can be shown."""

    deck: Deck
    topic: Topic
    slides: list[Slide]
    source: Source
    today: date

    def problems(self) -> Iterator[Problem]:
        for slide in self.slides:
            yield from self._dates(slide)
            yield from self._translations(slide)
            for text in slide.texts:
                yield from self._loop_words(slide, text)
                yield from self._alt_texts(text)
                yield from self._abbreviations(slide, text)
        for topic_text in self.topic.texts:
            yield from self._grade(topic_text)
            yield from self._terms(topic_text)

    # --- a slide ---

    def _dates(self, slide: Slide) -> Iterator[Problem]:
        if slide.review_by is None or slide.review_by > self.today + REVIEW_NOTICE:
            return
        path = slide.texts[0].path
        days = (slide.review_by - self.today).days
        when = f"was due on {slide.review_by}" if days < 0 else f"is due on {slide.review_by}" if days else "is due today"
        message = f"the next review {when}; have a professional read it, then set reviewed and review_by"
        yield _warning(path, line_of_key(self.source(path), "review_by"), message)

    def _translations(self, slide: Slide) -> Iterator[Problem]:
        original = slide.texts[0]
        exist = {text.language for text in slide.texts}
        for language in (text.language for text in self.topic.texts if text.language not in exist):
            name = original.path.rpartition("/")[2].removesuffix(".md")
            yield _warning(original.path, 1, f"there is no translation into {language}; write {name}.{language}.md")
        offered = {text.language for text in self.topic.texts}
        for text in slide.texts[1:]:
            if text.language not in offered:
                message = f"nobody is offered {text.language}; write topic.{text.language}.yaml with the topic's title"
                yield _warning(text.path, 1, message)
            elif original.loop_text and not text.loop_text:
                line = line_of_key(self.source(original.path), "loop_text")
                message = (
                    f"loop_text is not translated ({original.path}:{line} has one); add it, or the loop shows the whole body"
                )
                yield _warning(text.path, 1, message)

    def _loop_words(self, slide: Slide, text: Text) -> Iterator[Problem]:
        if slide.show is not Show.LOOP:
            return
        words = reading_time.count_words(text.loop_text) if text.loop_text else text.load.words
        count = reading_time.count_words(text.title) + words
        if count > MOST_LOOP_WORDS:
            line = line_of_key(self.source(text.path), "loop_text") if text.loop_text else text.body_line
            remedy = "shorten loop_text" if text.loop_text else "give it a loop_text of a sentence or two"
            yield _warning(text.path, line, f"the loop shows {count} words of at most {MOST_LOOP_WORDS}; {remedy}")

    def _alt_texts(self, text: Text) -> Iterator[Problem]:
        for picture in text.pictures:
            if not picture.alt.strip():
                line = line_of_picture(text, picture.file.name)
                message = f"picture “{picture.file.name}” has no alt text; write what it shows and why between ![ and ]"
                yield _warning(text.path, line, message)

    def _abbreviations(self, slide: Slide, text: Text) -> Iterator[Problem]:
        known = [term for term, _ in self.topic.text(text.language).glossary]
        known += [span.text for span in self._spans(slide, text) if span.meaning]
        seen: set[str] = set()
        for short in _ABBREVIATION.findall(_words(self.deck, slide, text)):
            if short not in seen and not re.search(rf"\b{short}\b", "\n".join(known)):
                seen.add(short)
                glossary = "glossary.md" if text.language == self.topic.texts[0].language else f"glossary.{text.language}.md"
                message = f"“{short}” is explained nowhere; add *[{short}]: its meaning to {glossary}, or use plain words"
                yield _warning(text.path, self._line_of_term(text, short), message)

    def _spans(self, slide: Slide, text: Text) -> Iterator[Span]:
        for block in markdown.walk(library.body(self.deck, slide, text.language)):
            if isinstance(block, (Heading, Paragraph)):
                yield from block.spans

    def _line_of_term(self, text: Text, term: str) -> int:
        for number, line in enumerate(self.source(text.path).split("\n"), start=1):
            if re.search(rf"\b{term}(?=s?\b)", line):
                return number
        return 1

    # --- the topic ---

    def _grade(self, text: TopicText) -> Iterator[Problem]:
        grade = readability.grade(_all_words(self.deck, self.slides, text), text.language)
        if grade is None or grade <= readability.HIGHEST_GRADE:
            return
        graded = [
            (readability.grade(_words(self.deck, slide, own), own.language) or 0.0, own.path.rpartition("/")[2])
            for slide in self.slides
            for own in slide.texts
            if own.language == text.language
        ]
        hardest = ", ".join(f"{name} ({number:.1f})" for number, name in sorted(graded, reverse=True)[:3])
        message = (
            f"the reading grade in {text.language} is {grade:.1f}, of at most {readability.HIGHEST_GRADE:g}; "
            f"use shorter sentences and words, first in {hardest}"
        )
        severity = Severity.ERROR if grade > readability.TOO_HIGH_GRADE else Severity.WARNING
        yield Problem(self._file("topic", "yaml", text), 1, message, severity)

    def _terms(self, text: TopicText) -> Iterator[Problem]:
        path = self._file("glossary", "md", text)
        own = self.topic.texts[0]
        if own.glossary and text is not own and len(text.glossary) < len(own.glossary):
            missing = len(own.glossary) - len(text.glossary)
            message = f"{missing} of the {len(own.glossary)} terms of glossary.md are not translated; add them"
            yield _warning(path, 1, message)
        marked = {
            span.text
            for slide in self.slides
            for own_text in slide.texts
            if own_text.language == text.language
            for span in self._spans(slide, own_text)
            if span.meaning
        }
        for term, _ in text.glossary:
            if term not in marked:
                before = self.source(path).partition(f"*[{term}]")[0]
                yield _warning(path, before.count("\n") + 1, f"no slide uses the term “{term}”; write it so, or delete it")

    def _file(self, stem: str, suffix: str, text: TopicText) -> str:
        """The topic's file for a language; where there is none, the file that stands for the topic."""
        code = "" if text is self.topic.texts[0] else f".{text.language}"
        candidates = (f"{stem}{code}.{suffix}", f"{stem}.{suffix}", "topic.yaml")
        paths = (f"{self.topic.id}/{name}" for name in candidates)
        return next((path for path in paths if self.source(path)), self.slides[0].texts[0].path)


def _warning(path: str, line: int, message: str) -> Problem:
    return Problem(path, line, message, Severity.WARNING)
