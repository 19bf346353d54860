"""The options of one run of the kiosk."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct


class RunOptions(Struct, frozen=True):
    """`windowed`: width and height in px, or None for the whole screen. `turn`: degrees clockwise. `quit_after`: s."""

    slides: Path
    state: Path
    windowed: tuple[int, int] | None = None
    screen: int = 0
    turn: int = 0
    quit_after: float | None = None
