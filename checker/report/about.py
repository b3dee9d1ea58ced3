"""What a report says about the run as a whole, and about a file that could not be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from checker.model import Document, Finding, Gap, Origin, Part, Report, Rule, Severity, Span

if TYPE_CHECKING:
    from checker.laws import Laws

WHOLE = "文件"
"""``Gap.where`` of a file of which nothing could be read."""


@dataclass(frozen=True)
class About:
    """Who judged, by which rules and laws. Without ``laws`` no article is quoted.

    With ``today`` a report for people says when the law data is old.
    """

    version: str
    rules: tuple[Rule, ...]
    ruleset: str
    laws_as_of: str
    laws: Laws | None = None
    today: date | None = None


@dataclass
class Tally:
    """Counts over all reports; grows while they are written.

    ``gaps`` counts what is lost of files read in part, ``asides`` what stands beside their text.
    """

    documents: int = 0
    unread: int = 0
    gaps: int = 0
    asides: int = 0
    settled: int = 0
    error: int = 0
    warning: int = 0
    info: int = 0

    def add(self, report: Report) -> Report:
        """Count a report and hand it on. Findings that are waived or in the baseline count as settled only."""
        self.documents += 1
        if is_unread(report):
            self.unread += 1
        else:
            lost = sum(gap.lost for gap in gaps(report))
            self.gaps += lost
            self.asides += len(gaps(report)) - lost
        for finding in report.findings:
            name = finding.severity.value if finding.status == "open" else "settled"
            setattr(self, name, getattr(self, name) + 1)
        return report

    def reaches(self, level: Severity) -> bool:
        """Whether an open finding is as grave as ``level``."""
        return any(getattr(self, other.value) for other in Severity if other.rank >= level.rank)


def unread(path: Path, reason: str, day: date, ruleset: str = "", laws_as_of: str = "") -> Report:
    """The report of a file that could not be read at all."""
    gap = Gap(WHOLE, reason)
    nothing = Document(path, "", "", "", (Origin(0, None, 1),), (gap,), (), (Part("act", Span(0, 0)),))
    return Report(nothing, (), (), ruleset, laws_as_of, day, (gap,))


def is_unread(report: Report) -> bool:
    """Whether nothing of the file was read."""
    return bool(gaps(report)) and not report.document.text.strip()


def gaps(report: Report) -> tuple[Gap, ...]:
    """What could not be read, each once."""
    return tuple(dict.fromkeys((*report.document.gaps, *report.gaps)))


def open_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Findings that still ask for a decision."""
    return [finding for finding in findings if finding.status == "open"]
