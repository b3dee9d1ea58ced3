"""Lines of all pages -> the same lines, each knowing the edges of the column that it is set in.

The edges are taken from all pages of one kind (same width, same block, left or right pages of a book) together:
one page may hold nothing but indented or short lines. Where parts of a page are set to different widths, the
lines around tell which right edge holds.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.read.pdf_line import Line

CLOSERS = "，。、；：！？）》」』】〉”’,.;:!?)]"
_BIN = 3.0
_COMMON = 0.1
"""In justified text at least so many lines end at one right edge."""
_FILLED = 0.7
_STRAYS = 0.02
"""Share of lines that may stand outside the edges: running heads, hand-placed stamps."""
_AROUND = 5


class _Edges(NamedTuple):
    left: float
    rights: list[float]
    """From left to right; the last is that of most lines."""


def set_margins(pages: Sequence[Sequence[Line]], widths: Sequence[float]) -> list[list[Line]]:
    """Each page's lines with ``left`` and ``right`` filled in."""
    kinds: dict[tuple[int, ...], list[Line]] = defaultdict(list)
    for lines, width in zip(pages, widths, strict=True):
        for line in lines:
            kinds[_kind(line, width)].append(line)
    edges = {kind: _edges(lines, kind[0]) for kind, lines in kinds.items()}
    return [
        [
            _with_edges(line, reach, edges[_kind(line, width)])
            for line, reach in zip(lines, _reaches(lines), strict=True)
        ]
        for lines, width in zip(pages, widths, strict=True)
    ]


def _kind(line: Line, width: float) -> tuple[int, ...]:
    return round(width), line.page % 2, line.block % 3


def _reaches(lines: Sequence[Line]) -> Iterator[float]:
    """For each line, how far to the right the lines reach that stand next to it."""
    rights = [_right(line) for line in lines]
    blocks = [line.block for line in lines]
    for at, block in enumerate(blocks):
        start, end = max(at - _AROUND, 0), at + _AROUND + 1
        near = zip(rights[start:end], blocks[start:end], strict=True)
        yield max(right for right, other in near if other == block)


def _with_edges(line: Line, reach: float, edges: _Edges) -> Line:
    right = next((edge for edge in edges.rights if edge > reach - _BIN), edges.rights[-1])
    return line._replace(left=edges.left, right=right)


def _right(line: Line) -> float:
    """Where a line ends, not counting the punctuation that may hang over the edge."""
    return line.box[2] - (line.size if line.text[-1:] in CLOSERS else 0)


def _edges(lines: Sequence[Line], width: int) -> _Edges:
    lefts = sorted(line.box[0] for line in lines)
    rights = sorted(map(_right, lines))
    strays = int(len(lines) * _STRAYS)
    left, right = lefts[strays], rights[-1 - strays]
    opposite = width - min(left, width / 4)
    if lines[0].block == 0 and right < _FILLED * opposite:  # no line is full: take the margins to be equal
        return _Edges(left, [opposite])
    return _Edges(left, _common(rights, right))


def _common(rights: Sequence[float], outermost: float) -> list[float]:
    """Where many lines end; if there is no such place, where all but the strays have ended."""
    counted = Counter(round(right / _BIN) for right in rights if right > 0.6 * outermost)
    often = [place for place, times in counted.items() if times >= _COMMON * len(rights)]
    return [max(right for right in rights if round(right / _BIN) == place) for place in sorted(often)] or [outermost]
