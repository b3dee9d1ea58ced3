"""Chinese and Arabic numerals, both ways."""

from __future__ import annotations

NUMERAL = "0-9零〇○一二三四五六七八九十百千万两廿卅"
"""The characters of a folded numeral, for a character class."""

HAN = r"[^\W0-9A-Za-z_]"
"""A Chinese character, for a pattern; compiles many times faster than the range of its code points."""

_DIGITS = {char: value for value, chars in enumerate(
    ("零〇○ＯO", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")) for char in chars}  # fmt: skip
_DIGITS |= {str(value): value for value in range(10)} | {chr(0xFF10 + value): value for value in range(10)}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_TENS = {"廿": 20, "卅": 30}
_MYRIADS = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
_LONGEST = 24


def number(text: str) -> int | None:
    """The whole number that ``text`` spells, None if it spells none. Blanks and thousands commas are allowed."""
    chars = [char for char in text if char not in " \u3000,，"]
    if not chars or len(chars) > _LONGEST:
        return None
    if all(char in _DIGITS for char in chars):
        return int("".join(str(_DIGITS[char]) for char in chars))
    return _compound(chars)


def _compound(chars: list[str]) -> int | None:
    """十二, 一百零一, 两万五千, 5万, 一亿零三百."""
    total = section = digit = 0
    last = 1
    for char in chars:
        if char in _DIGITS:
            digit = digit * 10 + _DIGITS[char]
            last = 1 if _DIGITS[char] == 0 else last
        elif char in _UNITS:
            section += (digit or 1) * _UNITS[char]
            digit, last = 0, _UNITS[char]
        elif char in _TENS:
            section += _TENS[char]
            last = 10
        elif char in _MYRIADS:
            # 一万亿: the larger myriad multiplies all that stands before it.
            before = total if total < _MYRIADS[char] else 0
            total += (before + section + digit or 1) * _MYRIADS[char] - before
            section, digit, last = 0, 0, _MYRIADS[char]
        else:
            return None
    # 两百五 is 250, 一万五 is 15,000: the unit left out is the next lower one.
    return total + section + (digit * last // 10 if last >= 100 and digit < 10 else digit)


def chinese(value: int) -> str:
    """一百零一 for 101. Non-negative, below 10**16."""
    if value == 0:
        return "零"
    words = ""
    for unit, name in ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"), (1, "")):
        section, value = divmod(value, unit)
        if section:
            gap = "零" if words and section < 1000 else ""
            words += gap + _section(section) + name
        elif words and value and not words.endswith("零"):
            words += "零"
    words = words.replace("零零", "零")
    return words[1:] if words.startswith("一十") else words


def _section(value: int) -> str:
    """One to four digits."""
    words, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, unit)
        if digit:
            words += ("零" if zero else "") + "零一二三四五六七八九"[digit] + name
        zero = bool(words) and not digit
    return words
