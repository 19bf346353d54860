"""YAML front matter and topic files: typed values out of untrusted text, each problem with its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import Enum

import yaml

from kiosk.core.content.deck import Layout, Show
from kiosk.core.problem import Problem, Severity

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
FENCE = "---"
# libyaml's loader follows nesting on the C stack, which a hostile file overflows. A front matter nests once at most.
_NESTS = re.compile(r"[\[{]|[-?]\s")
MAX_NESTS = 400


class Invalid(ValueError):
    """A value that a field does not take; the message says what it takes."""


def _text(value: object) -> str:
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return " ".join(str(value).split())
    raise Invalid("takes text")


def _number(low: float, high: float, unit: str) -> Callable[[object], float]:
    def parse(value: object) -> float:
        if isinstance(value, (int, float)) and not isinstance(value, bool) and low <= value <= high:
            return float(value)
        raise Invalid(f"takes a number from {low:g} to {high:g}{unit}")

    return parse


def _date(value: object) -> date:
    if type(value) is date:
        return value
    raise Invalid("takes a date such as 2026-11-22")


def focus(value: object) -> tuple[float, float]:
    """Reads "x y" in per cent of a picture's width and height; raises Invalid."""
    parts = value.split() if isinstance(value, str) else value
    try:
        x, y = (float(part) for part in parts)  # type: ignore[attr-defined]
    except (TypeError, ValueError):
        raise Invalid("takes two numbers in per cent, such as 56 71") from None
    if not (0 <= x <= 100 and 0 <= y <= 100):
        raise Invalid("takes per cent from 0 to 100")
    return (x, y)


def _choice(kind: type[Enum]) -> Callable[[object], Enum]:
    def parse(value: object) -> Enum:
        try:
            return kind(value)
        except ValueError:
            raise Invalid(f"takes one of {', '.join(str(member.value) for member in kind)}") from None

    return parse


def _language(value: object) -> str:
    if isinstance(value, str) and value.replace("-", "").isalnum() and 2 <= len(value) <= 12:
        return value
    raise Invalid("takes a language code such as en or es")


def _web_address(value: object) -> str:
    if isinstance(value, str) and value.startswith(("https://", "http://")) and len(value) <= 300 and " " not in value:
        return value
    raise Invalid("takes a web address that starts with https://")


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a front matter: how its value is read, and what it is for."""

    parse: Callable[[object], object]
    help: str


# What an author can say of a slide's words, in the slide itself and in each translation.
TEXT_FIELDS: Mapping[str, Field] = {
    "title": Field(_text, "the slide's heading (else the first heading of the body)"),
    "kicker": Field(_text, "the chapter, in small letters above the heading"),
    "loop_text": Field(_text, "the few words that the loop shows instead of the body"),
}
# What holds for the slide in every language.
SLIDE_FIELDS: Mapping[str, Field] = {
    **TEXT_FIELDS,
    "layout": Field(_choice(Layout), "how words and pictures stand: auto, picture, text, split, steps, compare, cards"),
    "focus": Field(focus, "the point of the picture that must stay visible, x y in per cent"),
    "seconds": Field(_number(3, 300, " seconds"), "time on screen in the loop (else from the words)"),
    "show": Field(_choice(Show), "loop: loop and menu; touch: only after a touch"),
    "source": Field(_text, "where the facts come from"),
    "reviewed": Field(_date, "the day a professional last read it"),
    "review_by": Field(_date, "the day it must be read again"),
    "from": Field(_date, "first day it shows"),
    "until": Field(_date, "last day it shows"),
}
TOPIC_TEXT_FIELDS: Mapping[str, Field] = {
    "title": Field(_text, "the topic's name"),
    "source": Field(_text, "the credit on the last slide"),
    "more": Field(_web_address, "a web address for more; the last slide shows it as a QR code"),
}
TOPIC_FIELDS: Mapping[str, Field] = {
    **TOPIC_TEXT_FIELDS,
    "language": Field(_language, "the language the slides are written in"),
    "order": Field(_number(-1e6, 1e6, ""), "its place in the library, lower first"),
}


def split(text: str) -> tuple[str, str, int]:
    """Divides a slide's file into front matter, body, and the line (from 1) at which the body starts.

    A file without front matter is all body. An opening fence that is never closed leaves the whole file as
    front matter, so that reading it reports the missing fence.
    """
    if not text.startswith(FENCE + "\n"):
        return "", text, 1
    lines = text.split("\n")
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            return "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2
    return "\n".join(lines[1:]), "", len(lines)


def read(source: str, path: str, fields: Mapping[str, Field], first_line: int = 2) -> tuple[dict[str, object], list[Problem]]:
    """Reads a YAML mapping and returns the good values, with a problem for each of the others.

    `first_line` is the line of the file at which `source` starts.
    """
    problems: list[Problem] = []
    values: dict[str, object] = {}
    too_deep = Problem(path, first_line, "the front matter is nested too deeply; use lines of `key: value`")
    if len(_NESTS.findall(source)) > MAX_NESTS:
        return {}, [too_deep]
    loader = None
    try:
        loader = _Loader(source)
        node = loader.get_single_node()
        if node is None:
            return {}, []
        if not isinstance(node, yaml.MappingNode):
            line = node.start_mark.line + first_line
            return {}, [Problem(path, line, "the front matter must be lines of `key: value`")]
        for key_node, value_node in node.value:
            key = str(key_node.value)
            line = key_node.start_mark.line + first_line
            if key not in fields:
                near = get_close_matches(key, fields, n=1)
                hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(fields)}"
                problems.append(Problem(path, line, f"unknown key {key!r}; {hint}", Severity.WARNING))
            elif key in values:
                problems.append(Problem(path, line, f"{key} is given twice; keep one", Severity.WARNING))
            else:
                try:
                    values[key] = fields[key].parse(loader.construct_object(value_node, deep=True))
                except (Invalid, ValueError) as error:
                    problems.append(Problem(path, line, f"{key} {error}"))
                except (LookupError, AttributeError, TypeError):
                    # What PyYAML raises where a tag such as !!timestamp stands before something else.
                    problems.append(Problem(path, line, f"{key} cannot be read; leave the tag out"))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = (mark.line if mark else 0) + first_line
        reason = getattr(error, "problem", None) or "cannot be read"
        return {}, [Problem(path, line, f"the front matter is not valid YAML ({reason}); put text with a colon in quotes")]
    except RecursionError:
        return {}, [too_deep]
    finally:
        if loader:
            loader.dispose()
    return values, problems
