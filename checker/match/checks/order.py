"""The days on which the steps of making a paper were taken, as a note tells them, held against the order of steps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from checker.model import Document, Span, Trial

_DATE = re.compile(r"(?:((?:19|20)\d\d) ?年 ?)?(?<!\d)(\d{1,2}) ?月 ?(\d{1,2}) ?日(?! ?(?:至|—|-|~))")
_PIECE = re.compile(r"[^，；。\n]+")
_STEPS = (
    (
        "公开征求意见",
        re.compile(
            r"(?:公开|社会|公众|网站)[^，；。]{0,24}(?:征求|征集)[^，；。]{0,10}意见|(?:征求|征集)(?:社会|公众)[^，；。]{0,8}意见"
        ),
    ),
    ("公平竞争审查", re.compile("公平竞争审查")),
    ("合法性审核", re.compile("合法性(?:审核|审查)")),
    (
        "集体审议",
        re.compile(
            r"(?:常务会议?|全体会议|办公会议?|局务会议?|党组会议?|委务会议?|部务会议?|管委会会议|主任会议)[^，；。]{0,16}(?:审议|讨论|研究|通过|决定)|集体审议"
        ),
    ),
)
_FUTURE = re.compile("拟|计划|预计|将于|截止|以前|之前|前(?:完成|报)")
_LAST = len(_STEPS) - 1


class Step(NamedTuple):
    """A step and the day it was taken; ``span`` covers the words between two commas."""

    rank: int
    day: date
    span: Span


def steps_out_of_order(document: Document, day: date) -> Iterator[Trial]:
    """审核 on 5月20日, 审议 on 5月8日: a step that was taken after the paper had been deliberated."""
    steps = list(_steps(document, day))
    deliberated = min((step.day for step in steps if step.rank == _LAST), default=None)
    if deliberated is None:
        return
    for step in steps:
        if step.rank < _LAST and step.day > deliberated:
            says = {"step": _STEPS[step.rank][0], "deliberated": f"{deliberated.month}月{deliberated.day}日"}
            yield Trial(step.span, True, f"{says['step']}晚于集体审议（{deliberated}）", says=says)


def _steps(document: Document, day: date) -> Iterator[Step]:
    """Every step that is told with a day; a day without a year is of the year told last."""
    year = document.dated.year if document.dated else day.year
    for sentence, index in document.units:
        if document.parts[document.clauses[index].part].kind not in ("notice", "act", "note"):
            continue
        for piece in _PIECE.finditer(document.folded, *sentence):
            found = _DATE.search(piece[0])
            if found is None or _FUTURE.search(piece[0]):
                continue
            year = int(found[1] or year)
            rank = next((n for n, (_, words) in enumerate(_STEPS) if words.search(piece[0])), None)
            taken = _day(year, int(found[2]), int(found[3]))
            if rank is not None and taken is not None:
                yield Step(rank, taken, Span(*piece.span()))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
