"""Pieces of print and the grids of a page -> the rows of its tables, and the pieces that stand outside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from checker.read.pdf_join import Style, glue, join
from checker.read.pdf_layout import in_reading_order
from checker.read.pdf_line import Cells, Line
from checker.read.pdf_page import Box, Glyphs, Run
from checker.read.pdf_tables import Grid

Place = tuple[int, int, int]
"""Grid, row and column."""


def sort_out(glyphs: Glyphs, runs: Sequence[Run], grids: Sequence[Grid]) -> list[tuple[Place | None, Run]]:
    """Each run with the cell it stands in; a run across several cells is cut."""
    return [placed for run in runs for placed in _placed(glyphs, run, grids)]


def fill(grids: Sequence[Grid], pieces: Sequence[tuple[Place | None, Line]]) -> list[tuple[Cells, ...]]:
    """The rows of each grid with the words of their cells; rows without any words are left out."""
    words: dict[Place, list[Line]] = defaultdict(list)
    for place, piece in pieces:
        if place:
            words[place].append(piece)
    return [tuple(_filled_rows(index, grid, words)) for index, grid in enumerate(grids)]


def _filled_rows(index: int, grid: Grid, words: dict[Place, list[Line]]) -> Iterator[Cells]:
    for row, boxes in enumerate(grid):
        found = tuple(_words(words.get((index, row, column), ()), box) for column, box in enumerate(boxes))
        if any(found):
            yield Cells(found, boxes, 0, 0)


def _words(pieces: Sequence[Line], box: Box | None) -> str:
    """The words of one cell: wrapped lines put together, its paragraphs parted by a blank."""
    if not pieces or box is None:
        return ""
    left = min(piece.box[0] for piece in pieces)
    right = max(max(piece.box[2] for piece in pieces), box[2] - max(left - box[0], 2.0))
    lines = [line._replace(left=left, right=right) for line in in_reading_order(pieces)]
    paragraphs = join(lines, Style(indented=False, size=lines[0].size, leading=0.0))
    return " ".join(one_line(paragraph) for paragraph in paragraphs).replace("\t", " ")


def one_line(lines: Sequence[Line]) -> str:
    """The text of lines that belong together."""
    text = lines[0].text
    for line in lines[1:]:
        text += glue(text, line.text) + line.text
    return text


def _placed(glyphs: Glyphs, run: Run, grids: Sequence[Grid]) -> Iterator[tuple[Place | None, Run]]:
    left, top, right, bottom = run.box
    middle = (top + bottom) / 2
    first, last = _find(grids, left + 1, middle), _find(grids, right - 1, middle)
    if first == last and (first or not _touches(grids, run.box)):
        yield first, run
        return
    for place, group in groupby(range(run.start, run.end), lambda at: _find(grids, *_centre(glyphs.box(at)))):
        members = list(group)
        piece = glyphs.run(members[0], members[-1] + 1)
        if piece:
            yield place, piece


def _centre(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _touches(grids: Sequence[Grid], box: Box) -> bool:
    """Whether a run that starts and ends outside all cells goes over some."""
    middle = (box[1] + box[3]) / 2
    return any(
        cell[1] < middle < cell[3] and cell[0] < box[2] and cell[2] > box[0]
        for grid in grids
        for row in grid
        for cell in row
        if cell
    )


def _find(grids: Sequence[Grid], x: float, y: float) -> Place | None:
    for index, grid in enumerate(grids):
        for row, cells in enumerate(grid):
            for column, cell in enumerate(cells):
                if cell and cell[0] <= x < cell[2] and cell[1] <= y < cell[3]:
                    return index, row, column
    return None
