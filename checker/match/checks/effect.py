"""When a paper takes effect and for how long: against its own date, and against what it says elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from checker.lazy import lazily
from checker.match.checks.places import part_title
from checker.model import Document, Severity, Span, Trial
from checker.segment.dates import find_dates
from checker.segment.numbers import number

_PAPER = "本(?:通知|办法|规定|细则|意见|方案|规则|制度|措施|公告|通告|决定|政策|实施细则|实施办法|管理办法|文件)"
_EFFECT = lazily(
    r"自 ?(?P<when>(?:(?:19|20)[0-9]{2} ?年 ?[0-9]{1,2} ?月 ?[0-9]{1,2} ?日)|(?:发布|印发|公布|颁布|发文|下发|签发)之日) ?起"
    r"(?:开始|正式)?(?:施行|实施|执行|生效|试行)"
)
_SUBJECT = lazily(rf"(?:{_PAPER}|请(?:认真)?(?:遵照|贯彻)执行[，,])(?:[^。；]{{0,12}})$|^\s*(?:第[^条]{{1,6}}条)?\s*$")
_YEARS = lazily(
    r"(?:有效期|有效期限|试行期|施行期限?)(?:为|是|限为|限)?[:：]? ?([0-9]{1,2}|[一二两三四五六七八九十]{1,2}) ?年"
)
_UNTIL = lazily(r"(?:有效期)?(?:至|到|截至|截止到?) ?$")
_OF_PAPER = lazily(rf"{_PAPER}|施行|印发|发布|实施|执行|试行|^\s*有效期")
_OF_OTHERS = lazily(
    r"(?:许可证|资格证|证书|执照|合同|协议|证件|居住证|卡|贷款|公示|承诺|保函|报价|营业|批准|批文|认定|称号|检测|名单|凭证|券)"
)
_PRINTING = 7
"""So many days may pass between a decision and its printing."""
_SLACK = 40
_MOST_YEARS = 5
_MOST_TRIAL = 2
_TRIAL = lazily("试行|暂行")


class Effect(NamedTuple):
    """A sentence that says from when the paper is in force; ``day`` is None for the day of issue."""

    span: Span
    day: date | None
    part: int


class Validity(NamedTuple):
    """A sentence that says for how many years the paper is in force."""

    span: Span
    years: int
    sentence: Span
    part: int


def effects(document: Document) -> Iterator[Effect]:
    """Every sentence of notice and acts that tells when this paper takes effect."""
    for sentence, index in document.units:
        part = document.clauses[index].part
        if document.parts[part].kind not in ("notice", "act"):
            continue
        for found in _EFFECT.finditer(document.folded, sentence.start, sentence.end):
            before = document.folded[sentence.start : found.start()]
            if not _SUBJECT.search(before):
                continue
            dates = find_dates(document.folded, *found.span("when"))
            if not dates or dates[0].date is not None:
                yield Effect(Span(*found.span()), dates[0].date if dates else None, part)


def before_issue(document: Document, day: date) -> Iterator[Trial]:
    """自2025年3月1日起施行 in a paper signed on 2025年4月20日."""
    issued = document.dated
    if issued is None or document.dated_at is None:
        return
    for effect in effects(document):
        if effect.day is not None and effect.day < issued:
            late = (issued - effect.day).days
            cap = Severity.INFO if late <= _PRINTING else None
            yield Trial(effect.span, True, f"施行日期早于成文日期{late}天", cap, {"issued": _written(issued)})


def two_dates(document: Document, day: date) -> Iterator[Trial]:
    """自发布之日起施行 in one place and 自2025年8月1日起施行 in another."""
    found = list(effects(document))
    first = next((effect for effect in found if effect.part == 0), found[0] if found else None)
    for effect in found:
        if first is None or effect is first:
            continue
        one, other = (first.day or document.dated), (effect.day or document.dated)
        unlike = (one != other) if one and other else (first.day is None) != (effect.day is None)
        if unlike:
            cap = None if first.part == effect.part else Severity.INFO
            yield Trial(effect.span, True, "两处施行日期不一致", cap, {"other": document.slice(first.span)})


def validities(document: Document) -> Iterator[Validity]:
    """Every sentence that gives this paper a term in years; terms of licences and contracts are left out."""
    for sentence, index in document.units:
        part = document.clauses[index].part
        if document.parts[part].kind not in ("notice", "act"):
            continue
        for found in _YEARS.finditer(document.folded, sentence.start, sentence.end):
            before = document.folded[sentence.start : found.start()]
            years = number(found[1])
            if years and (not before.strip() or _OF_PAPER.search(before)) and not _OF_OTHERS.search(before[-24:]):
                yield Validity(Span(*found.span()), years, sentence, part)


def contradictory_term(document: Document, day: date) -> Iterator[Trial]:
    """有效期五年，自2024年1月1日起施行，至2026年12月31日止."""
    terms = list(validities(document))
    told = list(effects(document)) if terms else []
    for term in terms:
        start = next((e.day or document.dated for e in told if e.part == term.part), None)
        end = _end_told(document, term)
        if start is None or end is None:
            continue
        meant = start.replace(year=start.year + term.years, day=min(start.day, 28))
        if abs((end - meant).days) > _SLACK:
            yield Trial(term.span, True, f"自{start}起{term.years}年，应当至{meant}前后", says={"end": _written(end)})


def long_term(document: Document, day: date) -> Iterator[Trial]:
    """A term above five years; above two for what is called 试行 or 暂行."""
    for term in validities(document):
        named = part_title(document, document.parts[term.part]) or _title(document)
        trial = bool(_TRIAL.search(named))
        most = _MOST_TRIAL if trial else _MOST_YEARS
        if term.years > most:
            says = {"most": str(most), "sort": "试行、暂行文件" if trial else "一般文件"}
            yield Trial(term.span, True, f"超过{most}年", says=says)


def trial_without_term(document: Document, day: date) -> Iterator[Trial]:
    """（试行） or 暂行 in the title of an act that tells no end anywhere."""
    named = _title(document)
    text = document.folded
    if _TRIAL.search(named) and not re.search(
        r"有效期|试行期|暂行期|(?:施行|执行|实施|试行)[^。；]{0,20}(?:至|到|截止|止)", text
    ):
        span = document.title or Span(0, 0)
        yield Trial(span, True, "标明试行、暂行，全文未见期限")


def _title(document: Document) -> str:
    return re.sub(r"\s", "", document.folded[slice(*document.title)]) if document.title else ""


def _end_told(document: Document, term: Validity) -> date | None:
    """The date after 至 in the sentence of the term."""
    for mention in find_dates(document.folded, *term.sentence):
        before = document.folded[max(term.sentence.start, mention.span.start - 8) : mention.span.start]
        if mention.date is not None and _UNTIL.search(before):
            return mention.date
    return None


def _written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
