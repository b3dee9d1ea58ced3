"""A rule held to its own examples: found exactly where marked, and lawful wording left alone by all rules."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from checker.api import document
from checker.engine import trials
from checker.laws import Laws, load_laws
from checker.model import Document, Rule, Severity, Span
from checker.read import read_text
from checker.rulebook import Rulebook

_MARK = re.compile(r"<<(.+?)>>", re.DOTALL)
JUDGED = date(2025, 6, 30)
"""The day that examples are judged by, unless the rule came into force later."""


def problems(rule: Rule, rulebook: Rulebook, laws: Laws | None = None) -> tuple[str, ...]:
    """What is wrong with the examples of a rule, in Chinese; empty if nothing is."""
    laws = laws or load_laws()
    alone = rulebook.only([rule])
    return (
        *(problem for text in rule.violations if (problem := missed(rule, alone, text, laws))),
        *(problem for text in rule.compliant if (problem := alarmed(rule, rulebook, text, laws))),
    )


def missed(rule: Rule, alone: Rulebook, marked: str, laws: Laws) -> str:
    """What is wrong with a violating example; the words between << and >> are to be found, and nothing else."""
    text, wanted = unmark(marked)
    paper = _paper(text, rule)
    found = sorted({t.span for _, t in trials(paper, alone, laws, day_of(rule)) if t.fired})
    if not wanted:
        return "" if found else f"未发现：{text}"
    if sorted(wanted) == found:
        return ""
    return f"应发现 {_words(text, wanted)}，实际 {_words(text, found)}：{text}"


def alarmed(rule: Rule, rulebook: Rulebook, text: str, laws: Laws) -> str:
    """Which rules speak on a compliant example at warning or above."""
    paper = _paper(text, rule)
    others = rulebook.only([other for other in rulebook.rules if other.id == rule.id or _content(other)])
    loud = [
        other.id
        for other, trial in trials(paper, others, laws, day_of(rule))
        if trial.fired and (other.id == rule.id or (trial.cap or other.severity) is not Severity.INFO)
    ]
    return f"误报（{'、'.join(sorted(set(loud)))}）：{text}" if loud else ""


def unmark(marked: str) -> tuple[str, list[Span]]:
    """The text without its marks, and the marked spans."""
    text, spans, at = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[at : found.start()]
        spans.append(Span(len(text), len(text) + len(found[1])))
        text += found[1]
        at = found.end()
    return text + marked[at:], spans


def day_of(rule: Rule) -> date:
    """The day an example is judged by."""
    return min(max(JUDGED, rule.since), rule.until)


def _content(rule: Rule) -> bool:
    """Rules of form and procedure judge whole papers; a bare sentence says nothing to them."""
    return rule.group not in ("P", "G", "D") and bool(rule.matcher.needs)


def _paper(text: str, rule: Rule) -> Document:
    kind = rule.applies_to[0] if rule.applies_to[0] != "any" else "normative"
    return _read(text, kind)


@lru_cache(maxsize=512)
def _read(text: str, kind: str) -> Document:
    return document(read_text(text), kind)


def _words(text: str, spans: list[Span]) -> str:
    return "、".join(f"“{text[span.start : span.end]}”" for span in spans) or "无"
