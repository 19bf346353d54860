"""The five taps in the upper left corner by which staff ask for their panel."""

from __future__ import annotations

TAPS = 5
# In which all of them must come, in s.
SECONDS = 3.0


def counted(knocks: tuple[float, ...], corner: bool, now: float) -> tuple[float, ...]:
    """The moments of the taps that count, after one more at `now`. A tap outside the corner begins anew."""
    return (*(at for at in knocks if now - at < SECONDS), now) if corner else ()


def is_complete(knocks: tuple[float, ...]) -> bool:
    return len(knocks) >= TAPS
