"""Lines and table rows of a source -> one text that knows which line and which cell each part of it came from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from checker.model import Extract, Gap, Origin, Span, Table
from checker.read.clean import tidy


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, or a row of a table if it has ``cells`` (then ``text`` is not used).

    ``number`` is the 1-based line of the source, 0 if the line's own place in the text is meant. Rows with the
    same ``table`` number that follow each other make one table.
    """

    text: str
    number: int = 0
    cells: tuple[str, ...] | None = None
    table: int = 0


@dataclass(frozen=True, slots=True)
class Lines:
    """Text, the spans of its table cells, and where each line came from; ``gaps`` is what could not be read."""

    text: str
    tables: tuple[Table, ...] = ()
    origins: tuple[Origin, ...] = ()
    gaps: tuple[Gap, ...] = field(default=())

    def extract(self, path: Path, media: str) -> Extract:
        """The same as the value that all readers hand on."""
        return Extract(path, media, self.text, self.origins, self.gaps, self.tables)


def assemble(lines: Iterable[Line], gaps: Iterable[Gap] = ()) -> Lines:
    """Put lines together: ``\\n`` between them, a tab between the cells of a row."""
    texts: list[str] = []
    origins: list[Origin] = []
    rows: list[tuple[int, tuple[Span, ...]]] = []
    start = 0
    for place, line in enumerate(lines, 1):
        cells = tuple(one_line(cell).replace("\t", " ") for cell in line.cells) if line.cells is not None else None
        text = one_line(line.text) if cells is None else "\t".join(cells)
        if cells is not None:
            rows.append((line.table, tuple(_spans(cells, start))))
        origins.append(Origin(start, None, line.number or place, via="text" if cells is None else "table"))
        texts.append(text)
        start += len(text) + 1
    tables = (Table(tuple(row for _, row in group)) for _, group in groupby(rows, key=lambda row: row[0]))
    return Lines("\n".join(texts), tuple(tables), tuple(origins) or (Origin(0, None, 1),), tuple(gaps))


def line_origins(text: str) -> tuple[Origin, ...]:
    """One origin a line, for a text whose lines are the lines of its source."""
    origins = [Origin(0, None, 1)]
    end = text.find("\n")
    while end >= 0:
        origins.append(Origin(end + 1, None, len(origins) + 1))
        end = text.find("\n", end + 1)
    return tuple(origins)


def one_line(text: str) -> str:
    """``text`` tidied, its line breaks turned into spaces."""
    return tidy(text).replace("\n", " ")


def _spans(cells: tuple[str, ...], start: int) -> Iterable[Span]:
    for cell in cells:
        yield Span(start, start + len(cell))
        start += len(cell) + 1
