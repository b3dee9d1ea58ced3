"""Small reports made by hand: a draft with findings of every severity and state, and a file that was not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from checker.laws import Laws
from checker.model import (
    Basis,
    Clause,
    Document,
    Finding,
    Gap,
    Needs,
    Origin,
    Part,
    Report,
    Rule,
    Severity,
    Span,
    Trial,
)
from checker.report.about import About, unread

DAY = date(2025, 3, 1)
TEXT = (
    "某市小餐饮管理办法\n"
    "第一条 经营者应当在开业前向街道办事处备案，逾期未备案的，由街道办事处处以五百元罚款，并责令改正后方可继续经营。\n"
    "第二条 申请人提交下列材料：\t无犯罪记录证明\n"
    "第三条 本办法自发布之日起施行。"
)


@dataclass(frozen=True)
class Nothing:
    """A matcher that finds nothing; reports do not ask it."""

    @property
    def needs(self) -> tuple[Needs, ...]:
        """None."""
        return ()

    def find(self, document: Document, candidates: Sequence[Sequence[int]], laws: Laws, day: date) -> Iterator[Trial]:
        """Nothing."""
        return iter(())


def rule(name: str, area: str, severity: Severity, title: str, cure: str = "") -> Rule:
    """A rule with one basis."""
    basis = Basis("中华人民共和国行政处罚法", "第十六条", "其他规范性文件不得设定行政处罚")
    return Rule(
        id=name,
        area=area,
        title=title,
        severity=severity,
        applies_to=("normative", "draft"),
        basis=(basis,),
        matcher=Nothing(),
        message=f"{title}。",
        suggestion="删去，或者写明上位法依据。",
        cure=cure,
    )


FINE = rule("penalties/sets-fine", "A-penalty", Severity.ERROR, "自行设定罚款", cure="在本条写明上位法依据")
PROOF = rule("certificates/asks-proof", "C", Severity.WARNING, "要求提供证明")
DATE = rule("wording/vague-date", "W-date", Severity.INFO, "施行日期不明确")
RULES = (PROOF, FINE, DATE)


def draft(path: str = "送审/小餐饮 办法.txt", gaps: tuple[Gap, ...] = ()) -> Document:
    """Four lines, three articles."""
    starts = [0, *(index + 1 for index, char in enumerate(TEXT) if char == "\n")]
    ends = [*(start - 1 for start in starts[1:]), len(TEXT)]
    spans = [Span(start, end) for start, end in zip(starts, ends, strict=True)]
    labels = ("标题", "第一条", "第二条", "第三条")
    return Document(
        path=Path(path),
        media="text",
        text=TEXT,
        folded=TEXT,
        origins=tuple(Origin(start, None, line) for line, start in enumerate(starts, start=1)),
        gaps=gaps,
        clauses=tuple(Clause("article", label, span, (span,)) for label, span in zip(labels, spans, strict=True)),
        parts=(Part("act", Span(0, len(TEXT))),),
        kind="normative",
        kind_reason="标题含“办法”",
        dated=date(2025, 2, 1),
    )


def finding(document: Document, broken: Rule, words: str, status: str = "open") -> Finding:
    """A finding of a rule on the first place of some words."""
    start = document.text.index(words)
    clause = document.clause_at(start)
    return Finding(
        rule=broken,
        severity=broken.severity,
        span=Span(start, start + len(words)),
        quote=words,
        clause=clause.label if clause else "",
        origin=document.locate(start),
        message=broken.message,
        fingerprint=f"{broken.id[:4]}{start:012d}",
        status=status,
    )


def report(document: Document, *findings: Finding) -> Report:
    """What was found in a document."""
    names = tuple(known.id for known in RULES)
    return Report(document, findings, names, "abc123", "2025-06-30", DAY, document.gaps)


def reports() -> tuple[Report, ...]:
    """A draft with findings, a clean one of which a page is missing, and a file that was not read."""
    first, second = draft(), draft("清洁.txt", (Gap("第2页", "没有文字层"),))
    found = (
        finding(first, FINE, "处以五百元罚款"),
        finding(first, PROOF, "无犯罪记录证明", "waived"),
        finding(first, DATE, "自发布之日起施行"),
    )
    return report(first, *found), report(second), unread(Path("坏.pdf"), "文件已损坏", DAY)


ABOUT = About("0.1.0", RULES, "abc123", "2025-06-30")
