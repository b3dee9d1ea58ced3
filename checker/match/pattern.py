"""Regular expressions over sentences, each tried only where the words it needs stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import islice

from checker.laws import Laws
from checker.lazy import lazily
from checker.match.guard import Guard, View, regex
from checker.model import Document, Needs, Span, Trial

_SILENT = frozenset({"title", "number", "addressee", "signature", "date"})
_MOST = 40
"""Matches of one expression that are judged in one sentence; a text of nothing but one word would take minutes."""
_LEAD = 400
"""Characters of a lead-in that are joined to an item, its last ones: it may govern thousands of cells."""


_NEGATION = lazily("不得(?![低少高多超大小短长迟早晚])|严禁|禁止|不准|不再|不应")
_LACK = lazily("[未没无非外不欠逾拒]|的，?$")


@dataclass(frozen=True)
class Pattern:
    """Any of the expressions, within one sentence, or across a lead-in and the item that it governs.

    ``parts`` are the parts of a file that are looked at. A match that spans lead-in and item is placed on the item.
    """

    any: tuple[str, ...]
    needs: tuple[Needs, ...]
    guard: Guard = field(default_factory=Guard)
    parts: tuple[str, ...] = ("notice", "act", "attachment", "form")

    def find(self, document: Document, candidates: Sequence[Sequence[int]], laws: Laws, day: date) -> Iterator[Trial]:
        """Every match, with what the guard says of it; of matches that overlap the one that fires, then the longest."""
        found: dict[int, list[Trial]] = {}
        for pattern, units in zip(self.any, candidates, strict=True):
            expression = regex(pattern)
            for unit in units:
                for view in views(document, unit):
                    if view.part not in self.parts or not expression.search(view.text):
                        continue
                    if tried := self._try(view, expression, laws, day):
                        found.setdefault(unit, []).extend(tried)
                        break
        for unit in sorted(found):
            yield from _apart(found[unit])

    def _try(self, view: View, expression: re.Pattern[str], laws: Laws, day: date) -> list[Trial]:
        group = "hit" if "hit" in expression.groupindex else 0
        tried: list[Trial] = []
        for match in islice(expression.finditer(view.text), _MOST):
            start, end = match.span(group)
            if end > view.floor:
                said = _said(expression.pattern, view.text, start, end)
                outcome = self.guard.judge(view, start, end, laws, day, said)
                span = Span(max(start, view.floor) + view.shift, end + view.shift)
                tried.append(Trial(span, outcome.fires, outcome.reason, outcome.cap))
        return tried


def _said(pattern: str, text: str, start: int, end: int) -> int:
    """Where the practice begins within a match: behind a negation that stands in a gap of the pattern.

    A pattern that names the negation itself (外地企业不得投标) means it, and one behind a lack (未备案的，不得营业)
    is a demand; in both the whole match is the practice.
    """
    found = _NEGATION.search(text, start, end)
    if found is None or found[0] in pattern or _LACK.search(text, start, found.start()):
        return start
    return found.end()


def _apart(trials: list[Trial]) -> list[Trial]:
    """Those that do not overlap a better one, in order."""
    kept: list[Trial] = []
    for trial in sorted(trials, key=lambda t: (not t.fired, t.span.start - t.span.end)):
        if not any(trial.span.start < other.span.end and other.span.start < trial.span.end for other in kept):
            kept.append(trial)
    return sorted(kept, key=lambda t: t.span)


@lru_cache(maxsize=4096)
def views(document: Document, unit: int) -> tuple[View, ...]:
    """The sentence alone, and, under a lead-in, both joined."""
    sentence, number = document.units[unit]
    clause = document.clauses[number]
    part = "" if clause.kind in _SILENT else document.parts[clause.part].kind
    words = document.narrow(sentence)
    heading = document.narrow(clause.heading)
    lead = document.narrow(document.leads[unit])[-_LEAD:]
    alone = View(words, lead, heading, sentence.start, 0, part)
    if not lead:
        return (alone,)
    return alone, View(lead + words, "", heading, sentence.start - len(lead), len(lead), part)
