"""Numbers of articles, chapters and items that skip or repeat."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from checker.lazy import lazily
from checker.match.checks.places import head, is_reprint
from checker.model import Clause, Document, Severity, Trial
from checker.segment.numbers import chinese
from checker.segment.numbers import number as parse_number

_MARK = lazily(
    r"\s*(?:第 ?([〇零一二三四五六七八九十百\d]+) ?([条章])|([（(]) ?([一二三四五六七八九十\d]+) ?[）)]|([一二三四五六七八九十]{1,3}|\d{1,2}) ?[、.．](?!\d))"
)
_INSERTED = lazily(r"\s*第[^条]{1,8}条之")
_AMENDS = lazily(r"修改|修订|修正|对照")
_FEW = 2


class Step(NamedTuple):
    """A number and the one before it in the same row of numbers."""

    before: int
    number: int
    clause: Clause
    mark: str
    last: Clause | None = None


def skipped_number(document: Document, day: date) -> Iterator[Trial]:
    """An article or chapter whose number is more than one above that of the one before it in the same part."""
    yield from _report(document, [step for step in _articles(document) if step.number > step.before + 1], "不连续")


def repeated_number(document: Document, day: date) -> Iterator[Trial]:
    """An article or chapter whose number is not above that of the one before it in the same part."""
    found = [step for step in _articles(document) if 1 < step.number <= step.before]
    yield from _report(document, found, "重复或者倒退")


def skipped_item(document: Document, day: date) -> Iterator[Trial]:
    """（一）（二）（四）, 一、三、: an item whose number leaves one or two out."""
    found = [step for step in _items(document) if step.before + 1 < step.number <= step.before + 1 + _FEW]
    yield from _report(document, found, "不连续")


def repeated_item(document: Document, day: date) -> Iterator[Trial]:
    """（一）（二）（二）: an item that has the number of the one before it."""
    yield from _report(document, [step for step in _items(document) if step.number == step.before > 1], "重复")


def _report(document: Document, steps: list[Step], fault: str) -> Iterator[Trial]:
    """Many faults in one part speak for an excerpt or for lines that were lost, not for a slip of the pen."""
    found = [step for step in steps if not _is_hidden(document, step)]
    parts = Counter(step.clause.part for step in found)
    for step in found:
        arabic = step.clause.kind not in ("article", "chapter") and step.mark.isdigit()
        mild = arabic or parts[step.clause.part] > _FEW or is_reprint(document)
        cap = Severity.INFO if mild else None
        says = {"before": str(step.before), "number": str(step.number)}
        yield Trial(head(document, step.clause), True, f"序号{fault}", cap, says)


def _is_hidden(document: Document, step: Step) -> bool:
    """Whether the number that is missed stands somewhere before, though not where a clause begins."""
    missed = range(step.before + 1, step.number)
    if not missed or step.last is None:
        return False
    between = document.folded[step.last.span.start : step.clause.span.start]
    marks = {str(value) for value in missed} | {chinese(value) for value in missed}
    if step.clause.kind in ("article", "chapter"):
        return any(re.search(rf"第 ?{mark} ?[条章]", between[4:]) for mark in marks)
    return any(
        re.search(rf"(?:（ ?{mark} ?）|(?<![0-9一二三四五六七八九十]){mark} ?[、.．]|\n *{mark} )", between)
        for mark in marks
    )


def _articles(document: Document) -> Iterator[Step]:
    """Steps of 条 and of 章, each within its part; a paper that amends another quotes articles of that one."""
    title = document.folded[slice(*document.title)] if document.title else ""
    if _AMENDS.search(title):
        return
    last: dict[tuple[int, str], tuple[int, Clause]] = {}
    for clause in _without_contents(document.clauses):
        found = _MARK.match(document.folded, clause.span.start, clause.span.end)
        number = parse_number(found[1]) if found and found[1] else None
        if number is None or found is None or _INSERTED.match(document.folded, clause.span.start):
            continue
        key = (clause.part, found[2])
        if key in last:
            yield Step(last[key][0], number, clause, found[1], last[key][1])
        last[key] = number, clause


def _without_contents(clauses: tuple[Clause, ...]) -> Iterator[Clause]:
    """Articles and chapters; chapters that follow one another at once are a table of contents."""
    for before, clause, after in zip((None, *clauses), clauses, (*clauses[1:], None), strict=False):
        if clause.kind == "article":
            yield clause
        elif clause.kind == "chapter":
            listed = any(beside is not None and beside.kind == "chapter" for beside in (before, after))
            if not listed:
                yield clause


def _items(document: Document) -> Iterator[Step]:
    """Steps of items below one parent, of one style of number; a row begins anew with 1."""
    last: dict[tuple[int, str, str], tuple[int, Clause]] = {}
    for clause in document.clauses:
        if clause.kind in ("article", "chapter", "section"):
            last = {key: value for key, value in last.items() if key[0] != clause.part}
        if clause.kind not in ("item", "subitem", "heading"):
            continue
        found = _MARK.match(document.folded, clause.span.start, clause.span.end)
        mark = (found[4] or found[5]) if found else None
        number = parse_number(mark) if mark else None
        if number is None or found is None or mark is None:
            continue
        style = ("括" if found[3] else "点") + ("数" if mark.isdigit() else "字")
        parent = _parent(clause.label, document.folded[clause.span.start : found.end()])
        if number == 1 and style == "点字":
            last = {key: value for key, value in last.items() if key[0] != clause.part}
        key = (clause.part, parent, style)
        if key in last and number != 1:
            yield Step(last[key][0], number, clause, mark, last[key][1])
        last[key] = number, clause


def _parent(label: str, mark: str) -> str:
    """The label without its last piece."""
    plain = re.sub(r"\s", "", mark).rstrip("、.．")
    at = label.rfind(plain)
    return label[:at] if at >= 0 else label
