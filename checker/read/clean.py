"""Text as it was read -> the same text without what nobody can see.

Width and punctuation stay as the author wrote them, because findings quote them.
"""

from __future__ import annotations

import unicodedata

from checker.lazy import lazily

# The supplement block has no compatibility decomposition in Unicode (two of its characters aside), so the
# whole characters of it are listed; strokes that are never written alone (⺡, ⺮) are left as they are.
_RADICALS = "⺁⺈⺟⺠⺩⺼⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳⺒⺊⺌⺍⺏⺐⺛⺜⺝⺫⺬⺶⺷⺹⻑⻗⻫⻭⻯⻱"
_CHARACTERS = (
    "厂刀母民王肉虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟巳卜小小尢尢旡日月目示羊羊耂長雨斉歯竜龜"
)

_REMOVED = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"  # soft hyphen, zero width, marks of direction
    "\ud800-\udfff\ufffe\uffff"  # no characters; XML writers raise on them
)
_NEWLINES = "\u2028\u2029"
_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"


def tidy(text: str) -> str:
    """``text`` with LF line ends, without control and zero-width characters, radicals folded to characters.

    U+2F00-2FDF and U+2E80-2EFF (as PDFs printed by browsers hold them) become the character they look like,
    NBSP and other narrow spaces become a space (U+3000 stays), the line and paragraph separators become LF. Text that needs none of it comes back as it is.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _UNTIDY.search(text) is None:
        return text
    for char in set(_UNTIDY.findall(text)):  # few differ, and replace is ten times as fast as translate
        text = text.replace(char, _TIDIED.get(char, ""))
    return text


def _tidied() -> dict[str, str]:
    radicals = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
    radicals |= dict(zip(_RADICALS, _CHARACTERS, strict=True))
    return radicals | dict.fromkeys(_NEWLINES, "\n") | dict.fromkeys(_SPACES, " ")


_TIDIED = _tidied()
_UNTIDY = lazily(f"[{_REMOVED}{''.join(_TIDIED)}]")
