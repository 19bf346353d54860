"""The command line."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def main(arguments: list[str] | None = None) -> int:
    """Runs the command that the arguments name; the kiosk itself if they name none. Returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0].startswith("-") and given[0] not in ("-h", "--help")):
        given.insert(0, "run")
    options = _parser(given[0]).parse_args(given)
    try:
        return int(options.command(options))
    except BrokenPipeError:
        # Whoever read the output has seen enough (`| head`). What is still unwritten must not complain at the exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser(command: str) -> argparse.ArgumentParser:
    """Reads one command's arguments; those of all where the name is none. A start has no use for eight further parsers."""
    parser = argparse.ArgumentParser(prog="kiosk", description="Waiting-room slides that patients can tap through.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for add in [COMMANDS[command]] if command in COMMANDS else COMMANDS.values():
        add(commands)
    return parser


def _add_run(commands: Commands) -> None:
    run = commands.add_parser("run", help="the kiosk, fullscreen (the default)")
    _folders(run)
    run.add_argument("--windowed", type=_size, nargs="?", const=(1280, 720), metavar="WxH", help="in a window")
    run.add_argument("--screen", type=int, default=0, metavar="N", help="on screen N, counted from 0")
    run.add_argument("--rotate", type=int, default=0, choices=(0, 90, 180, 270), metavar="DEG", help="turned clockwise")
    run.add_argument("--offscreen", action="store_true", help="without any screen, for tests")
    run.add_argument("--quit-after", type=float, metavar="S", help="stop after S seconds")
    run.add_argument("--log", choices=("text", "json"), default="text", help="how events are written to standard error")
    run.add_argument(
        "--log-sessions",
        action="store_true",
        help="log each session and each slide with its time, for tests; never where patients are",
    )
    run.set_defaults(command=_run)


def _add_setup(commands: Commands) -> None:
    setup = commands.add_parser("setup", help="prepare this machine: --dev for the tests, --service to start with it")
    setup.set_defaults(command=_setup)


def _add_check(commands: Commands) -> None:
    check = commands.add_parser(
        "check",
        help="everything wrong with the slides, as path:line: severity: message",
        epilog="A slide has two pages at most. What the program adds to a topic's last one (its words, credit and QR code) "
        "does not count. The exit code is 1 if there is an error; warnings do not count.",
    )
    _folders(check)
    check.add_argument("--json", action="store_true", help="for machines")
    check.add_argument(
        "--screen", type=_size, action="append", metavar="WxH", help="to check on, again for more (else three usual ones)"
    )
    check.set_defaults(command=_check)


def _add_render(commands: Commands) -> None:
    render = commands.add_parser("render", help="every slide as a picture, or a PDF to print")
    render.add_argument("out", type=Path, metavar="OUT", help="the folder to write into")
    render.add_argument("--slides", type=Path, metavar="DIR", help="the slides folder (default: the bundled one)")
    render.add_argument("--format", choices=("png", "pdf"), default="png", help="pictures (default), or a handout per topic")
    render.add_argument("--paper", choices=("a4", "letter"), default="a4", help="the handout's paper")
    render.add_argument("--size", type=_size, default=(1920, 1080), metavar="WxH", help="of the pictures")
    render.add_argument("--language", metavar="L", help="such as en or es (default: each topic's own)")
    render.add_argument("--text-size", type=int, choices=(1, 2, 3), default=1, metavar="S", help="1, 2 or 3")
    render.add_argument("--contrast", action="store_true", help="in high contrast")
    render.add_argument("--loop", action="store_true", help="as the idle loop shows them")
    render.set_defaults(command=_render)


def _add_order(commands: Commands) -> None:
    """Its words are read by its own module, as those of `settings` are."""
    order = commands.add_parser("order", help="the running order: list, move, on, off, seconds, undo")
    _folders(order)
    order.add_argument("words", nargs="*", metavar="WORDS", help="see `order help`")
    order.set_defaults(command=_order)


def _add_settings(commands: Commands) -> None:
    settings = commands.add_parser("settings", help="every setting: list, get, set, reset; also while the kiosk runs")
    settings.add_argument("--state", type=Path, metavar="DIR", help="where staff's decisions are kept")
    settings.add_argument("words", nargs="*", metavar="WORDS", help="see `settings help`")
    settings.set_defaults(command=_settings)


def _add_pin(commands: Commands) -> None:
    pin = commands.add_parser("pin", help="set or clear the staff PIN")
    pin.add_argument("--state", type=Path, metavar="DIR", help="where staff's decisions are kept")
    pin.add_argument("--clear", action="store_true", help="no PIN: the next is set here, or with the code in the kiosk's log")
    pin.set_defaults(command=_pin)


def _add_doctor(commands: Commands) -> None:
    doctor = commands.add_parser("doctor", help="what this machine has and lacks")
    _folders(doctor)
    doctor.set_defaults(command=_doctor)


COMMANDS: dict[str, Callable[[Commands], None]] = {
    "run": _add_run,
    "check": _add_check,
    "render": _add_render,
    "settings": _add_settings,
    "order": _add_order,
    "pin": _add_pin,
    "setup": _add_setup,
    "doctor": _add_doctor,
}


def _folders(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--slides", type=Path, metavar="DIR", help="the slides folder (default: the bundled one)")
    parser.add_argument("--state", type=Path, metavar="DIR", help="where staff's decisions are kept")


def slides_folder(options: argparse.Namespace) -> Path:
    from kiosk.core.paths import SLIDES

    return (options.slides or SLIDES).absolute()


def state_folder(options: argparse.Namespace) -> Path:
    """--state, else the user's state folder, which the service names too."""
    from kiosk.install import folders

    return Path(options.state).absolute() if options.state else folders.state_folder()


def _size(text: str) -> tuple[int, int]:
    try:
        width, height = (int(part) for part in text.lower().split("x"))
        if 200 <= width <= 8000 and 200 <= height <= 8000:
            return width, height
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{text!r} is no size; write it as 1280x720")


def _check(options: argparse.Namespace) -> int:
    from kiosk.cli.check import check

    return check(options, slides_folder(options), state_folder(options))


def _setup(options: argparse.Namespace) -> int:
    print("kiosk: setting up is done in the project's folder: python3 main.py setup", file=sys.stderr)
    return 1


def _render(options: argparse.Namespace) -> int:
    from kiosk.cli.render import render

    return render(options, slides_folder(options))


def _order(options: argparse.Namespace) -> int:
    from kiosk.cli.order import order

    return order(options.words, slides_folder(options), state_folder(options))


def _settings(options: argparse.Namespace) -> int:
    from kiosk.cli.settings import settings

    return settings(options.words, state_folder(options))


def _pin(options: argparse.Namespace) -> int:
    from kiosk.cli.pin import pin

    return pin(["--clear"] if options.clear else [], state_folder(options))


def _doctor(options: argparse.Namespace) -> int:
    from kiosk.cli.doctor import doctor

    return doctor(slides_folder(options), state_folder(options))


def _run(options: argparse.Namespace) -> int:
    from kiosk.cli.run import run

    return run(options, slides_folder(options), state_folder(options))
