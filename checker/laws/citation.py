"""What a text cites: one value for every place that names an act, a paper, or an organ that is gone."""

from __future__ import annotations

from dataclasses import dataclass

from checker.laws.articles import ArticleRef
from checker.lazy import lazily
from checker.model import Span

_BREAK = lazily(r"[。；！？\n]")
_REACH = 80
"""How far a sentence is followed to either side, in characters."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A place that cites. ``span`` covers title, number and articles.

    ``kind`` is titled, bare (a name without 《》), number (文号 alone), self (本办法第五条), previous (前款, 该条例)
    or organ. ``title`` is the full title where the text abbreviates it, ``quoted`` what stands there. ``version``
    is the year of the version named. ``form_fault`` says what is wrong about how the number is written. ``before``
    and ``after`` are the rest of the sentence, a comma included.
    """

    span: Span
    title: str
    number: str
    articles: tuple[ArticleRef, ...]
    kind: str
    version: str = ""
    quoted: str = ""
    form_fault: str = ""
    before: str = ""
    after: str = ""


def surroundings(text: str, start: int, end: int) -> tuple[str, str]:
    """The words of the sentence before and after a place."""
    before = _BREAK.split(text[max(0, start - _REACH) : start])[-1]
    after = _BREAK.split(text[end : end + _REACH])[0]
    return before, after
