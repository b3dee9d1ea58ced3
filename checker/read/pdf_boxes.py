"""A span of a PDF's text -> the boxes on its pages to be highlighted.

Reading keeps one box a line; this opens the pages again and looks up the characters, only where it is asked to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from checker.model import Origin, Span
from checker.read.clean import tidy
from checker.read.pdf_open import opened
from checker.read.pdf_page import Box, Glyphs, union

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_MARGIN = 1.0


def boxes(data: bytes, text: str, origins: Sequence[Origin], span: Span) -> tuple[tuple[int, Box], ...]:
    """Page and box of each line that ``span`` runs over, cut to its characters where they can be told apart."""
    from pypdfium2 import PdfDocument

    with closing(PdfDocument(data)) as document:
        return tuple(
            (origin.page, box)
            for origin, piece in _pieces(text, origins, span)
            if origin.page and origin.box
            for box in _on_page(document, origin.page, origin.box, text, piece)
        )


def _pieces(text: str, origins: Sequence[Origin], span: Span) -> Iterator[tuple[Origin, tuple[Span, Span]]]:
    """Each origin that the span touches, with the stretch of text from there and the part of it in the span."""
    ends = [origin.start for origin in origins[1:]] + [len(text)]
    for origin, end in zip(origins, ends, strict=True):
        start, stop = max(origin.start, span.start), min(end, span.end)
        if start < stop:
            yield origin, (Span(origin.start, end), Span(start, stop))


def _on_page(document: PdfDocument, page: int, box: Box, text: str, piece: tuple[Span, Span]) -> list[Box]:
    stretch, wanted = piece
    if stretch == wanted:
        return [box]
    with opened(document, page) as shown:
        glyphs = Glyphs(shown.page, shown.textpage)
        found = _match(glyphs, box, text[stretch.start : stretch.end])
    inside = [found[at] for at in range(wanted.start - stretch.start, wanted.end - stretch.start) if at in found]
    return _by_line(inside) or [box]


def _match(glyphs: Glyphs, box: Box, text: str) -> dict[int, Box]:
    """Offset in ``text`` -> box, for the characters that stand within ``box`` in this order."""
    found: dict[int, Box] = {}
    at = 0
    for index, char in enumerate(glyphs.text):
        while at < len(text) and text[at].isspace():
            at += 1
        if at == len(text):
            break
        if tidy(char) == text[at] and _is_within(glyphs.box(index), box):
            found[at] = glyphs.box(index)
            at += 1
    return found if at == len(text.rstrip()) else {}


def _is_within(box: Box, frame: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return frame[0] - _MARGIN <= x <= frame[2] + _MARGIN and frame[1] - _MARGIN <= y <= frame[3] + _MARGIN


def _by_line(found: Sequence[Box]) -> list[Box]:
    lines: list[list[Box]] = []
    for box in found:
        if lines and box[1] < lines[-1][-1][3] - 1 and box[3] > lines[-1][-1][1] + 1:
            lines[-1].append(box)
        else:
            lines.append([box])
    return [union(line) for line in lines]
