"""Places that rules looked at, and rules that would have spoken on a paper of another kind or day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from checker.engine import applies, trials
from checker.laws import load_laws
from checker.model import Document, Rule, Span, Trial
from checker.rulebook import Rulebook


def tried(document: Document, book: Rulebook, day: date, within: Span | None = None) -> list[tuple[Rule, Trial]]:
    """Every place that a rule looked at; only those that touch ``within`` if given."""
    return list(trials(document, book, load_laws(), day, within=within))


def silenced(document: Document, book: Rulebook, day: date, within: Span) -> list[tuple[Rule, Trial]]:
    """Where rules would fire within a span, were the paper of a kind and a day that they are meant for."""
    meant: dict[tuple[str, date], list[Rule]] = {}
    for rule in book.rules:
        if rule.matcher.needs and not applies(rule, document.kind, day):
            meant.setdefault(_meant_for(rule, document, day), []).append(rule)
    return [
        pair
        for (kind, other_day), rules in meant.items()
        for pair in tried(replace(document, kind=kind), book.only(rules), other_day, within)
        if pair[1].fired
    ]


def _meant_for(rule: Rule, document: Document, day: date) -> tuple[str, date]:
    kind = document.kind if {document.kind, "any"} & {*rule.applies_to} else rule.applies_to[0]
    return kind, min(max(day, rule.since), rule.until)
