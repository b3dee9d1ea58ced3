"""Folded text -> the dates written in it, in every official form."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from checker.lazy import lazily
from checker.model import Span
from checker.segment.numbers import number

# The first character of a year stands before the groups, so that the engine can skip to it.
_FIRST = "[12一二](?<![0-9].)"
_YEAR = "(?:(?<=1)[89]|(?<=2)[01])[0-9]{2}|(?<=[一二])[〇○零OО一二三四五六七八九]{3}"
_MONTH = "[0-9]{1,2}|[一二三四五六七八九十]{1,2}"
_DAY = "[0-9]{1,2}|[一二三四五六七八九]?[十]?[一二三四五六七八九]|[一二三]?十|廿[一二三四五六七八九]?|卅一?"
_DATE = lazily(
    rf"{_FIRST}(?:({_YEAR}) ?年 ?({_MONTH}) ?月 ?({_DAY}) ?[日号]"
    r"|((?:(?<=1)[89]|(?<=2)[01])[0-9]{2}) ?([-./．／]) ?([0-9]{1,2}) ?\5 ?([0-9]{1,2})(?![0-9]|[-./][0-9]))"
)


class DateMention(NamedTuple):
    """A date as it is written; ``date`` is None where no such day exists (2月30日)."""

    span: Span
    date: date | None
    text: str


def find_dates(folded: str, start: int = 0, end: int | None = None) -> tuple[DateMention, ...]:
    """Every full date (year, month and day) between ``start`` and ``end``, in order."""
    if start == 0 and end is None:
        return _all_dates(folded)
    room = len(folded) if end is None else end
    return tuple(_mention(found) for found in _DATE.finditer(folded, start, room))


@lru_cache(maxsize=8)
def _all_dates(folded: str) -> tuple[DateMention, ...]:
    """The dates of a whole text, which several rules ask for."""
    return tuple(_mention(found) for found in _DATE.finditer(folded))


def whole_date(folded: str, start: int, end: int) -> DateMention | None:
    """The date that fills the whole of ``start`` to ``end``."""
    found = _DATE.fullmatch(folded, start, end)
    return _mention(found) if found else None


def _mention(found: re.Match[str]) -> DateMention:
    rest, month, day = found.group(1, 2, 3) if found[1] else found.group(4, 6, 7)
    return DateMention(Span(*found.span()), _day(found[0][0] + rest, month, day), found[0])


def _day(year: str, month: str, day: str) -> date | None:
    numbers = number(year), number(month), number(day)
    try:
        return date(*(value or 0 for value in numbers))
    except ValueError:
        return None
