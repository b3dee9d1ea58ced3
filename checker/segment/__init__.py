"""Extract -> Document: folded text, parts, clauses and sentences."""

from __future__ import annotations

from checker.model import Document, Extract
from checker.segment.clauses import Outline
from checker.segment.fold import fold
from checker.segment.issuer import issuer
from checker.segment.lines import read_lines
from checker.segment.parts import lay_out
from checker.segment.tail import Tail

__all__ = ["segment"]


def segment(extract: Extract) -> Document:
    """Cut what was read into parts, clauses and sentences; the kind is left to ``classify``."""
    folded = fold(extract.text)
    lines = read_lines(folded, extract.tables)
    layout = lay_out(folded, lines)
    tail = next((tail for tail in layout.tails if tail.dated_at), Tail())
    tail = tail if tail.dated_at else next((tail for tail in layout.tails if tail.names), Tail())
    numbers = [head.number for head in layout.heads if head.number]
    return Document(
        path=extract.path,
        media=extract.media,
        text=extract.text,
        folded=folded,
        origins=extract.origins,
        gaps=extract.gaps,
        clauses=Outline(folded, lines, layout, extract.tables).build(),
        parts=tuple(layout.parts),
        tables=extract.tables,
        pages=extract.pages,
        title=layout.heads[0].title if layout.heads else None,
        number=numbers[0] if numbers else None,
        signature=tail.signature,
        dated=tail.dated,
        dated_at=tail.dated_at,
        issuer=issuer(folded, layout, tail),
    )
