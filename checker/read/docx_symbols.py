"""A character of a symbol font (w:sym) -> the character a reader would say it is."""

from __future__ import annotations

import re

_WINGDINGS = {0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0xA8: "□", 0xD8: "➢", 0xE0: "→", 0xFB: "×"}
_WINGDINGS |= {0xFC: "√", 0xFD: "☒", 0xFE: "☑"} | {0x81 + index: chr(0x2460 + index) for index in range(10)}
_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": {0x4F: "×", 0x50: "√", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□"},
    "symbol": {0xB7: "•", 0xB0: "°", 0xB4: "×", 0xB8: "÷", 0xB1: "±", 0xA3: "≤", 0xB3: "≥", 0xB9: "≠"},
}
_PICTURES = ("wingdings", "webdings")
_UNKNOWN = "〓"
"""What Chinese printers set for a character they do not have."""
_PRIVATE = range(0xF000, 0xF100)
_CONTROLS, _SURROGATES = 0x20, 0xD800


def symbol(font: str, code: str) -> str:
    """The character for a font and a hexadecimal code, 〓 for a picture that is not known, "" for no character."""
    number = int(code, 16) if re.fullmatch("[0-9A-Fa-f]{1,6}", code) else 0
    if number not in _PRIVATE:
        return chr(number) if _CONTROLS <= number < _SURROGATES else ""
    font = font.lower()
    plain = _UNKNOWN if font.startswith(_PICTURES) or font in _FONTS else chr(number - _PRIVATE.start)
    return _FONTS.get(font, {}).get(number - _PRIVATE.start, plain)
