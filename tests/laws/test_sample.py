"""A hand-labelled sample of citations in published papers: what is found, and what each is said to be worth."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from checker.laws import Laws, load_laws
from checker.laws.cite import Citation, find_citations
from checker.laws.status import judge
from checker.read.clean import tidy
from checker.segment.fold import fold

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "../shared/corpus"
LABELS = ROOT / "corpora" / "citations" / "sample.jsonl"
LEAST = 0.98


@lru_cache(maxsize=64)
def _cited(file: str) -> tuple[str, tuple[Citation, ...]]:
    text = fold(tidy((CORPUS / file).read_text("utf-8", errors="replace")))
    return text, find_citations(text)


def _verdicts(label: dict[str, Any], laws: Laws) -> list[list[str]]:
    """What is said of the citations whose words begin as the label's do; empty if none is found."""
    text, citations = _cited(label["file"])
    day = date.fromisoformat(label["day"])
    same = [one for one in citations if text[slice(*one.span)].startswith(label["quote"])]
    return [[verdict.verdict for verdict in judge(one, laws, day)] for one in same]


@pytest.mark.skipif(not CORPUS.is_dir(), reason="没有 ../shared/corpus")
def test_citations_of_published_papers_are_found_and_judged_as_a_reader_would() -> None:
    laws = load_laws(with_library=False)
    labels = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    told = [(label, _verdicts(label, laws)) for label in labels]
    missed = [label for label, verdicts in told if not verdicts]
    wrong = [(label, verdicts) for label, verdicts in told if verdicts and label["verdict"] not in verdicts]
    assert len(missed) <= (1 - LEAST) * len(labels), missed
    assert len(wrong) <= (1 - LEAST) * len(labels), wrong


def test_labels_quote_no_more_than_they_may() -> None:
    labels = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    assert len(labels) >= 300
    assert all(len(label["quote"]) <= 30 for label in labels)
