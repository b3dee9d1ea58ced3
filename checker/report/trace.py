"""What rules made of a text, sentence by sentence: which looked at it, and why each fired or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from checker.model import Document, Report, Rule, Span, Trial
from checker.report.text import Piece, Row, place
from checker.report.words import KIND, SEVERITY

Tried = tuple[Rule, Trial]


def trace(report: Report, tried: Iterable[Tried]) -> Iterator[Row]:
    """Every sentence that a rule looked at, in order, with what came of it."""
    document = report.document
    order = sorted(tried, key=lambda pair: sentence_at(document, pair[1].span))
    for sentence, pairs in groupby(order, key=lambda pair: sentence_at(document, pair[1].span)):
        yield from heading(document, sentence)
        yield from verdicts(report, pairs)


def sentence_at(document: Document, span: Span) -> Span:
    """The sentence that a span starts in; the span itself outside of any."""
    index = document.unit_at(span.start)
    sentence = document.units[index][0] if index >= 0 else span
    return sentence if span.start < sentence.end else span


def heading(document: Document, sentence: Span) -> Iterator[Row]:
    """Where a sentence stands, its words, and the words that govern it."""
    clause = document.clause_at(sentence.start)
    where = place(document.locate(sentence.start))
    label = f"  {clause.label}" if clause and clause.label else ""
    yield Row(2, (Piece(f"{where}{label}", "kind"),))
    yield Row(4, (Piece(" ".join(document.slice(sentence).split()) or "（空行）"),))
    if clause and clause.lead and not _within(sentence, clause.lead):
        yield Row(4, (Piece("引导语：", "faint"), Piece(document.slice(clause.lead).strip())))
    if clause and clause.heading and not _within(sentence, clause.heading):
        yield Row(4, (Piece("标题：", "faint"), Piece(document.slice(clause.heading).strip())))


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def verdicts(report: Report, tried: Iterable[Tried]) -> Iterator[Row]:
    """What each rule made of a sentence: fired or not, on which words, and why."""
    kept = {(finding.rule.id, finding.span) for finding in report.findings}
    for rule, trial in sorted(tried, key=lambda pair: (not pair[1].fired, pair[0].id, pair[1].span)):
        yield Row(6, (_outcome(rule, trial, kept), Piece(f"  {rule.title}  {rule.id}")))
        yield Row(8, (Piece("词语：", "faint"), Piece(" ".join(report.document.slice(trial.span).split()), "quote")))
        if trial.reason:
            yield Row(8, (Piece("理由：", "faint"), Piece(trial.reason)))


def _outcome(rule: Rule, trial: Trial, kept: set[tuple[str, Span]]) -> Piece:
    if not trial.fired:
        return Piece("未指出", "faint")
    if (rule.id, trial.span) not in kept:
        return Piece("已并入同一处的其他问题", "faint")
    level = min(rule.severity, trial.cap or rule.severity, key=lambda severity: severity.rank)
    return Piece(f"指出（{SEVERITY[level]}）", level.value)


def unsuited(document: Document, rule: Rule) -> Row:
    """A rule that would have fired on a paper of another kind or day."""
    kinds = "、".join(KIND.get(kind, kind) for kind in rule.applies_to)
    own = KIND.get(document.kind, document.kind)
    if document.kind in rule.applies_to or "any" in rule.applies_to:
        why = f"按所用的日期，这条规则不在适用期内（{rule.since} 至 {rule.until}）"
    else:
        why = f"本文件判为{own}，这条规则只适用于{kinds}"
    return Row(6, (Piece("不适用", "faint"), Piece(f"  {rule.title}  {rule.id}：{why}")))
