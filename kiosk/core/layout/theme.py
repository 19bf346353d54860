"""The colours, and the contrast of every pair in use."""

from __future__ import annotations

from msgspec import Struct


class Palette(Struct, frozen=True):
    """One set of colours, each as #RRGGBB."""

    paper: str
    card: str
    ink: str
    heading: str
    accent: str
    on_accent: str
    kicker: str
    quiet: str
    on_quiet: str
    line: str
    dot: str
    dot_seen: str
    scrim: str
    # The focus ring's two tones: whatever it lies on, one of them stands out.
    focus: str
    focus_rim: str
    # The staff's panel: its ground, its head with the buttons on it, what stands out there, and what is wrong.
    desk: str = "#F4F0E8"
    banner: str = "#0F4351"
    on_banner: str = "#FFFFFF"
    banner_quiet: str = "#1F5664"
    signal: str = "#FFE08A"
    on_signal: str = "#14303B"
    muted: str = "#3E545D"
    off: str = "#8FA0A7"
    alarm: str = "#B8442F"
    alarm_ground: str = "#FFF4F0"


LIGHT = Palette(
    paper="#FBF8F2",
    card="#FFFFFF",
    ink="#14303B",
    heading="#0F4351",
    accent="#0F5C6E",
    on_accent="#FFFFFF",
    # visual.md names #A63C28, which reaches 6.0:1 on paper; this is the same hue at 7:1 and above.
    kicker="#94311F",
    quiet="#E4F0F1",
    on_quiet="#0F4351",
    line="#E4DCCB",
    dot="#CFE2E6",
    dot_seen="#7DB6C1",
    scrim="#14303B",
    focus="#14303B",
    focus_rim="#FFFFFF",
)
HIGH_CONTRAST = Palette(
    paper="#0B1D24",
    card="#06141A",
    ink="#FFFFFF",
    heading="#FFE08A",
    accent="#FFE08A",
    on_accent="#0B1D24",
    kicker="#FFB59E",
    quiet="#1B3A45",
    on_quiet="#FFFFFF",
    line="#27454F",
    dot="#27454F",
    dot_seen="#6F9AA6",
    scrim="#000000",
    focus="#FFFFFF",
    focus_rim="#0B1D24",
)
PALETTES = (LIGHT, HIGH_CONTRAST)

# Text and its ground, as they meet on the screen.
TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    ("ink", "paper"),
    ("ink", "card"),
    ("heading", "paper"),
    ("heading", "card"),
    ("kicker", "paper"),
    ("kicker", "card"),
    ("accent", "paper"),
    ("on_accent", "accent"),
    ("on_quiet", "quiet"),
)
# The same in the staff's panel, which has one set of colours.
STAFF_PAIRS: tuple[tuple[str, str], ...] = (
    ("ink", "desk"),
    ("heading", "desk"),
    ("on_banner", "banner"),
    ("on_banner", "banner_quiet"),
    ("on_signal", "signal"),
    ("muted", "card"),
    ("muted", "desk"),
    ("ink", "alarm_ground"),
    ("muted", "alarm_ground"),
)
# WCAG 2.2, success criterion 1.4.6 (AAA).
LEAST_CONTRAST = 7.0
# What a focus ring may lie on.
FOCUS_GROUNDS = (
    "paper", "card", "quiet", "accent", "heading", "scrim", "line", "desk", "banner", "banner_quiet", "signal", "off",
    "alarm_ground",
)  # fmt: skip
# WCAG 2.2, success criterion 1.4.11, for what is no text.
LEAST_FOCUS_CONTRAST = 3.0


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
