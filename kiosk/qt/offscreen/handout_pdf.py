"""A topic as a PDF to print at the desk: its words and pictures, page numbers, source and date of review."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QFile, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage, QPageSize, QPainter, QPdfWriter, QTextDocument, QTextOption
from PySide6.QtSvg import QSvgRenderer

from kiosk.core.content import closing_slide, library, picture_check
from kiosk.core.content.deck import (
    Block,
    Code,
    Deck,
    Definitions,
    Heading,
    ListBlock,
    Note,
    Paragraph,
    Picture,
    Slide,
    Table,
    Topic,
)
from kiosk.core.layout.display_list import inline
from kiosk.core.layout.right_to_left import is_right_to_left
from kiosk.qt.drawing.fonts import load_script, load_words
from kiosk.qt.drawing.qr_code import qr_code
from kiosk.qt.offscreen.renderer import offscreen_application

PAGES = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}
DPI = 300
MARGIN_MM = 18.0
# 12 points are the least that handouts for patients are printed in (large print begins at 16).
BODY_POINTS = 12.0
PICTURE_SHARE = 0.3
MOST_PICTURES = 4


class Handout(Struct, frozen=True):
    """A topic to print, in one language on one size of paper ("a4" or "letter")."""

    deck: Deck
    topic: Topic
    language: str
    paper: str


def write_handouts(deck: Deck, language: str, paper: str, out: Path, tell: Callable[[int, int], None]) -> list[Path]:
    """Writes a PDF per topic into `out`, in `language` or the topic's own. Raises OSError and Unreadable."""
    written = []
    with offscreen_application() as running:
        for topic in deck.topics:
            spoken = topic.text(language).language
            load_script(spoken)
            translator = load_words(running, spoken)
            file = out / f"{topic.id}.{spoken}.{paper}.pdf"
            write(Handout(deck, topic, spoken, paper), file, tell)
            written.append(file)
            running.removeTranslator(translator)
    return written


def write(handout: Handout, file: Path, tell: Callable[[int, int], None]) -> int:
    """Writes the PDF and returns its number of pages. Raises OSError and Unreadable."""
    slides = [slide for slide in handout.deck.slides if slide.topic == handout.topic.id and slide.error is None]
    total = _Printer(handout, None).print(slides, 0, lambda done, of: None)
    return _Printer(handout, file).print(slides, total, tell)


