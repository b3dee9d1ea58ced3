"""Regular expressions over sentences, each tried only where the words it needs stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from checker.laws import Laws
from checker.match.guard import Guard, View, regex
from checker.model import Document, Needs, Span, Trial

_SILENT = frozenset({"title", "number", "addressee", "signature", "date"})


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
            for unit in units:
                _, number = document.units[unit]
                clause = document.clauses[number]
                if clause.kind not in _SILENT and document.parts[clause.part].kind in self.parts:
                    found.setdefault(unit, []).extend(self._try(document, unit, pattern, laws, day))
        for unit in sorted(found):
            yield from _apart(found[unit])

    def _try(self, document: Document, unit: int, pattern: str, laws: Laws, day: date) -> Iterator[Trial]:
        for view in views(document, unit):
            found = False
            for match in regex(pattern).finditer(view.text):
                start, end = match.span("hit") if "hit" in match.re.groupindex else match.span()
                if end <= view.floor:
                    continue
                found = True
                outcome = self.guard.judge(view, start, end, laws, day)
                span = Span(max(start, view.floor) + view.shift, end + view.shift)
                yield Trial(span, outcome.fires, outcome.reason, outcome.cap)
            if found:
                return


def _apart(trials: list[Trial]) -> list[Trial]:
    """Those that do not overlap a better one, in order."""
    kept: list[Trial] = []
    for trial in sorted(trials, key=lambda t: (not t.fired, t.span.start - t.span.end)):
        if not any(trial.span.start < other.span.end and other.span.start < trial.span.end for other in kept):
            kept.append(trial)
    return sorted(kept, key=lambda t: t.span)


def views(document: Document, unit: int) -> Iterator[View]:
    """The sentence alone, then, under a lead-in, both joined."""
    sentence, number = document.units[unit]
    words = document.folded[sentence.start : sentence.end]
    heading = document.narrow(document.clauses[number].heading)
    lead = document.narrow(document.leads[unit])
    yield View(words, lead, heading, sentence.start)
    if lead:
        yield View(lead + words, "", heading, sentence.start - len(lead), len(lead))
