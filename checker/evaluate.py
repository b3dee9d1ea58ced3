"""Labelled clauses to figures: how many findings are right, how many faults are found, a rule and an area at a time."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from checker.api import check_text
from checker.errors import CheckerError
from checker.model import Finding, Severity
from checker.rulebook import Rulebook

JUDGED = date(2025, 6, 30)
"""The day that labelled clauses are judged by."""
_WHOLE_PAPER = frozenset({"P", "G", "D"})


class Row(NamedTuple):
    """A labelled clause. ``labels`` are the areas it offends, the main one first; none if it is lawful."""

    id: str
    text: str
    lead: str
    labels: tuple[str, ...]
    near: str

    @property
    def area(self) -> str:
        """The area it offends, or could be mistaken for offending."""
        return self.labels[0] if self.labels else self.near


@dataclass(frozen=True)
class Judged:
    """A row and the areas and rules that spoke on it at warning or above."""

    row: Row
    areas: frozenset[str]
    rules: frozenset[str]

    @property
    def groups(self) -> frozenset[str]:
        """The groups that spoke, without those that judge whole papers."""
        return frozenset(_group(area) for area in self.areas) - _WHOLE_PAPER

    @property
    def outcome(self) -> str:
        """hit, missed, false (a lawful clause was questioned) or quiet."""
        if self.row.labels:
            return "hit" if self.groups & {_group(area) for area in self.row.labels} else "missed"
        return "false" if self.groups else "quiet"


class Rates(NamedTuple):
    """Counts, and what follows from them; intervals are Wilson's at 95 %."""

    hit: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        return self.hit / (self.hit + self.false) if self.hit + self.false else 0.0

    @property
    def recall(self) -> float:
        return self.hit / (self.hit + self.missed) if self.hit + self.missed else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def read_rows(path: Path) -> list[Row]:
    """Every clause of a .jsonl file, or of those under a folder. Raises CheckerError with path and line."""
    files = sorted(path.rglob("*.jsonl")) if path.is_dir() else [path]
    if not files:
        raise CheckerError(f"{path}：没有 .jsonl 文件")
    return [row for file in files for row in _rows(file)]


def _rows(file: Path) -> Iterator[Row]:
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        raise CheckerError(f"{file}：无法读取") from problem
    for number, line in enumerate(lines, start=1):
        try:
            data = json.loads(line)
            yield Row(data["id"], data["text"], data.get("lead") or "", tuple(data["labels"]), data.get("near") or "")
        except (ValueError, KeyError, TypeError) as problem:
            raise CheckerError(f"{file}:{number}：不是标注条款（须有 id、text、labels）") from problem


def judge(rows: Iterable[Row], rulebook: Rulebook | None = None) -> list[Judged]:
    """Check every clause as one of a normative paper; what is said of its lead-in does not count."""
    return [_judge(row, rulebook) for row in rows]


def _judge(row: Row, rulebook: Rulebook | None) -> Judged:
    lead = row.lead + "\n" if row.lead else ""
    report = check_text(lead + row.text, rulebook, kind="normative", as_of=JUDGED)
    loud = [f for f in report.findings if _loud(f) and f.span.end > len(lead)]
    return Judged(row, frozenset(f.rule.area for f in loud), frozenset(f.rule.id for f in loud))


def _loud(finding: Finding) -> bool:
    return finding.severity is not Severity.INFO and finding.status == "open"


def rates(judged: Sequence[Judged]) -> Rates:
    """Over all clauses given."""
    outcomes = Counter(one.outcome for one in judged)
    return Rates(outcomes["hit"], outcomes["false"], outcomes["missed"])


def by_area(judged: Sequence[Judged]) -> dict[str, Rates]:
    """For every area, over the clauses that offend it or could be mistaken for it."""
    areas = sorted({one.row.area for one in judged})
    return {area: rates([one for one in judged if one.row.area == area]) for area in areas}


def by_rule(judged: Sequence[Judged]) -> dict[str, tuple[int, int]]:
    """For every rule that spoke: on how many faulty clauses of its group, and on how many lawful ones."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for one in judged:
        (right if one.outcome == "hit" else wrong).update(one.rules)
    return {rule: (right[rule], wrong[rule]) for rule in sorted(right | wrong)}


def interval(part: int, whole: int) -> tuple[float, float]:
    """Wilson's interval at 95 % for a share."""
    if not whole:
        return 0.0, 1.0
    z, share = 1.96, part / whole
    middle = share + z * z / (2 * whole)
    spread = z * math.sqrt(share * (1 - share) / whole + z * z / (4 * whole * whole))
    return (middle - spread) / (1 + z * z / whole), (middle + spread) / (1 + z * z / whole)


def _group(area: str) -> str:
    return area.partition("-")[0]
