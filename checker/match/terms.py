"""Words that must all stand in one sentence, in order and near one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from checker.laws import Laws
from checker.match.guard import Guard, regex
from checker.match.pattern import Pattern
from checker.model import Document, Needs, Span, Trial


@dataclass(frozen=True)
class Terms:
    """Each group lists alternatives; one of every group stands in order, ``within`` characters from the one before.

    A word of one or two characters counts only between word edges (处罚款 is not 处); a longer one stands
    where it literally stands.
    """

    groups: tuple[tuple[str, ...], ...]
    needs: tuple[Needs, ...]
    within: int = 20
    guard: Guard = field(default_factory=Guard)
    parts: tuple[str, ...] = ("notice", "act", "attachment", "form")

    def find(self, document: Document, candidates: Sequence[Sequence[int]], laws: Laws, day: date) -> Iterator[Trial]:
        """Every match whose short words stand between word edges."""
        pattern = expression(self.groups, self.within)
        inner = Pattern((pattern,), self.needs, self.guard, self.parts)
        for trial in inner.find(document, candidates, laws, day):
            if self._whole(document, trial.span):
                yield trial

    def _whole(self, document: Document, span: Span) -> bool:
        from checker.segment.words import edges

        short = [group for group in self.groups if any(len(word) <= 2 for word in group)]
        if not short:
            return True
        sentence = document.units[document.unit_at(span.start)][0]
        words = document.folded[sentence.start : sentence.end]
        found = regex(expression(self.groups, self.within)).search(words, max(span.start - sentence.start, 0))
        if found is None:
            return True
        at = edges(words)
        return all(len(found[n]) > 2 or {found.start(n), found.end(n)} <= at for n in range(1, len(self.groups) + 1))


def expression(groups: Sequence[Sequence[str]], within: int) -> str:
    """The regular expression that says the same, a numbered group for each group."""
    parts = ("(" + "|".join(re.escape(word) for word in sorted(group, key=len, reverse=True)) + ")" for group in groups)
    return f"[^。；]{{0,{within}}}?".join(parts)
