"""A stretch of folded text -> its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.lazy import lazily
from checker.model import Span

_SENTENCE = lazily(
    r"(?=[^\s])(?:[^。；！？\n《：]++|《[^》\n]{0,120}+》?|：(?! ?(?:（[一1]）|1[.、．](?![0-9])|①)))*+"
    r"(?:：|[。；！？]++[”’」』）》]*+)?"
)
_span = re.Match.span


_LONGEST = 2_000
"""A text without stops is cut at so many characters; expressions over one sentence may take the square of its length."""


def cut(folded: str, start: int, end: int) -> tuple[Span, ...]:
    """Cut at 。；！？ and line ends, never inside 《》; a lead-in ends at the ： before the first item of its list."""
    spans = tuple(map(Span._make, map(_span, _SENTENCE.finditer(folded, start, end))))
    if end - start <= _LONGEST:
        return spans
    return tuple(piece for span in spans for piece in _pieces(folded, span))


def _pieces(folded: str, span: Span) -> Iterator[Span]:
    """A sentence of bearable length as it is, a longer one in pieces, cut after a comma where there is one."""
    start, end = span
    while end - start > _LONGEST:
        comma = folded.rfind("，", start + _LONGEST // 2, start + _LONGEST)
        stop = comma + 1 if comma >= 0 else start + _LONGEST
        yield Span(start, stop)
        start = stop
    yield Span(start, end)
