"""What lets a rule pass over words that it found: stance, exceptions, a cited basis."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from checker.laws import Laws
from checker.laws.status import grounds
from checker.lazy import compiled
from checker.model import Severity, Stance
from checker.segment.stance import judge

RANKS = {
    "law": frozenset({"constitution", "law"}),
    "regulation": frozenset({"constitution", "law", "administrative_regulation", "state_council"}),
    "local-regulation": frozenset(
        {"constitution", "law", "administrative_regulation", "state_council", "local_regulation"}
    ),
    "rule": frozenset(
        {
            "constitution",
            "law",
            "administrative_regulation",
            "state_council",
            "local_regulation",
            "department_rule",
            "local_rule",
            "judicial",
        }
    ),
}
"""What a rule file may write under ``unless_cites``: the lowest rank that excuses."""
LISTS = ("permits", "fees", "deposits", "certificates")
"""What a rule file may write under ``unless_listed``."""
_STANCE = {
    Stance.IMPOSES: "设定",
    Stance.FORBIDS: "禁止",
    Stance.CANCELS: "取消",
    Stance.RECITES: "重申上位规定",
    Stance.REPORTS: "陈述情况",
    Stance.QUOTES: "引述",
    Stance.DEFINES: "定义",
}


_NEAR = 12
"""Characters to either side of a match in which the name of a listed item may stand."""


class View(NamedTuple):
    """The words that are judged: a sentence, or a lead-in and its item joined."""

    text: str
    lead: str
    heading: str
    shift: int
    """Add to an offset in ``text`` to get one in the document; offsets before the item's start are clipped."""
    floor: int = 0
    """Where the item begins in ``text``; 0 for a plain sentence."""
    part: str = ""
    """The kind of the part of the file that the sentence stands in; empty for a title and the like."""


class Outcome(NamedTuple):
    """Whether a match stands, why, and the highest severity it may have."""

    fires: bool
    reason: str
    cap: Severity | None = None


@dataclass(frozen=True)
class Guard:
    """Conditions that ``terms`` and ``pattern`` share; regular expressions over folded text.

    ``unless`` anywhere in the sentence, ``unless_before`` before the match, ``unless_after`` behind it,
    ``unless_match`` within the matched words; ``requires`` in the sentence, its lead-in or heading.
    ``stance`` lists the stances on which the rule fires. ``unless_cites`` names a rank of ``RANKS``
    and ``basis_says`` words of which one must stand in the article cited, where its text is at hand;
    ``unless_listed`` a kind of official list: what stands in one by the matched words is passed over.
    """

    unless: tuple[str, ...] = ()
    unless_before: tuple[str, ...] = ()
    unless_after: tuple[str, ...] = ()
    unless_match: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    stance: tuple[str, ...] = ("imposes",)
    unless_cites: str = ""
    basis_says: str = ""
    unless_listed: str = ""

    def judge(self, view: View, start: int, end: int, laws: Laws, day: date, said: int | None = None) -> Outcome:
        """What becomes of the match ``view.text[start:end]``, judged as the law stood on ``day``.

        ``said`` is where within the match the practice begins whose stance is asked; its start if not given.
        """
        if word := self._excepted(view, start, end):
            return Outcome(False, f"例外：{word}")
        if self.requires and not any(
            regex(p).search(view.heading + "\n" + view.lead + view.text) for p in self.requires
        ):
            return Outcome(False, "缺少必要语境")
        stance = judge(view.text, start if said is None else said, end, view.lead, view.heading)
        if stance.stance.value not in self.stance:
            return Outcome(False, f"语气为{_STANCE[stance.stance]}（{stance.cue}）")
        if self.unless_listed and (item := _listed(self.unless_listed, view.text, start, end, laws, day)):
            return Outcome(False, f"列入清单：{item}")
        return self._cited(view, laws, day) if self.unless_cites else Outcome(True, self._reason("命中"))

    def _excepted(self, view: View, start: int, end: int) -> str:
        for patterns, words in (
            (self.unless, view.text),
            (self.unless_before, view.text[:start]),
            (self.unless_after, view.text[end:]),
            (self.unless_match, view.text[start:end]),
        ):
            for pattern in patterns:
                if found := regex(pattern).search(words):
                    return found[0] or pattern
        return ""

    def _cited(self, view: View, laws: Laws, day: date) -> Outcome:
        ranks = RANKS[self.unless_cites]
        says = regex(self.basis_says) if self.basis_says else None
        cited = _grounds(view.lead + view.text, laws, day, ranks, says)
        if cited is None:
            return Outcome(True, self._reason("命中，且未引可作依据的现行规定"))
        return Outcome(False, f"已引依据：{cited.title or cited.number}")

    def _reason(self, words: str) -> str:
        """The reason of a finding; where the user has lists, that the matter stands in none."""
        if not self.unless_listed:
            return words
        from checker.laws.lists import KINDS, imported

        kind = KINDS[self.unless_listed]
        return f"{words}，也不在已导入的{kind}清单中" if imported(self.unless_listed) else words


_grounds = lru_cache(maxsize=1024)(grounds)
"""Several matches and several rules ask for the basis of the same words."""


def _listed(kind: str, words: str, start: int, end: int, laws: Laws, day: date) -> str:
    """The item of an official list that the matched words name; empty if there is none."""
    from checker.laws.lists import listed

    item = listed(kind, words[max(0, start - _NEAR) : end + _NEAR], laws, day)
    return f"{item.name}（{item.source}）" if item else ""


@cache
def regex(pattern: str) -> re.Pattern[str]:
    """A regular expression, compiled when it is first needed."""
    return compiled(pattern)
