"""A line of print with its place: the value that the steps of reading a PDF pass on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from checker.read.pdf_marks import is_label
from checker.read.pdf_page import Box, union

_FAR = 2.5
"""A gap of so many characters parts the columns of a list that has no ruled lines."""


class Line(NamedTuple):
    """``size`` is the width of a Chinese character. ``number`` counts from 1 on the page, ``spread`` says that wide
    gaps part its words, ``left`` and ``right`` are the edges of the column it stands in.
    """

    text: str
    box: Box
    size: float
    page: int = 0
    number: int = 0
    block: int = 0
    spread: bool = False
    left: float = 0.0
    right: float = 0.0

    @property
    def indent(self) -> float:
        """Blank before the line, in characters."""
        return (self.box[0] - self.left) / self.size

    @property
    def room(self) -> float:
        """Blank after the line, in characters."""
        return (self.right - self.box[2]) / self.size


class Cells(NamedTuple):
    """One row of a ruled table: the text of each cell and where it stands (None where cells are merged)."""

    texts: tuple[str, ...]
    boxes: tuple[Box | None, ...]
    page: int
    number: int


def join_sideways(row: Sequence[Line]) -> Line:
    """Pieces of one line of print, from left to right, as one."""
    if len(row) == 1:
        return row[0]
    row = _without_doubles(row)
    text, spread = row[0].text, row[0].spread
    for before, piece in pairwise(row):
        gap = (piece.box[0] - before.box[2]) / max(before.size, piece.size)
        spread = spread or piece.spread or (gap > _FAR and not is_label(text))
        text += ("" if gap < 0.5 and not _needs_blank(before.text, piece.text, gap) else " ") + piece.text
    return row[0]._replace(
        text=text, box=union([piece.box for piece in row]), size=max(piece.size for piece in row), spread=spread
    )


def _needs_blank(before: str, after: str, gap: float) -> bool:
    return gap > 0.15 and before[-1:].isascii() and after[:1].isascii()


def _without_doubles(row: Sequence[Line]) -> list[Line]:
    """The row without pieces that were printed once more on the same place to look bold."""
    kept = [row[0]]
    for piece in row[1:]:
        last = kept[-1]
        if piece.text != last.text or abs(piece.box[0] - last.box[0]) > 0.5 * last.size:
            kept.append(piece)
    return kept
