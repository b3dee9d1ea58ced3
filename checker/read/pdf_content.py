"""One page of a PDF -> its lines and table rows, or the reason why it could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from checker.read.pdf_cells import fill, sort_out
from checker.read.pdf_gaps import NONSENSE, why_unread
from checker.read.pdf_glyphs import texts
from checker.read.pdf_layout import in_reading_order
from checker.read.pdf_line import Cells, Line
from checker.read.pdf_page import Glyphs, Run
from checker.read.pdf_tables import Grid, find_grids


@dataclass(frozen=True, slots=True)
class Content:
    """What one page holds, in reading order."""

    number: int
    size: tuple[float, float] = (0.0, 0.0)
    items: tuple[Line | tuple[Cells, ...], ...] = ()
    askew: str = ""
    gap: str = ""


def read_content(page: Any, textpage: Any, number: int) -> Content:
    """Read one page."""
    glyphs = Glyphs(page, textpage)
    gap = why_unread(page, glyphs.text)
    runs = list(glyphs.runs())
    if gap.startswith(NONSENSE) or not runs:
        return Content(number, glyphs.view.size, askew="" if gap else glyphs.askew(), gap=gap)
    grids = find_grids(page, glyphs.view)
    items = _with_tables(glyphs, runs, grids) if grids else in_reading_order(_pieces(glyphs, runs))
    return Content(number, glyphs.view.size, _numbered(items, number), glyphs.askew(), gap)


def _pieces(glyphs: Glyphs, runs: Sequence[Run]) -> list[Line]:
    found = zip(texts(glyphs, runs), runs, strict=True)
    return [Line(text.strip(), run.box, max(run.wide, 1.0)) for text, run in found if text.strip()]


def _with_tables(glyphs: Glyphs, runs: Sequence[Run], grids: Sequence[Grid]) -> list[Line | tuple[Cells, ...]]:
    placed = sort_out(glyphs, runs, grids)
    found = zip(texts(glyphs, [run for _, run in placed]), placed, strict=True)
    pieces = [(place, Line(text.strip(), run.box, max(run.wide, 1.0))) for text, (place, run) in found if text.strip()]
    items: list[Line | tuple[Cells, ...]] = [*in_reading_order([piece for place, piece in pieces if place is None])]
    for rows, grid in zip(fill(grids, pieces), grids, strict=True):
        if rows:
            items.insert(_place(items, _top(grid)), rows)
    return items


def _top(grid: Grid) -> float:
    return min(cell[1] for row in grid for cell in row if cell)


def _place(items: Sequence[Line | tuple[Cells, ...]], top: float) -> int:
    """Where a table that starts at ``top`` comes among what was put in order before."""
    below = (index for index, item in enumerate(items) if isinstance(item, Line) and item.box[1] > top)
    return next(below, len(items))


def _numbered(items: Sequence[Line | tuple[Cells, ...]], page: int) -> tuple[Line | tuple[Cells, ...], ...]:
    """Lines and rows with their page and number."""
    numbered: list[Line | tuple[Cells, ...]] = []
    number = 0
    for item in items:
        if isinstance(item, Line):
            number += 1
            numbered.append(item._replace(page=page, number=number))
        else:
            rows = (row._replace(page=page, number=number + count) for count, row in enumerate(item, 1))
            numbered.append(tuple(rows))
            number += len(item)
    return tuple(numbered)
