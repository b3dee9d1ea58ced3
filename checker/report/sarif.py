"""Reports to SARIF 2.1.0, for code hosts and editors. Files that could not be read are notifications, not silence."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from checker.model import Document, Finding, Gap, Report, Rule, Severity
from checker.report.about import About, gaps, is_unread
from checker.report.words import STATUS, cite

_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LINE_FOR_LINE = frozenset({"text"})
"""Media whose text has the lines and columns of the file."""
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(reports: Iterable[Report], about: About) -> Iterator[str]:
    """One SARIF log with one run."""
    places = {rule.id: index for index, rule in enumerate(about.rules)}
    results: list[dict[str, Any]] = []
    notifications: list[dict[str, Any]] = []
    for report in reports:
        results += [_result(finding, report.document, places) for finding in report.findings]
        notifications += [_notification(gap, report) for gap in gaps(report)]
    run = {
        "tool": {"driver": _driver(about)},
        "language": "zh-CN",
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(notifications)],
        "results": results,
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    yield json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _driver(about: About) -> dict[str, Any]:
    return {
        "name": "checker",
        "version": about.version,
        "language": "zh-CN",
        "rules": [_rule(rule) for rule in about.rules],
        "notifications": [{"id": "unread", "shortDescription": {"text": "未能读取的文件或部分"}}],
        "properties": {"ruleset": about.ruleset, "laws_as_of": about.laws_as_of},
    }


def _rule(rule: Rule) -> dict[str, Any]:
    advice = [rule.suggestion, *([f"补正：{rule.cure}"] if rule.cure else [])]
    basis = [f"{cite(basis)}：{basis.gist}" for basis in rule.basis]
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.basis[0].gist if rule.basis else rule.title},
        "help": {
            "text": "\n".join([rule.title, *(f"依据：{line}" for line in basis), *advice]),
            "markdown": "\n\n".join([f"**{rule.title}**", *(f"- {line}" for line in basis), *advice]),
        },
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
        "properties": {"tags": [rule.area]},
    }


def _result(finding: Finding, document: Document, places: dict[str, int]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "ruleId": finding.rule.id,
        "level": _LEVEL[finding.severity],
        "message": {"text": f"{finding.message}{finding.rule.suggestion}"},
        "locations": [_location(finding, document)],
        "partialFingerprints": {"clause/v1": finding.fingerprint},
        "properties": {"page": finding.origin.page, "start": finding.span.start, "end": finding.span.end},
    }
    if finding.rule.id in places:
        found["ruleIndex"] = places[finding.rule.id]
    if finding.status != "open":
        why = STATUS.get(finding.status, finding.status)
        found["suppressions"] = [{"kind": "external", "status": "accepted", "justification": why}]
    return found


def _location(finding: Finding, document: Document) -> dict[str, Any]:
    physical = {"artifactLocation": _artifact(document.path), "region": _region(finding, document)}
    return {
        "physicalLocation": physical,
        "logicalLocations": [{"fullyQualifiedName": finding.clause or "全文", "kind": "element"}],
    }


def _region(finding: Finding, document: Document) -> dict[str, Any]:
    """Line of the source, and columns where a line of the source is a line of the text."""
    start, end = finding.span
    region: dict[str, Any] = {"startLine": max(finding.origin.line, 1), "snippet": {"text": finding.quote}}
    if document.media in _LINE_FOR_LINE and finding.origin.page is None:
        first, last = document.text.rfind("\n", 0, start) + 1, document.text.rfind("\n", 0, end) + 1
        region["startColumn"] = start - first + 1
        region["endLine"] = region["startLine"] + document.text.count("\n", start, end)
        region["endColumn"] = end - last + 1
    return region


def _artifact(path: Path) -> dict[str, Any]:
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": quote(path.as_posix().encode("utf-8", "surrogateescape"))}


def _notification(gap: Gap, report: Report) -> dict[str, Any]:
    """Lost is what the paper itself says; a picture beside its text is only worth a note."""
    level = "error" if is_unread(report) else "warning" if gap.lost else "note"
    return {
        "descriptor": {"id": "unread", "index": 0},
        "level": level,
        "message": {"text": f"{report.document.path.as_posix()}：{gap.where}未检查：{gap.reason}"},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(report.document.path)}}],
    }


def _invocation(notifications: list[dict[str, Any]]) -> dict[str, Any]:
    whole = all(notification["level"] != "error" for notification in notifications)
    return {"executionSuccessful": whole, "toolExecutionNotifications": notifications}
