"""The check of every slide's look, laid out by the program's own QML on every screen, in every language and size."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QSizeF
from PySide6.QtGui import QImageReader
from PySide6.QtQuick import QQuickItem
from PySide6.QtSvg import QSvgRenderer

from kiosk.core.check import editorial
from kiosk.core.content import picture_check
from kiosk.core.content.deck import Deck, Show, Slide, Text
from kiosk.core.files import Unreadable
from kiosk.core.layout.display_list import Page, PictureBox
from kiosk.core.layout.picture_crop import kept_shares
from kiosk.core.layout.rendition import Rendition
from kiosk.core.layout.screen import TEXT_SIZES, Screen
from kiosk.core.layout.screen import screen as screen_of
from kiosk.core.layout.slide_layout import lay_out_slide
from kiosk.core.problem import Problem, Severity
from kiosk.core.settings import Settings
from kiosk.qt.drawing.fonts import FontMeasure, load_script, load_words
from kiosk.qt.drawing.slide_preparer import Prepared, prepare
from kiosk.qt.offscreen.renderer import Form, Renderer, offscreen_application, renderer, rendition_in

MOST_PAGES = 2
# Subjects fill the middle 70 % of a picture (visual.md, Illustrations). Where less than this share of a side is left, with
# the focus in its middle, what the focus points at is no longer seen whole.
LEAST_SEEN = 0.3
# Text is measured in px with fractions and drawn on whole ones.
TOLERANCE = 1.5
SIZES = ("normal text", "large text", "largest text")
# So many situations are named in a message; who mends one of them sees the others go.
MOST_NAMED = 4


# Of a slide that is too long to be fitted, so many pages are looked at: they are all alike.
PAGES_SEEN = 3


class Finding(Struct, frozen=True):
    """One mistake, wherever it is seen. `pages`: how many the slide needs, where the remedy says so as {pages}."""

    path: str
    line: int
    severity: Severity
    what: str
    remedy: str
    pages: int = 0


def check_layouts(
    deck: Deck, sizes: Sequence[tuple[int, int]], settings: Settings, source: editorial.Source, tell: Callable[[int, int], None]
) -> list[Problem]:
    """The problems on screens of these sizes in px. Where the settings name no diagonal they are taken as 43 inch."""
    screens = [screen_of(width, height, (0.0, 0.0), settings) for width, height in sizes]
    with offscreen_application():
        return inspect(deck, screens, settings, source, tell)


def inspect(
    deck: Deck, screens: Sequence[Screen], settings: Settings, source: editorial.Source, tell: Callable[[int, int], None]
) -> list[Problem]:
    """All that is wrong with the look of each slide that can be shown. `tell(done, of)` as it goes on.

    What the program itself adds to a topic's last slide (words, credit, QR code) may go on to as many pages as it needs.
    """
    application = QCoreApplication.instance()
    assert application is not None
    slides = [slide for slide in deck.slides if slide.error is None]
    languages = deck.languages()
    of = len(screens) * sum(len(slide.texts) for slide in slides)
    seen: dict[Finding, list[str]] = {}
    done = 0
    for screen in screens:
        with renderer(screen) as made:
            inspector = Inspector(deck, screen, settings, source, made)
            for language in languages:
                load_script(language)
                translator = load_words(application, language)
                for slide in slides:
                    if any(text.language == language for text in slide.texts):
                        for finding, where in inspector.slide(slide, language):
                            seen.setdefault(finding, []).append(where)
                        done += 1
                        tell(done, of)
                application.removeTranslator(translator)
    return _problems(seen)


def _problems(seen: dict[Finding, list[str]]) -> list[Problem]:
    """A problem for each mistake: the same one with another number of pages is told once, with the most."""
    most: dict[Finding, int] = {}
    places: dict[Finding, list[str]] = {}
    for finding, where in seen.items():
        alike = replace(finding, pages=0)
        most[alike] = max(most.get(alike, 0), finding.pages)
        places[alike] = places.get(alike, []) + where
    return [_problem(replace(alike, pages=most[alike]), list(dict.fromkeys(where))) for alike, where in places.items()]


def _problem(finding: Finding, where: list[str]) -> Problem:
    named = ", ".join(where[:MOST_NAMED])
    named += f" and {len(where) - MOST_NAMED} more" if len(where) > MOST_NAMED else ""
    remedy = finding.remedy.replace("{pages}", str(finding.pages))
    return Problem(finding.path, finding.line, f"{finding.what} ({named}); {remedy}", finding.severity)


Findings = Iterator[Finding]


@dataclass
class Inspector:
    """The inspection of slides on one screen."""

    deck: Deck
    screen: Screen
    settings: Settings
    source: editorial.Source
    renderer: Renderer

    def __post_init__(self) -> None:
        self.measure = FontMeasure()

    def slide(self, slide: Slide, language: str) -> Iterator[tuple[Finding, str]]:
        """The findings of the loop and of each text size, each with where it was made."""
        name = f"{self.screen.width}x{self.screen.height}"
        text = slide.text(language)
        forms = [(Form(self.screen, language, text_size=size), SIZES[size]) for size in range(TEXT_SIZES)]
        if slide.show is Show.LOOP:
            forms.insert(0, (Form(self.screen, language, loop=True), "loop"))
        for form, size in forms:
            for finding in self._findings(slide, text, rendition_in(self.deck, slide, form, self.settings, bar=True)):
                yield finding, f"{name} {size}"

    def _findings(self, slide: Slide, text: Text, rendition: Rendition) -> Findings:
        try:
            prepared = prepare(self.deck, slide, rendition, self.measure)
        except Unreadable:
            # Only the loop refuses a slide for its picture; the session's renditions say where it stands.
            return
        yield from self._amount(slide, text, prepared)
        shown = prepared.pages[:PAGES_SEEN] if prepared.layout.too_long else prepared.pages
        for number, page in enumerate(shown):
            yield from self.texts(text, rendition, self.renderer.show(prepared, number))
            yield from self._pictures(text, page)

    def _amount(self, slide: Slide, text: Text, prepared: Prepared) -> Findings:
        rendition, layout = prepared.rendition, prepared.layout
        if not layout.fits:
            line, remedy = text.body_line, "divide it into shorter paragraphs or list items"
            if rendition.loop and text.loop_text:
                line, remedy = editorial.line_of_key(self.source(text.path), "loop_text"), "shorten loop_text"
            elif rendition.loop:
                remedy = "give it a loop_text of a sentence or two"
            yield Finding(text.path, line, Severity.ERROR, "the text has to be set too small to be read", remedy)
        if rendition.place.last:
            without_end = replace(rendition, place=replace(rendition.place, last=False))
            layout = lay_out_slide(self.deck, slide, without_end, self.measure)
        if layout.too_long:
            what, pages = "the slide has too much text to be fitted", len(layout.pages)
            remedy = "shorten it: it shows as {pages} pages in the smallest size"
            # A loop that does not hold it is told above.
            if layout.fits or not rendition.loop:
                yield Finding(text.path, text.body_line, Severity.ERROR, what, remedy, pages)
        elif len(layout.pages) > MOST_PAGES:
            what = f"the slide needs more than {MOST_PAGES} pages"
            yield Finding(text.path, text.body_line, Severity.WARNING, what, "shorten it or make two slides of it")

    # --- text ---

    def texts(self, text: Text, rendition: Rendition, page: QQuickItem) -> Findings:
        bottom = self.screen.height - rendition.taken - (self.screen.foot if rendition.loop else 0.0)
        items = [item for item in page.childItems() if item.inherits("QQuickText")]
        frames = [_Frame.of(item) for item in items]
        for frame in frames:
            words = f"“{_start(frame.words)}”"
            line = self._line(text, frame.words)
            if frame.spills:
                yield Finding(text.path, line, Severity.ERROR, f"{words} is larger than its place", "shorten it")
            elif not frame.lies_within(self.screen.width, bottom):
                below = "the bar" if not rendition.loop else "the invitation"
                what = f"{words} leaves the page or runs under {below}"
                yield Finding(text.path, line, Severity.ERROR, what, "shorten it, or divide it into sentences of their own")
        for at, frame in enumerate(frames):
            over = next((other for other in frames[at + 1 :] if frame.overlaps(other)), None)
            if over:
                what = f"“{_start(frame.words)}” and “{_start(over.words)}” stand on each other"
                line = self._line(text, frame.words)
                yield Finding(text.path, line, Severity.ERROR, what, "shorten them, or use another layout")

    def _line(self, text: Text, words: str) -> int:
        keys = {text.title: "title", text.loop_text: "loop_text"}
        if words and words in keys:
            return editorial.line_of_key(self.source(text.path), keys[words])
        return editorial.line_of_words(text, words)

    # --- pictures ---

    def _pictures(self, text: Text, page: Page) -> Findings:
        for box in page:
            if not isinstance(box, PictureBox):
                continue
            name = box.file.name
            line = editorial.line_of_picture(text, name)
            if not box.key:
                what = f"picture “{name}” cannot be drawn"
                yield Finding(text.path, line, Severity.ERROR, what, "export it again, as PNG if need be")
                continue
            natural = natural_size(box.file, self.deck.root)
            across, down = kept_shares((natural.width(), natural.height()), (box.width, box.height))
            if min(across, down) < LEAST_SEEN:
                side = "width" if across < down else "height"
                what = f"picture “{name}” is cropped to less than {LEAST_SEEN * 100:.0f} % of its {side} around its focus"
                yield Finding(text.path, line, Severity.WARNING, what, "make it squarer, or give the slide another layout")


class _Frame(Struct, frozen=True):
    """A text as QML drew it, in px: its place, and how much of it the words need."""

    words: str
    x: float
    y: float
    width: float
    height: float
    needed: tuple[float, float]

    @classmethod
    def of(cls, item: QQuickItem) -> _Frame:
        needed = (float(item.property("contentWidth")), float(item.property("contentHeight")))
        return cls(str(item.property("name")), item.x(), item.y(), item.width(), item.height(), needed)

    @property
    def spills(self) -> bool:
        return self.needed[0] > self.width + TOLERANCE or self.needed[1] > self.height + TOLERANCE

    def lies_within(self, width: float, bottom: float) -> bool:
        left, top = min(self.x, self.x + self.width - self.needed[0]), self.y
        return (
            left >= -TOLERANCE
            and top >= -TOLERANCE
            and self.x + self.width <= width + TOLERANCE
            and self.y + self.needed[1] <= bottom + TOLERANCE
        )

    def overlaps(self, other: _Frame) -> bool:
        across = min(self.x + self.width, other.x + other.width) - max(self.x, other.x)
        down = min(self.y + self.height, other.y + other.height) - max(self.y, other.y)
        return across > TOLERANCE and down > TOLERANCE


@lru_cache(maxsize=256)
def natural_size(file: Path, root: Path) -> QSizeF:
    """The picture's own size. Raises Unreadable."""
    data = QByteArray(picture_check.read(file, root))
    if file.suffix.lower() == ".svg":
        return QSizeF(QSvgRenderer(data).viewBoxF().size())
    buffer = QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = QSizeF(reader.size())
    return size.transposed() if reader.transformation().value & 4 else size


def _start(words: str) -> str:
    return words if len(words) <= 32 else f"{words[:30].rstrip()}…"
