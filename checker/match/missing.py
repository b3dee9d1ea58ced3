"""Something that a paper as a whole has to say and does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from checker.laws import Laws
from checker.match.guard import regex
from checker.model import Document, Needs, Span, Trial


@dataclass(frozen=True)
class Missing:
    """None of ``any_of`` stands in the parts looked at, though ``when`` does and ``unless`` does not.

    ``parts`` limits the look to parts of these kinds (all where empty); a paper without such a part is left alone.
    ``at`` tells where the finding stands: title, or end (the last line).
    """

    any_of: tuple[str, ...]
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    at: str = "title"

    @property
    def needs(self) -> tuple[Needs, ...]:
        """None: the document is judged as a whole."""
        return ()

    def find(self, document: Document, candidates: Sequence[Sequence[int]], laws: Laws, day: date) -> Iterator[Trial]:
        """One trial at most."""
        words = "\n".join(
            document.folded[part.span.start : part.span.end]
            for part in document.parts
            if not self.parts or part.kind in self.parts
        )
        if not words or (self.when and not _any(self.when, words)) or _any(self.unless, words):
            return
        span = title_span(document) if self.at == "title" else last_line(document)
        present = _any(self.any_of, words)
        yield Trial(span, not present, "已写明" if present else "全文未见")


def title_span(document: Document) -> Span:
    """The title, or the first line where none was told."""
    if document.title is not None:
        return document.title
    return document.clauses[0].span if document.clauses else Span(0, 0)


def last_line(document: Document) -> Span:
    """The last line that is not empty."""
    return document.clauses[-1].span if document.clauses else Span(0, 0)


def _any(patterns: tuple[str, ...], words: str) -> bool:
    return any(regex(pattern).search(words) for pattern in patterns)
