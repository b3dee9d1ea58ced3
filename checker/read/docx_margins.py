"""Headers, footers, footnotes and endnotes of a Word file -> blocks that stand before or after its body."""

from __future__ import annotations

from collections.abc import Iterator

from checker.lazy import lazily
from checker.read.docx_body import Block, Grid, Line, Story
from checker.read.docx_numbering import Numbering
from checker.read.docx_package import Element, Package, Relation, W

_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"))
_PAGE_NUMBER = lazily(r"[\d０-９一二三四五六七八九十IVXivxⅠ-Ⅻ第共总页码/|.·\s\-－—–―~～]*")
_DOCUMENT_NUMBER = lazily(r"[〔\[［【（(]\s*(19|20)\d\d\s*[〕\]］】）)]\s*第?\s*\d+\s*号")


def margins(package: Package, links: dict[str, Relation]) -> tuple[list[Block], list[Block]]:
    """Blocks of the headers that hold a 文号, and of the other headers and footers that are more than page numbers.

    What stands in several sections is given once.
    """
    above: list[Block] = []
    below: list[Block] = []
    seen: set[str] = set()
    for link in links.values():
        if link.kind not in ("header", "footer"):
            continue
        blocks = list(_blocks(package, link.target))
        text = "\n".join(map(_text, blocks))
        if not _PAGE_NUMBER.fullmatch(text) and text not in seen:
            seen.add(text)
            (above if link.kind == "header" and _DOCUMENT_NUMBER.search(text) else below).extend(blocks)
    return above, below


def notes(package: Package, links: dict[str, Relation], body: Element) -> Iterator[Block]:
    """The footnotes, then the endnotes, that the body refers to."""
    for kind, tag in _NOTES:
        target = next((link.target for link in links.values() if link.kind == kind), "")
        root = package.xml(target) if target else None
        if root is None:
            continue
        named = {mark.get(W + "id") for mark in body.iter(f"{W}{tag}Reference") if not _is_deleted(mark)}
        story = Story(root, Numbering())
        for note in root.iterfind(W + tag):
            if note.get(W + "id") in named:
                yield from story.blocks(note)


def _blocks(package: Package, target: str) -> Iterator[Block]:
    root = package.xml(target)
    if root is not None:
        yield from Story(root, Numbering()).blocks(root)


def _text(block: Block) -> str:
    if isinstance(block, Line):
        return "".join(piece.text for piece in block.pieces)
    if isinstance(block, Grid):
        return "\n".join(piece.text for row in block.rows for cell in row.cells for piece in cell)
    return ""


def _is_deleted(mark: Element) -> bool:
    return next(mark.iterancestors(W + "del", W + "moveFrom"), None) is not None
