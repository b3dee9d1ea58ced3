"""The days on which the steps of making a paper were taken, as a note tells them, held against the order of steps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from checker.lazy import lazily
from checker.model import Document, Span, Trial

_DATE = lazily(r"(?:((?:19|20)\d\d) ?年 ?)?(?<!\d)(\d{1,2}) ?月 ?(\d{1,2}) ?日(?! ?(?:至|—|-|~))")
_PIECE = lazily(r"[^，；。\n]+")
_STEPS = (
    (
        "公开征求意见",
        lazily(
            r"(?:公开|社会|公众|网站)[^，；。]{0,24}(?:征求|征集)[^，；。]{0,10}意见|(?:征求|征集)(?:社会|公众)[^，；。]{0,8}意见"
        ),
    ),
    ("公平竞争审查", lazily("公平竞争审查")),
    (
        "合法性审核",
        lazily(
            r"合法性(?:审核|审查)|法制(?:审核|审查)|司法局[^，；。]{0,30}(?:审核|审查)|(?:审核|审查)(?:意见|报告)?[^，；。]{0,8}司法局"
        ),
    ),
    (
        "集体审议",
        lazily(
            r"(?:常务会议?|全体会议|办公会议?|局务会议?|党组会议?|委务会议?|部务会议?|管委会会议|主任会议|次会议)[^，；。]{0,16}(?:审议|讨论|研究|通过|同意|决定)|集体审议"
        ),
    ),
)
_NOT_TAKEN = lazily("拟|计划|预计|将于|截止|以前|之前|前(?:完成|报)|应当|不得|未经|条例|办法》|按照|依照|根据")
_DENIED = lazily(
    r"(?:不(?:涉及|属于|适用|纳入|列入|需要?|必|用)|无(?:需|须)|免予?)(?:进行|开展|作|做)?公平竞争审查(?:范围|情形|对象)?"
)
_BUSINESS = lazily(r"(?<!不涉及)(?:经营者|经营主体|市场主体|企业|商户|个体工商户|供应商|投标人|生产者)")
_OFTEN = 2
_LAST = len(_STEPS) - 1


class Step(NamedTuple):
    """A step and the day it was taken; ``span`` covers the words between two commas."""

    rank: int
    day: date
    span: Span


def steps_out_of_order(document: Document, day: date) -> Iterator[Trial]:
    """审核 on 5月20日, 审议 on 5月8日: a step that was taken after the paper was deliberated, or after it was issued."""
    steps = list(_steps(document, day))
    limits = [(step.day, "集体审议") for step in steps if step.rank == _LAST]
    if document.dated is not None:
        limits.append((document.dated, "成文"))
    if not limits:
        return
    limit, what = min(limits)
    for step in steps:
        if step.rank < _LAST and step.day > limit:
            says = {"step": _STEPS[step.rank][0], "limit": f"{what}（{limit.month}月{limit.day}日）"}
            yield Trial(step.span, True, f"{says['step']}晚于{what}（{limit}）", says=says)


def _steps(document: Document, day: date) -> Iterator[Step]:
    """Every step that is told with a day, its own or the one before it in the sentence.

    A day without a year is of the year told last.
    """
    year = document.dated.year if document.dated else day.year
    for sentence, index in document.units:
        clause = document.clauses[index]
        if document.parts[clause.part].kind == "form" or clause.kind in ("title", "signature", "date"):
            continue
        if document.folded.find("月", *sentence) < 0:
            continue  # a step needs a day
        taken: date | None = None
        for piece in _PIECE.finditer(document.folded, *sentence):
            if found := _DATE.search(piece[0]):
                year = int(found[1] or year)
                taken = _day(year, int(found[2]), int(found[3]))
            rank = next((n for n, (_, words) in enumerate(_STEPS) if words.search(piece[0])), None)
            if rank is not None and taken is not None and not _NOT_TAKEN.search(piece[0]):
                yield Step(rank, taken, Span(*piece.span()))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def fair_review_denied(document: Document, day: date) -> Iterator[Trial]:
    """不涉及公平竞争审查 in a paper that speaks of businesses again and again."""
    business = [found[0] for found in _BUSINESS.finditer(document.folded)]
    if len(business) < _OFTEN:
        return
    for found in _DENIED.finditer(document.folded):
        clause = document.clause_at(found.start())
        if clause is not None and document.parts[clause.part].kind in ("notice", "act", "note"):
            names = "、".join(dict.fromkeys(business))
            yield Trial(Span(*found.span()), True, f"文中写到{names}", says={"business": names})
