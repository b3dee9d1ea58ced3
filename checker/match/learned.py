"""Sentences that the second reader questions, for the area that a rule file names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from checker.laws import Laws
from checker.learn.judge import doubts
from checker.model import Document, Needs, Severity, Trial


@dataclass(frozen=True)
class Learned:
    """``area`` is the area whose doubts are told."""

    area: str

    @property
    def needs(self) -> tuple[Needs, ...]:
        """None: the model reads every sentence, once for all areas."""
        return ()

    def find(self, document: Document, candidates: Sequence[Sequence[int]], laws: Laws, day: date) -> Iterator[Trial]:
        """One trial a doubtful sentence of the area."""
        for doubt in doubts(document):
            if doubt.area == self.area:
                words = "、".join(doubt.words)
                cap = None if doubt.loud else Severity.INFO
                says = {"words": words, "probability": f"{doubt.probability:.2f}"}
                yield Trial(doubt.span, True, f"与已知问题条款相近（{words}）", cap, says)
