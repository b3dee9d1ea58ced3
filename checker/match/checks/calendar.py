"""Dates that no calendar has, weekdays that do not fit, periods that end before they begin."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from checker.lazy import lazily
from checker.model import Document, Span, Trial
from checker.segment.dates import DateMention, find_dates
from checker.segment.numbers import number

_NUM = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
_MONTH_DAY = lazily(rf"(?:((?:19|20)[0-9]{{2}}) ?年 ?)?(?<![0-9一二三四五六七八九十])({_NUM}) ?月 ?({_NUM}) ?日")
_WEEKDAY = lazily(r" ?[（(]? ?(?:星期|周|礼拜)([一二三四五六日天])")
_TO = lazily(r" ?(?:起)? ?(?:[（(][^（）()]{1,8}[）)])? ?(?:至|到|—+|－|-|~|～) ?")
_LEAP_YEAR = 2024


def impossible_date(document: Document, day: date) -> Iterator[Trial]:
    """9月31日, 2023年2月29日, 13月5日; a 0 stands for what is yet to be filled in."""
    for found in _MONTH_DAY.finditer(document.folded):
        month, last = number(found[2]), number(found[3])
        if not month or not last:
            continue
        year = int(found[1]) if found[1] else _LEAP_YEAR
        if month > 12 or last > monthrange(year, month)[1]:
            yield Trial(Span(*found.span()), True, "历法上没有这一天")


def wrong_weekday(document: Document, day: date) -> Iterator[Trial]:
    """2025年5月1日（星期三）: the day of the week that is told is another one."""
    for mention in find_dates(document.folded):
        found = _WEEKDAY.match(document.folded, mention.span.end)
        if mention.date is None or found is None:
            continue
        true = "一二三四五六日"[mention.date.weekday()]
        if found[1].replace("天", "日") != true:
            span = Span(mention.span.start, found.end())
            yield Trial(span, True, f"当日是星期{true}", says={"weekday": f"星期{true}"})


def reversed_period(document: Document, day: date) -> Iterator[Trial]:
    """自2025年8月1日至2025年6月30日."""
    mentions = find_dates(document.folded)
    for one, other in pairwise(mentions):
        if one.date and other.date and other.date < one.date and _TO.fullmatch(_between(document, one, other)):
            yield Trial(Span(one.span.start, other.span.end), True, "止日早于起日")


def _between(document: Document, one: DateMention, other: DateMention) -> str:
    return document.folded[one.span.end : other.span.start]
