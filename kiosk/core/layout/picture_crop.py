"""The part of a picture that is kept where it fills a frame of another shape."""

from __future__ import annotations

Size = tuple[float, float]
# x and y of the whole picture, seen from its frame's upper left corner, and its width and height; all in px.
Place = tuple[float, float, float, float]


def covering(picture: Size, frame: Size, focus: tuple[float, float]) -> Place:
    """The place of a picture that fills its frame. `focus`, in per cent of its sides, comes as near the middle as it may."""
    scale = max(frame[0] / picture[0], frame[1] / picture[1])
    width, height = picture[0] * scale, picture[1] * scale
    x = min(max(frame[0] / 2 - width * focus[0] / 100, frame[0] - width), 0)
    y = min(max(frame[1] / 2 - height * focus[1] / 100, frame[1] - height), 0)
    return x, y, width, height


def contained(picture: Size, frame: Size) -> Place:
    """The place of a picture of which all is shown, in the middle of its frame."""
    scale = min(frame[0] / picture[0], frame[1] / picture[1])
    width, height = picture[0] * scale, picture[1] * scale
    return (frame[0] - width) / 2, (frame[1] - height) / 2, width, height


def kept_shares(picture: Size, frame: Size) -> tuple[float, float]:
    """The shares of a picture's width and height that are left when it fills a frame."""
    _, _, width, height = covering(picture, frame, (50.0, 50.0))
    return frame[0] / width, frame[1] / height
