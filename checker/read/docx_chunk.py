"""A part that Word imports on opening (w:altChunk: MHT, HTML, text or another docx) -> its Extract.

Files converted from web pages hold their whole body in such a part and not one word outside it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath

from checker.errors import ReadError
from checker.model import Extract, Gap

_MHT = (".mht", ".mhtml", ".eml")
_HTML = (".html", ".htm", ".xhtml")
_TEXT = (".txt",)
_WORD = (".docx", ".docm", ".dotx", ".dotm")


def read_chunk(path: Path, name: str, data: bytes, read_docx: Callable[[Path, bytes], Extract]) -> Extract:
    """The text of an imported part; one that cannot be read gives an empty text and a gap."""
    try:
        return _read(path, name, data, read_docx)
    except ReadError as error:
        return unread(path, name, str(error).removeprefix(f"{path}："))


def unread(path: Path, name: str, reason: str) -> Extract:
    """Nothing but the gap for an imported part."""
    return Extract(path, "docx", "", (), (Gap(f"嵌入内容 {name}", f"{reason}，未读"),))


def _read(path: Path, name: str, data: bytes, read_docx: Callable[[Path, bytes], Extract]) -> Extract:
    from checker.read import html, text

    suffix = PurePosixPath(name).suffix.lower()
    if suffix in _WORD or data.startswith(b"PK\x03\x04"):
        return read_docx(path, data)
    if suffix in _MHT:
        return html.extract_mht(path, data, whole=True)
    if suffix in _HTML:
        return html.extract(path, data, whole=True)
    if suffix in _TEXT:
        return text.extract(path, data)
    return unread(path, name, f"不支持的格式（{suffix or '无扩展名'}）")
