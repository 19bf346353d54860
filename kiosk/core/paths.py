"""The places of the program's own files: beside the package in a checkout, inside it when installed."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_HOME = _PACKAGE if (_PACKAGE / "resources").is_dir() else _PACKAGE.parent

RESOURCES = _HOME / "resources"
SLIDES = _HOME / "slides"
UI = _PACKAGE / "ui"
# In the state folder: what the first frame that is kept for the next start depends on.
KEPT_FRAME = "first-slide.json"
