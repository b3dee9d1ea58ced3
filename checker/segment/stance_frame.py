"""Whether a practice is only mentioned, defined, reported, or recited from a law."""

from __future__ import annotations

from typing import NamedTuple

from checker.model import Stance
from checker.segment import stance_cues as cues
from checker.segment.stance_scope import Scope, quoted


class Recital(NamedTuple):
    """The words that refer to the law; ``titled`` where it is named by its title."""

    cue: str
    titled: bool


def narrow(sentence: str, start: int, end: int) -> tuple[int, int] | None:
    """修改为：“……”: the quotation is the new wording, to be judged by itself."""
    inside = quoted(sentence, start, end)
    if inside and cues.AMENDED.search(sentence, 0, inside[0] - 1):
        return inside
    return None


def mention(sentence: str, start: int, end: int) -> tuple[Stance, str] | None:
    """A practice quoted in order to speak about it; a name in quotation marks is no mention."""
    inside = quoted(sentence, start, end)
    if inside is None:
        return None
    before, after = sentence[: inside[0] - 1], sentence[inside[1] + 1 :]
    if cues.REPLACED.match(after) or cues.DELETED.search(before):
        return Stance.CANCELS, "修改、删去"
    if found := cues.MENTION_AFTER.match(after):
        return Stance.QUOTES, f"“……”{found[0]}"
    if found := cues.MENTION_BEFORE.search(before):
        return Stance.QUOTES, f"{found[0]}“……”"
    return None


def report(scope: Scope) -> str:
    """The cue of a statement about what was done or found, or of a question; empty for none."""
    if found := cues.ASKED.search(scope.own) or cues.ASKED_AFTER.match(scope.rest):
        return found["cue"]
    if found := cues.NEVER.search(scope.own):
        return found[0]
    if scope.asks:
        return "？"
    if scope.own.endswith(("已", "已经")) and _narrates(scope):
        return "已"
    before = "，".join((*scope.parts, scope.own))
    whole = before + scope.match + scope.rest + scope.after
    if (found := cues.HISTORY.search(whole, 0, len(whole))) and found.start() < len(before) and _narrates(scope):
        return found["cue"]
    if (found := cues.FOUND.search(before)) and not _conditional(scope):
        return found["cue"]
    return ""


def _narrates(scope: Scope) -> bool:
    """No order and no condition (……的，) in the 分句 that names the practice."""
    return not cues.MODAL.search(scope.own + scope.match) and not _conditional(scope)


def _conditional(scope: Scope) -> bool:
    if scope.rest.endswith("的") and scope.after:
        return True
    return any(part.endswith("的") for part in scope.parts)


def defines(scope: Scope) -> str:
    """The cue of a definition that the practice stands in; empty for none."""
    text = "，".join((*scope.parts, scope.own)) + scope.match + scope.rest + "，" + scope.after
    if "指" not in text and "包括" not in text:
        return ""
    if cues.MODAL.search(scope.own) or not (found := cues.DEFINED.search(text)):
        return ""
    return "是指" if "指" in found[0] else "所称"


def recital(scope: Scope) -> Recital | None:
    """The reference to a law that governs the practice."""
    own = scope.cited.rpartition("，")[2] if "《" not in scope.own else scope.cited
    titled = ""
    for citing in cues.TITLED.finditer(scope.cited):
        if citing.end("tail") >= len(scope.cited) or _carries(citing["tail"], scope.match):
            titled = citing["cue"]
    if titled:
        return Recital(titled, True)
    if "《" in scope.cited and (found := cues.THAT_LAW.search(own)):
        return Recital(found[0], True)
    return _vague(scope)


def _carries(tail: str, practice: str) -> bool:
    """Whether a citation reaches past the comma to the practice."""
    if cues.FRAME.match(tail):
        return True
    return bool(cues.PENALTY.match(practice) and cues.PUNISHED.search(tail))


def _vague(scope: Scope) -> Recital | None:
    near = next((found for found in cues.VAGUE.finditer(scope.own) if _reaches(found.end(), scope)), None)
    if near:
        return Recital(near[0], False)
    before = scope.parts[-1] if scope.parts else ""
    framed = next((found for found in cues.VAGUE.finditer(before) if found.end() >= len(before) - 2), None)
    if framed:
        return Recital(framed[0], False)
    if scope.after and cues.CONDITION.match(scope.rest) and cues.FINED.search(scope.match):
        return Recital("……罚款的，", False)
    if cues.SUFFERED.search(scope.own) and cues.OF_WHICH.match(scope.match[-1:] + scope.rest):
        return Recital("被……的", False)
    if found := cues.LAW_SAYS.search(scope.own):
        return Recital(found[0][:12], False)
    return Recital("另有规定", False) if cues.ELSEWHERE.match(scope.rest) else None


def _reaches(end: int, scope: Scope) -> bool:
    """依法设立的企业应当……: what 依法 modifies ends before the practice."""
    between = scope.own[end:]
    return "的" not in between and not cues.MODAL.search(between)
