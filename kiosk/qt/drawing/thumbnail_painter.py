"""A page of a slide drawn small, for whoever arranges slides: the same boxes as on the screen, painted into an image."""

from __future__ import annotations

from typing import assert_never

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QImage, QPainter, QPalette, QTextDocument, QTextOption

from kiosk.core.content import picture_check
from kiosk.core.content.deck import Deck, Slide
from kiosk.core.files import Unreadable
from kiosk.core.layout.display_list import Box, CodeBox, DiscBox, PanelBox, PictureBox, Style, TermBox, TextBox
from kiosk.core.layout.rendition import Rendition
from kiosk.core.layout.slide_layout import lay_out_slide
from kiosk.core.layout.theme import LIGHT
from kiosk.qt.drawing import picture_decoder
from kiosk.qt.drawing.fonts import FontMeasure, font
from kiosk.qt.drawing.qr_code import qr_code

_ALIGN = {"right": Qt.AlignmentFlag.AlignRight, "center": Qt.AlignmentFlag.AlignHCenter}


class PaintedThumbnail(Struct, frozen=True):
    """A painted page, and how many pages the slide has in that rendition."""

    image: QImage
    pages: int


def paint(
    deck: Deck,
    slide: Slide,
    rendition: Rendition,
    measure: FontMeasure,
    page: int,
    height: int,
    read: picture_decoder.Read = picture_check.read,
) -> PaintedThumbnail:
    """Paints one page `height` px high. What cannot be drawn is left out; never raises for content."""
    screen = rendition.screen
    scale = height / screen.height
    image = QImage(max(round(screen.width * scale), 1), max(height, 1), QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.paper))
    pages = lay_out_slide(deck, slide, rendition, measure).pages
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.scale(scale, scale)
    for box in pages[min(page, len(pages) - 1)]:
        painter.save()
        _draw(painter, box, deck, scale, read)
        painter.restore()
    painter.end()
    return PaintedThumbnail(image, len(pages))


def _draw(painter: QPainter, box: Box, deck: Deck, scale: float, read: picture_decoder.Read) -> None:
    place = QRectF(box.x, box.y, box.width, box.height)
    match box:
        case TextBox():
            _text(painter, box)
        case PanelBox() | DiscBox():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(box.colour))
            painter.drawRoundedRect(place, box.radius, box.radius)
        case PictureBox():
            try:
                painter.drawImage(place, picture_decoder.decode(picture_decoder.frame_of(box, scale), deck.root, read))
            except Unreadable:
                return
        case CodeBox():
            painter.drawImage(place, qr_code(box.name, max(round(box.width * scale), 1)))
        case TermBox():
            # Too small to be seen in a thumbnail.
            pass
        case _:
            assert_never(box)


def _text(painter: QPainter, box: TextBox) -> None:
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setUndoRedoEnabled(False)
    option = QTextOption(_ALIGN.get(box.align, Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setDefaultFont(font(Style(box.size, box.weight, spacing=box.spacing)))
    document.setTextWidth(box.width)
    document.setHtml(box.html)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, QColor(box.colour))
    painter.translate(QPointF(box.x, box.y))
    document.documentLayout().draw(painter, context)
