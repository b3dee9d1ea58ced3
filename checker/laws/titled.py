"""《…》 with what belongs to it: number, version, short name and articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.laws.articles import ArticleRef, read_articles
from checker.laws.names import title_key, version_in
from checker.laws.numbers import Number
from checker.lazy import lazily

_LONGEST = 150
_QUOTED = lazily(
    rf"《(?P<title>(?:[^《》〈〉\n]|〈[^《》〈〉\n]*〉?|《(?:[^《》〈〉\n]|〈[^〉\n]*〉)*》(?=[^《\n]{{0,40}}》)){{2,{_LONGEST}}})》"
)
_PAREN = lazily(r" ?（(?P<inside>(?:[^（）\n]|（[^（）\n]*）){1,120})）")
_SHORT = lazily(r"(?:以?下|以后|统?一?)?简?称(?:为|作)?[:：]? ?[“\"《「]?(?P<alias>[^”\"》」，,；）（]{2,30})")
_GAP = lazily(r"(?: ?(?:中|的|之|附则|总则|有关))?(?: ?第 ?[0-9一二三四五六七八九十百]{1,4} ?[编章节])*")
_NO_ACT = lazily(
    r"(?:合同|协议|协议书|证|证书|执照|证明|申请表|申请书|登记表|审批表|备案表|汇总表|明细表|统计表|情况表|评分表|信息表|[^法代]表"
    r"|承诺书|通知书|决定书|意见书|告知书|委托书|确认书|报告|报告书|说明书|任务书|建议书|公证书|裁定书|判决书|调解书|申报书|责任书|声明书|认定书"
    r"|协助函|联系函|回执|收据|发票|清册|手册|台账|名册|简报|[日晚时早周]报|报道|周刊|杂志|白皮书|蓝皮书|宣言|倡议书|讲话|文选|选集|读本|教材|节目|登记簿|审查表|许可书"
    r"|报告单|调查表|核定书|批准书|备案书|核准书|公开信|施工图|说明|附件|一览表)(?:（[^）]*）)?$"
)


class Titled(NamedTuple):
    """A quoted title; ``alias`` is the short name it is given (以下简称), ``end`` the end of all that belongs to it."""

    start: int
    end: int
    title: str
    number: Number | None
    articles: tuple[ArticleRef, ...]
    version: str
    alias: str


def find_titled(text: str, numbers: dict[int, Number]) -> Iterator[Titled]:
    """Every quoted title of an act or paper; ``numbers`` are those of the text by where they start."""
    end = 0
    for match in _QUOTED.finditer(text):
        title = match["title"].strip()
        if match.start() < end or _NO_ACT.search(title_key(title)) or not re.search(r"[\u4e00-\u9fff]", title):
            continue
        item = _with_tail(text, match.start(), match.end(), title, numbers)
        end = item.end
        yield item


def _with_tail(text: str, start: int, end: int, title: str, numbers: dict[int, Number]) -> Titled:
    number, version, alias = _inside(title, start, end, numbers), version_in(title), ""
    if number is not None:
        title = text[start + 1 : number.start].rstrip("（ ")
    tail = end
    for _ in range(4):
        found = _PAREN.match(text, tail)
        near = numbers.get(tail) or numbers.get(tail + 1) if found is None else None
        if near is not None and number is None and text[tail : near.start].strip() == "":
            number, tail = near, near.end
            end = tail
            continue
        if found is None:
            break
        inside = found["inside"]
        mine = [item for item in numbers.values() if found.start() < item.start < found.end()] if "号" in inside else []
        named = _SHORT.search(inside)
        year = version_in(f"法（{inside.strip()}）")
        tail = found.end()
        if mine or named or year:
            end = tail
        number, version = number or (mine[0] if mine else None), version or year
        alias = alias or (named["alias"].strip('“”"《》 ') if named else "")
    articles, stop = _articles(text, tail)
    return Titled(start, stop if articles else end, title, number, articles, version, alias)


def _inside(title: str, start: int, end: int, numbers: dict[int, Number]) -> Number | None:
    """A number put inside the 《》, at its end: 《关于…的通知（某政发〔2022〕1号）》."""
    if not title.rstrip("） ").endswith("号"):
        return None
    return next((one for one in numbers.values() if start < one.start and end - 3 <= one.end < end), None)


def _articles(text: str, start: int) -> tuple[tuple[ArticleRef, ...], int]:
    gap = _GAP.match(text, start)
    return read_articles(text, gap.end() if gap else start)
