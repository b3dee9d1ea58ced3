"""The content of a Word part -> blocks in reading order: lines, tables, and what is imported from other parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from checker.read.docx_numbering import Numbering
from checker.read.docx_package import Element, R, W
from checker.read.docx_paragraph import Piece, shown, words_of

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LEFT_OUT = frozenset(
    (W + "sectPr", W + "del", W + "moveFrom", W + "sdtPr", W + "sdtEndPr", W + "tblPr", W + "tblGrid")
)
_DELETED, _MOVED = W + "del", W + "moveFrom"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or a piece of one between line breaks; ``number`` is its ordinal in the part."""

    pieces: tuple[Piece, ...]
    number: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; ``number`` is the ordinal of its first paragraph."""

    cells: tuple[tuple[Piece, ...], ...]
    number: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Import:
    """The place of a w:altChunk or w:subDoc: a part that is read on its own."""

    relation: str


Block = Line | Grid | Import


@dataclass(slots=True)
class Story:
    """Reads one part. ``hidden`` counts the characters left out because they are set not to be shown."""

    root: Element
    numbering: Numbering
    hidden: int = 0
    _ordinals: dict[Element, int] = field(init=False)
    _carried: list[Piece] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self._ordinals = {paragraph: index for index, paragraph in enumerate(self.root.iter(W + "p"), 1)}

    def blocks(self, node: Element) -> Iterator[Block]:
        """What stands below ``node``, in order; empty paragraphs are left out."""
        for child in node:
            if child.tag == W + "p":
                yield from self._paragraph(child)
            elif child.tag == W + "tbl":
                yield from self._table(child)
            elif child.tag in (W + "altChunk", W + "subDoc"):
                yield Import(child.get(R + "id") or "")
            elif child.tag == _MC + "AlternateContent":
                branch = shown(child)
                yield from () if branch is None else self.blocks(branch)
            elif child.tag not in _LEFT_OUT:
                yield from self.blocks(child)

    def _paragraph(self, node: Element) -> Iterator[Block]:
        properties = node.find(W + "pPr")
        words = words_of(node)
        self.hidden += words.hidden
        pieces = [*self._carried, *words.pieces]
        self._carried = []
        if _mark_is_lost(properties) and (not pieces or _runs_on(node)):
            self._carried = pieces  # accepted, the change runs this paragraph into the next, whose number it takes
        else:
            label = self.numbering.label(properties)
            yield from _lines(_labelled(label, pieces), self._ordinals[node])
        for box in words.boxes:
            yield from self.blocks(box)

    def _table(self, node: Element) -> Iterator[Block]:
        rows = [self._row(row) for row in _children(node, W + "tr") if not _is_deleted(row)]
        if all(len(cells) <= 1 for _, cells in rows):  # a frame around text, not a table
            for _, cells in rows:
                yield from (block for cell in cells for block in cell)
            return
        read = tuple(Row(tuple(_flat(cell) for cell in cells), number) for number, cells in rows)
        yield Grid(tuple(row for row in read if any(row.cells)))
        yield from (block for _, cells in rows for cell in cells for block in cell if isinstance(block, Import))

    def _row(self, node: Element) -> tuple[int, list[list[Block]]]:
        """The ordinal of the row's first paragraph and the blocks of its cells.

        A cell over several columns is followed by empty ones, so that cells stay below the head of their column;
        a cell that goes on from the row above is empty.
        """
        first = next((self._ordinals[paragraph] for paragraph in node.iter(W + "p")), 1)
        cells: list[list[Block]] = []
        wide = 0
        for cell in _children(node, W + "tc"):
            cells.extend([] for _ in range(wide))
            properties = cell.find(W + "tcPr")
            cells.append([] if _continues(properties) else list(self.blocks(cell)))
            wide = _span(properties) - 1
        return first, cells


def _children(node: Element, tag: str) -> Iterator[Element]:
    """Rows or cells, which may stand inside w:sdt, w:customXml or a tracked change."""
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag not in _LEFT_OUT and child.tag != W + "tbl":
            yield from _children(child, tag)


def _labelled(label: str, pieces: list[Piece]) -> list[Piece]:
    if not label:
        return pieces
    if not pieces or pieces[0].text[:1].isspace():
        label = label.rstrip(" ")
    return [Piece(label, False), *pieces]


def _lines(pieces: Iterable[Piece], number: int) -> Iterator[Line]:
    """Cut at the line breaks; what holds no character is left out."""
    line: list[Piece] = []
    for piece in pieces:
        first, *rest = piece.text.split("\n")
        line.append(Piece(first, piece.revised))
        for text in rest:
            if _says_something(line):
                yield Line(tuple(line), number)
            line = [Piece(text, piece.revised)]
    if _says_something(line):
        yield Line(tuple(line), number)


def _says_something(pieces: list[Piece]) -> bool:
    return any(piece.text and not piece.text.isspace() for piece in pieces)


def _flat(blocks: Iterable[Block]) -> tuple[Piece, ...]:
    """The words of a cell in one line; a table inside it is read cell by cell."""
    pieces: list[Piece] = []
    for block in blocks:
        lines = [block.pieces] if isinstance(block, Line) else []
        if isinstance(block, Grid):
            lines = [cell for row in block.rows for cell in row.cells if cell]
        for line in lines:
            pieces += [Piece(" ", False)] * bool(pieces) + list(line)
    return tuple(pieces)


def _mark_is_lost(properties: Element | None) -> bool:
    mark = None if properties is None else properties.find(W + "rPr")
    return mark is not None and (mark.find(_DELETED) is not None or mark.find(_MOVED) is not None)


def _runs_on(paragraph: Element) -> bool:
    following = next(paragraph.itersiblings(W + "p", W + "tbl"), None)
    return following is not None and following.tag == W + "p"


def _is_deleted(row: Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None


def _continues(properties: Element | None) -> bool:
    """Whether a cell is the rest of the cell above, or was deleted."""
    if properties is None:
        return False
    merge = properties.find(W + "vMerge")
    return (merge is not None and merge.get(W + "val") != "restart") or properties.find(W + "cellDel") is not None


def _span(properties: Element | None) -> int:
    span = None if properties is None else properties.find(W + "gridSpan")
    width = "" if span is None else span.get(W + "val") or ""
    return min(int(width), 100) if width.isdecimal() else 1
