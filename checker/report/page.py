"""A rule to a page: what it flags, under which law, why, with examples and with what it must not be misled by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from checker.model import Rule
from checker.report.text import Piece, Row
from checker.report.words import GROUP, KIND, SEVERITY, cite

_MARK = re.compile("<<(.+?)>>", re.DOTALL)


def page(rule: Rule) -> Iterator[Row]:
    """Every line of the page."""
    yield Row(0, (Piece(rule.title, "path"), Piece(f"  {rule.id}", "faint")))
    yield Row(2, (Piece(SEVERITY[rule.severity], rule.severity.value), Piece(f"  {rule.area}（{GROUP[rule.group]}）")))
    yield _named("适用于", "、".join(KIND.get(kind, kind) for kind in rule.applies_to))
    yield from _in_force(rule)
    for basis in rule.basis:
        yield _named("依据", cite(basis) + ("" if basis.proven else "（未经核实）"))
        yield _named("要旨", basis.gist)
    yield _named("指出", rule.message)
    yield _named("建议", rule.suggestion)
    if rule.cure:
        yield _named("补正", rule.cure)
    for title, lines in (("易错之处", rule.traps), ("违反的例句", rule.violations), ("合规的例句", rule.compliant)):
        yield from _list(title, lines)


def _in_force(rule: Rule) -> Iterator[Row]:
    if rule.since > date.min:
        yield _named("起用", rule.since.isoformat())
    if rule.until < date.max:
        yield _named("停用", rule.until.isoformat())


def _named(name: str, words: str) -> Row:
    return Row(2, (Piece(f"{name}：", "faint"), Piece(words)))


def _list(title: str, lines: tuple[str, ...]) -> Iterator[Row]:
    if lines:
        yield Row(2, (Piece(f"{title}：", "faint"),))
    for line in lines:
        yield Row(4, (Piece("· "), *_marked(" ".join(line.split()))))


def _marked(example: str) -> Iterator[Piece]:
    """The words between << and >> stand out."""
    for index, words in enumerate(_MARK.split(example)):
        yield Piece(words, "quote" if index % 2 else "")
