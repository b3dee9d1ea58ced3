"""One pass over a text tells in which sentences each pattern's words stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from checker.model import Document, Needs


@dataclass(frozen=True)
class Scanner:
    """The words of all patterns in one automaton.

    ``owners`` lists for every word the groups it belongs to; ``patterns`` lists for every pattern its groups.
    """

    automaton: Any
    owners: tuple[tuple[int, ...], ...]
    groups: int
    patterns: tuple[tuple[int, ...], ...]

    def candidates(self, document: Document) -> list[Sequence[int]]:
        """For every pattern the sentences (indexes into ``Document.units``) that hold a word of each of its groups.

        The words of a lead-in count for every sentence that it governs.
        """
        units = self._units(document)
        return [self._meet(units, groups) for groups in self.patterns]

    def _units(self, document: Document) -> list[set[int]]:
        found: list[set[int]] = [set() for _ in range(self.groups)]
        if not document.units:
            return found
        led, owners, unit_at = document.led, self.owners, document.unit_at
        for word, start, _ in self.automaton.find_matches_as_indexes(document.folded, overlapping=True):
            unit = unit_at(start)
            for group in owners[word]:
                found[group].add(unit)
        for lead, items in led.items():
            for members in found:
                if lead in members:
                    members.update(items)
        return found

    @staticmethod
    def _meet(units: list[set[int]], groups: tuple[int, ...]) -> Sequence[int]:
        if not groups or not units[groups[0]]:
            return ()
        met = set.intersection(*(units[group] for group in groups)) if len(groups) > 1 else units[groups[0]]
        return sorted(met)


def scanner(patterns: Iterable[Needs]) -> Scanner:
    """Build the automaton for patterns, each given by the groups of words that it needs."""
    import ahocorasick_rs

    words: dict[str, list[int]] = {}
    numbers: dict[tuple[str, ...], int] = {}
    demanded = [tuple(numbers.setdefault(group, len(numbers)) for group in needs) for needs in patterns]
    for group, number in numbers.items():
        for word in group:
            words.setdefault(word, []).append(number)
    automaton = ahocorasick_rs.AhoCorasick(
        list(words), implementation=ahocorasick_rs.Implementation.ContiguousNFA, store_patterns=False
    )
    return Scanner(automaton, tuple(tuple(owners) for owners in words.values()), len(numbers), tuple(demanded))
