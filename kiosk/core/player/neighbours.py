"""The slide beside another one in a playlist, also where that one has left it."""

from __future__ import annotations

from kiosk.core.arrangement.playlist import Entry, Playlist


def place_of(playlist: Playlist, entry: Entry) -> int:
    """The place of the entry's slide, from 0; -1 where it is missing."""
    return next((at for at, other in enumerate(playlist) if other.slide == entry.slide), -1)


def following_in_loop(playlist: Playlist, entry: Entry | None, before: Playlist) -> Entry | None:
    """The next entry that the loop shows, around the end; None where it shows none. `before`: the playlist of `entry`."""
    at = -1 if entry is None else _place_or_gap(playlist, entry, before, +1)
    around = [playlist[(at + distance) % len(playlist)] for distance in range(1, len(playlist) + 1)]
    return next((other for other in around if other.loop), None)


def beside(playlist: Playlist, entry: Entry | None, before: Playlist, way: int) -> Entry | None:
    """The entry after (+1) or before (-1), shown in the loop or not; None at the ends."""
    at = (-1 if entry is None else _place_or_gap(playlist, entry, before, way)) + way
    return playlist[at] if 0 <= at < len(playlist) else None


def _place_or_gap(playlist: Playlist, entry: Entry, before: Playlist, way: int) -> int:
    """The entry's place; if it has left, that of the nearest one still there against `way`, or just outside the ends."""
    if (at := place_of(playlist, entry)) >= 0:
        return at
    start = place_of(before, entry)
    for place in range(start - way, -1 if way > 0 else len(before), -way):
        if 0 <= place < len(before) and (at := place_of(playlist, before[place])) >= 0:
            return at
    return -1 if way > 0 else len(playlist)
