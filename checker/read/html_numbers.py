"""An HTML list -> the number that a browser shows before each of its items, which is nowhere in its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.lazy import lazily

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_STYLES = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}
_PATTERNS = {
    "cjk-decimal": "{cn}、",
    "cjk-ideographic": "{cn}、",
    "simp-chinese-informal": "{cn}、",
    "trad-chinese-informal": "{cn}、",
    "lower-alpha": "{alpha}. ",
    "upper-alpha": "{ALPHA}. ",
    "lower-roman": "{roman}. ",
    "upper-roman": "{ROMAN}. ",
    "none": "",
    # UEditor, the editor of most government sites, draws these numbers as pictures.
    "custom_cn": "{cn}、",
    "custom_cn1": "{cn}）",
    "custom_cn2": "（{cn}）",
    "custom_num": "{n}、",
    "custom_num1": "{n}）",
    "custom_num2": "（{n}）",
}
_LIST_STYLE = lazily(r"list-style(?:-type)?\s*:[^;]*?([a-z]+(?:-[a-z]+)+|none|decimal)")
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass
class Numbering:
    """Counts the items of one list; ``pattern`` is empty if it shows no numbers."""

    pattern: str
    number: int

    def next_label(self, item: LexborNode) -> str:
        """What stands before the next item."""
        value = _integer(item.attributes.get("value"), self.number)
        self.number = value + 1
        if not self.pattern or _style(item, "") == "none":
            return ""
        letters = {"alpha": _alpha(value), "roman": _roman(value)}
        upper = {name.upper(): text.upper() for name, text in letters.items()}
        return self.pattern.format(n=value, cn=chinese(value), **letters, **upper)


def numbering(node: LexborNode) -> Numbering:
    """The numbering of an ``ol``; one without numbers for any other list."""
    if node.tag != "ol":
        return Numbering("", 1)
    classes = (node.attributes.get("class") or "").split()
    custom = next((name for name in classes if name.startswith("custom_")), "")
    style = _style(node, _STYLES.get(node.attributes.get("type") or "1", "decimal"))
    return Numbering(_PATTERNS.get(custom or style, "{n}. "), _integer(node.attributes.get("start"), 1))


def chinese(number: int) -> str:
    """1–99 as 一 … 九十九; other numbers in digits."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    digits = "〇一二三四五六七八九"
    head = "" if not tens else "十" if tens == 1 else digits[tens] + "十"
    return head + (digits[ones] if ones else "")


def _style(node: LexborNode, default: str) -> str:
    found = _LIST_STYLE.search((node.attributes.get("style") or "").lower())
    return found[1] if found else default


def _integer(value: str | None, default: int) -> int:
    return int(value) if value and re.fullmatch(r"-?\d{1,6}", value, re.ASCII) else default


def _alpha(number: int) -> str:
    return chr(ord("a") + number - 1) if 0 < number < 27 else str(number)


def _roman(number: int) -> str:
    if not 0 < number < 40:
        return str(number)
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text
