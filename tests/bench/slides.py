"""Makes a slides folder with any number of slides, as large as real ones: `python tests/bench/slides.py FOLDER 10000`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

PER_TOPIC = 500
REPOSITORY = Path(__file__).resolve().parents[2]
# Every slide has a picture, as real ones do; ten files stand for all of them.
PICTURES = sorted((REPOSITORY / "slides" / "biopsy").glob("*.svg"))[:10]

SLIDE = """\
---
title: What happens in step {number}
kicker: Chapter {chapter}
layout: split
focus: 50 50
loop_text: The doctor explains step {number} before it begins.
reviewed: 2026-11-22
---
![A drawing that shows step {number} of the examination.]({picture})

The doctor explains **step {number}** before it begins, and you can ask whatever you want to know at any time.

A nurse stays with you. You may feel a little pressure, but no pain. It takes about {minutes} minutes, and then you rest.
"""


def write_slides(folder: Path, count: int) -> None:
    """Fills `folder` with `count` slides in topics of PER_TOPIC."""
    for number in range(count):
        topic = folder / f"topic-{number // PER_TOPIC:03}"
        if number % PER_TOPIC == 0:
            topic.mkdir(parents=True)
            (topic / "topic.yaml").write_text(f"title: Topic {number // PER_TOPIC}\nlanguage: en\n", encoding="utf-8")
            for picture in PICTURES:
                shutil.copy(picture, topic)
        words = SLIDE.format(
            number=number, chapter=number // 10, minutes=number % 50 + 10, picture=PICTURES[number % len(PICTURES)].name
        )
        (topic / f"{number % PER_TOPIC:03}-step.md").write_text(words, encoding="utf-8")


if __name__ == "__main__":
    write_slides(Path(sys.argv[1]), int(sys.argv[2]))
