"""Article numbers that skip or repeat."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from checker.model import Clause, Document, Span, Trial
from checker.segment.numbers import number as parse_number


def skipped_number(document: Document, day: date) -> Iterator[Trial]:
    """An article whose number is more than one above that of the article before it in the same part."""
    for before, number, clause in _steps(document):
        if number > before + 1:
            yield Trial(clause.span, True, "条文序号不连续", says={"before": str(before), "number": str(number)})


def repeated_number(document: Document, day: date) -> Iterator[Trial]:
    """An article whose number is not above that of the article before it in the same part."""
    for before, number, clause in _steps(document):
        if number <= before:
            yield Trial(clause.span, True, "条文序号重复或倒退", says={"before": str(before), "number": str(number)})


def _steps(document: Document) -> Iterator[tuple[int, int, Clause]]:
    last: dict[int, int] = {}
    for clause in document.clauses:
        if clause.kind != "article":
            continue
        number = _number(clause.label)
        if number is None:
            continue
        if clause.part in last:
            yield last[clause.part], number, clause
        last[clause.part] = number


def _number(label: str) -> int | None:
    head = label.partition("条")[0].removeprefix("第")
    return parse_number(head)


def first_words(span: Span, length: int = 16) -> Span:
    """The head of a span, for a finding that quotes only where a clause begins."""
    return Span(span.start, min(span.end, span.start + length))
