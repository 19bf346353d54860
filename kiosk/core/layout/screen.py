"""The screen's measures: what can be read from where people stand, and what a finger can hit."""

from __future__ import annotations

from math import hypot, radians, tan

from msgspec import Struct

from kiosk.core.settings import Settings

MM_PER_INCH = 25.4
# Without a believable report from the screen: a 43 inch television on the wall.
DEFAULT_INCHES = 43.0
BELIEVABLE_INCHES = (5.0, 120.0)
# From this size on a screen hangs on a wall and is read from across the room.
WALL_INCHES = 32.0
WALL_METRES = 3.0
ARM_METRES = 0.6

# Cap heights as angles at the eye, in minutes of arc: ISO 9241-303 (at least 16, 20 to 22 preferred; larger for old eyes).
FLOOR_ARC = 20.0
TARGET_ARC = 30.0
# Cap height of Atkinson Hyperlegible Next, in em (its OS/2 table).
CAP_HEIGHT = 0.668

# Shares of the short side, as drawn in the mockups at 1080 px: a screen seen close should still look filled.
LOOP_SHARE = 60 / 1080
SESSION_SHARE = 52 / 1080
LABEL_SHARE = 32 / 1080
# Steps of the text size that a reader may choose; the first is the normal one.
TEXT_SIZES = 3
# Each text size over the one before; the third is 1.44 times the first.
TEXT_STEP = 1.2

# Targets for a finger in mm (visual.md, Touch).
TARGET_MM = 20.0
PRIMARY_MM = 25.0
GAP_MM = 3.0


class Screen(Struct, frozen=True):
    """A screen as it is used, already rotated: size in px, px per mm, and the distance of the loop's readers in m."""

    width: int
    height: int
    px_per_mm: float
    metres: float

    @property
    def short(self) -> int:
        return min(self.width, self.height)

    @property
    def portrait(self) -> bool:
        return self.height > self.width

    @property
    def margin(self) -> float:
        return self.short * (0.067 if self.portrait else 0.085)

    @property
    def loop_sizes(self) -> tuple[float, float]:
        """Floor and target of the loop's body text, in px."""
        floor = self._em(FLOOR_ARC, self.metres)
        return floor, max(self._em(TARGET_ARC, self.metres), self.short * LOOP_SHARE, floor)

    def session_size(self, step: int) -> float:
        """The body text of a session in px. Its reader stands at arm's length, wherever the screen hangs."""
        base = max(self._em(FLOOR_ARC, ARM_METRES), self.short * SESSION_SHARE)
        return float(base * TEXT_STEP ** (step % TEXT_SIZES))

    @property
    def label_size(self) -> float:
        """Text on buttons, in px."""
        return max(self._em(FLOOR_ARC, ARM_METRES), self.short * LABEL_SHARE)

    @property
    def target(self) -> float:
        """The least side of anything that can be tapped, in px."""
        return max(TARGET_MM * self.px_per_mm, self.short * 0.09)

    @property
    def primary(self) -> float:
        return max(PRIMARY_MM * self.px_per_mm, self.target)

    @property
    def gap(self) -> float:
        """The least distance between two targets, in px."""
        return max(GAP_MM * self.px_per_mm, self.short * 0.017)

    @property
    def foot(self) -> float:
        """The height of the invitation and the dots at the loop's lower edge, in px."""
        return max(self.short * 0.19, self.target + self.short * 0.08)

    @property
    def bar_rows(self) -> int:
        return 2 if self.portrait else 1

    @property
    def bar_height(self) -> float:
        """The session's bar: one row of buttons, two in portrait."""
        return self.primary + (self.bar_rows - 1) * (self.target + self.gap) + 2 * self.bar_pad

    @property
    def bar_pad(self) -> float:
        """Between the bar's edges and its buttons."""
        return max(self.gap, self.short * 0.026)

    def _em(self, arc: float, metres: float) -> float:
        cap_mm = metres * 1000 * tan(radians(arc / 60))
        return cap_mm * self.px_per_mm / CAP_HEIGHT


def screen(width: int, height: int, reported_mm: tuple[float, float], settings: Settings) -> Screen:
    """The screen of `width` x `height` px that says it is `reported_mm` large; what the settings say goes first."""
    inches = settings.screen_inches
    if not inches:
        inches = hypot(*reported_mm) / MM_PER_INCH
        if not BELIEVABLE_INCHES[0] <= inches <= BELIEVABLE_INCHES[1]:
            inches = DEFAULT_INCHES
    px_per_mm = hypot(width, height) / (inches * MM_PER_INCH)
    metres = settings.viewing_distance or (WALL_METRES if inches >= WALL_INCHES else ARM_METRES)
    return Screen(width, height, px_per_mm, metres)
