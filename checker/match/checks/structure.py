"""How a paper is divided: chapters, marks of the levels, lists that hold as many items as they say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from checker.lazy import lazily
from checker.match.checks.places import head, title, words
from checker.model import Document, Span, Trial
from checker.segment.numbers import number

_FEW_ARTICLES = 15
_BAD_MARK = lazily(
    r"(?:（[一二三四五六七八九十]{1,3}）、|[一二三四五六七八九十]{1,3}[.．](?!\d)|\d{1,2}、|（\d{1,2}）、)"
)
_LEAD = lazily(
    r"(?:以下|下列|如下)([二三四五六七八九]|两|十[一二三四五]?|\d{1,2})(?:个|项|类|种|条|方面|点|款)(?:方面|条件|情形)?"
)
_ONE_OF = lazily("之一|任一|任意|其中")
_FEWEST, _MOST = 2, 15
_SECRET = lazily(r"^ *(?:绝 ?密|机 ?密|秘 ?密)(?: ?[★☆] ?[^\n]{0,8})? *$", re.MULTILINE)
_PUBLIC = lazily("（?此件(?:主动公开|公开发布)）?")
_REQUEST = lazily(
    r"(?:以上(?:报告|意见|情况)?[，,]?)?(?:妥否|当否|可否|是否妥当)[，,]?请(?:批示|批复|审批|指示|审定)|请(?:予)?(?:批示|批复|审批)(?=。?\s*$)"
)


def few_articles_in_chapters(document: Document, day: date) -> Iterator[Trial]:
    """Chapters in an act of fewer than fifteen articles; told at its first article."""
    for index, part in enumerate(document.parts):
        mine = [clause for clause in document.clauses if clause.part == index]
        kinds = Counter(clause.kind for clause in mine)
        first = next((clause for clause in mine if clause.kind == "article"), None)
        if part.kind in ("notice", "act") and first and kinds["chapter"] > 1 and kinds["article"] < _FEW_ARTICLES:
            yield Trial(head(document, first), True, "条文不多而分章", says={"count": str(kinds["article"])})


def number_marks(document: Document, day: date) -> Iterator[Trial]:
    """（一）、 一. 1、 at the head of a line."""
    for clause in document.clauses:
        if clause.kind not in ("item", "subitem", "heading"):
            continue
        own = document.parts[clause.part].kind in ("notice", "act")
        if own and _BAD_MARK.match(document.folded, *clause.span):
            yield Trial(head(document, clause), True, "层次序数写法不规范")


def count_mismatch(document: Document, day: date) -> Iterator[Trial]:
    """下列三项条件： and four items below."""
    counted: Counter[Span] = Counter()
    for clause in document.clauses:
        if clause.lead is not None and clause.kind in ("item", "subitem") and _is_top(clause.label):
            counted[clause.lead] += 1
    for lead, count in counted.items():
        found = list(_LEAD.finditer(document.folded, *lead))
        told = number(found[-1][1].replace("两", "二")) if found else None
        if told is None or _ONE_OF.search(words(document, lead)) or not _FEWEST <= count <= _MOST:
            continue
        if told != count:
            yield Trial(Span(*found[-1].span()), True, f"写{told}项，列{count}项", says={"count": str(count)})


def _is_top(label: str) -> bool:
    """An item of the list itself: not the 目 of an item, not a line without number."""
    return "目" not in label and "列举" not in label


def request_in_report(document: Document, day: date) -> Iterator[Trial]:
    """妥否，请批示 in a 报告."""
    if not re.search(r"报告(?:（[^）]*）)?$", title(document)) or "请示" in title(document):
        return
    for sentence, _ in document.units:
        for found in _REQUEST.finditer(document.folded, *sentence):
            yield Trial(Span(*found.span()), True, "报告夹带请示")


def secret_and_public(document: Document, day: date) -> Iterator[Trial]:
    """秘密★5年 at the head and 此件公开发布 at the foot."""
    if not _SECRET.search(document.folded) or "解密" in document.folded:
        return
    for found in _PUBLIC.finditer(document.folded):
        yield Trial(Span(*found.span()), True, "标明密级又公开发布")
