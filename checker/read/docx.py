"""Word file (.docx) -> Extract: automatic numbers resolved, tracked changes accepted, nothing dropped in silence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from checker.errors import ReadError
from checker.model import Extract
from checker.read.docx_body import Block, Grid, Import, Line, Story
from checker.read.docx_chunk import read_chunk, unread
from checker.read.docx_gaps import find_gaps
from checker.read.docx_margins import margins, notes
from checker.read.docx_numbering import Numbering, read_numbering
from checker.read.docx_package import Element, Package, Relation, open_package
from checker.read.docx_text import Writing

_MOST_NESTED = 3
"""A docx imported into a docx is read; one nested deeper than this is a trap."""


def extract(path: Path, data: bytes) -> Extract:
    """The text of a Word file; raises ReadError if it is encrypted, an old .doc, or no Word file.

    Origins count the paragraphs (w:p) of the document part from 1; those of headers and notes (via header, note)
    count in their own part. Words put in by a tracked change have via revision.
    """
    return _extract(0, path, data)


def _extract(depth: int, path: Path, data: bytes) -> Extract:
    package = open_package(path, data)
    main = package.main()
    root = package.xml(main) if main else None
    if root is None:
        raise ReadError(f"{path}：里面没有 Word 正文，不是 Word 文档或已损坏")
    links = package.relations(main)
    story = Story(root, _numbering(package, links))
    above, below = margins(package, links)
    body = list(_resolved(story.blocks(root), partial(_imported, depth, path, package, links)))
    writing = Writing()
    writing.write(_resolved(above), "header")
    writing.write(body)
    writing.write(_resolved(notes(package, links, root)), "note")
    writing.write(_resolved(below), "header")
    imported = [gap for block in body if isinstance(block, Extract) for gap in block.gaps]
    gaps = (*package.gaps, *imported, *find_gaps(writing.text, package, links, root, story.hidden))
    return Extract(path, "docx", writing.text, tuple(writing.origins), gaps, tuple(writing.tables))


def _numbering(package: Package, links: dict[str, Relation]) -> Numbering:
    lists = _part(package, links, "numbering")
    return Numbering() if lists is None else read_numbering(lists, _part(package, links, "styles"))


def _part(package: Package, links: dict[str, Relation], kind: str) -> Element | None:
    """A part that the document points at; some programs write it without saying so."""
    named = next((link.target for link in links.values() if link.kind == kind), "")
    return package.xml(named or f"word/{kind}.xml")


def _resolved(
    blocks: Iterable[Block], read: Callable[[Import], Extract] | None = None
) -> Iterator[Line | Grid | Extract]:
    """Blocks with what they import read; an import outside the body has no meaning to Word and is passed over."""
    for block in blocks:
        if not isinstance(block, Import):
            yield block
        elif read:
            yield read(block)


def _imported(depth: int, path: Path, package: Package, links: dict[str, Relation], block: Import) -> Extract:
    link = links.get(block.relation)
    if link is None or link.external:
        return unread(path, link.target if link else block.relation, "不在文件内")
    data = package.read(link.target)
    if data is None or depth >= _MOST_NESTED:
        return unread(path, link.target, "不在文件内" if data is None else "嵌套过深")
    return read_chunk(path, link.target, data, partial(_extract, depth + 1))
