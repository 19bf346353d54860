"""What the tests of the core share: a folder of slides, and a font whose letters are all equally wide."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.core.layout.display_list import Style

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file of the slides folder `tmp_path`, given as text or bytes, and returns its path."""

    def write(name: str, content: str | bytes = "# Title\n\nText.\n") -> Path:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    return write


class FixedWidth:
    """A Measure by arithmetic: each letter is half an em wide, each line as high as its style says."""

    def height(self, markup: str, style: Style, width: float) -> float:
        return len(_lines(_words(markup), style, width)) * style.size * style.line

    def widest_word(self, text: str, style: Style) -> float:
        return max((len(word) * _letter(style) for word in text.split()), default=0.0)

    def places(
        self, markup: str, style: Style, width: float, start: int, length: int
    ) -> tuple[tuple[float, float, float], ...]:
        at = 0
        for number, line in enumerate(_lines(_words(markup), style, width)):
            if at <= start < at + len(line) + 1:
                letter = _letter(style)
                return (((start - at) * letter, (number + 0.8) * style.size * style.line, length * letter),)
            at += len(line) + 1
        return ()


def _letter(style: Style) -> float:
    return style.size / 2 + style.spacing


def _words(markup: str) -> list[str]:
    return html.unescape(re.sub(r"<[^>]*>", " ", markup.replace("</b>", "").replace("<b>", ""))).split()


def _lines(words: list[str], style: Style, width: float) -> list[str]:
    lines = [""]
    for word in words:
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and len(longer) * _letter(style) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


@pytest.fixture
def measure() -> FixedWidth:
    return FixedWidth()
