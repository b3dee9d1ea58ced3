"""Sentences that the second reader questions, for the area that a rule file names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from checker.laws import Laws
from checker.learn.judge import Doubt, doubts
from checker.match.guard import Guard, Outcome, View
from checker.match.pattern import views
from checker.model import Document, Needs, Severity, Trial


@dataclass(frozen=True)
class Learned:
    """``area`` is the area whose doubts are told; the guard is asked at each of the words that weighed most."""

    area: str
    guard: Guard = field(default_factory=Guard)

    @property
    def needs(self) -> tuple[Needs, ...]:
        """None: the model reads every sentence, once for all areas."""
        return ()

    def find(self, document: Document, candidates: Sequence[Sequence[int]], laws: Laws, day: date) -> Iterator[Trial]:
        """One trial a doubtful sentence of the area."""
        for doubt in doubts(document):
            if doubt.area != self.area:
                continue
            view = views(document, doubt.unit)[0]
            against = self._against(view, doubt, laws, day)
            words = "、".join(doubt.words)
            reason = against or f"与已知问题条款相近（{words}）"
            yield Trial(doubt.span, not against, reason, None if doubt.loud else Severity.INFO, {"words": words})

    def _against(self, view: View, doubt: Doubt, laws: Laws, day: date) -> str:
        """Why the sentence is left alone: at half of the weighty words or more the guard says no."""
        outcomes = [self._at(view, word, laws, day) for word in doubt.words if word in view.text]
        against = [outcome.reason for outcome in outcomes if not outcome.fires]
        return against[0] if against and 2 * len(against) >= len(outcomes) else ""

    def _at(self, view: View, word: str, laws: Laws, day: date) -> Outcome:
        start = view.text.index(word)
        return self.guard.judge(view, start, start + len(word), laws, day)
