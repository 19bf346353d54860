"""Pictures, decoded off the GUI thread at exactly the size they are drawn at, and handed to QML from memory."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QImageReader, QPainter, QPainterPath
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from kiosk.core import files
from kiosk.core.content import picture_check
from kiosk.core.content.deck import CENTRE
from kiosk.core.files import Unreadable
from kiosk.core.layout.display_list import PictureBox
from kiosk.core.layout.picture_crop import contained, covering

PROVIDER = "slides"
# An overlay's pictures have keys that begin so: they come and go with the overlay.
OVERLAY = "overlay-"
# Decoding may take this much memory at most, in MB; picture_check.MAX_PIXELS keeps the declared size below it.
ALLOCATION_LIMIT = 128


# Reads a picture's file, within a folder, and checks it. Raises Unreadable.
Read = Callable[[Path, Path], bytes]


class Frame(Struct, frozen=True):
    """A picture at the size of its place. `cover`: fill the place, cropped around the focus; else show all of it."""

    file: Path
    width: int
    height: int
    focus: tuple[float, float] = CENTRE
    radius: float = 0.0
    cover: bool = True

    def key(self) -> str:
        """The name of this picture, as it is on disk now, in the provider."""
        return f"{hash((self, files.stamp(self.file))):x}"


def frame_of(box: PictureBox, scale: float = 1.0) -> Frame:
    """The frame of a box that is drawn `scale` times as large as it was laid out."""
    width, height = (max(round(side * scale), 1) for side in (box.width, box.height))
    return Frame(box.file, width, height, box.focus, box.radius * scale)


def decode(frame: Frame, root: Path, read: Read = picture_check.read) -> QImage:
    """The picture's pixels. Raises Unreadable; never touches a file outside `root`, never more memory than the limits."""
    data = read(frame.file, root)
    image = _svg(data, frame) if frame.file.suffix.lower() == ".svg" else _raster(data, frame)
    return _rounded(image, frame.radius) if frame.radius > 0 else image


class PictureProvider(QQuickImageProvider):
    """The decoded pictures that may be on the screen. Asking for one that is not there gives an empty one."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self.images: dict[str, QImage] = {}

    def keep(self, images: dict[str, QImage]) -> None:
        """Forgets all pictures but these and the overlays'."""
        overlays = {key: image for key, image in self.images.items() if key.startswith(OVERLAY)}
        self.images = images | overlays

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        return self.images.get(id, QImage())


def _place(natural: QSizeF, frame: Frame) -> QRectF:
    """The place of the whole picture, seen from its frame's upper left corner; what lies outside the frame is cropped."""
    picture, room = (natural.width(), natural.height()), (frame.width, frame.height)
    return QRectF(*(covering(picture, room, frame.focus) if frame.cover else contained(picture, room)))


def _svg(data: bytes, frame: Frame) -> QImage:
    renderer = QSvgRenderer(QByteArray(data))
    natural = QSizeF(renderer.viewBoxF().size())
    if not renderer.isValid() or natural.isEmpty():
        raise Unreadable("cannot be drawn; export it again or as PNG")
    image = _blank(frame)
    painter = QPainter(image)
    renderer.render(painter, _place(natural, frame))
    painter.end()
    return image


def _raster(data: bytes, frame: Frame) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    QImageReader.setAllocationLimit(ALLOCATION_LIMIT)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    natural = reader.size()
    if natural.isEmpty():
        raise Unreadable("cannot be decoded; export it again")
    turned = bool(reader.transformation().value & 4)
    shown = natural.transposed() if turned else natural
    place = _place(QSizeF(shown), frame)
    size = QSize(max(round(place.width()), 1), max(round(place.height()), 1))
    # Never decoded larger than it is: a small picture is enlarged when it is drawn.
    if size.width() < shown.width():
        reader.setScaledSize(size.transposed() if turned else size)
    picture = reader.read()
    if picture.isNull():
        raise Unreadable(f"cannot be decoded ({reader.errorString()}); export it again")
    image = _blank(frame)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(place, picture)
    painter.end()
    return image


def _blank(frame: Frame) -> QImage:
    image = QImage(max(frame.width, 1), max(frame.height, 1), QImage.Format.Format_ARGB32_Premultiplied)
    if image.isNull():
        raise Unreadable("cannot be drawn: there is not enough memory")
    image.fill(0)
    return image


def _rounded(image: QImage, radius: float) -> QImage:
    rounded = QImage(image.size(), QImage.Format.Format_ARGB32_Premultiplied)
    rounded.fill(0)
    path = QPainterPath()
    path.addRoundedRect(QRectF(QRect(0, 0, image.width(), image.height())), radius, radius)
    painter = QPainter(rounded)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(path)
    painter.drawImage(0, 0, image)
    painter.end()
    return rounded
