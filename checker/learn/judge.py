"""A document to the sentences that the second reader would question, once for all rules that ask."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from checker.errors import CheckerError
from checker.learn.features import plain_text
from checker.learn.model import Model, Reading, load_model
from checker.model import Document, Span
from checker.resources import rules_folder

_SILENT = frozenset({"title", "number", "addressee", "signature", "date", "heading", "chapter", "section"})
_PARTS = frozenset({"notice", "act", "attachment", "form"})
_SHORTEST = 8
_FEWEST = 12
"""Fewer words than this, without a lead-in to say what for, are a heading, a form field or a cell."""


class Doubt(NamedTuple):
    """A sentence that reads like a fault of an area; ``loud`` if the measured precision allows a warning.

    ``unit`` is its index in ``Document.units``; ``words`` are what weighed most.
    """

    unit: int
    span: Span
    area: str
    probability: float
    loud: bool
    words: tuple[str, ...]


@lru_cache(maxsize=1)
def model() -> Model | None:
    """The model that was installed; None where there is none or it is damaged (``model_problem`` tells)."""
    try:
        return load_model(model_path())
    except CheckerError:
        return None


@lru_cache(maxsize=1)
def model_problem() -> str:
    """Why the second reader does not run, in Chinese; empty if it does."""
    path = model_path()
    if not path.is_file():
        return "没有模型文件，仅按规则检查"
    return "" if model() else "模型文件损坏或不相符，仅按规则检查"


def model_path() -> Path:
    """Where the shipped model lies."""
    return rules_folder() / "models" / "reader.npz"


@lru_cache(maxsize=4)
def doubts(document: Document) -> tuple[Doubt, ...]:
    """Every sentence whose score passes a threshold, in order."""
    reader = model()
    if reader is None:
        return ()
    units = [unit for unit in range(len(document.units)) if _is_read(document, unit)]
    sentences = [(document.narrow(document.units[unit][0]), document.narrow(document.leads[unit])) for unit in units]
    readings = reader.read_all(sentences)
    doubted = (_doubt(reader, reading, document, unit) for unit, reading in zip(units, readings, strict=True))
    return tuple(doubt for doubt in doubted if doubt is not None)


def _is_read(document: Document, unit: int) -> bool:
    sentence, number = document.units[unit]
    clause = document.clauses[number]
    words = len(plain_text(document.narrow(sentence)).replace(" ", ""))
    long_enough = words >= (_SHORTEST if document.leads[unit] else _FEWEST) and clause.kind != "cell"
    return long_enough and clause.kind not in _SILENT and document.parts[clause.part].kind in _PARTS


def _doubt(reader: Model, reading: Reading, document: Document, unit: int) -> Doubt | None:
    ranked = sorted(((reader.score(reading, group), group) for group in reader.groups), reverse=True)
    told = [(chance, group) for chance, group in ranked if chance >= min(reader.thresholds[group])]
    if not told or not reading.known:
        return None
    loud = [(chance, group) for chance, group in told if chance >= reader.thresholds[group][0]]
    probability, group = (loud or told)[0]
    area = max(reader.areas(group), key=lambda name: reader.score(reading, name))
    sentence = document.units[unit][0]
    return Doubt(unit, sentence, area, probability, bool(loud), reader.words(reading, group))
