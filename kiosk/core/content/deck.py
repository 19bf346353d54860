"""A deck of topics and slides, as frozen values."""

from __future__ import annotations

from datetime import date
from enum import Enum, IntEnum
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import force_setattr

from kiosk.core.files import Stamp
from kiosk.core.problem import Problem

# --- Blocks: the body of a slide -------------------------------------------------------------

CENTRE = (50.0, 50.0)


class Span(Struct, frozen=True):
    """A run of text in one style. `meaning` is the glossary's definition where the text is a term."""

    text: str
    strong: bool = False
    emphasis: bool = False
    meaning: str = ""


Spans = tuple[Span, ...]


class Heading(Struct, frozen=True):
    level: int
    spans: Spans


class Paragraph(Struct, frozen=True):
    spans: Spans


class Picture(Struct, frozen=True):
    """A picture inside the slides folder. `focus` (x, y in per cent) must stay visible when it is cropped."""

    file: Path
    alt: str
    focus: tuple[float, float] = CENTRE


class ListBlock(Struct, frozen=True):
    """A list. An ordered one is a row of steps."""

    ordered: bool
    items: tuple[tuple[Block, ...], ...]


class Definitions(Struct, frozen=True):
    """Terms, each with what it means."""

    entries: tuple[tuple[Spans, tuple[Block, ...]], ...]


class Note(Struct, frozen=True):
    """A boxed remark (Markdown's admonition). `title` may be empty."""

    title: str
    blocks: tuple[Block, ...]


class Table(Struct, frozen=True):
    head: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]


class Code(Struct, frozen=True):
    """A QR code of a web address, with the address in print."""

    address: str


Block = Heading | Paragraph | Picture | ListBlock | Definitions | Note | Table | Code


# --- Slides, topics, deck --------------------------------------------------------------------


class Layout(Enum):
    AUTO = "auto"
    PICTURE = "picture"
    TEXT = "text"
    SPLIT = "split"
    STEPS = "steps"
    COMPARE = "compare"
    CARDS = "cards"


class Show(Enum):
    """The place where a slide shows: in the loop and the menu, or only after a touch."""

    LOOP = "loop"
    TOUCH = "touch"


class ReadingLoad(Struct, frozen=True):
    """The counts that a body's reading time is made of. `labels`: headings of parts and of columns; `terms`: words to know."""

    words: int = 0
    long_numbers: int = 0
    labels: int = 0
    terms: int = 0


class Text(Struct, frozen=True):
    """A slide's words in one language.

    `body` is the Markdown as written, `body_line` the line of the file at which it starts. Its blocks are made when the slide
    is about to be shown, so that a library of thousands of slides stays small in memory; what is asked of every slide at any
    time is kept: its `pictures` in reading order, and its `load`.
    """

    language: str
    path: str
    title: str
    kicker: str
    loop_text: str
    body: str
    body_line: int
    pictures: tuple[Picture, ...] = ()
    load: ReadingLoad = ReadingLoad()


class Slide(Struct, frozen=True):
    """One slide. `texts` holds the topic's own language first, then the translations.

    `id` is "topic/file name without ending" and stays the same as long as the file does. `seconds` is what the
    author asked for, or None for the time the words need. A slide with an `error` cannot be shown. `digest` is the checksum
    of what decides its looks without being in `texts`: the bytes of its pictures, and its topic's own files.
    """

    id: str
    topic: str
    texts: tuple[Text, ...]
    layout: Layout = Layout.AUTO
    focus: tuple[float, float] = CENTRE
    seconds: float | None = None
    show: Show = Show.LOOP
    source: str = ""
    reviewed: date | None = None
    review_by: date | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    error: Problem | None = None
    digest: int = 0

    def text(self, language: str) -> Text:
        """The slide in `language`, or in its topic's own language where that is missing."""
        return next((text for text in self.texts if text.language == language), self.texts[0])


class TopicText(Struct, frozen=True):
    """A topic's own words in one language, and that language's glossary (term -> meaning)."""

    language: str
    title: str
    source: str = ""
    more: str = ""
    glossary: tuple[tuple[str, str], ...] = ()


class Topic(Struct, frozen=True):
    """A folder of slides. `order` places it within the library (lower first, then by name)."""

    id: str
    texts: tuple[TopicText, ...]
    order: float = 0.0

    def text(self, language: str) -> TopicText:
        """The topic in `language`, or in its own where that is missing."""
        return next((text for text in self.texts if text.language == language), self.texts[0])


class Trouble(IntEnum):
    """What is wrong with the slides folder as a whole. PARTLY: some topic's folder cannot be read."""

    NONE = 0
    MISSING = 1
    UNREADABLE = 2
    EMPTY = 3
    PARTLY = 4
    SLOW = 5


class TopicSources(Struct, frozen=True):
    """A topic's own files, their checksum, and all that was wrong with them."""

    names: tuple[str, ...]
    digest: int
    problems: tuple[Problem, ...]


class Sources(Struct, frozen=True):
    """The files that a deck was read from, by the ids of its slides and topics, and each file's stamp before it was read.

    Names are paths within the slides folder. `young`: the files whose stamp may stand for a later content as well.
    """

    slides: dict[str, tuple[str, ...]] = {}
    topics: dict[str, TopicSources] = {}
    stamps: dict[str, Stamp] = {}
    young: frozenset[str] = frozenset()


class Deck(Struct, frozen=True):
    """Everything in the slides folder, in authored order, with everything that is wrong with it."""

    topics: tuple[Topic, ...] = ()
    slides: tuple[Slide, ...] = ()
    problems: tuple[Problem, ...] = ()
    root: Path = Path()
    trouble: Trouble = Trouble.NONE
    sources: Sources = Sources()
    # By their ids; filled from the above.
    _slides: dict[str, Slide] = field(default_factory=dict)
    _topics: dict[str, Topic] = field(default_factory=dict)

    def slide(self, slide_id: str) -> Slide | None:
        return self._slides.get(slide_id)

    def topic(self, topic_id: str) -> Topic | None:
        return self._topics.get(topic_id)

    def languages(self) -> tuple[str, ...]:
        """Every language that any topic is written in, the topics' own first."""
        own = [topic.texts[0].language for topic in self.topics]
        others = [text.language for topic in self.topics for text in topic.texts[1:]]
        return tuple(dict.fromkeys(own + others))

    def __post_init__(self) -> None:
        force_setattr(self, "_slides", {slide.id: slide for slide in self.slides})
        force_setattr(self, "_topics", {topic.id: topic for topic in self.topics})
