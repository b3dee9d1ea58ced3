"""Text -> text of the same length in one width, for matching.

Full-width letters and digits become half-width; half-width punctuation becomes full-width, unless it stands
inside a number or a word (1,000 / 10:30 / f(x)). Radicals become the characters they look like.
"""

from __future__ import annotations

import re
import unicodedata

from checker.lazy import lazily

_RADICALS = {
    "⺟": "母", "⺠": "民", "⻄": "西", "⻅": "见", "⻆": "角", "⻉": "贝", "⻋": "车", "⻓": "长", "⻔": "门",
    "⻘": "青", "⻚": "页", "⻛": "风", "⻜": "飞", "⻝": "食", "⻢": "马", "⻣": "骨", "⻤": "鬼", "⻥": "鱼",
    "⻦": "鸟", "⻩": "黄", "⻬": "齐", "⻮": "齿", "⻰": "龙", "⻳": "龟", "⻁": "虎", "⻨": "麦",
}  # fmt: skip

_WIDE = lazily("[０-９Ａ-Ｚａ-ｚ％．／⺀-⿕]+")
_BLANKS = ("\t", "\u3000", "\u00a0")
_PUNCTUATION = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
# The class stands first so that the engine can skip to it.
_INSIDE = lazily(r"[,;:?!()](?<=[0-9A-Za-z].)(?=[0-9A-Za-z])")
_PAIR = 40


def fold(text: str) -> str:
    """``text`` in one width. A closing bracket goes with its opening one: （2018）37号, but f(x)."""
    for blank in _BLANKS:
        text = text.replace(blank, " ")
    folded = _WIDE.sub(_narrow, text)
    present = [mark for mark in _PUNCTUATION if mark in folded]
    if not present:
        return folded
    kept = _kept(folded)
    for mark in present:
        folded = folded.replace(mark, _PUNCTUATION[mark])
    return _restore(folded, text, kept) if kept else folded


def _narrow(found: re.Match[str]) -> str:
    return "".join(map(_narrow_one, found[0]))


def _narrow_one(char: str) -> str:
    plain = _RADICALS.get(char) or unicodedata.normalize("NFKC", char)
    return plain if len(plain) == 1 else char


def _kept(text: str) -> list[int]:
    """Where half-width punctuation stays as it is."""
    kept: list[int] = []
    opened: set[int] = set()
    for found in _INSIDE.finditer(text):
        at = found.start()
        if text[at] == "(":
            opened.add(at)
            close = text.find(")", at, at + _PAIR)
            kept += (at, close) if close > 0 else (at,)
        elif text[at] != ")" or text.rfind("(", max(at - _PAIR, 0), at) in opened:
            kept.append(at)
    return sorted(set(kept))


def _restore(folded: str, text: str, kept: list[int]) -> str:
    pieces: list[str] = []
    start = 0
    for at in kept:
        pieces += (folded[start:at], text[at])
        start = at + 1
    pieces.append(folded[start:])
    return "".join(pieces)
