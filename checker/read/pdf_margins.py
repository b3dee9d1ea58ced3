"""Lines of all pages -> the same lines, each knowing the edges of the column that it is set in.

The edges are taken from all pages of one kind (same width, same block, left or right pages of a book) together:
one page may hold nothing but indented or short lines.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from checker.read.pdf_line import Line

CLOSERS = "，。、；：！？）》」』】〉”’,.;:!?)]"
_STRAYS = 0.02
"""Share of lines that may stand outside the edges: running heads, hand-placed stamps."""


def set_margins(pages: Sequence[Sequence[Line]], widths: Sequence[float]) -> list[list[Line]]:
    """Each page's lines with ``left`` and ``right`` filled in."""
    lefts: dict[tuple[int, ...], list[float]] = defaultdict(list)
    rights: dict[tuple[int, ...], list[float]] = defaultdict(list)
    for lines, width in zip(pages, widths, strict=True):
        for line in lines:
            lefts[_kind(line, width)].append(line.box[0])
            rights[_kind(line, width)].append(_right(line))
    edges = {kind: (_edge(lefts[kind], False), _edge(rights[kind], True)) for kind in lefts}
    return [
        [_with_edges(line, edges[_kind(line, width)]) for line in lines]
        for lines, width in zip(pages, widths, strict=True)
    ]


def _kind(line: Line, width: float) -> tuple[int, ...]:
    return round(width), line.page % 2, line.block % 3 if line.block else 0


def _with_edges(line: Line, edges: tuple[float, float]) -> Line:
    return line._replace(left=edges[0], right=edges[1])


def _right(line: Line) -> float:
    """Where a line ends, not counting the punctuation that may hang over the edge."""
    return line.box[2] - (line.size if line.text[-1:] in CLOSERS else 0)


def _edge(places: list[float], from_right: bool) -> float:
    places.sort(reverse=from_right)
    return places[int(len(places) * _STRAYS)]
