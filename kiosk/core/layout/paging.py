"""Dividing a column's pieces over pages."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.core.layout.typesetter import Piece, stack

# So many headings in a row go to the next page with what follows them. A page of nothing but headings is left as it is.
MOST_CARRIED = 3


def spread(pieces: Sequence[Piece], room: float, later: float) -> list[list[Piece]]:
    """Divides pieces over as few pages as hold them (`room` px on the first, `later` on the others), evenly filled."""
    least = _fill(pieces, room, later)
    count = len(least)
    if count == 1:
        return least
    # The smallest share of the room that still gives the same number of pages leaves no page with a lone last line.
    low, high = 0.0, 1.0
    for _ in range(12):
        middle = (low + high) / 2
        if len(_fill(pieces, room * middle, later * middle)) <= count:
            high = middle
        else:
            low = middle
    return _fill(pieces, room * high, later * high)


def _fill(pieces: Sequence[Piece], room: float, later: float) -> list[list[Piece]]:
    pages: list[list[Piece]] = [[]]
    used = 0.0
    for piece in pieces:
        needed = piece.height + (piece.gap if pages[-1] else 0)
        limit = room if len(pages) == 1 else later
        if pages[-1] and used + needed > limit + 0.01:
            carried: list[Piece] = []
            while len(pages[-1]) > 1 and pages[-1][-1].keep and len(carried) < MOST_CARRIED:
                carried.insert(0, pages[-1].pop())
            pages.append(carried)
            used = stack(carried).height if carried else 0.0
            needed = piece.height + (piece.gap if carried else 0)
        pages[-1].append(piece)
        used += needed
    return pages
