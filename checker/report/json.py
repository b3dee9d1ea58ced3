"""Reports to JSON; the shape is published in ``docs/findings.schema.json`` and stays as it is."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from checker.model import Basis, Finding, Report
from checker.report.about import About, Tally, gaps
from checker.report.words import cite

if TYPE_CHECKING:
    from checker.laws import Laws

_UNPROVEN = "unproven"
Quote = Callable[[Basis, date], dict[str, Any]]


def render(reports: Iterable[Report], about: About) -> Iterator[str]:
    """One JSON object, in pieces: the head, each document as it comes, the summary."""
    quote, tally = _quote(about), Tally()
    yield '{\n"tool": ' + _dump(_tool(about)) + ',\n"documents": ['
    for report in reports:
        yield (",\n" if tally.documents else "\n") + _dump(_document(tally.add(report), quote))
    yield '\n],\n"summary": ' + _dump(_summary(tally)) + "\n}\n"


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _tool(about: About) -> dict[str, str]:
    return {
        "name": "checker",
        "version": about.version,
        "ruleset": about.ruleset,
        "laws_as_of": about.laws_as_of,
    }


def _document(report: Report, quote: Quote) -> dict[str, Any]:
    document = report.document
    return {
        "path": document.path.as_posix(),
        "kind": document.kind,
        "kind_reason": document.kind_reason,
        "dated": document.dated.isoformat() if document.dated else None,
        "judged_as_of": report.judged_as_of.isoformat(),
        "characters": len(document.text),
        "pages": document.pages,
        "gaps": [{"where": gap.where, "reason": gap.reason} for gap in gaps(report)],
        "findings": [_finding(finding, report.judged_as_of, quote) for finding in report.findings],
    }


def _finding(finding: Finding, day: date, quote: Quote) -> dict[str, Any]:
    return {
        "rule": finding.rule.id,
        "area": finding.rule.area,
        "severity": finding.severity.value,
        "status": finding.status,
        "message": finding.message,
        "suggestion": finding.rule.suggestion,
        "cure": finding.rule.cure,
        "quote": finding.quote,
        "span": {"start": finding.span.start, "end": finding.span.end},
        "clause": finding.clause,
        "page": finding.origin.page,
        "line": finding.origin.line,
        "basis": [quote(basis, day) for basis in finding.rule.basis],
        "fingerprint": finding.fingerprint,
    }


def _quote(about: About) -> Quote:
    """A basis with the words of its article and what the law is worth, on a day; each asked for once."""

    @cache
    def quote(basis: Basis, day: date) -> dict[str, Any]:
        laws = about.laws
        text = laws.article(basis.law, basis.article, day) if laws else None
        status = _status(basis, laws, day) if laws and basis.proven else _UNPROVEN
        return {"law": basis.law, "article": basis.article, "gist": basis.gist, "text": text, "status": status}

    return quote


def _status(basis: Basis, laws: Laws, day: date) -> str:
    """A verdict of ``checker.laws.status``, unproven where the register cannot tell."""
    from checker.laws.cite import find_citations
    from checker.laws.status import judge

    citation = next(iter(find_citations(cite(basis))), None)
    verdict = judge(citation, laws, day)[0].verdict if citation else "unknown"
    return _UNPROVEN if verdict == "unknown" else verdict


def _summary(tally: Tally) -> dict[str, int]:
    return {
        "error": tally.error,
        "warning": tally.warning,
        "info": tally.info,
        "documents": tally.documents,
        "unread": tally.unread,
    }
