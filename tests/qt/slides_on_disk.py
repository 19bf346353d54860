"""A topic of three slides: a short one, one of several pages with a word to know, one with a picture."""

from __future__ import annotations

from pathlib import Path

SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="100" height="100" fill="#B8442F"/></svg>'
FIRST, LONG, PICTURED = "topic/1-first", "topic/2-long", "topic/3-pictured"


def write(root: Path) -> Path:
    topic = root / "topic"
    topic.mkdir(parents=True)
    (topic / "topic.yaml").write_text("title: The topic\nlanguage: en\n", encoding="utf-8")
    (topic / "topic.es.yaml").write_text("title: El tema\n", encoding="utf-8")
    (topic / "glossary.md").write_text("*[biopsy]: Taking a small piece to look at.\n", encoding="utf-8")
    (topic / "square.svg").write_text(SQUARE, encoding="utf-8")
    paragraphs = "\n\n".join(
        f"Paragraph {n}. " + "A biopsy takes a short while and you may ask questions. " * 4 for n in range(8)
    )
    _write(topic / "1-first.md", "A first slide", "A few words.")
    _write(topic / "1-first.es.md", "Una primera lámina", "Pocas palabras.")
    _write(topic / "2-long.md", "A long slide", f"A biopsy takes time.\n\n{paragraphs}", loop_text="A few words of it.")
    _write(
        topic / "3-pictured.md", "A slide with a picture", "![A plain square, for the test.](square.svg)\n\nWords beside it."
    )
    return root


def _write(file: Path, title: str, body: str, **front: str) -> None:
    lines = "".join(f"{key}: {value}\n" for key, value in front.items())
    file.write_text(f"---\ntitle: {title}\nkicker: Chapter {title.split()[1]}\n{lines}---\n{body}\n", encoding="utf-8")
