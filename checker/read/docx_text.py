"""Blocks -> one text that knows which paragraph, cell or tracked change each part of it came from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from checker.model import Extract, Origin, Span, Table
from checker.read.clean import tidy
from checker.read.docx_body import Grid, Line, Row
from checker.read.docx_paragraph import Piece
from checker.read.lines import one_line


@dataclass(slots=True)
class Writing:
    """A text that grows line by line."""

    texts: list[str] = field(default_factory=list)
    origins: list[Origin] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    end: int = 0

    def write(self, blocks: Iterable[Line | Grid | Extract], via: str = "text") -> None:
        """Add blocks, each paragraph and each row on a line of its own; ``via`` is the origin of plain lines."""
        for block in blocks:
            if isinstance(block, Line):
                self._begin()
                self._pieces(block.pieces, block.number, via)
            elif isinstance(block, Grid):
                self._table(block)
            elif block.text:
                self._begin()
                self._extract(block)

    @property
    def text(self) -> str:
        return "".join(self.texts)

    def _begin(self) -> None:
        if self.texts:
            self._put("\n")

    def _table(self, block: Grid) -> None:
        if block.rows:
            self.tables.append(Table(tuple(self._row(row) for row in block.rows)))

    def _row(self, row: Row) -> tuple[Span, ...]:
        self._begin()
        self._come_from(row.number, "table")
        spans = []
        for index, cell in enumerate(row.cells):
            if index:
                self._put("\t")
            start = self.end
            self._pieces(
                tuple(Piece(one_line(text).replace("\t", " "), revised) for text, revised in cell), row.number, "table"
            )
            spans.append(Span(start, self.end))
        return tuple(spans)

    def _pieces(self, pieces: tuple[Piece, ...], number: int, via: str) -> None:
        for text, revised in pieces:
            self._come_from(number, "revision" if revised else via)
            self._put(tidy(text))

    def _come_from(self, number: int, via: str) -> None:
        """Note where the next words come from, if that is another place than the last ones."""
        if self.origins and self.origins[-1].start == self.end:
            self.origins.pop()
        if not self.origins or (self.origins[-1].line, self.origins[-1].via) != (number, via):
            self.origins.append(Origin(self.end, None, number, via=via))

    def _extract(self, block: Extract) -> None:
        shift = self.end
        self.origins += [origin._replace(start=origin.start + shift) for origin in block.origins]
        self.tables += [Table(tuple(_shifted(row, shift) for row in table.rows)) for table in block.tables]
        self._put(block.text)

    def _put(self, text: str) -> None:
        self.texts.append(text)
        self.end += len(text)


def _shifted(row: tuple[Span, ...], shift: int) -> tuple[Span, ...]:
    return tuple(Span(start + shift, end + shift) for start, end in row)
