"""Cut a sentence around the words of a practice into the pieces whose cues can govern them."""

from __future__ import annotations

from typing import NamedTuple

from checker.lazy import lazily

_FULL_STOP = "。！？\n"
_STOP = "；" + _FULL_STOP
_REACH = 400
"""Characters: no cue governs from further away, and a text without full stops must not cost its square."""

_BRACKETED = lazily(r"（[^（）]*）")
_TITLE = lazily(r"《[^》]*》")
_QUOTED = lazily(r"“[^“”]*”|‘[^‘’]*’")
_COUNTER = lazily(
    r"^[\s　]*(?:第[一二三四五六七八九十百零〇\d]+[条款项]|[一二三四五六七八九十]+[是要、]|\d+[.．、])?[\s　]*"
)


class Scope(NamedTuple):
    """A statement (up to 。；) around a match. Bracketed asides are left out, titles are emptied to 《》.

    ``parts`` are the 分句 before the match, ``own`` the words of the match's own 分句 before it, ``rest`` those
    after it, ``after`` the rest of the statement, ``head`` a lead-in within the sentence (up to its ：).
    ``cited`` is everything before the match with the titles still in place, ``asks`` whether it ends in ？.
    """

    head: str
    parts: tuple[str, ...]
    own: str
    match: str
    rest: str
    after: str
    cited: str
    asks: bool


def cut(sentence: str, start: int, end: int) -> Scope:
    """The scope of ``sentence[start:end]``."""
    floor = max(_last(sentence, _STOP, start), start - _REACH)
    head, floor = _head(sentence, floor, start)
    ceiling = min(_first(sentence, _STOP, end), end + _REACH)
    cited = _without_asides(sentence[floor:start])
    *parts, own = _plain(cited).split("，")
    rest, _, after = _plain(_without_asides(sentence[end:ceiling])).partition("，")
    if parts:
        parts[0] = _COUNTER.sub("", parts[0])
    else:
        own = _COUNTER.sub("", own)
    return Scope(
        head, tuple(parts), own, sentence[start:end], rest, after, cited, sentence[ceiling : ceiling + 1] == "？"
    )


def quoted(sentence: str, start: int, end: int) -> tuple[int, int] | None:
    """The inside of the quotation marks around the match, None where it is not wholly quoted."""
    found = None
    for opening, closing in ("“”", "‘’"):
        left = sentence.rfind(opening, 0, start)
        right = sentence.find(closing, end)
        if left >= 0 and left > sentence.rfind(closing, 0, start) and right >= 0:
            found = (left + 1, right)
    return found


def in_title(sentence: str, start: int) -> bool:
    """Whether the place lies inside 《…》."""
    left = sentence.rfind("《", 0, start)
    return left >= 0 and left > sentence.rfind("》", 0, start)


def _head(sentence: str, floor: int, start: int) -> tuple[str, int]:
    """A lead-in before the match in its sentence, and where the statement starts after it."""
    colon = sentence.rfind("：", _last(sentence, _FULL_STOP, start), start)
    if colon < 0:
        return "", floor
    return sentence[max(_last(sentence, _STOP, colon), colon - _REACH) : colon + 1], max(floor, colon + 1)


def _last(sentence: str, marks: str, before: int) -> int:
    return max(sentence.rfind(mark, 0, before) for mark in marks) + 1


def _first(sentence: str, marks: str, after: int) -> int:
    return min((at for mark in marks if (at := sentence.find(mark, after)) >= 0), default=len(sentence))


def _without_asides(text: str) -> str:
    if "（" in text or "）" in text:
        text = _BRACKETED.sub("", text).replace("（", "").replace("）", "")
    return text


def _plain(text: str) -> str:
    """Titles emptied and commas inside quotation marks softened, so that neither is read as a cue."""
    if "《" in text:
        text = _TITLE.sub("《》", text)
    if "“" in text or "‘" in text:
        text = _QUOTED.sub(lambda found: found[0].replace("，", "、"), text)
    return text
