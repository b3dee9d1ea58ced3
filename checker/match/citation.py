"""Citations of laws, papers and organs that are not what they should be on the day the document is judged by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from checker.laws import Laws
from checker.laws.cite import Citation, find_citations
from checker.laws.status import Verdict, judge
from checker.match.guard import regex
from checker.model import Document, Needs, Trial


@dataclass(frozen=True)
class CitationStatus:
    """Citations whose verdict is one of ``verdicts``; ``unless`` looks at the sentence they stand in.

    ``ranks`` limits the rule to laws of these ranks (all where empty).
    """

    verdicts: tuple[str, ...]
    unless: tuple[str, ...] = ()
    ranks: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    @property
    def needs(self) -> tuple[Needs, ...]:
        """None: citations are found once a document, for all rules."""
        return ()

    def find(self, document: Document, candidates: Sequence[Sequence[int]], laws: Laws, day: date) -> Iterator[Trial]:
        """One trial a citation of the verdicts asked for."""
        for citation, verdict in judged(document, laws, day):
            if verdict.verdict not in self.verdicts or (self.ranks and verdict.rank not in self.ranks):
                continue
            if self.kinds and citation.kind not in self.kinds:
                continue
            excuse = self._excuse(document, citation)
            says = {"law": verdict.law, "successor": verdict.successor, "why": verdict.reason}
            yield Trial(citation.span, not excuse, f"例外：{excuse}" if excuse else verdict.reason, says=says)

    def _excuse(self, document: Document, citation: Citation) -> str:
        unit = document.unit_at(citation.span.start)
        if unit < 0 or not self.unless:
            return ""
        span, _ = document.units[unit]
        sentence = document.folded[span.start : max(span.end, citation.span.end)]
        for pattern in self.unless:
            if found := regex(pattern).search(sentence):
                return found[0]
        return ""


@lru_cache(maxsize=4)
def judged(document: Document, laws: Laws, day: date) -> tuple[tuple[Citation, Verdict], ...]:
    """Every citation of a document with its verdict on a day; shared by the rules of one run."""
    found = find_citations(document.folded)
    return tuple((citation, verdict) for citation in found for verdict in judge(citation, laws, day))
