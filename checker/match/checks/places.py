"""Where the findings of form stand, and what of a paper is whole enough to be held to form."""

from __future__ import annotations

import re

from checker.lazy import lazily
from checker.model import Clause, Document, Part, Span

_ATTACHED = lazily(r"附 ?(?:件|表|录|图) ?([0-9一二三四五六七八九十]{0,3})")
_STOP = lazily(r"[，。；：、\n]")
_HEAD = 18
_WHOLE = 3


def head(document: Document, clause: Clause) -> Span:
    """The label of a clause and its first words, for a finding that is about where it stands, not what it says."""
    start, end = clause.span
    found = _STOP.search(document.folded, start + 4, min(end, start + _HEAD))
    return Span(start, found.start() if found else min(end, start + _HEAD))


def title_span(document: Document) -> Span:
    """The title, or the first line where none was told."""
    if document.title is not None:
        return document.title
    return document.clauses[0].span if document.clauses else Span(0, 0)


def last_line(document: Document) -> Span:
    """The last line of the paper itself: its attachments, forms and notes come after it."""
    own = [clause for clause in document.clauses if document.parts[clause.part].kind in ("notice", "act")]
    clauses = own or list(document.clauses)
    return clauses[-1].span if clauses else Span(0, 0)


def words(document: Document, span: Span | None) -> str:
    """The folded words of a span."""
    return "" if span is None else document.folded[span.start : span.end]


def title(document: Document) -> str:
    """The folded title in one line."""
    return re.sub(r"\s", "", words(document, document.title))


def part_title(document: Document, part: Part) -> str:
    """The folded title of a part in one line."""
    return re.sub(r"\s", "", words(document, part.title))


def attachment_number(document: Document, part: Part) -> str | None:
    """The number that a part carries as an attachment, empty if it carries none, None if it is no attachment."""
    found = _ATTACHED.match(document.folded[part.span.start : part.span.start + _HEAD].lstrip())
    return found[1] if found else None


def is_reprint(document: Document) -> bool:
    """Whether a curator's line heads the text (【某市】…, 《…》): reprints leave articles and numbers out."""
    return document.folded.lstrip()[:1] in ("【", "《")


def is_whole(document: Document, but: str = "") -> bool:
    """Whether the paper has the marks of one that was issued as a whole: title, addressee, number, signature, date.

    ``but`` names the mark that is not counted. All others but one have to stand.
    """
    addressee = any(clause.kind == "addressee" for clause in document.clauses)
    marks = {
        "addressee": addressee,
        "number": document.number is not None,
        "signature": document.signature is not None,
        "date": document.dated_at is not None,
    }
    standing = sum(present for name, present in marks.items() if name != but)
    return document.title is not None and standing >= _WHOLE
