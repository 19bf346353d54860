"""A progress bar for a person who watches; nothing when the output goes elsewhere."""

from __future__ import annotations

import sys

WIDTH = 30


class Progress:
    """A line that counts, called with the numbers done and in all; `end` leaves a clean line."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()

    def __call__(self, done: int, of: int) -> None:
        if self._shown:
            full = WIDTH * done // max(of, 1)
            print(f"\r[{'#' * full}{'.' * (WIDTH - full)}] {done} of {of}", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        if self._shown:
            print("\r" + " " * (WIDTH + 24) + "\r", end="", file=sys.stderr, flush=True)
