"""The running order from a terminal: the same file and the same lock as the staff panel's list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path

from kiosk.cli.saving import Mistyped, answered, read, save
from kiosk.cli.summary import in_english
from kiosk.core.arrangement import editing
from kiosk.core.arrangement.arrangement import SECONDS_RANGE, running_order
from kiosk.core.arrangement.editing import Edit
from kiosk.core.content import library
from kiosk.core.storage.state_folder import StateFolder, Unreadable

USAGE = """\
order list                 every slide: position, on/off, where, seconds, id, title
order move FROM TO         puts a slide at another position (positions from 1, or ids)
order on ID, order off ID  plays a slide, or not
order seconds ID N|auto    time on screen
order undo                 brings back the version before the last change"""


def order(arguments: list[str], slides: Path, state: Path) -> int:
    """Does one command. Returns 0, 1 if it could not be done, 2 if it was mistyped; reasons go to standard error."""
    return answered(lambda: _do(arguments, slides, StateFolder(state)))


def _do(arguments: list[str], slides: Path, store: StateFolder) -> None:
    match arguments:
        case [] | ["list"]:
            _list(store, slides)
        case ["move", source, target]:
            _change(store, slides, lambda edit: _move(edit, source, target))
        case ["on" | "off" as switch, slide]:
            _change(store, slides, lambda edit: editing.set_on(edit, _slide(edit.order, slide), switch == "on"))
        case ["seconds", slide, number]:
            seconds = _seconds(number)
            _change(store, slides, lambda edit: editing.set_seconds(edit, _slide(edit.order, slide), seconds))
        case ["undo"]:
            _undo(store)
        case _:
            raise Mistyped(USAGE)


def _list(store: StateFolder, slides: Path) -> None:
    arrangement = read(store)
    deck = library.load(slides)
    ids = running_order(arrangement.order, [slide.id for slide in deck.slides])
    width = max(map(len, ids), default=0)
    for position, slide_id in enumerate(ids, start=1):
        slide = deck.slide(slide_id)
        assert slide is not None
        effective = arrangement.effective(slide)
        on = "broken" if slide.error else "on" if effective.on else "off"
        time = f"{effective.seconds:g}" if effective.seconds else "auto"
        print(f"{position:>4}  {on:<6}  {effective.show.value:<5}  {time:>5}  {slide_id:<{width}}  {slide.texts[0].title}")
    if not ids:
        raise Mistyped(f"There is no slide in {slides}; name another folder with --slides.")


def _change(store: StateFolder, slides: Path, step: Callable[[Edit], Edit]) -> None:
    authored = library.scan(slides).ids()
    if not authored:
        raise Mistyped(f"There is no slide in {slides}; name another folder with --slides.")
    save(store, lambda now: step(editing.begin(now, authored)).to_save, authored)


def _undo(store: StateFolder) -> None:
    read(store)
    version = store.previous()
    if version is None:
        raise Unreadable("There is no earlier version to bring back.")
    saved = store.bring_back(version.number, datetime.now())
    print(f"Saved as version {saved.number}: brought back version {version.number} ({in_english(version.summary)}).")


def _move(edit: Edit, source: str, target: str) -> Edit:
    return editing.move(edit, _slide(edit.order, source), edit.order.index(_slide(edit.order, target)))


def _slide(ids: Sequence[str], text: str) -> str:
    """The id that a position or an id names. Raises Mistyped."""
    if text.isascii() and text.isdigit():
        if 1 <= int(text[:9]) <= len(ids):
            return ids[int(text[:9]) - 1]
        raise Mistyped(f"There is no position {text}; there are 1 to {len(ids)}.")
    if text in ids:
        return text
    near = get_close_matches(text, ids, n=1)
    ends = [slide for slide in ids if slide.endswith(f"/{text}")]
    hint = f"did you mean {(ends or near)[0]}?" if ends or near else "see them all with: main.py order list"
    raise Mistyped(f"There is no slide {text!r}; {hint}")


def _seconds(text: str) -> float | None:
    low, high = SECONDS_RANGE
    if text == "auto":
        return None
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if low <= seconds <= high:
        return seconds
    raise Mistyped(f"Seconds are a number from {low:g} to {high:g}, or auto.")
