"""One page of a PDF -> its lines and table rows, or the reason why it could not be read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from checker.read.pdf_cells import fill, sort_out
from checker.read.pdf_glyphs import texts
from checker.read.pdf_layout import in_reading_order
from checker.read.pdf_line import Cells, Line
from checker.read.pdf_page import Glyphs, Run
from checker.read.pdf_tables import Grid, find_grids

_GARBLED = re.compile(
    "[\ufffd\ue000-\uf8ff\x00-\x01\x03-\x08\x0e-\x1f\x80-\x9f\u00a1-\u00b6\u00b8-\u00d6\u00d8-\u00f6]"
)
_BLANK = re.compile(r"\s+")
_IMAGE = 3  # pdfium's FPDF_PAGEOBJ_IMAGE
_FEW = 30
"""A page with fewer characters that shows a picture is a scan or a chart."""


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
    gap = _why_unread(page, glyphs.text)
    runs = list(glyphs.runs())
    if gap.startswith("文字层乱码") or not runs:
        return Content(number, glyphs.view.size, gap=gap)
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


def _why_unread(page: Any, text: str) -> str:
    """Why a page, or a part of it, could not be read; nothing if it could."""
    shown = _BLANK.sub("", text)
    if shown and len(_GARBLED.findall(shown)) > 0.1 * len(shown):
        return "文字层乱码（字体缺少文字对照表），未读"
    if len(shown) >= _FEW:
        return ""
    kinds = _object_kinds(page)
    if not shown:
        return "没有文字层（可能是扫描件），未读" if kinds else ""
    return f"页面主要是图片，只有 {len(shown)} 个字有文字层，图片中的文字未读" if _IMAGE in kinds else ""


def _object_kinds(page: Any) -> set[int]:
    from pypdfium2 import raw

    count = raw.FPDFPage_CountObjects(page.raw)
    return {raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page.raw, index)) for index in range(count)}
