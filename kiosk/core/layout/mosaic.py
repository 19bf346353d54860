"""Pictures on a page: the frame of each, on whole pixels, and the point of it that stays visible."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from msgspec import Struct

from kiosk.core.content.deck import CENTRE, Picture
from kiosk.core.layout.display_list import PictureBox

# As many pictures as can still be told apart beside a text.
MOST_PICTURES = 9
# Px between two pictures.
GAP = 4.0


class Mosaic(Struct, frozen=True):
    """The pictures of a slide in reading order. `focus` is the slide's own: it holds for the first picture without one."""

    pictures: Sequence[Picture]
    focus: tuple[float, float]

    def boxes(self, x: float, y: float, width: float, height: float) -> list[PictureBox]:
        """Up to MOST_PICTURES pictures that fill a frame between them."""
        count = min(len(self.pictures), MOST_PICTURES)
        if count == 0:
            return []
        columns = _columns(count, width > 1.2 * height)
        rows = -(-count // columns)
        gap = GAP if count > 1 else 0.0
        w, h = (width - gap * (columns - 1)) / columns, (height - gap * (rows - 1)) / rows
        boxes = []
        for at, picture in enumerate(islice(self.pictures, count)):
            row, column = divmod(at, columns)
            boxes.append(self.box(picture, x + column * (w + gap), y + row * (h + gap), w, h))
        return boxes

    def box(self, picture: Picture, x: float, y: float, width: float, height: float, radius: float = 0.0) -> PictureBox:
        """One picture in its frame, with corners of `radius` px."""
        number = self.pictures.index(picture)
        focus = self.focus if number == 0 and picture.focus == CENTRE else picture.focus
        # Whole pixels, so that the picture is decoded at exactly the size it is drawn at.
        left, top, right, bottom = round(x), round(y), round(x + width), round(y + height)
        return PictureBox(left, top, right - left, bottom - top, picture.alt, picture.file, number, focus, radius)


def _columns(count: int, wide: bool) -> int:
    match count:
        case 1:
            return 1
        case 2 | 3:
            return count if wide else 1
        case 4:
            return 2
    return 3
