"""The whole line, from a path or a text to a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from checker.classify import classify
from checker.engine import check
from checker.laws import Laws, load_laws
from checker.model import Document, Extract, Report
from checker.read import read, read_text
from checker.rulebook import Rulebook, load
from checker.segment import segment


def check_path(
    path: Path | str,
    rules: Rulebook | None = None,
    *,
    kind: str | None = None,
    as_of: date | None = None,
    encoding: str | None = None,
) -> Report:
    """Read one file and judge it. Raises ReadError where the file cannot be read at all.

    ``kind`` forces the kind of document (one of ``model.KINDS``); ``as_of`` the day whose law is applied.
    """
    return check_extract(read(Path(path), encoding=encoding), rules, kind=kind, as_of=as_of)


def check_text(
    text: str, rules: Rulebook | None = None, *, kind: str | None = None, as_of: date | None = None
) -> Report:
    """Judge a text that is already at hand."""
    return check_extract(read_text(text), rules, kind=kind, as_of=as_of)


def check_extract(
    extract: Extract,
    rules: Rulebook | None = None,
    *,
    kind: str | None = None,
    as_of: date | None = None,
    laws: Laws | None = None,
) -> Report:
    """Judge what a reader gave."""
    return check(document(extract, kind), rules or load_rules(), laws or load_laws(), as_of=as_of)


def document(extract: Extract, kind: str | None = None) -> Document:
    """Segment and classify."""
    return classify(segment(extract), kind)


@lru_cache(maxsize=4)
def _load(paths: tuple[Path, ...] | None) -> Rulebook:
    return load(paths)


def load_rules(paths: Sequence[Path] | None = None) -> Rulebook:
    """The rules that were installed, or those under the given folders; kept for the life of the process."""
    return _load(tuple(paths) if paths else None)


def with_status(report: Report, status: dict[str, str]) -> Report:
    """The report with findings marked as waived or baseline, by fingerprint."""
    findings = tuple(replace(f, status=status.get(f.fingerprint, f.status)) for f in report.findings)
    return replace(report, findings=findings)
