"""Faults of form and of arithmetic: numbering, dates, attachments; one named check each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from checker.laws import Laws
from checker.match.checks import CHECKS
from checker.model import Document, Needs, Trial


@dataclass(frozen=True)
class Layout:
    """``check`` names one of ``CHECKS``; ``options`` are its numbers."""

    check: str
    options: tuple[tuple[str, int], ...] = ()

    @property
    def needs(self) -> tuple[Needs, ...]:
        """None: form is judged over the whole document."""
        return ()

    def find(self, document: Document, candidates: Sequence[Sequence[int]], laws: Laws, day: date) -> Iterator[Trial]:
        """What the named check finds."""
        return CHECKS[self.check](document, day, **dict(self.options))
