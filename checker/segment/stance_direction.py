"""Which negation or cancellation of a statement governs the practice, if any."""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.model import Stance
from checker.segment import stance_cues as cues
from checker.segment.stance_scope import Scope


class Direction(NamedTuple):
    """A stance and the words that gave it."""

    stance: Stance
    cue: str


def direction(scope: Scope) -> Direction | None:
    """The turn that the statement gives the practice; IMPOSES where two negations meet, None without a cue."""
    return _before(scope) or _lacking(scope) or _run_on(scope) or _behind(scope)


def _before(scope: Scope) -> Direction | None:
    """The nearest cue of the own 分句 that governs the practice."""
    for found in reversed(list(cues.FAR.finditer(scope.own))):
        turned = _turn(found, scope)
        if turned:
            return turned
    return None


def _turn(found: re.Match[str], scope: Scope) -> Direction | None:
    between = scope.own[found.end() :]
    if found["forbid"]:
        return _forbidden(found, between, scope)
    if scope.own.endswith("不", 0, found.start()) or re.search(r"不得[^，、]{0,4}$", scope.own[: found.start()]):
        return Direction(Stance.IMPOSES, "不得" + found[0])
    if _cancelled(found, between, scope):
        return Direction(Stance.CANCELS, found[0])
    return None


def _forbidden(found: re.Match[str], between: str, scope: Scope) -> Direction | None:
    cue = found[0]
    if between.startswith("不") and cue in ("不得", "不能", "不可"):
        return Direction(Stance.IMPOSES, cue + "不")
    if cues.COMPARED.match(between) or cues.SOLE.match(between):
        return None
    if cues.DENIED.match(between) and not cues.PRETEXT.match(between):
        return Direction(Stance.IMPOSES, cue + between)
    if cue == "不能" and not (cues.RUNS_ON.match(between) or cues.RUNS_ON.match(between + scope.match)):
        return None
    if cue.startswith("不予") and (between or scope.match.startswith("处罚款")) and not cues.PENALTY.match(scope.match):
        return None
    if _ordered_anew(between, scope) or _consequence(between, scope):
        return None
    return Direction(Stance.FORBIDS, cue)


def _ordered_anew(between: str, scope: Scope) -> bool:
    """不得转让的应当……: a new order stands between the ban and the practice, and the ban does not embed it."""
    text = between + scope.match
    found = cues.MODAL.search(text)
    embedded = found and cues.EMBED.search(text, 0, found.start())
    return bool(found and not embedded and not cues.NOMINAL.match(scope.rest))


def _consequence(between: str, scope: Scope) -> bool:
    return bool(cues.PENALTY.match(scope.match) and cues.AFRESH.search(between))


def _cancelled(found: re.Match[str], between: str, scope: Scope) -> bool:
    if cues.NOMINAL.match(scope.rest):
        return not cues.INSTEAD.search(between)
    anew = _ordered_anew(between, scope) and not between.endswith("的")
    if anew or cues.INSTEAD.search(between) or cues.CONSUMED.match(between):
        return False
    if between and cues.FINED.match(scope.match):
        return False
    if between and cues.PURPOSE.search(scope.own, 0, found.start()):
        return False
    if found[0] in ("停止", "停收"):
        return "的" not in between and bool(cues.STOPS.match(between + scope.match))
    if found[0] == "不受":
        return True
    return not (found["near"] and "的" in between and cues.VERB_LED.match(scope.match))


def _lacking(scope: Scope) -> Direction | None:
    """未提供……的，不予……: what is missing is what is demanded."""
    if lacks := cues.LACKING.match(scope.match):
        return Direction(Stance.IMPOSES, lacks[0] + "……")
    if cues.FALSE.search(scope.match):
        return Direction(Stance.FORBIDS, "虚假")
    found = cues.LACK.search(scope.own)
    if not found and not cues.PENALTY.match(scope.match):
        found = cues.LACK_LIST.search(scope.own)
    if not found:
        return None
    follows = scope.rest + "，" + scope.after
    if found["cue"] != "不" or cues.CONSEQUENCE.search(follows) or (scope.match + scope.rest).endswith("的"):
        return Direction(Stance.IMPOSES, found["cue"] + "……")
    return Direction(Stance.FORBIDS, "不")


def _run_on(scope: Scope) -> Direction | None:
    """不得设置……，限定……，强制……: a ban runs on through 分句 that are bare of subject and order."""
    if cues.MODAL.search(scope.own) or cues.MAY.search(scope.own):
        return None
    if not cues.BARE.match(scope.own) or cues.PENALTY.match(scope.match) or cues.SUBJECT.match(scope.match):
        return None
    if cues.MODAL.search(scope.match) and not cues.EMBED.search(scope.own):
        return None
    for part in reversed(scope.parts):
        found = _last_ban(part, scope.own + scope.match)
        if found:
            return Direction(Stance.FORBIDS, found[0])
        if not cues.BARE.match(part):
            return _listed(scope, part)
    return None


def _last_ban(part: str, follows: str) -> re.Match[str] | None:
    bans = [found for found in cues.FAR.finditer(part) if found["forbid"]]
    if not bans or part.endswith("的"):
        return None
    if cues.OUTSIDER.search(part, 0, bans[-1].start()):
        return None
    rest = part[bans[-1].end() :]
    if cues.COMPARED.match(rest) or (cues.MODAL.search(rest) and not cues.EMBED.search(rest)):
        return None
    return bans[-1] if cues.RUNS_ON.match(rest) or cues.OVERBEARING.match(follows) else None


def _listed(scope: Scope, part: str) -> Direction | None:
    """整治指定中介，强制收费等问题: a cancellation runs on where the list is made a noun."""
    if not cues.WRONGS.match(scope.rest):
        return None
    found = next((found for found in cues.FAR.finditer(part) if found["cancel"]), None)
    return Direction(Stance.CANCELS, found[0]) if found else None


def _behind(scope: Scope) -> Direction | None:
    """What is said of the practice after it is named."""
    if cues.LACKING.match(scope.match):
        return None
    if cues.ITSELF.match(scope.match) or (scope.match.startswith("取消") and cues.LIMIT.match(scope.rest)):
        return Direction(Stance.CANCELS, scope.match[:2])
    tail = f"{scope.rest}，{scope.after}" if scope.after else scope.rest
    if not tail:
        return None
    if found := cues.POST_CANCEL.match(tail):
        return Direction(Stance.REPORTS if found["done"] else Stance.CANCELS, found["cue"])
    if found := cues.POST_FORBID.match(tail):
        return Direction(Stance.FORBIDS, found["cue"])
    return _wrong(scope)


def _wrong(scope: Scope) -> Direction | None:
    """违规……的行为; ……的，责令改正: the practice is named as a wrong."""
    bad = cues.WRONG.search(scope.own)
    if bad and (cues.WRONGED.match(scope.rest) or cues.CONDITION.match(scope.rest)):
        return Direction(Stance.FORBIDS, bad[0])
    if cues.MODAL.search(scope.own + scope.match) or (cues.PENALTY.match(scope.match) and not bad):
        return None
    found = None
    if scope.rest.endswith("的") and len(scope.rest) <= 14:
        found = cues.SANCTION.search(scope.after)
    elif at_once := cues.AT_ONCE.match(scope.rest):
        found = cues.SANCTION.search(scope.rest, at_once.start())
    return Direction(Stance.FORBIDS, f"……的，{found[0]}") if found else None
