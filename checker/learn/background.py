"""Published papers to sentences that are presumed lawful: those of normative papers that no rule speaks on."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from checker.learn.train import Example
from checker.model import Document, Report

_KINDS = frozenset({"normative", "draft", "plan"})
_CLAUSES = frozenset({"article", "paragraph", "item", "subitem"})
_SHORTEST, _LONGEST = 12, 260


def background(paths: Iterable[Path], check: Callable[[Path], Report | None], most: int) -> list[Example]:
    """At most ``most`` sentences, drawn by hash so that the same folder gives the same ones."""
    found: dict[str, Example] = {}
    for path in paths:
        report = check(path)
        if report is not None and report.document.kind in _KINDS:
            for example in _sentences(report):
                found[hashlib.sha256(example.text.encode()).hexdigest()] = example
    return [found[key] for key in sorted(found)[:most]]


def _sentences(report: Report) -> Iterator[Example]:
    document = report.document
    told = {document.unit_at(finding.span.start) for finding in report.findings}
    for index, (span, number) in enumerate(document.units):
        clause = document.clauses[number]
        if index in told or clause.kind not in _CLAUSES or not _SHORTEST <= span.end - span.start <= _LONGEST:
            continue
        lead = "" if clause.lead is None else _words(document, clause.lead.start, clause.lead.end)
        yield Example(_words(document, span.start, span.end), lead, (), document.path.name)


def _words(document: Document, start: int, end: int) -> str:
    return document.folded[start:end]
