"""The list of attachments (附件说明) against the attachments that follow, and the way it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from checker.lazy import lazily
from checker.match.checks.places import attachment_number, words
from checker.model import Clause, Document, Severity, Span, Trial
from checker.segment.numbers import number

_LIST = lazily(r"附 ?件 ?[：:]")
_ENTRY = lazily(r"(?:附 ?件 ?[：:]? ?)?(\d{1,2})(?!\d) ?[.．、：:]? ?(?=[《“\u4e00-\u9fffA-Za-z])")
_STOP = lazily(r"[。；;，,]$")
_OTHER_MARK = lazily(r"附 ?件 ?[：:] ?(?:[一二三四五]、|（[一二三四五\d]）|\d、)")


def absent_attachment(document: Document, day: date) -> Iterator[Trial]:
    """The list names three, and only the first and the second follow."""
    listed = _entries(document)
    have = _present(document)
    gone = [(wanted, span) for wanted, span in listed if wanted not in have and not _below(document, span, wanted)]
    for wanted, span in gone:
        cap = None if have and len(gone) == 1 else Severity.INFO
        yield Trial(span, True, "附件说明中有，文后没有", cap, {"name": f"附件{wanted}"})


def _below(document: Document, span: Span, wanted: int) -> bool:
    """Whether a line further down begins with 附件 and the number."""
    return bool(re.search(rf"\n ?附 ?件 ?{wanted}(?!\d)", document.folded[span.end :]))


def unlisted_attachment(document: Document, day: date) -> Iterator[Trial]:
    """附件3 follows, and the list ends with 2; or there is no list."""
    listed = {wanted for wanted, _ in _entries(document)}
    if not listed:
        return
    for part in document.parts:
        mark = attachment_number(document, part)
        here = number(mark) if mark else None
        if here is not None and here not in listed:
            first = next((c.span for c in document.clauses if c.span.start >= part.span.start), part.span)
            yield Trial(first, True, "附件说明中没有", says={"name": f"附件{here}"})


def attachment_list_form(document: Document, day: date) -> Iterator[Trial]:
    """附件：1.申请表。 A name in the list of attachments ends without a mark."""
    for clause in _list_lines(document):
        line = words(document, clause.span)
        if _STOP.search(line) or _OTHER_MARK.match(line):
            yield Trial(clause.span, True, "附件名称后有标点，或者序号写法不规范")


def _list_lines(document: Document) -> list[Clause]:
    """The lines of the list: what the segmenter calls attachment, within notice or act, headings of parts left out."""
    starts = {part.span.start for part in document.parts[1:]}
    found: list[Clause] = []
    for clause in document.clauses:
        if clause.kind != "attachment" or document.parts[clause.part].kind not in ("notice", "act"):
            continue
        if clause.span.start not in starts and (found or _LIST.match(words(document, clause.span))):
            found.append(clause)
    return found


def _entries(document: Document) -> list[tuple[int, Span]]:
    lines = _list_lines(document)
    entries: list[tuple[int, Span]] = []
    for clause in lines:
        match = _ENTRY.match(words(document, clause.span))
        if match and int(match[1]) == len(entries) + 1:
            entries.append((int(match[1]), clause.span))
    if not entries and len(lines) == 1 and len(words(document, lines[0].span)) > 4:
        return [(1, lines[0].span)]
    return entries


def _present(document: Document) -> set[int]:
    """Numbers of the attachments that stand in the file; one without number counts as the first."""
    found = set()
    carried = document.parts[0].kind == "notice" and any(part.kind == "act" for part in document.parts[1:])
    for part in document.parts[1:]:
        mark = attachment_number(document, part)
        if mark is not None:
            found.add(number(mark) or 1)
    return found or ({1} if carried else set())
