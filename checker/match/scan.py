"""One pass over a text tells in which sentences each pattern's words stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from checker.model import Document, Needs


@dataclass(frozen=True)
class Scanner:
    """The words of all patterns in one automaton.

    ``owners`` lists for every word the groups it belongs to, ``members`` for every group its words, ``patterns`` for
    every pattern its groups, and ``opened`` for every group the patterns whose rarest group it is.
    """

    automaton: Any
    owners: tuple[tuple[int, ...], ...]
    members: tuple[frozenset[int], ...]
    patterns: tuple[tuple[int, ...], ...]
    opened: tuple[tuple[int, ...], ...]

    def candidates(self, document: Document) -> dict[int, list[int]]:
        """For patterns the sentences (indexes into ``Document.units``) that hold a word of each of their groups.

        The words of a lead-in count for every sentence that it governs. Patterns without such a sentence are left
        out, and nothing is done for them: a text holds few of the words of many rules.
        """
        if not document.units:
            return {}
        places = self._places(document)
        present: set[int] = set().union(*map(self.owners.__getitem__, places))
        units = _Units(places, self.members)
        found: dict[int, list[int]] = {}
        for group in present:
            for pattern in self.opened[group]:
                groups = self.patterns[pattern]
                if present.issuperset(groups) and (met := units.shared(groups)):
                    found[pattern] = sorted(met)
        return found

    def _places(self, document: Document) -> dict[int, set[int]]:
        """The sentences that hold each word, or whose lead-in holds it."""
        places: dict[int, set[int]] = {}
        starts = [span.start for span, _ in document.units]
        ends = [*starts[1:], len(document.folded) + 1]
        low = high = unit = 0
        governed: tuple[int, ...] | None = None
        for word, start, _ in self.automaton.find_matches_as_indexes(document.folded, overlapping=True):
            if not low <= start < high:  # most words stand in the same sentence as the one before
                unit = max(bisect_right(starts, start) - 1, 0)
                low, high, governed = starts[unit], ends[unit], document.led.get(unit)
            if word in places:
                places[word].add(unit)
            else:
                places[word] = {unit}
            if governed:
                places[word].update(governed)
        return places


class _Units:
    """The sentences that hold a word of a group, worked out when they are first asked for."""

    def __init__(self, places: Mapping[int, set[int]], members: Sequence[frozenset[int]]) -> None:
        self.places, self.members = places, members
        self.of: dict[int, set[int]] = {}

    def shared(self, groups: tuple[int, ...]) -> set[int]:
        """The sentences that all groups have; the rarest group stands first."""
        met = self.of.get(groups[0]) or self._of_group(groups[0])
        for group in groups[1:]:
            met = met & (self.of.get(group) or self._of_group(group))
            if not met:
                break
        return met

    def _of_group(self, group: int) -> set[int]:
        first, *others = self.places.keys() & self.members[group]
        found = self.of[group] = self.places[first].union(*map(self.places.__getitem__, others))
        return found


def scanner(patterns: Iterable[Needs]) -> Scanner:
    """Build the automaton for patterns, each given by the groups of words that it needs."""
    import ahocorasick_rs

    groups: dict[tuple[str, ...], int] = {}
    demanded = [tuple(groups.setdefault(group, len(groups)) for group in needs) for needs in patterns]
    opened: list[list[int]] = [[] for _ in groups]
    for pattern, numbers in enumerate(demanded):
        if numbers:
            opened[numbers[0]].append(pattern)
    words: dict[str, int] = {}
    members = [frozenset(words.setdefault(word, len(words)) for word in group) for group in groups]
    owners: list[list[int]] = [[] for _ in words]
    for group, member in enumerate(members):
        for word in member:
            owners[word].append(group)
    automaton = ahocorasick_rs.AhoCorasick(
        list(words), implementation=ahocorasick_rs.Implementation.ContiguousNFA, store_patterns=False
    )
    return Scanner(automaton, tuple(map(tuple, owners)), tuple(members), tuple(demanded), tuple(map(tuple, opened)))
