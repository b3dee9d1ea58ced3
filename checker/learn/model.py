"""Exported arrays to the probability that a sentence does what an area forbids."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

from checker.errors import CheckerError
from checker.learn.arrays import read_arrays
from checker.learn.features import grams, led_grams, plain_text

_PAYS = 3_000


class Reading(NamedTuple):
    """What the model knows of a sentence: indexes of n-grams, and the length of their vector."""

    known: list[int]
    norm: float


@dataclass(frozen=True, eq=False)
class Model:
    """Weights by target (an area or a group). A score is bias plus weights over the sentence's norm.

    ``tally`` counts the sentences read and ``leads`` keeps what lead-ins hold. ``squares`` are of the weights by rarity; ``slope`` and ``offset`` turn a score into a probability (Platt).
    """

    names: list[str]
    squares: list[float]
    weights: dict[str, array[Any]]
    bias: dict[str, float]
    slope: dict[str, float]
    offset: dict[str, float]
    thresholds: dict[str, tuple[float, float]]
    digest: str
    tally: Counter[str] = field(default_factory=Counter)
    leads: dict[str, list[int]] = field(default_factory=dict)

    @cached_property
    def vocabulary(self) -> dict[str, int]:
        """The n-grams by name."""
        return {gram: index for index, gram in enumerate(self.names)}

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The targets that are whole groups."""
        return tuple(target for target in self.weights if "-" not in target)

    def areas(self, group: str) -> tuple[str, ...]:
        """The areas of a group that can be told apart; the group itself where it has but one."""
        return tuple(target for target in self.weights if target.startswith(f"{group}-")) or (group,)

    def read(self, text: str, lead: str = "") -> Reading:
        """The n-grams of a sentence that the model has a weight for, and their norm."""
        get = self.vocabulary.get
        known = [index for gram in grams(text, lead) if (index := get(gram)) is not None]
        return Reading(known, self._norm(known))

    def read_all(self, sentences: Sequence[tuple[str, str]]) -> list[Reading]:
        """``read`` for many sentences and their lead-ins.

        An automaton over all n-grams reads five times as fast, but takes longer to build than to read one draft.
        """
        self.tally["sentences"] += len(sentences)
        if self.tally["sentences"] < _PAYS:
            return [self.read(*sentence) for sentence in sentences]
        found = self._found([plain_text(text) for text, _ in sentences])
        for known, (_, lead) in zip(found, sentences, strict=True):
            known.update(self._led(lead))
        return [Reading(list(known), self._norm(known)) for known in found]

    def _found(self, plain: list[str]) -> list[set[int]]:
        """The n-grams of each text: one pass over all of them, a line each."""
        found: list[set[int]] = [set() for _ in plain]
        ends = list(accumulate(len(text) + 1 for text in plain))
        current, limit = -1, 0
        for index, start, _ in self._automaton.find_matches_as_indexes("\n".join(plain), overlapping=True):
            while start >= limit:
                current += 1
                known, limit = found[current], ends[current]
            known.add(index)
        return found

    def _led(self, lead: str) -> Iterable[int]:
        if lead and lead not in self.leads:
            get = self.vocabulary.get
            self.leads[lead] = [index for gram in led_grams(lead) if (index := get(gram)) is not None]
        return self.leads[lead] if lead else ()

    def _norm(self, known: Iterable[int]) -> float:
        return math.sqrt(sum(map(self.squares.__getitem__, known))) or 1.0

    @cached_property
    def _automaton(self) -> Any:
        import ahocorasick_rs

        return ahocorasick_rs.AhoCorasick(
            self.names, implementation=ahocorasick_rs.Implementation.ContiguousNFA, store_patterns=False
        )

    def score(self, reading: Reading, target: str) -> float:
        """The probability that the sentence is a fault of the target."""
        raw = self.bias[target] + sum(map(self.weights[target].__getitem__, reading.known)) / reading.norm
        return 1.0 / (1.0 + math.exp(-(self.slope[target] * raw + self.offset[target])))

    def words(self, reading: Reading, target: str, count: int = 4) -> tuple[str, ...]:
        """The n-grams that spoke most for the target, none of them within another."""
        weights = self.weights[target]
        best: list[str] = []
        for index in sorted(reading.known, key=lambda index: -weights[index]):
            gram = self.names[index].lstrip("^")
            if weights[index] <= 0 or len(gram) < 2 or "0" in gram:
                continue
            if not any(gram in other or other in gram for other in best):
                best.append(gram)
            if len(best) == count:
                break
        return tuple(best)


def load_model(path: Path) -> Model:
    """Read what ``checker train`` wrote. Raises CheckerError where the file is damaged or not of this form."""
    arrays = read_arrays(path)
    try:
        targets = _strings(arrays["targets"])
        names = _strings(arrays["vocabulary"])
        numbers = {name: list(arrays[name]) for name in ("bias", "slope", "offset", "warn", "inform")}
        weights = {target: arrays[f"weights-{target}"] for target in targets}
        if any(len(values) != len(names) for values in (*weights.values(), arrays["idf"])):
            raise CheckerError(f"{path}：模型文件各部分长度不一致")
        by_target = {name: dict(zip(targets, values, strict=True)) for name, values in numbers.items()}
    except (KeyError, ValueError, UnicodeDecodeError) as problem:
        raise CheckerError(f"{path}：模型文件缺少必要的部分") from problem
    return Model(
        names,
        [value * value for value in arrays["idf"]],
        weights,
        by_target["bias"],
        by_target["slope"],
        by_target["offset"],
        {target: (by_target["warn"][target], by_target["inform"][target]) for target in targets},
        "".join(_strings(arrays["digest"])),
    )


def strings_to_array(strings: list[str]) -> array[Any]:
    """Strings as bytes, a line each."""
    return array("B", "\n".join(strings).encode())


def _strings(values: array[Any]) -> list[str]:
    return values.tobytes().decode().split("\n")
