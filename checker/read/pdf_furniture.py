"""Lines of all pages -> the same without running heads, footers and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from checker.lazy import lazily
from checker.read.pdf_line import Line

_EDGE = 2
"""So many lines at the top and at the bottom of a page may be furniture."""
_FEWEST_PAGES = 3
"""Of two pages one cannot tell a running head from a form printed twice."""
_DASH = "[-—–－―─~·•.\\s]*"
_PAGE = lazily(
    rf"{_DASH}(?:第\s*)?(?P<number>\d{{1,4}})\s*(?:页)?{_DASH}"
    r"(?:(?:[/／,，|]?\s*(?:共|of)?\s*\d{1,4}\s*页?))?[\s)）]*",
    re.IGNORECASE,
)
_PAGE_WORD = lazily(
    r"[-—\s]*(?:第\s*[\d一二三四五六七八九十百]+\s*页.{0,12}|page\s*\d+.{0,12}|[ivxl]{1,6})[-—\s]*", re.I
)
_DECORATED = lazily(r"[-—–－―─]\s*\d{1,4}\s*[-—–－―─]|第\s*\d+\s*页|\d+\s*[/／]\s*\d+|共\s*\d+\s*页")
_DIGITS = lazily(r"\d+")


def drop_furniture(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[list[Line]]:
    """Each page's lines without its running heads, footers and page number."""
    edges = [list(_edge_lines(lines, height)) for lines, height in zip(pages, heights, strict=True)]
    dropped = _numbers(edges) | _repeated(edges)
    return [[line for line in lines if (line.page, line.number) not in dropped] for lines in pages]


def _edge_lines(lines: Sequence[Line], height: float) -> Iterator[Line]:
    """The lines next to the top or bottom edge of a page."""
    ordered = sorted(lines, key=lambda line: line.box[1])
    yield from (line for line in ordered[:_EDGE] if line.box[3] < 0.2 * height)
    yield from (line for line in ordered[-_EDGE:] if line.box[1] > 0.8 * height)


def _numbers(edges: Sequence[Sequence[Line]]) -> set[tuple[int, int]]:
    """Page numbers: words that say so, or bare numbers that count along with the pages."""
    found = {}
    sure = set()
    for line in (line for lines in edges for line in lines):
        match = _PAGE.fullmatch(line.text.strip())
        if _PAGE_WORD.fullmatch(line.text) or (match and _DECORATED.search(line.text)):
            sure.add((line.page, line.number))
        elif match:
            found[line.page, line.number] = int(match["number"]) - line.page
    offsets = Counter(found.values())
    counting = {key for key, offset in found.items() if offsets[offset] > 1 or (len(edges) == 1 and offset == 0)}
    return sure | counting


def _repeated(edges: Sequence[Sequence[Line]]) -> set[tuple[int, int]]:
    """Lines that stand at the same height on several pages and differ in figures only."""
    if len(edges) < _FEWEST_PAGES:
        return set()
    places: dict[tuple[str, int], list[Line]] = {}
    for line in (line for lines in edges for line in lines):
        key = _DIGITS.sub("#", line.text.replace(" ", ""))
        for height in {round(line.box[1] / 4), round(line.box[1] / 4 + 0.5)}:
            places.setdefault((key, height), []).append(line)
    enough = _FEWEST_PAGES + len(edges) // 20
    return {(line.page, line.number) for lines in places.values() if len(lines) >= enough for line in lines}
