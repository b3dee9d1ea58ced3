"""A stretch of folded text -> its sentences."""

from __future__ import annotations

import re

from checker.lazy import lazily
from checker.model import Span

_SENTENCE = lazily(
    r"(?=[^\s])(?:[^。；！？\n《：]++|《[^》\n]{0,120}+》?|：(?! ?(?:（[一1]）|1[.、．](?![0-9])|①)))*+"
    r"(?:：|[。；！？]++[”’」』）》]*+)?"
)
_span = re.Match.span


def cut(folded: str, start: int, end: int) -> tuple[Span, ...]:
    """Cut at 。；！？ and line ends, never inside 《》; a lead-in ends at the ： before the first item of its list."""
    return tuple(map(Span._make, map(_span, _SENTENCE.finditer(folded, start, end))))
