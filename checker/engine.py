"""A document and a rulebook to a report: which rules apply, where they fire, what is one fault told twice."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from checker.laws import Laws
from checker.lazy import lazily
from checker.model import Document, Finding, Report, Rule, Severity, Span, Trial
from checker.rulebook import Rulebook

_LABEL = lazily(r"^\s*(第[〇零一二三四五六七八九十百千\d\s]+[条章节款项]|[（(]?[一二三四五六七八九十\d]+[）)、.．])\s*")
_NOISE = lazily(r"[\s，。；：、,.;:（）()“”\"'《》]+")


def check(document: Document, rulebook: Rulebook, laws: Laws, *, as_of: date | None = None) -> Report:
    """Judge a document by the law in force on ``as_of``, else on its own date, else today."""
    day = as_of or document.dated or date.today()
    found = [_finding(document, rule, trial) for rule, trial in trials(document, rulebook, laws, day) if trial.fired]
    kept = _merged(document, found)
    return Report(
        document=document,
        findings=_numbered(document, kept),
        rules=_meant(rulebook, document.kind, rulebook.since(day)).names,
        ruleset=rulebook.digest,
        laws_as_of=laws.as_of,
        judged_as_of=day,
        gaps=document.gaps,
    )


def trials(
    document: Document, rulebook: Rulebook, laws: Laws, day: date, *, within: Span | None = None
) -> Iterator[tuple[Rule, Trial]]:
    """Every place that a rule looked at, in the order of the rules; only those that touch ``within`` if given."""
    candidates = rulebook.scanner.candidates(document)
    meant = _meant(rulebook, document.kind, rulebook.since(day))
    for number in sorted(meant.whole | (meant.some & {rulebook.owners[pattern] for pattern in candidates})):
        rule, (start, end) = rulebook.rules[number], rulebook.slots[number]
        mine = [candidates.get(pattern, ()) for pattern in range(start, end)]
        for trial in rule.matcher.find(document, mine, laws, day):
            if within is None or (trial.span.start < within.end and within.start < trial.span.end):
                yield rule, trial


class _Meant(NamedTuple):
    """Rules that apply to a kind of document on a day, by number: those that look for words and those that do not."""

    names: tuple[str, ...]
    some: frozenset[int]
    whole: frozenset[int]


@lru_cache(maxsize=128)
def _meant(rulebook: Rulebook, kind: str, day: date) -> _Meant:
    numbers = [number for number, rule in enumerate(rulebook.rules) if applies(rule, kind, day)]
    wordless = frozenset(number for number in numbers if len(set(rulebook.slots[number])) == 1)
    names = tuple(rulebook.rules[number].id for number in numbers)
    return _Meant(names, frozenset(numbers) - wordless, wordless)


def applies(rule: Rule, kind: str, day: date) -> bool:
    """Whether a rule is meant for this kind of document and was in force on the day."""
    return rule.since <= day <= rule.until and ("any" in rule.applies_to or kind in rule.applies_to)


def _finding(document: Document, rule: Rule, trial: Trial) -> Finding:
    quote = document.slice(trial.span)
    clause = document.clause_at(trial.span.start)
    severity = min(rule.severity, trial.cap or rule.severity, key=lambda level: level.rank)
    return Finding(
        rule=rule,
        severity=severity,
        span=trial.span,
        quote=quote,
        clause=clause.label if clause else "",
        origin=document.locate(trial.span.start),
        message=_fill(rule.message, {"text": " ".join(quote.split())} | trial.says),
        fingerprint="",
        reason=trial.reason,
    )


def _fill(message: str, says: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda found: says.get(found[1], found[0]), message)


def _merged(document: Document, findings: list[Finding]) -> list[Finding]:
    """One finding a fault: of one area at overlapping places, or of one rule in a sentence, the gravest and longest.

    The second reader speaks only where no rule of its group says as much at that place.
    """
    ranked = sorted(findings, key=lambda f: (-f.severity.rank, f.span.start - f.span.end, f.rule.id, f.span.start))
    taken: defaultdict[str, _Taken] = defaultdict(_Taken)
    kept = [f for f in ranked if not f.rule.yields and taken[f.rule.area].add(f.span)]
    superseded = {(name, f.clause) for f in kept for name in f.rule.supersedes}
    kept = sorted((f for f in kept if (f.rule.id, f.clause) not in superseded), key=_place)
    kept += _untold([f for f in ranked if f.rule.yields], kept)
    return sorted(kept, key=_place)


def _place(finding: Finding) -> tuple[Span, str]:
    return finding.span, finding.rule.id


class _Taken:
    """Spans in order, none of which overlaps another."""

    def __init__(self) -> None:
        self.spans: list[Span] = []

    def add(self, span: Span) -> bool:
        """Take the span; False if a part of it is taken already."""
        at = bisect_right(self.spans, span)
        if any(_overlap(span, other) for other in self.spans[max(at - 1, 0) : at + 1]):
            return False
        self.spans.insert(at, span)
        return True


def _untold(doubts: list[Finding], kept: list[Finding]) -> list[Finding]:
    """Doubts of the second reader at places of which no rule of the same group says as much; ``kept`` is in order."""
    starts = [finding.span.start for finding in kept]
    longest = max((finding.span.end - finding.span.start for finding in kept), default=0)
    near = ((doubt, bisect_left(starts, doubt.span.start - longest)) for doubt in doubts)
    return [
        doubt
        for doubt, first in near
        if not any(_told(doubt, other) for other in kept[first : bisect_left(starts, doubt.span.end)])
    ]


def _twice(document: Document, one: Finding, other: Finding) -> bool:
    """Whether a rule speaks twice in one sentence."""
    return one.rule is other.rule and document.unit_at(one.span.start) == document.unit_at(other.span.start)


def _told(doubt: Finding, other: Finding) -> bool:
    """Whether a rule of the same group already says as much at that place."""
    return (
        other.rule.group == doubt.rule.group
        and other.severity.rank >= doubt.severity.rank
        and _overlap(doubt.span, other.span)
    )


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _numbered(document: Document, findings: list[Finding]) -> tuple[Finding, ...]:
    """Findings with fingerprints: rule, clause text without its label, and which occurrence of that text it is."""
    begun: dict[tuple[str, Span], Any] = {}
    seen: Counter[bytes] = Counter()
    done = []
    for finding in findings:
        clause = document.clause_at(finding.span.start)
        place = finding.rule.id, clause.span if clause else finding.span
        if place not in begun:
            begun[place] = hashlib.sha256(f"{finding.rule.id}\n{_bare(document.narrow(place[1]))}\n".encode())
        digest = begun[place].copy()
        seen[begun[place].digest()] += 1
        digest.update(str(seen[begun[place].digest()]).encode())
        done.append(replace(finding, fingerprint=digest.hexdigest()[:16]))
    return tuple(done)


def _bare(clause: str) -> str:
    """The words of a clause without its label and without marks."""
    return _NOISE.sub("", _LABEL.sub("", clause))


def worst(findings: tuple[Finding, ...]) -> Severity | None:
    """The gravest severity among open findings."""
    levels = [finding.severity for finding in findings if finding.status == "open"]
    return max(levels, key=lambda level: level.rank, default=None)
