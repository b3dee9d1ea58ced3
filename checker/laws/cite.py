"""A folded text into everything it cites: laws, papers, articles, and organs that no longer exist."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from checker.laws import bare
from checker.laws.articles import read_articles
from checker.laws.citation import Citation, surroundings
from checker.laws.names import title_key
from checker.laws.numbers import Number, find_numbers
from checker.laws.organs import find_organs
from checker.laws.register import Register, load_register
from checker.laws.titled import Titled, find_titled
from checker.lazy import lazily
from checker.model import Span

__all__ = ["Citation", "find_citations"]


def find_citations(folded: str, register: Register | None = None) -> tuple[Citation, ...]:
    """Every citation of a folded text, in the order of the text; ``register`` knows the bare names."""
    register = register or load_register()
    numbers = {number.start: number for number in _longest(find_numbers(folded))}
    titled = list(find_titled(folded, numbers))
    titled = list(_numbered_before(folded, titled, numbers))
    aliases = {item.alias: item.title for item in titled if item.alias and not item.alias.startswith("本")}
    found = [_from_titled(folded, item, aliases) for item in titled]
    taken = _Taken([citation.span for citation in found])
    for group in (
        _from_numbers(folded, numbers.values()),
        _from_self(folded),
        _from_bare(folded, register, aliases),
        _from_previous(folded, found),
        find_organs(folded, register),
    ):
        fresh = [citation for citation in group if taken.add(citation.span)]
        found = sorted([*found, *fresh], key=lambda citation: citation.span)
    return tuple(found)


class _Taken:
    """Spans that are spoken for; two citations never share a character."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = sorted(spans)

    def add(self, span: Span) -> bool:
        """Take the span; False if a part of it is taken already."""
        index = bisect_right(self.spans, span)
        before = self.spans[index - 1] if index else Span(-1, -1)
        after = self.spans[index] if index < len(self.spans) else Span(span.end, span.end)
        if before.end > span.start or after.start < span.end:
            return False
        self.spans.insert(index, span)
        return True


def _longest(numbers: Iterable[Number]) -> Iterator[Number]:
    end = -1
    for number in sorted(numbers, key=lambda item: (item.start, -item.end)):
        if number.start >= end:
            end = number.end
            yield number


_BETWEEN = lazily(r"(?:号?文|文件)?(?:印发|发布|公布|转发)?的?[（（:：]? ?")


def _numbered_before(text: str, titled: list[Titled], numbers: dict[int, Number]) -> Iterator[Titled]:
    """Give a title the number that stands right before it: 国办发〔2018〕37号《关于…的通知》."""
    ends = {number.end: number for number in numbers.values()}
    for item in titled:
        before = None
        if item.number is None:
            before = next((ends[item.start - gap] for gap in range(4) if item.start - gap in ends), None)
        if before and _BETWEEN.fullmatch(text, before.end, item.start):
            item = item._replace(start=before.start, number=before)
        yield item


def _from_titled(text: str, item: Titled, aliases: dict[str, str]) -> Citation:
    title = aliases.get(item.title, item.title)
    number, fault = (item.number.form, item.number.fault) if item.number else ("", "")
    before, after = surroundings(text, item.start, item.end)
    span = Span(item.start, item.end)
    return Citation(span, title, number, item.articles, "titled", item.version, item.title, fault, before, after)


def _from_numbers(text: str, numbers: Iterable[Number]) -> Iterator[Citation]:
    for number in numbers:
        gap = re.match(r"(?:号?文件?)?(?:中|的)?", text[number.end : number.end + 6])
        articles, end = read_articles(text, number.end + (gap.end() if gap else 0))
        span = Span(number.start, end if articles else number.end)
        before, after = surroundings(text, *span)
        yield Citation(span, "", number.form, articles, "number", "", text[slice(*span)], number.fault, before, after)


def _from_bare(text: str, register: Register, aliases: dict[str, str]) -> Iterator[Citation]:
    known = bare.find_known(text, register.bare_names, frozenset(aliases))
    for item in (*known, *bare.find_unknown(text)):
        span = Span(item.start, item.end)
        before, after = surroundings(text, *span)
        title = aliases.get(item.name, item.name)
        yield Citation(span, title, "", item.articles, "bare", "", item.name, "", before, after)


def _from_self(text: str) -> Iterator[Citation]:
    for pattern in (bare.SELF, bare.PLACE):
        for match in pattern.finditer(text):
            noun = match.groupdict().get("noun")
            articles, end = read_articles(text, match.end())
            if not articles:
                continue
            span = Span(match.start() if noun else match.end(), end)
            before, after = surroundings(text, *span)
            yield Citation(
                span, f"本{noun}" if noun else "", "", articles, "self", "", text[slice(*span)], "", before, after
            )


def _from_previous(text: str, found: list[Citation]) -> Iterator[Citation]:
    """前款, 该条例第五条: the title is that of the act of this kind cited last."""
    starts = [citation.span.start for citation in found]
    for match in bare.PREVIOUS.finditer(text):
        noun, title = match["noun"], ""
        articles, end = read_articles(text, match.end()) if noun else ((), match.end())
        if noun:
            if not articles:
                continue
            earlier = reversed(found[: bisect_right(starts, match.start())])
            title = next((item.title for item in earlier if title_key(item.title).endswith(noun)), "")
        span = Span(match.start(), end)
        before, after = surroundings(text, *span)
        yield Citation(span, title, "", articles, "previous", "", text[slice(*span)], "", before, after)
