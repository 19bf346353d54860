"""The line of each value in a JSON text, so that a mistake can be found in its file."""

from __future__ import annotations

import json
import re

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}:,]|[^\s\[\]{}:,"]+', re.DOTALL)


def lines(text: str) -> dict[str, int]:
    """The line, from 1, at which each value starts, by its path, such as "slides[3].seconds". `text` is valid JSON."""
    starts: dict[str, int] = {}
    # For each object and list that is open: its path, and the index of the list's next value (None in an object).
    parents: list[tuple[str, int | None]] = []
    key, line, end = "", 1, 0
    tokens = list(_TOKEN.finditer(text))
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        line += text.count("\n", end, token.start())
        end = token.start()
        word = token[0]
        if word in "}]":
            parents.pop()
        elif following and following[0] == ":":
            key = json.loads(word)
        elif word not in ":,":
            path, index = parents[-1] if parents else ("", None)
            if index is None:
                path = f"{path}.{key}" if path else key
            else:
                parents[-1] = (path, index + 1)
                path = f"{path}[{index}]"
            starts.setdefault(path, line)
            if word in "{[":
                parents.append((path, 0 if word == "[" else None))
    return starts
