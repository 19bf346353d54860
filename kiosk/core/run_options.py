"""How the kiosk was asked to run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class RunOptions:
    """`windowed`: width and height in px, or None for the whole screen. `turn`: degrees clockwise. `quit_after`: s."""

    slides: Path
    state: Path
    windowed: tuple[int, int] | None = None
    screen: int = 0
    turn: int = 0
    quit_after: float | None = None
