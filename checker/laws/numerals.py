"""Chinese and Arabic numerals, as they stand in citations, into numbers."""

from __future__ import annotations

from functools import lru_cache

DIGITS = "0-9〇零○一二三四五六七八九十百千两"
"""Characters of a numeral, for use inside a regex character class; the text is folded to half width."""

_ONES = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_LARGEST = 9999


@lru_cache(maxsize=4096)
def number(numeral: str) -> int:
    """The value of 一千二百六十, 二〇二一 or 37; 0 for what is no number or too large to be one of an article."""
    if numeral.isascii():
        return int(numeral) if numeral.isdigit() and len(numeral) <= 4 else 0
    if not any(char in _UNITS for char in numeral):
        digits = [_ONES[char] for char in numeral if char in _ONES]
        return int("".join(map(str, digits))) if len(digits) == len(numeral) <= 4 else 0
    return _with_units(numeral)


def _with_units(numeral: str) -> int:
    total, ones = 0, None
    for char in numeral:
        if char in _UNITS:
            total += (1 if ones is None or ones == 0 else ones) * _UNITS[char]
            ones = None
        elif char in _ONES:
            ones = _ONES[char]
        else:
            return 0
    return min(total + (ones or 0), _LARGEST)


def chinese(value: int) -> str:
    """37 as 三十七, the way articles are numbered; for 1 to 9999."""
    words, zero = "", False
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, size)
        if digit:
            words += ("零" if zero else "") + "零一二三四五六七八九"[digit] + unit
        zero = bool(words) and digit == 0
    return words.removeprefix("一") if words.startswith("一十") else words
