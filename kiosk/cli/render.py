"""`render`: every slide as a picture, or a topic as a PDF to print."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kiosk.cli.progress import Progress
from kiosk.core.content import library
from kiosk.core.content.deck import Deck
from kiosk.core.files import Unreadable
from kiosk.core.problem import Severity


def render(options: argparse.Namespace, slides: Path) -> int:
    """Runs the command: 0 done, 1 could not be done."""
    deck = library.load(slides)
    for problem in deck.problems:
        if problem.severity is Severity.ERROR:
            print(problem, file=sys.stderr)
    if not any(slide.error is None for slide in deck.slides):
        print("kiosk: there is no slide to render; `main.py check` says what is wrong", file=sys.stderr)
        return 1
    languages = deck.languages()
    if options.language and options.language not in languages:
        print(f"kiosk: no topic is written in {options.language!r}; there are {', '.join(languages)}", file=sys.stderr)
        return 1
    progress = Progress()
    try:
        options.out.mkdir(parents=True, exist_ok=True)
        written = _handouts(options, deck, progress) if options.format == "pdf" else _pictures(options, deck, progress)
    except (OSError, Unreadable) as error:
        progress.end()
        print(f"kiosk: {error}", file=sys.stderr)
        return 1
    progress.end()
    print(f"{len(written)} files in {options.out}")
    return 0


def _pictures(options: argparse.Namespace, deck: Deck, progress: Progress) -> list[Path]:
    from kiosk.core.layout import screen
    from kiosk.core.settings import Settings
    from kiosk.qt.offscreen.renderer import Form, render_pictures

    settings = Settings()
    width, height = options.size
    measures = screen.screen(width, height, (0.0, 0.0), settings)
    form = Form(measures, options.language or "", options.text_size - 1, options.contrast, options.loop)
    return render_pictures(deck, form, settings, options.out, progress)


def _handouts(options: argparse.Namespace, deck: Deck, progress: Progress) -> list[Path]:
    from kiosk.qt.offscreen.handout_pdf import write_handouts

    return write_handouts(deck, options.language or "", options.paper, options.out, progress)
