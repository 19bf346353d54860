"""The command line."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path


def main(arguments: list[str] | None = None) -> int:
    """Runs the command that the arguments name; the kiosk itself if they name none. Returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0].startswith("-") and given[0] not in ("-h", "--help")):
        given.insert(0, "run")
    options = _parser().parse_args(given)
    return int(options.command(options))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kiosk", description="Waiting-room slides that patients can tap through.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    run = commands.add_parser("run", help="the kiosk, fullscreen (the default)")
    _folders(run)
    run.add_argument("--windowed", type=_size, nargs="?", const=(1280, 720), metavar="WxH", help="in a window")
    run.add_argument("--screen", type=int, default=0, metavar="N", help="on screen N, counted from 0")
    run.add_argument("--rotate", type=int, default=0, choices=(0, 90, 180, 270), metavar="DEG", help="turned clockwise")
    run.add_argument("--offscreen", action="store_true", help="without any screen, for tests")
    run.add_argument("--quit-after", type=float, metavar="S", help="stop after S seconds")
    run.add_argument("--log", choices=("text", "json"), default="text", help="how events are written to standard error")
    run.set_defaults(command=_run)
    return parser


def _folders(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--slides", type=Path, metavar="DIR", help="the slides folder (default: the bundled one)")
    parser.add_argument("--state", type=Path, metavar="DIR", help="where staff's decisions are kept")


def slides_folder(options: argparse.Namespace) -> Path:
    from kiosk.core.places import SLIDES

    return (options.slides or SLIDES).absolute()


def state_folder(options: argparse.Namespace) -> Path:
    """--state, else $STATE_DIRECTORY (systemd sets it), else the user's state folder."""
    if options.state:
        return Path(options.state).absolute()
    if os.environ.get("STATE_DIRECTORY"):
        return Path(os.environ["STATE_DIRECTORY"])
    from platformdirs import user_state_path

    return user_state_path("kiosk", appauthor=False)


def _size(text: str) -> tuple[int, int]:
    try:
        width, height = (int(part) for part in text.lower().split("x"))
        if 200 <= width <= 8000 and 200 <= height <= 8000:
            return width, height
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{text!r} is no size; write it as 1280x720")


def _run(options: argparse.Namespace) -> int:
    from kiosk.cli.run import run

    return run(options, slides_folder(options), state_folder(options))
