"""Labelled clauses to the arrays of the second reader; the only place that scikit-learn is used."""

from __future__ import annotations

import hashlib
import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.learn.features import grams
from checker.learn.model import strings_to_array
from checker.segment.fold import fold

GROUPS = ("C", "A", "F")
"""What is learned; faults of citation and wording are for the rules, which can prove them."""
_FOLDS = 5
_FEWEST = 10
_SEED = 20250630


@dataclass(frozen=True, slots=True)
class Example:
    """A clause with the areas it offends (none if it is lawful)."""

    text: str
    lead: str
    labels: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class Options:
    """``warn`` and ``inform`` are the precisions, out of fold, from which a score may be told at that severity.

    ``quiet`` and ``murmur`` are the most sentences of the background, a thousand, that a group may then question.
    All are before stance and cited basis are asked, which take away more than half of what is false. Of what F
    questions most in published papers about a quarter was found guilty when read, so it is allowed more. At three
    times these bounds only 3 of 25 warnings on published papers were right when read.
    """

    strength: float = 32.0
    rarest: int = 2
    most: int = 12_000
    warn: float = 0.86
    inform: float = 0.70
    quiet: tuple[tuple[str, float], ...] = (("C", 0.3), ("A", 0.2), ("F", 0.5))
    murmur: float = 6.0
    background_weight: float = 0.2


def read_examples(folder: Path) -> list[Example]:
    """Every clause under a folder of .jsonl files."""
    files = sorted(folder.rglob("*.jsonl"))
    rows = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    return [
        Example(fold(row["text"]), fold(row.get("lead") or ""), tuple(row["labels"]), str(row["id"])) for row in rows
    ]


def train(
    examples: Sequence[Example], background: Sequence[Example] = (), options: Options = Options()
) -> dict[str, array[Any]]:
    """Fit one model a group and one an area, calibrated out of fold. The same input gives the same arrays."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    rows = [*examples, *background]
    weight = [1.0] * len(examples) + [options.background_weight] * len(background)
    vectorizer = TfidfVectorizer(analyzer=_analyse, lowercase=False, min_df=options.rarest, binary=True, norm="l2")
    # Words that only the background has would swell the model and weigh nothing.
    matrix = vectorizer.fit(examples).transform(rows)
    vectorizer, matrix = _chosen(vectorizer, matrix, rows, weight, options)
    targets = targets_of(examples)
    own = len(examples)
    quiet = dict(options.quiet)
    fits = {
        target: _fit(matrix, [_is(row, target) for row in rows], weight, own, quiet[target.partition("-")[0]], options)
        for target in targets
    }
    names = sorted(vectorizer.vocabulary_, key=vectorizer.vocabulary_.__getitem__)
    keep = [n for n in range(len(names)) if any(abs(fit["weights"][n]) > 1e-4 for fit in fits.values())]
    idf = vectorizer.idf_
    arrays: dict[str, array[Any]] = {
        "targets": strings_to_array(list(targets)),
        "vocabulary": strings_to_array([names[n] for n in keep]),
        "idf": array("f", [float(idf[n]) for n in keep]),
        "digest": strings_to_array([_digest(rows)]),
    }
    for target, fit in fits.items():
        arrays[f"weights-{target}"] = array("f", [float(fit["weights"][n] * idf[n]) for n in keep])
    for number in ("bias", "slope", "offset", "warn", "inform"):
        arrays[number] = array("f", [float(fits[target][number]) for target in targets])
    return arrays


def _chosen(
    vectorizer: Any, matrix: Any, rows: Sequence[Example], weight: list[float], options: Options
) -> tuple[Any, Any]:
    """The n-grams that weigh most for any group, and the rows by them alone: a fifth of them read as well as all."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    heaviest = [0.0] * matrix.shape[1]
    for group in GROUPS:
        fitted = LogisticRegression(C=options.strength, solver="liblinear", random_state=_SEED, max_iter=500)
        fitted.fit(matrix, [_is(row, group) for row in rows], sample_weight=weight)
        heaviest = [max(pair) for pair in zip(heaviest, map(abs, fitted.coef_[0]), strict=True)]
    names = sorted(vectorizer.vocabulary_, key=lambda gram: (-heaviest[vectorizer.vocabulary_[gram]], gram))
    chosen = TfidfVectorizer(
        analyzer=_analyse, lowercase=False, binary=True, norm="l2", vocabulary=sorted(names[: options.most])
    )
    return chosen, chosen.fit_transform(rows)


def targets_of(examples: Sequence[Example]) -> tuple[str, ...]:
    """The groups, then every area of theirs that has at least 20 faulty clauses."""
    labels = [label for example in examples for label in example.labels if label.partition("-")[0] in GROUPS]
    areas = sorted({label for label in labels if labels.count(label) >= 20} - set(GROUPS))
    return (*GROUPS, *areas)


def _analyse(example: Example) -> list[str]:
    return sorted(grams(example.text, example.lead))


def _is(example: Example, target: str) -> bool:
    return any(label == target or label.partition("-")[0] == target for label in example.labels)


def _fit(
    matrix: Any, truth: list[bool], weight: list[float], own: int, quiet: float, options: Options
) -> dict[str, Any]:
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import StratifiedKFold

    def model() -> Any:
        return LogisticRegression(C=options.strength, solver="liblinear", random_state=_SEED, max_iter=500)

    scores = [0.0] * len(truth)
    folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=_SEED)
    for seen, unseen in folds.split(matrix, truth):
        fitted = model().fit(matrix[seen], [truth[n] for n in seen], sample_weight=[weight[n] for n in seen])
        for n, score in zip(unseen, fitted.decision_function(matrix[unseen]), strict=True):
            scores[n] = float(score)
    platt = LogisticRegression(C=1e6).fit([[score] for score in scores], truth, sample_weight=weight)
    probabilities = [float(row[1]) for row in platt.predict_proba([[score] for score in scores])]
    whole = model().fit(matrix, truth, sample_weight=weight)
    return {
        "weights": whole.coef_[0],
        "bias": whole.intercept_[0],
        "slope": platt.coef_[0][0],
        "offset": platt.intercept_[0],
        "warn": _bar(probabilities, truth, own, options.warn, quiet),
        "inform": _bar(probabilities, truth, own, options.inform, options.murmur),
    }


def _bar(probabilities: list[float], truth: list[bool], own: int, precision: float, alarms: float) -> float:
    """The probability from which both bounds hold: on labelled clauses, and on the background."""
    background = sorted(probabilities[own:], reverse=True)
    allowed = int(len(background) * alarms / 1000)
    above = background[allowed] if background else 0.0
    return max(threshold(probabilities[:own], truth[:own], precision), above + 1e-6)


def threshold(probabilities: Sequence[float], truth: Sequence[bool], precision: float) -> float:
    """The least probability from which on at least this share of what is told is right; above 1 if none is."""
    ranked = sorted(zip(probabilities, truth, strict=True), key=lambda pair: -pair[0])
    right, best = 0, 1.1
    for told, (probability, good) in enumerate(ranked, start=1):
        right += good
        last_of_equals = told == len(ranked) or ranked[told][0] < probability
        if last_of_equals and told >= _FEWEST and right / told >= precision:
            best = probability
    return best


def _digest(rows: Sequence[Example]) -> str:
    digest = hashlib.sha256()
    for row in rows:
        digest.update(f"{row.text}\t{row.lead}\t{','.join(row.labels)}\n".encode())
    return digest.hexdigest()[:12]
