"""The text of a page, and what else it shows -> why the page, or a part of it, could not be read."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from checker.lazy import lazily

NONSENSE = "文字层乱码"
"""How a reason starts after which the text of a page is not used."""

_GARBLED = lazily("[\ufffd\ue000-\uf8ff\x00-\x01\x03-\x08\x0e-\x1f\x80-\x9f\u00a1-\u00b6\u00b8-\u00d6\u00d8-\u00f6]")
_FOREIGN = lazily("[\u0180-\u0390\u0400-\u1fff\u3400-\u4dbf\ua000-\ud7ff]")
_CHINESE = lazily("[\u4e00-\u9fff]")
_USUAL = lazily("[的一第条和有、，。；：]")
_BLANK = lazily(r"\s+")
_FEW, _ENOUGH = 30, 200
"""With fewer characters beside a picture a page is a scan or a chart; with enough the picture is an ornament."""
_LARGE = 0.4
"""Share of the page from which a picture may hold a page of text."""


def why_unread(page: Any, text: str) -> str:
    """Why a page, or a part of it, could not be read; nothing if it could."""
    shown = _BLANK.sub("", text)
    if _is_garbled(shown):
        return f"{NONSENSE}（字体缺少文字对照表），未读"
    if _is_unlikely(shown):
        return "文字层疑似乱码，请与原件核对"
    return "" if len(shown) >= _ENOUGH else _unread_picture(page, len(shown))


def _is_garbled(shown: str) -> bool:
    """Whether the letters are those of a font without a table to Unicode, or of bytes read in a wrong encoding."""
    return len(_GARBLED.findall(shown)) > 0.1 * len(shown) or len(_FOREIGN.findall(shown)) > 0.3 * len(shown)


def _is_unlikely(shown: str) -> bool:
    """Whether a page is full of Chinese characters but lacks those that no Chinese text can do without."""
    chinese = len(_CHINESE.findall(shown))
    return chinese > _ENOUGH and len(_USUAL.findall(shown)) < 0.01 * chinese


def _unread_picture(page: Any, letters: int) -> str:
    from pypdfium2 import raw

    count = raw.FPDFPage_CountObjects(page.raw)
    if not letters:
        return "没有文字层（可能是扫描件），未读" if count else ""
    shares = list(_pictures(page, count))
    if (letters < _FEW and shares) or any(share > _LARGE for share in shares):
        return f"页面主要是图片，只有 {letters} 个字有文字层，图片中的文字未读"
    return ""


def _pictures(page: Any, count: int) -> Iterator[float]:
    """The share of the page that each picture takes."""
    from pypdfium2 import raw

    width, height = page.get_size()
    box = [ctypes.c_float() for _ in range(4)]
    for index in range(count):
        shape = raw.FPDFPage_GetObject(page.raw, index)
        if raw.FPDFPageObj_GetType(shape) == raw.FPDF_PAGEOBJ_IMAGE and raw.FPDFPageObj_GetBounds(shape, *box):
            left, bottom, right, top = (side.value for side in box)
            yield (right - left) * (top - bottom) / (width * height)
