"""`render`: every slide as a picture, or a topic as a PDF to print."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from kiosk.cli.progress import Progress
from kiosk.core import library
from kiosk.core.files import Unreadable
from kiosk.core.model import Deck, Severity


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
    # Drawing needs no screen, and gives the same picture with one.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_QUICK_BACKEND"] = "software"
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
    from kiosk.core import screen
    from kiosk.core.settings import Settings
    from kiosk.qt.application import application
    from kiosk.qt.rendering import Wish, render_pictures
    from kiosk.qt.typography import load_script, load_words

    settings = Settings()
    width, height = options.size
    measures = screen.screen(width, height, (0.0, 0.0), settings)
    wish = Wish(measures, options.language or "", options.text_size - 1, options.contrast, options.loop)
    with application() as running:
        for language in deck.languages():
            load_script(language)
        load_words(running, options.language or deck.languages()[0])
        return render_pictures(deck, wish, settings, options.out, progress)


def _handouts(options: argparse.Namespace, deck: Deck, progress: Progress) -> list[Path]:
    from kiosk.qt.application import application
    from kiosk.qt.handout import Handout, write
    from kiosk.qt.typography import load_script, load_words

    written = []
    with application() as running:
        for topic in deck.topics:
            language = topic.text(options.language or "").language
            load_script(language)
            translator = load_words(running, language)
            file = options.out / f"{topic.id}.{language}.{options.paper}.pdf"
            write(Handout(deck, topic, language, options.paper), file, progress)
            written.append(file)
            running.removeTranslator(translator)
    return written
