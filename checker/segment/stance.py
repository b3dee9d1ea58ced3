"""What a sentence does with a practice that it names: impose it, forbid it, cancel it, recite, report, quote, define.

Cues are looked up by direction: a negation counts only where it governs the practice. “不得要求提供证明” forbids,
“未提供证明的，不得办理” imposes. The judge knows no law: whether a recited law carries the practice is for the rule.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from checker.model import Stance
from checker.segment import stance_cues as cues
from checker.segment.stance_direction import Direction, direction
from checker.segment.stance_frame import defines, mention, narrow, recital, report
from checker.segment.stance_scope import Scope, cut, in_title

Strength = Literal["must", "may", "encourage"]


class Judgement(NamedTuple):
    """``cue`` are the words (Chinese) that decided, empty where nothing did.

    ``strength`` tells orders from permissions and encouragements, which impose too: 鼓励采购本地产品 is no ban.
    ``titled`` is true for a recital of a law named by its title; 依法, 按规定 are vague.
    """

    stance: Stance
    cue: str = ""
    strength: Strength = "must"
    titled: bool = False


@lru_cache(maxsize=4096)
def judge(sentence: str, start: int, end: int, lead: str = "", heading: str = "") -> Judgement:
    """The stance of a folded ``sentence`` towards the practice ``sentence[start:end]``.

    ``lead`` is the lead-in that governs the sentence (or the header of its column), ``heading`` the heading above.
    A whole clause may be given as the sentence: only the statement around the practice is weighed.
    """
    if in_title(sentence, start):
        return Judgement(Stance.QUOTES, "书名号")
    inside = narrow(sentence, start, end)
    if inside is not None:
        return judge(sentence[inside[0] : inside[1]], start - inside[0], end - inside[0])
    if found := mention(sentence, start, end):
        return Judgement(*found)
    scope = cut(sentence, start, end)
    own = _within(scope)
    if own and own.stance is Stance.IMPOSES:
        return _bent(scope, lead) or own
    return own or _above(scope, lead, heading) or _default(scope)


def _within(scope: Scope) -> Judgement | None:
    """What the statement itself says."""
    if cue := report(scope):
        return Judgement(Stance.REPORTS, cue)
    if cue := defines(scope):
        return Judgement(Stance.DEFINES, cue)
    if turned := direction(scope):
        return _turned(turned, scope)
    if (law := recital(scope)) and law.titled:
        return Judgement(Stance.RECITES, law.cue, titled=True)
    return None


def _turned(turned: Direction, scope: Scope) -> Judgement:
    if turned.stance is Stance.IMPOSES and (law := recital(scope)) and law.titled:
        return Judgement(Stance.RECITES, law.cue, titled=True)
    return Judgement(turned.stance, turned.cue)


def _above(scope: Scope, lead: str, heading: str) -> Judgement | None:
    """What a lead-in, a vague reference to the law, or the heading says."""
    for text in (scope.head, lead):
        if found := _led(text, scope):
            return found
    if law := recital(scope):
        return Judgement(Stance.RECITES, law.cue)
    if heading and not cues.MUST.search(scope.own + scope.match):
        return _headed(heading)
    return None


def _bent(scope: Scope, lead: str) -> Judgement | None:
    """An item that names a lack (未……的) is a wrong only of officials, or among what is to be cleared away."""
    found = _led(scope.head, scope) or _led(lead, scope)
    return found if found and found.stance in (Stance.FORBIDS, Stance.CANCELS) else None


def _led(lead: str, scope: Scope) -> Judgement | None:
    """The lead-in's stance towards its own “下列……” passes to the items."""
    if not lead:
        return None
    found = _of_lead(lead)
    if found is None:
        return None
    if found.stance is Stance.FORBIDS and _lacks(scope) and not cues.OFFICIALS.search(lead):
        return Judgement(Stance.IMPOSES, "未……的")
    if found.cue.startswith("……的") and cues.PENALTY.match(scope.match) and "的" not in scope.rest:
        return None
    if _ordered(scope) and found.stance is not Stance.RECITES:
        return None
    return found


@lru_cache(maxsize=4096)
def _of_lead(lead: str) -> Judgement | None:
    """A lead-in is shared by all items of its list, so it is read once."""
    pivots = list(cues.PIVOT.finditer(lead))
    start, end = pivots[-1].span() if pivots else (len(lead.rstrip("： ")),) * 2
    found = _within(cut(lead, start, end))
    if found is None or found.stance in (Stance.IMPOSES, Stance.QUOTES):
        return None if pivots else _headed(lead)
    return found


def _lacks(scope: Scope) -> bool:
    return bool(cues.LACK.search(scope.own) or cues.LACK_LIST.search(scope.own) or cues.LACKING.match(scope.match))


def _ordered(scope: Scope) -> bool:
    """Whether the item gives an order of its own, so that no lead-in bends it."""
    found = cues.MODAL.search(scope.own)
    return bool(found and not cues.EMBED.search(scope.own, 0, found.start()) and found[0] not in ("不得", "不予"))


def _headed(heading: str) -> Judgement | None:
    for pattern, value in cues.HEADINGS:
        if found := pattern.search(heading):
            return Judgement(Stance(value), found[0])
    return None


def _default(scope: Scope) -> Judgement:
    before = "，".join((*scope.parts[-1:], scope.own))
    if found := list(cues.MUST.finditer(scope.own + scope.match)):
        return Judgement(Stance.IMPOSES, found[-1]["cue"])
    if soft := cues.ENCOURAGE.search(before):
        return Judgement(Stance.IMPOSES, soft[0], "encourage")
    if may := cues.MAY.search(scope.own):
        return Judgement(Stance.IMPOSES, may[0], "may")
    return Judgement(Stance.IMPOSES)
