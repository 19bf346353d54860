"""The settings from a terminal: listed, read, set and reset, also while the kiosk runs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from kiosk.cli.saving import Mistyped, answered, read, save
from kiosk.core.arrangement.arrangement import Arrangement
from kiosk.core.fields import did_you_mean
from kiosk.core.settings import FIELDS, NAMES, Settings, changed, check
from kiosk.core.storage.state_folder import StateFolder

USAGE = """\
settings list                  every setting: name, value, what it takes, its default, what it does
settings get NAME              its value; a list has one value a line
settings set NAME VALUE...     another value, from the next slide on; a list takes any number of them
settings reset NAME            its default"""

TRUTHS = {"true": True, "false": False, "yes": True, "no": False, "on": True, "off": False}


def settings(arguments: list[str], state: Path) -> int:
    """Does one command. Returns 0, 1 if it could not be done, 2 if it was mistyped; reasons go to standard error."""
    return answered(lambda: _do(arguments, StateFolder(state)))


def _do(arguments: list[str], store: StateFolder) -> None:
    match arguments:
        case [] | ["list"]:
            _list(read(store).settings)
        case ["get", name]:
            name = _known(name)
            for line in _lines(getattr(read(store).settings, name)):
                print(line)
        case ["set", name, *words] if words or isinstance(_default(name), tuple):
            _set(store, name, _parsed(name, words))
        case ["reset", name]:
            _set(store, name, _default(name))
        case _:
            raise Mistyped(USAGE)


def _list(present: Settings) -> None:
    width = max(map(len, NAMES))
    for name, field in FIELDS.items():
        value, default = _in_one_line(getattr(present, name)), _in_one_line(_default(name))
        print(f"{name:<{width}}  {value}\n{'':<{width}}  {field.help}: {field.kind.takes}, default {default}")


def _set(store: StateFolder, name: str, value: Any) -> None:
    def change(now: Arrangement) -> Arrangement:
        return replace(now, settings=changed(now.settings, name, value))

    save(store, change)


def _parsed(name: str, words: Sequence[str]) -> object:
    """The value that is typed as `words`. Raises Mistyped."""
    try:
        return check(name, _value(_default(name), words))
    except ValueError as error:
        default = _in_one_line(_default(name))
        raise Mistyped(f"{name} {error} (default {default}): {FIELDS[name].help}") from None


def _value(default: object, words: Sequence[str]) -> object:
    """The words as what the default is; as they stand, for the check to refuse, where they are none."""
    match default, words:
        case bool(), [word]:
            return TRUTHS.get(word.lower(), word)
        case float(), [word]:
            try:
                return float(word)
            except ValueError:
                return word
        case _:
            return tuple(words)


def _known(name: str) -> str:
    if name in FIELDS:
        return name
    raise Mistyped(f"There is no setting {name!r}; {did_you_mean(name, NAMES)}")


def _default(name: str) -> object:
    return getattr(Settings(), _known(name))


def _lines(value: object) -> tuple[str, ...]:
    match value:
        case bool():
            return (str(value).lower(),)
        case float():
            return (f"{value:g}",)
        case tuple():
            return tuple(map(str, value))
        case _:
            return (str(value),)


def _in_one_line(value: object) -> str:
    return " | ".join(_lines(value)) or "none"
