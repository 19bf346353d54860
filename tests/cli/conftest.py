"""A small folder of slides."""

from __future__ import annotations

from pathlib import Path

import pytest

TITLES = ("Why", "What", "Rest")


@pytest.fixture
def slides(tmp_path: Path) -> Path:
    """One topic in English and Spanish, with three slides."""
    topic = tmp_path / "slides" / "t"
    topic.mkdir(parents=True)
    (topic / "topic.yaml").write_text("title: Test\nlanguage: en\n", encoding="utf-8")
    (topic / "topic.es.yaml").write_text("title: Prueba\n", encoding="utf-8")
    for number, title in enumerate(TITLES, 1):
        words = f"---\ntitle: {title}\nkicker: Chapter\n---\nYou may sit and read this.\n"
        (topic / f"{number}-{title.lower()}.md").write_text(words, encoding="utf-8")
        words = f"---\ntitle: {title} es\nkicker: Capítulo\n---\nPuede leer esto.\n"
        (topic / f"{number}-{title.lower()}.es.md").write_text(words, encoding="utf-8")
    return topic.parent


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"
