"""YAML front matter and topic files: typed values out of untrusted text, each problem with its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml

from kiosk.core.content.body_limits import MAX_LINE, MAX_LOOP_TEXT
from kiosk.core.content.deck import Layout, Show
from kiosk.core.fields import DATE, TEXT, Field, Fields, Invalid, Kind, choice, kind, number
from kiosk.core.fields import read as read_fields
from kiosk.core.problem import Problem, Severity

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
FENCE = "---"
# libyaml's loader follows nesting on the C stack, which a hostile file overflows. A front matter nests once at most.
_NESTS = re.compile(r"[\[{]|[-?]\s")
MAX_NESTS = 400


def focus(value: object) -> tuple[float, float]:
    """Reads "x y" in per cent of a picture's width and height; raises Invalid."""
    parts = value.split() if isinstance(value, str) else value
    try:
        x, y = (float(part) for part in parts)  # type: ignore[attr-defined]
    except (TypeError, ValueError):
        raise Invalid(f"takes {_FOCUS.takes}") from None
    if not (0 <= x <= 100 and 0 <= y <= 100):
        raise Invalid("takes per cent from 0 to 100")
    return (x, y)


def _language(value: object) -> str | None:
    return value if isinstance(value, str) and value.replace("-", "").isalnum() and 2 <= len(value) <= 12 else None


def _web_address(value: object) -> str | None:
    if isinstance(value, str) and value.startswith(("https://", "http://")) and len(value) <= 300 and " " not in value:
        return value
    return None


def _text_up_to(longest: int) -> Kind:
    """Text of so many letters: one line on the screen, in the menu, in staff's lists."""

    def accept(value: object) -> str | None:
        text: str = TEXT.parse(value)
        return text if len(text) <= longest else None

    return kind(f"text of up to {longest} letters", accept)


_LINE = _text_up_to(MAX_LINE)
_FOCUS = Kind(focus, "two numbers in per cent, such as 56 71")
_LANGUAGE = kind("a language code such as en or es", _language)
_WEB_ADDRESS = kind("a web address that starts with https://", _web_address)

# What an author can say of a slide's words, in the slide itself and in each translation.
TEXT_FIELDS: Fields = {
    "title": Field(_LINE, "the slide's heading (else the first heading of the body)"),
    "kicker": Field(_LINE, "the chapter, in small letters above the heading"),
    "loop_text": Field(_text_up_to(MAX_LOOP_TEXT), "the few words that the loop shows instead of the body"),
}
# What holds for the slide in every language.
SLIDE_FIELDS: Fields = {
    **TEXT_FIELDS,
    "layout": Field(choice(Layout), "how words and pictures stand: auto, picture, text, split, steps, compare, cards"),
    "focus": Field(_FOCUS, "the point of the picture that must stay visible, x y in per cent"),
    "seconds": Field(number(3, 300, "seconds"), "time on screen in the loop (else from the words)"),
    "show": Field(choice(Show), "loop: loop and menu; touch: only after a touch"),
    "source": Field(_text_up_to(MAX_LOOP_TEXT), "where the facts come from"),
    "reviewed": Field(DATE, "the day a professional last read it"),
    "review_by": Field(DATE, "the day it must be read again"),
    "from": Field(DATE, "first day it shows"),
    "until": Field(DATE, "last day it shows"),
}
TOPIC_TEXT_FIELDS: Fields = {
    "title": Field(_LINE, "the topic's name"),
    "source": Field(_text_up_to(MAX_LOOP_TEXT), "the credit on the last slide"),
    "more": Field(_WEB_ADDRESS, "a web address for more; the last slide shows it as a QR code"),
}
TOPIC_FIELDS: Fields = {
    **TOPIC_TEXT_FIELDS,
    "language": Field(_LANGUAGE, "the language the slides are written in"),
    "order": Field(number(-1e6, 1e6), "its place in the library, lower first"),
}


def split(text: str) -> tuple[str, str, int]:
    """Divides a slide's file into front matter, body, and the line (from 1) at which the body starts.

    A file without front matter is all body. An opening fence that is never closed leaves the whole file as
    front matter, so that reading it reports the missing fence.
    """
    if not text.startswith(FENCE + "\n"):
        return "", text, 1
    lines = text.split("\n")
    for at, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            return "\n".join(lines[1:at]), "\n".join(lines[at + 1 :]), at + 2
    return "\n".join(lines[1:]), "", len(lines)


def read(source: str, path: str, fields: Fields, first_line: int = 2) -> tuple[dict[str, Any], list[Problem]]:
    """Reads a YAML mapping and returns the good values, with a problem for each of the others.

    `first_line` is the line of the file at which `source` starts.
    """
    too_deep = Problem(path, first_line, "the front matter is nested too deeply; use lines of `key: value`")
    if len(_NESTS.findall(source)) > MAX_NESTS:
        return {}, [too_deep]
    problems: list[Problem] = []

    def report(line: int, message: str, severity: Severity = Severity.ERROR) -> None:
        problems.append(Problem(path, line + first_line, message, severity))

    loader = None
    try:
        loader = _Loader(source)
        node = loader.get_single_node()
        if node is None:
            return {}, []
        if not isinstance(node, yaml.MappingNode):
            report(node.start_mark.line, "the front matter must be lines of `key: value`")
            return {}, problems
        return read_fields(_values(loader, node, fields, report), fields, report), problems
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or "cannot be read"
        message = f"the front matter is not valid YAML ({reason}); put text with a colon in quotes"
        return {}, [Problem(path, (mark.line if mark else 0) + first_line, message)]
    except RecursionError:
        return {}, [too_deep]
    finally:
        if loader:
            loader.dispose()


def _values(
    loader: Any, node: yaml.MappingNode, fields: Fields, report: Callable[[int, str], None]
) -> Iterator[tuple[str, object, int]]:
    """The mapping's keys and values with their lines (from 0); a value that PyYAML itself refuses is reported."""
    for key_node, value_node in node.value:
        key = str(key_node.value)
        line = key_node.start_mark.line
        try:
            yield key, loader.construct_object(value_node, deep=True) if key in fields else None, line
        except ValueError as error:
            report(line, f"{key} {error}")
        except (LookupError, AttributeError, TypeError):
            # What PyYAML raises where a tag such as !!timestamp stands before something else.
            report(line, f"{key} cannot be read; leave the tag out")
