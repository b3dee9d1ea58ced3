"""Something that a paper as a whole has to say and does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from checker.laws import Laws
from checker.match.checks.places import is_reprint, last_line, title_span
from checker.match.guard import regex
from checker.model import Document, Needs, Part, Severity, Span, Trial


@dataclass(frozen=True)
class Missing:
    """None of ``any_of`` stands in the parts looked at, though ``when`` does and ``unless`` does not.

    ``parts`` limits the look to parts of these kinds (all where empty); a paper without such a part is left alone,
    and so is one that has a part of ``unless_parts`` or whose title matches ``unless_title``.
    ``at`` tells where the finding stands: title, end (the last line), or part (the title of the part looked at).
    """

    any_of: tuple[str, ...]
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    unless_parts: tuple[str, ...] = ()
    unless_title: tuple[str, ...] = ()
    at: str = "title"

    @property
    def needs(self) -> tuple[Needs, ...]:
        """None: the document is judged as a whole."""
        return ()

    def find(self, document: Document, candidates: Sequence[Sequence[int]], laws: Laws, day: date) -> Iterator[Trial]:
        """One trial at most."""
        looked = [part for part in document.parts if not self.parts or part.kind in self.parts]
        words = "\n".join(document.folded[part.span.start : part.span.end] for part in looked)
        if not words or self._left_alone(document, words):
            return
        present = _any(self.any_of, words)
        cap = Severity.INFO if is_reprint(document) else None
        yield Trial(self._place(document, looked[0]), not present, "已写明" if present else "全文未见", cap)

    def _left_alone(self, document: Document, words: str) -> bool:
        title = document.folded[slice(*document.title)] if document.title else ""
        return (
            bool(self.when and not _any(self.when, words))
            or _any(self.unless, words)
            or _any(self.unless_title, title)
            or any(part.kind in self.unless_parts for part in document.parts)
        )

    def _place(self, document: Document, part: Part) -> Span:
        if self.at == "end":
            return last_line(document)
        return (part.title if self.at == "part" else None) or title_span(document)


def _any(patterns: tuple[str, ...], words: str) -> bool:
    return any(regex(pattern).search(words) for pattern in patterns)
