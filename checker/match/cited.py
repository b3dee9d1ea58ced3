"""What a document cites, found once for all rules of a run."""

from __future__ import annotations

from functools import lru_cache

from checker.laws.cite import Citation, find_citations
from checker.model import Document


@lru_cache(maxsize=4)
def citations(document: Document) -> tuple[Citation, ...]:
    """Every citation of a document, in the order of the text."""
    return find_citations(document.folded)
