"""A number and a Word number format (ST_NumberFormat, ISO/IEC 29500-1 17.18.59) -> the numeral Word shows."""

from __future__ import annotations

from collections.abc import Callable

_HAN = "〇一二三四五六七八九"
_TAIWAN = "○一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_LARGEST = 32767
"""Word's own limit; it also keeps a forged start value from growing a label of megabytes."""
_LETTERS = 26
_LETTERS_REPEAT = 780  # after 30 times the alphabet Word begins again


def numeral(number: int, form: str) -> str:
    """``number`` as ``form`` writes it; a form that is not known is written in decimals.

    Word ends 十 at ninety-nine for chineseCounting and goes on digit by digit (一〇〇), while
    chineseCountingThousand counts on (一百〇一).
    """
    number = min(number, _LARGEST)
    if form == "none":
        return ""
    write = _FORMS.get(form)
    return write(number) if write and number > 0 else str(number)


def _digits(digits: str) -> Callable[[int], str]:
    return lambda number: "".join(digits[int(digit)] for digit in str(number))


def _tens(digits: str) -> Callable[[int], str]:
    positional, counting = _digits(digits), _counting(digits, "十百千万", short=True)
    return lambda number: counting(number) if number <= 99 else positional(number)


def _counting(digits: str, units: str, *, short: bool) -> Callable[[int], str]:
    """Numerals with units; ``short`` writes 十一 where the strict form writes 壹拾壹."""

    def write(number: int) -> str:
        above, below = divmod(number, 10_000)
        text = (_group(above, digits, units) + units[3]) if above else ""
        if text and below and below < 1000:
            text += digits[0]
        text += _group(below, digits, units)
        return text[1:] if short and text.startswith(digits[1] + units[0]) else text

    return write


def _group(number: int, digits: str, units: str) -> str:
    text, skipped = "", False
    for digit, unit in zip(f"{number:04}", (units[2], units[1], units[0], ""), strict=True):
        if digit == "0":
            skipped = bool(text)
            continue
        text += (digits[0] if skipped else "") + digits[int(digit)] + unit
        skipped = False
    return text


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def _letters(number: int) -> str:
    times, letter = divmod((number - 1) % _LETTERS_REPEAT, _LETTERS)
    return chr(ord("A") + letter) * (times + 1)


def _series(characters: str) -> Callable[[int], str]:
    return lambda number: characters[number - 1] if number <= len(characters) else str(number)


def _block(first: int, size: int) -> Callable[[int], str]:
    return _series("".join(chr(first + index) for index in range(size)))


_count = _counting(_HAN, "十百千万", short=True)
_circle = _block(0x2460, 20)

# japaneseCounting is what the Chinese list gallery of Word stores for 一、二、三; Chinese readers of the file
# (WPS, LibreOffice) count it the Chinese way beyond ninety-nine, and so does this.
_FORMS: dict[str, Callable[[int], str]] = {
    "chineseCounting": _tens(_HAN),
    "taiwaneseCounting": _tens(_TAIWAN),
    "chineseCountingThousand": _count,
    "taiwaneseCountingThousand": _count,
    "japaneseCounting": _count,
    "ideographDigital": _digits(_HAN),
    "japaneseDigitalTenThousand": _digits(_HAN),
    "taiwaneseDigital": _digits(_TAIWAN),
    "chineseLegalSimplified": _counting(_LEGAL, "拾佰仟万", short=False),
    "ideographLegalTraditional": _counting(_LEGAL_TRADITIONAL, "拾佰仟萬", short=False),
    "ideographTraditional": _series(_STEMS),
    "ideographZodiac": _series(_BRANCHES),
    "ideographEnclosedCircle": _block(0x3220, 10),
    "decimalEnclosedCircle": _circle,
    "decimalEnclosedCircleChinese": _circle,
    "decimalEnclosedParen": _block(0x2474, 20),
    "decimalEnclosedFullstop": _block(0x2488, 20),
    "decimalFullWidth": _digits("０１２３４５６７８９"),
    "decimalFullWidth2": _digits("０１２３４５６７８９"),
    "decimalZero": lambda number: f"{number:02}",
    "numberInDash": lambda number: f"- {number} -",
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
}
