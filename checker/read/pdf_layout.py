"""Pieces of print -> lines in reading order: what stands side by side is one line, columns are read one by one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from checker.read.pdf_line import Line, join_sideways
from checker.read.pdf_page import Box, union

_MOST_ACROSS = 0.5
"""With more pieces across its middle a page is looked at no closer."""
_FEWEST = 6
"""Pieces that a column must have at least."""


def in_reading_order(pieces: Sequence[Line]) -> list[Line]:
    """The lines of a page, or of one cell. ``block`` tells the columns apart."""
    gutter = _gutter(pieces)
    if gutter is None:
        return _rows(pieces)
    lines: list[Line] = []
    across = [piece for piece in pieces if _side(piece, gutter) == 0]
    for block, band in enumerate(_bands(pieces, across)):
        for side in (0, -1, 1):
            column = [piece for piece in band if _side(piece, gutter) == side]
            lines += [line._replace(block=3 * block + side % 3) for line in _rows(column)]
    return lines


def _rows(pieces: Sequence[Line]) -> list[Line]:
    """Pieces from top to bottom, those on one base line joined from left to right."""
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.box[1] + piece.box[3], piece.box[0])):
        if rows and _level(rows[-1][0].box, piece.box):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [join_sideways(sorted(row, key=lambda piece: piece.box[0])) for row in rows]


def _level(box: Box, other: Box) -> bool:
    shared = min(box[3], other[3]) - max(box[1], other[1])
    return shared > 0.5 * min(box[3] - box[1], other[3] - other[1])


def _gutter(pieces: Sequence[Line]) -> float | None:
    """Where the blank stripe between two columns stands; None if the page is not set in columns."""
    if len(pieces) < 2 * _FEWEST:
        return None
    whole = union([piece.box for piece in pieces])
    width = whole[2] - whole[0]
    if sum(_side(piece, whole[0] + width / 2) == 0 for piece in pieces) > _MOST_ACROSS * len(pieces):
        return None
    middles = [whole[0] + width * share / 100 for share in range(40, 61, 2)]
    gutter = min(middles, key=lambda x: sum(_side(piece, x) == 0 for piece in pieces))
    sides = {side: [piece for piece in pieces if _side(piece, gutter) == side] for side in (-1, 0, 1)}
    if len(sides[0]) > 0.25 * len(pieces) or min(len(sides[-1]), len(sides[1])) < _FEWEST:
        return None
    return gutter if _is_filled(sides[-1], width) and _is_filled(sides[1], width) else None


def _is_filled(column: Sequence[Line], width: float) -> bool:
    """Columns of running text are full of full lines; the columns of a list are not."""
    full = sum(piece.box[2] - piece.box[0] > 0.36 * width for piece in column)
    return full >= 0.5 * len(column)


def _side(piece: Line, gutter: float) -> int:
    if piece.box[2] <= gutter + 2:
        return -1
    return 1 if piece.box[0] >= gutter - 2 else 0


def _bands(pieces: Sequence[Line], across: Sequence[Line]) -> list[list[Line]]:
    """The page cut where a line runs across both columns, from top to bottom."""
    tops = sorted(piece.box[1] for piece in across)

    def band(piece: Line) -> int:
        return sum(top <= piece.box[1] for top in tops)

    return [list(group) for _, group in groupby(sorted(pieces, key=band), key=band)]
