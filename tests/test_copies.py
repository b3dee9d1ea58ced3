"""Nothing of the measuring set stands in the rules or the corpora: what is measured must be unseen."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MEASURED = ROOT.parent / "shared" / "eval" / "dev"
RUN = 30
"""Characters in a row, punctuation and titles aside; shorter runs are stock wording and words of statutes."""


def squeeze(text: str) -> str:
    text = re.sub(r"《[^》]{2,60}》", "", text)
    return re.sub(r"[^一-鿿0-9]", "", text)


def test_no_run_of_the_measuring_set_is_repeated() -> None:
    if not MEASURED.is_dir():
        pytest.skip("the measuring set is not beside this checkout")
    texts = [
        json.loads(line)["text"] for name in ("clauses", "regulators") for line in _lines(MEASURED / f"{name}.jsonl")
    ]
    texts += [file.read_text("utf-8") for file in sorted((MEASURED / "documents").glob("*.txt"))]
    runs = Counter(run for text in texts for run in set(_runs(squeeze(text))))
    files = [*ROOT.glob("rules/**/*.yaml"), *ROOT.glob("corpora/**/*.jsonl"), *ROOT.glob("corpora/**/*.txt")]
    copied = [
        f"{file.relative_to(ROOT)}: {run}"
        for file in files
        for run in _runs(squeeze(file.read_text("utf-8")))
        if 0 < runs[run] < 4
    ]
    assert copied == []


def _lines(file: Path) -> list[str]:
    return file.read_text("utf-8").splitlines()


def _runs(text: str, length: int = RUN) -> list[str]:
    return [text[at : at + length] for at in range(len(text) - length + 1)]


def test_training_clauses_are_no_near_copies_of_held_out_ones() -> None:
    """Words of a statute may stand in both; half of a clause may not."""
    trained = [set(_runs(text, 6)) for text in _clauses("train")]
    where: dict[str, set[int]] = {}
    for number, runs in enumerate(trained):
        for run in runs:
            where.setdefault(run, set()).add(number)
    near = []
    for text in _clauses("held"):
        runs = set(_runs(text, 6))
        shared = Counter(number for run in runs for number in where.get(run, ()))
        near += [text for number, count in shared.items() if 2 * count > min(len(runs), len(trained[number])) > 12]
    assert near == []


def _clauses(split: str) -> list[str]:
    files = sorted(ROOT.glob(f"corpora/clauses/{split}/*.jsonl"))
    return [squeeze(json.loads(line)["text"]) for file in files for line in _lines(file)]