class _Printer:
    """One run over the slides. Without a file it only counts the pages. Raises OSError."""

    def __init__(self, handout: Handout, file: Path | None) -> None:
        self.handout = handout
        self.device = QFile(str(file)) if file else QBuffer()
        self._require(self.device.open(QIODevice.OpenModeFlag.WriteOnly))
        self.writer = QPdfWriter(self.device)
        self.writer.setResolution(DPI)
        self.writer.setPageSize(QPageSize(PAGES[handout.paper]))
        self.writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        text = handout.topic.text(handout.language)
        self.writer.setTitle(text.title)
        self.margin = MARGIN_MM / 25.4 * DPI
        self.width = self.writer.width() - 2 * self.margin
        self.bottom = self.writer.height() - 1.35 * self.margin
        self.rtl = is_right_to_left(text.language)
        self.page = 1

    def print(self, slides: list[Slide], total: int, tell: Callable[[int, int], None]) -> int:
        painter = QPainter()
        self._require(painter.begin(self.writer))
        text = self.handout.topic.text(self.handout.language)
        y = self.margin
        title = self._document(f"<h1>{escape(text.title)}</h1>", self.width)
        self._draw(painter, title, self.margin, y)
        y += title.size().height() + 0.25 * self.margin
        for number, slide in enumerate(slides, start=1):
            y = self._slide(painter, slide, y, total)
            tell(number, len(slides))
        self._foot(painter, total)
        self._require(painter.end())
        self._require(not isinstance(self.device, QFile) or self.device.flush())
        self.device.close()
        return self.page

    def _require(self, done: bool) -> None:
        if not done:
            raise OSError("the file cannot be written; is the folder writable and the disk not full?")

    def _slide(self, painter: QPainter, slide: Slide, y: float, total: int) -> float:
        """Prints one slide beneath `y`, on a new page if it does not fit, and returns where the next one begins."""
        words = slide.text(self.handout.language)
        blocks = library.body(self.handout.deck, slide, self.handout.language)
        if closing_slide.is_last(self.handout.deck, slide):
            blocks += closing_slide.closing(self.handout.deck, slide, words.language)
        shown = words.pictures[:MOST_PICTURES]
        address = next((block.address for block in blocks if isinstance(block, Code)), "")
        side = self.width * PICTURE_SHARE if shown or address else 0.0
        gap = 0.3 * self.margin if side else 0.0
        document = self._document(f"<h2>{escape(words.title)}</h2>{_html(blocks)}", self.width - side - gap)
        each = side if len(shown) <= 1 else side / 2 - 0.05 * self.margin
        rows = -(-len(shown) // (1 if len(shown) <= 1 else 2))
        height = max(document.size().height(), rows * (each + 0.1 * self.margin), side if address else 0)
        if y + height > self.bottom:
            self._foot(painter, total)
            self.writer.newPage()
            self.page += 1
            y = self.margin
        self._draw(painter, document, self.margin + (side + gap if self.rtl else 0), y)
        x = self.margin if self.rtl else self.margin + self.width - side
        for at, picture in enumerate(shown):
            row, column = divmod(at, 1 if len(shown) == 1 else 2)
            step = each + 0.1 * self.margin
            self._picture(painter, picture, QRectF(x + column * step, y + row * step, each, each))
        if address:
            painter.drawImage(QRectF(x, y, side * 0.7, side * 0.7), qr_code(address, 600))
        return y + height + 0.35 * self.margin

    def _picture(self, painter: QPainter, picture: Picture, frame: QRectF) -> None:
        data = picture_check.read(picture.file, self.handout.deck.root)
        if picture.file.suffix.lower() == ".svg":
            # Drawn by way of pixels, so that what a file puts beyond its own edges stays off the paper.
            image = QImage(900, 900, QImage.Format.Format_ARGB32_Premultiplied)
            image.fill(Qt.GlobalColor.transparent)
            inner = QPainter(image)
            renderer = QSvgRenderer(QByteArray(data))
            renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
            renderer.render(inner)
            inner.end()
        else:
            image = QImage.fromData(QByteArray(data))
        fitted = QSizeF(image.size()).scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRectF(frame.topLeft(), fitted), image)

    def _foot(self, painter: QPainter, total: int) -> None:
        text = self.handout.topic.text(self.handout.language)
        slides = [slide for slide in self.handout.deck.slides if slide.topic == self.handout.topic.id]
        parts = [text.source, _review(slides)]
        of = QCoreApplication.translate("Handout", "Page {} of {}").format(self.page, total)
        left = self._document(f"<p class='foot'>{escape('. '.join(part for part in parts if part))}</p>", self.width * 0.86)
        right = self._document(f"<p class='foot' align='right'>{escape(of)}</p>", self.width * 0.13)
        y = self.writer.height() - 0.95 * self.margin
        self._draw(painter, left, self.margin, y)
        self._draw(painter, right, self.margin + self.width * 0.87, y)

    def _document(self, markup: str, width: float) -> QTextDocument:
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.documentLayout().setPaintDevice(self.writer)
        font = QFont(QGuiApplication.font())
        font.setPointSizeF(BODY_POINTS)
        document.setDefaultFont(font)
        option = QTextOption()
        if self.rtl:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        document.setDefaultTextOption(option)
        document.setDefaultStyleSheet(
            "h1{font-size:26pt;color:#0F4351;margin:0} h2{font-size:16pt;color:#0F4351;margin:0 0 4pt 0}"
            "h3{font-size:13pt;color:#0F4351;margin:6pt 0 2pt 0} p{margin:0 0 5pt 0;color:#14303B}"
            "li{color:#14303B} .foot{font-size:8.5pt;color:#14303B;margin:0}"
        )
        document.setHtml(markup)
        document.setTextWidth(width)
        return document

    def _draw(self, painter: QPainter, document: QTextDocument, x: float, y: float) -> None:
        painter.save()
        painter.translate(x, y)
        document.drawContents(painter)
        painter.restore()


def _review(slides: list[Slide]) -> str:
    """The day of the last review, or the day by which one is due, where nobody has said that there was one."""
    last = max((slide.reviewed for slide in slides if slide.reviewed), default=None)
    if last:
        return QCoreApplication.translate("Handout", "Reviewed: {}").format(last.isoformat())
    due = min((slide.review_by for slide in slides if slide.review_by), default=None)
    return QCoreApplication.translate("Handout", "To be reviewed by: {}").format(due.isoformat()) if due else ""


def _html(blocks: tuple[Block, ...]) -> str:
    """The blocks as the program's own markup; everything an author wrote is escaped."""
    parts = []
    for block in blocks:
        match block:
            case Heading(spans=spans):
                parts.append(f"<h3>{inline(spans)}</h3>")
            case Paragraph(spans=spans):
                parts.append(f"<p>{inline(spans)}</p>")
            case ListBlock(ordered=ordered, items=items):
                tag = "ol" if ordered else "ul"
                parts.append(f"<{tag}>{''.join(f'<li>{_html(item)}</li>' for item in items)}</{tag}>")
            case Definitions(entries=entries):
                for term, meaning in entries:
                    sentences = " ".join(inline(inner.spans) for inner in meaning if isinstance(inner, Paragraph))
                    parts.append(f"<p><b>{inline(term)}</b>: {sentences}</p>")
            case Note(title=title, blocks=inner):
                parts.append((f"<p><b>{escape(title)}</b></p>" if title else "") + _html(inner))
            case Table(head=head, rows=rows):
                lines = "".join("<tr>" + "".join(f"<td>{inline(cell)}</td>" for cell in row) + "</tr>" for row in (head, *rows))
                parts.append(f"<table cellpadding='4'>{lines}</table>")
            case Code(address=address):
                parts.append(f"<p>{escape(address)}</p>")
            case Picture():
                pass
    return "".join(parts)
