"""The pages of a PDF -> one Extract: paragraphs across page breaks, tables across page breaks, their origins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from checker.model import Extract, Gap, Origin, Span, Table
from checker.read.pdf_content import Content
from checker.read.pdf_furniture import drop_furniture
from checker.read.pdf_join import Style, glue, join, style_of
from checker.read.pdf_line import Cells, Line
from checker.read.pdf_margins import set_margins

Rows = tuple[Cells, ...]
_APART = 6.0
"""Columns of one table stand at the same place on the next page, give or take this many points."""


def assemble(path: Path, contents: Sequence[Content], gaps: Sequence[Gap]) -> Extract:
    """Put the pages together."""
    items = list(_joined_tables(_flow(contents)))
    style = style_of([item for item in items if isinstance(item, Line)])
    sheet = _Sheet()
    for is_line, group in groupby(items, lambda item: isinstance(item, Line)):
        if is_line:
            sheet.add_lines([item for item in group if isinstance(item, Line)], style)
        else:
            for rows in group:
                sheet.add_rows([row for row in rows if isinstance(row, Cells)])
    for content in _single_notes(contents):
        sheet.add_note(content)
    text, origins, tables = sheet.finish()
    return Extract(path, "pdf", text, origins, tuple(gaps), tables, len(contents))


def _flow(contents: Sequence[Content]) -> Iterator[Line | Rows]:
    """Lines and tables of all pages without the furniture, every line with its margins."""
    lines = [[item for item in content.items if isinstance(item, Line)] for content in contents]
    lines = drop_furniture(lines, [content.size[1] for content in contents])
    lines = set_margins(lines, [content.size[0] for content in contents])
    kept = {(line.page, line.number): line for page in lines for line in page}
    for content in contents:
        for item in content.items:
            if not isinstance(item, Line):
                yield item
            elif (item.page, item.number) in kept:
                yield kept[item.page, item.number]


def _joined_tables(items: Iterable[Line | Rows]) -> Iterator[Line | Rows]:
    """The same with tables that go on after a page break made one."""
    held: Rows | None = None
    for item in items:
        if not isinstance(item, Line) and held and _same_table(held, item):
            held = _continued(held, item)
            continue
        if held:
            yield held
        held = None
        if isinstance(item, Line):
            yield item
        else:
            held = item
    if held:
        yield held


def _same_table(rows: Rows, more: Rows) -> bool:
    before, after = _columns(rows), _columns(more)
    if more[0].page - rows[-1].page != 1 or len(before) != len(after):
        return False
    return all(abs(x - y) < _APART for x, y in zip(before, after, strict=True))


def _columns(rows: Rows) -> list[float]:
    """Where the columns start."""
    columns = zip(*(row.boxes for row in rows), strict=True)
    return [min((box[0] for box in column if box), default=0.0) for column in columns]


def _continued(rows: Rows, more: Rows) -> Rows:
    """Both tables as one, without a header that is printed again."""
    return rows + (more[1:] if more[0].texts == rows[0].texts else more)


def _single_notes(contents: Sequence[Content]) -> list[Content]:
    """Pages whose words across the reading direction stand on no other page: no water mark."""
    times = Counter(content.askew for content in contents)
    return [content for content in contents if content.askew and times[content.askew] == 1]


class _Sheet:
    """The text as it grows, with origins and tables."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._origins: list[Origin] = []
        self._tables: list[Table] = []

    def add_lines(self, lines: Sequence[Line], style: Style) -> None:
        for paragraph in join(lines, style):
            text = ""
            for line in paragraph:
                text += glue(text, line.text) if text else ""
                self._origins.append(Origin(self._length + len(text), line.page, line.number, line.box))
                text += line.text
            self._write(text)

    def add_rows(self, rows: Sequence[Cells]) -> None:
        self._tables.append(Table(tuple(self._add_row(row) for row in rows)))

    def add_note(self, content: Content) -> None:
        self._origins.append(Origin(self._length, content.number, 0))
        self._write(content.askew)

    def finish(self) -> tuple[str, tuple[Origin, ...], tuple[Table, ...]]:
        return "".join(self._parts).removesuffix("\n"), tuple(self._origins), tuple(self._tables)

    def _add_row(self, row: Cells) -> tuple[Span, ...]:
        spans: list[Span] = []
        at = self._length
        for text, box in zip(row.texts, row.boxes, strict=True):
            if text or not spans:
                self._origins.append(Origin(at, row.page, row.number, box, "table"))
            spans.append(Span(at, at + len(text)))
            at += len(text) + 1
        self._write("\t".join(row.texts))
        return tuple(spans)

    def _write(self, text: str) -> None:
        self._parts.append(text + "\n")
        self._length += len(text) + 1
