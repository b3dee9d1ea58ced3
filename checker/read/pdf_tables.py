"""The ruled lines of a page -> its tables, as rows of cell boxes.

The lines come from pdfium, what cells they make is left to pdfplumber, which is loaded only for a page that has
two horizontal and two vertical ones.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from checker.read.pdf_page import Box, View, union

Grid = tuple[tuple[Box | None, ...], ...]
"""Rows of one table; None where a cell is part of the one beside or above it."""

_THIN = 3.0
"""A filled shape up to this many points across is a line."""
_SHORT = 4.0
_MOST_LINES = 10_000
_MOST_RULES = 1_000
"""A page with more lines, also when those in a row are put together, is a drawing or a map."""
_DEPTH = 3


def find_grids(page: Any, view: View) -> list[Grid]:
    """The tables of a page from top to bottom; a single box is no table."""
    edges = _without_doubles(islice(_edges(page, view), 5 * _MOST_LINES))
    if len(edges) > _MOST_LINES or not _could_be_table(edges):
        return []
    return _grids(edges)


def _without_doubles(edges: Iterable[Box]) -> list[Box]:
    """Each line once: the cells of a table often draw the lines between them twice."""
    return list({tuple(round(side) for side in edge): edge for edge in edges}.values())


def _could_be_table(edges: Sequence[Box]) -> bool:
    level = sum(_is_level(edge) for edge in edges)
    return level >= 2 and len(edges) - level >= 2


def _is_level(edge: Box) -> bool:
    return edge[2] - edge[0] >= edge[3] - edge[1]


def _grids(edges: Sequence[Box]) -> list[Grid]:
    from pdfplumber import table as plumber

    merged = plumber.merge_edges([_as_edge(edge) for edge in edges], 3, 3, 3, 3)
    merged += [_as_edge(edge) for edge in _open_sides([_as_box(edge) for edge in merged])]
    long = [edge for edge in merged if max(edge["x1"] - edge["x0"], edge["bottom"] - edge["top"]) >= _SHORT]
    crossings = plumber.edges_to_intersections(long, 3, 3) if len(long) <= _MOST_RULES else {}
    if not crossings:
        return []
    groups = plumber.cells_to_tables(plumber.intersections_to_cells(crossings))
    return [_grid(group) for group in groups]


def _grid(cells: Sequence[Box]) -> Grid:
    """Cells of one table in rows and columns by their upper left corners."""
    places = {(cell[1], cell[0]): cell for cell in cells}
    tops, lefts = (sorted({cell[side] for cell in cells}) for side in (1, 0))
    return tuple(tuple(places.get((top, left)) for left in lefts) for top in tops)


def _as_edge(edge: Box) -> dict[str, Any]:
    left, top, right, bottom = edge
    if _is_level(edge):
        top = bottom = (top + bottom) / 2
    else:
        left = right = (left + right) / 2
    places = {"x0": left, "x1": right, "top": top, "bottom": bottom, "doctop": top}
    sizes = {"width": right - left, "height": bottom - top}
    return {"object_type": "line", "orientation": "h" if _is_level(edge) else "v", **places, **sizes}


def _as_box(edge: dict[str, Any]) -> Box:
    return edge["x0"], edge["top"], edge["x1"], edge["bottom"]


def _open_sides(edges: Sequence[Box]) -> Iterator[Box]:
    """The sides that a table lacks whose lines between rows and columns are drawn, but no frame."""
    level = [edge for edge in edges if _is_level(edge)]
    upright = [edge for edge in edges if not _is_level(edge)]
    for side in (0, 2):
        for start in {round(edge[side]) for edge in level}:
            rows = [edge for edge in level if abs(edge[side] - start) < _THIN]
            inner = union(rows)
            framed = any(abs(edge[0] - start) < _THIN and _overlaps(edge, inner) for edge in upright)
            if len(rows) > 2 and not framed and any(_is_inside(edge, inner) for edge in upright):
                yield start, inner[1], start, inner[3]


def _overlaps(edge: Box, area: Box) -> bool:
    return edge[1] < area[3] - _SHORT and edge[3] > area[1] + _SHORT


def _is_inside(edge: Box, area: Box) -> bool:
    return area[0] + _THIN < edge[0] < area[2] - _THIN and _overlaps(edge, area)


def _edges(page: Any, view: View) -> Iterator[Box]:
    from pypdfium2 import raw

    box = (*(ctypes.c_float() for _ in range(4)),)
    for shape, matrices in _shapes(raw, page.raw, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, ()):
        if not raw.FPDFPageObj_GetBounds(shape, *box):
            continue
        left, bottom, right, top = _moved((box[0].value, box[1].value, box[2].value, box[3].value), matrices)
        if min(right - left, top - bottom) <= _THIN:
            if max(right - left, top - bottom) >= _SHORT:
                yield view.box(left, bottom, right, top)
        elif _is_stroked(raw, shape):
            yield from _drawn(raw, shape, matrices, view)


def _shapes(raw: Any, holder: Any, count: Any, get: Any, matrices: tuple[Any, ...]) -> Iterator[tuple[Any, Any]]:
    """The path objects of a page, and of the forms that it shows."""
    for index in range(count(holder)):
        shape = get(holder, index)
        kind = raw.FPDFPageObj_GetType(shape)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield shape, matrices
        elif kind == raw.FPDF_PAGEOBJ_FORM and len(matrices) < _DEPTH:
            inner = (_matrix(raw, shape), *matrices)
            yield from _shapes(raw, shape, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, inner)


def _matrix(raw: Any, shape: Any) -> Any:
    matrix = raw.FS_MATRIX(1, 0, 0, 1, 0, 0)
    raw.FPDFPageObj_GetMatrix(shape, matrix)
    return matrix


def _moved(box: Box, matrices: Sequence[Any]) -> Box:
    corners = [_at(box[0], box[1], matrices), _at(box[2], box[3], matrices)]
    (x0, y0), (x1, y1) = corners
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _at(x: float, y: float, matrices: Sequence[Any]) -> tuple[float, float]:
    for m in matrices:
        x, y = m.a * x + m.c * y + m.e, m.b * x + m.d * y + m.f
    return x, y


def _is_stroked(raw: Any, shape: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(raw.FPDFPath_GetDrawMode(shape, fill, stroke) and stroke.value)


def _drawn(raw: Any, shape: Any, matrices: Sequence[Any], view: View) -> Iterator[Box]:
    """The straight lines of an outline: a rectangle's sides, or a whole grid drawn at one go."""
    last = first = (0.0, 0.0)
    for kind, closes, point in _points(raw, shape, (_matrix(raw, shape), *matrices)):
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield from _straight(last, point, view)
        if closes:
            yield from _straight(point, first, view)
        last = point


def _points(raw: Any, shape: Any, matrices: Sequence[Any]) -> Iterator[tuple[int, bool, tuple[float, float]]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(raw.FPDFPath_CountSegments(shape), _MOST_LINES)):
        segment = raw.FPDFPath_GetPathSegment(shape, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        closes = bool(raw.FPDFPathSegment_GetClose(segment))
        yield raw.FPDFPathSegment_GetType(segment), closes, _at(x.value, y.value, matrices)


def _straight(start: tuple[float, float], end: tuple[float, float], view: View) -> Iterator[Box]:
    """The line between two points if it is level or upright and long enough."""
    width, height = abs(end[0] - start[0]), abs(end[1] - start[1])
    if min(width, height) < 1 and max(width, height) > _SHORT:
        yield view.box(min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1]))
