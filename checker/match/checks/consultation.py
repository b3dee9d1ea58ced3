"""For how long a draft is open to comment, as its notice or note tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from checker.lazy import lazily
from checker.match.checks.places import title
from checker.model import Document, Severity, Span, Trial
from checker.segment.dates import find_dates
from checker.segment.numbers import number

_ASKS = lazily(
    r"(?:公开|社会|公众|网站|网络|各界|现)[^。；]{0,60}(?:征求|征集|听取)[^。；]{0,60}意见|(?:征求|征集)[^。；]{0,30}意见[^。；]{0,30}(?:期限|时间|截止|截至|为期|期间|公示期)|意见(?:反馈|征集|征求)[^。；]{0,12}(?:期限|时间|截止)"
    r"|(?:征求|征集)[^。；]{0,20}意见[^。；]{0,6}(?<![0-9])[0-9一二三五七十]{1,2}个?(?:工作)?[日天]"
)
_INNER = lazily(
    r"(?:书面|内部|部门|单位|成员单位|县区|各县|各区|法院)[^。；，]{0,10}(?:征求|征集)|再次|补充征求|第二次|二次征求|征求(?:了)?(?:各|有关|相关)?(?:部门|单位|成员单位)"
)
_DAYS = lazily(
    r"(?<![\d一二三四五六七八九十])(\d{1,3}|[一二三四五六七八九十]{1,3}) ?(?:个)?(自然日|工作日|日|天)(?!内(?:完成|办|答复|反馈)|起|前|至|上午|下午|止)"
)
_MONTH_DAY = lazily(
    r"(?:((?:19|20)\d\d) ?年 ?)?(\d{1,2}) ?月 ?(\d{1,2}) ?日 ?(?:起)? ?(?:[（(][^）]{1,6}[）)])? ?(?:至|到|—+|－|-|~|～) ?(?:((?:19|20)\d\d) ?年 ?)?(?:(\d{1,2}) ?月 ?)?(\d{1,2}) ?日"
)
_URGENT = lazily(
    r"(?:情况紧急|紧急|突发|应急|疫情|抢险)[^。；]{0,40}|缩短[^。；]{0,30}(?:理由|原因|说明|因)|因[^。；]{2,40}缩短"
)
_BUSINESS = lazily(
    r"经营者|经营主体|市场主体|企业|商户|个体工商户|公司|经营单位|从业|行业|供应商|投标|收费|许可|补贴|处罚|营业|开发商|建设单位|养殖|生产"
)
_OF_DRAFTS = lazily(
    "规范性文件|决策|政策措施|起草|政府网站|门户网站|向社会|本(?:办法|规定|细则|通知|意见|方案|措施)|送审稿|征求意见稿|草案|制定程序"
)
_CALLS = lazily("征求意见|公开征求|公开征集|征求《")
_REPLY = lazily(
    r"(?<![\d一二三四五六七八九十年月])(\d{1,2}|[一二三四五六七八九十]{1,3}) ?个?(工作日|日|天)(?:之|以)?内(?=[^。；]{0,40}(?:意见|反馈|建议))"
)
_TIME = lazily("公示(?:时间|期)?|征求意见(?:时间|期)|征集(?:时间|期)|为期|反馈时间|期限为|时间为")
_PUBLIC_CALL = lazily(
    r"(?:公开|社会|公众|社会各界)[^。；]{0,40}(?:征求|征集|听取)[^。；]{0,20}意见|公开征求|征求意见稿"
)
_OTHER_NOTICE = lazily("名单|结果|审核通过|审核后|异议|补贴|房源|中标|评审")
_MAJOR = lazily("重大行政决策|重大决策")
_LEAST, _SHORTEST = 30, 7
_LEAP_YEAR = 2024


class Period(NamedTuple):
    """Days told in a sentence about asking for comment; the first and the last are counted."""

    span: Span
    days: int
    sentence: str


def short_consultation(document: Document, day: date) -> Iterator[Trial]:
    """Fewer than 30 days, by a number or by two dates; a hint where nothing tells that businesses are concerned."""
    concerned = bool(_BUSINESS.search(document.folded)) or bool(_MAJOR.search(document.folded))
    for period in _periods(document):
        if period.days >= _LEAST:
            continue
        urgent = _URGENT.search(period.sentence)
        mild = urgent or (not concerned and period.days >= _SHORTEST)
        yield Trial(period.span, True, f"{period.days}天", Severity.INFO if mild else None, {"days": str(period.days)})


def _periods(document: Document) -> Iterator[Period]:
    for unit, (sentence, index) in enumerate(document.units):
        clause = document.clauses[index]
        lead = document.folded[slice(*clause.lead)] if clause.lead else ""
        heading = document.folded[slice(*clause.heading)] if clause.heading else ""
        words = document.folded[slice(*sentence)]
        if document.parts[clause.part].kind == "act" and not (
            _OF_DRAFTS.search(heading + lead + words) or _OF_DRAFTS.search(title(document))
        ):
            continue
        told = _REPLY.search(words) if _CALLS.search(title(document)) else None
        if told and (days := number(told[1])):
            span = Span(sentence.start + told.start(), sentence.start + told.end())
            yield Period(span, _calendar(days, told[2]), words)
            continue
        called = _TIME.search(words) and _just_called(document, unit)
        if not (called or _ASKS.search(heading + lead + words)) or _INNER.search(words):
            continue
        if "意见" not in words and not called and not re.search("期限|时间|截止|公示期", words):
            continue
        found = _by_dates(words) or _by_number(words)
        if found:
            span, days = found
            yield Period(Span(sentence.start + span.start, sentence.start + span.end), days, words)


def _just_called(document: Document, unit: int) -> bool:
    """Whether the sentence, or one of the two before it, in a notice asks the public for comment."""
    span, index = document.units[unit]
    if document.parts[document.clauses[index].part].kind != "notice":
        return False
    start = document.units[max(unit - 2, 0)][0].start
    words = document.folded[start : span.end]
    return bool(_PUBLIC_CALL.search(words)) and not _OTHER_NOTICE.search(words)


def _by_dates(words: str) -> tuple[Span, int] | None:
    found = _MONTH_DAY.search(words)
    if found is None:
        return None
    year = int(found[1] or found[4] or _LEAP_YEAR)
    month = int(found[2])
    try:
        first = date(year, month, int(found[3]))
        last = date(int(found[4] or year), int(found[5] or month), int(found[6]))
    except ValueError:
        return None
    if last < first and not found[4]:
        last = last.replace(year=year + 1)
    days = (last - first).days + 1
    return (Span(*found.span()), days) if days > 0 else None


def _by_number(words: str) -> tuple[Span, int] | None:
    for found in _DAYS.finditer(words):
        if any(mention.span.start <= found.start() < mention.span.end for mention in find_dates(words)):
            continue
        if re.search(r"月 ?$|收到|共|采纳|第$", words[max(0, found.start() - 3) : found.start()]):
            continue
        days = number(found[1])
        if days:
            return Span(*found.span()), _calendar(days, found[2])
    return None


def _calendar(days: int, unit: str) -> int:
    """Days of the calendar; five working days are a week."""
    return days + (days // 5) * 2 if "工作" in unit else days
