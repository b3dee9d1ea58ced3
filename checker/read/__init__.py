"""A file of any kind -> its text and where each part of it came from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from checker.errors import ReadError
from checker.model import Extract
from checker.read import folder
from checker.read.limits import read_file
from checker.read.sniff import UNREADABLE, sniff
from checker.read.text import from_text

_READ = ".txt .md .markdown .html .htm .shtml .xhtml .mht .mhtml .docx .docm .pdf"
_NAMED = """.doc .dot .dotx .wps .wpt .rtf .odt .uof .uot .ofd .xls .xlsx .xlsm .et .ods .ppt .pptx .dps .ceb .gd
    .jpg .jpeg .png .gif .bmp .tif .tiff .webp .heic .zip .rar .7z .eml .msg .caj"""

READABLE = frozenset(_READ.split())
"""Suffixes of files that are read."""
SUFFIXES = READABLE | frozenset(_NAMED.split())
"""Suffixes that a walk through a folder takes: those that are read, and those that must be named as unread."""


def read(path: Path, *, encoding: str | None = None) -> Extract:
    """Read one file by what it holds, whatever it is called.

    ``encoding`` is forced on text, Markdown and HTML. Raises ReadError with a reason in Chinese if nothing of
    the file can be read; what is unreadable in part is in ``Extract.gaps``.
    """
    return read_bytes(read_file(path), path, encoding=encoding)


def read_bytes(data: bytes, path: Path = Path("-"), *, encoding: str | None = None) -> Extract:
    """The same for bytes that are there already (standard input); ``path`` is for messages and its suffix."""
    if not data:
        raise ReadError(f"{path}：空文件（0 字节）")
    media = sniff(path, data)
    if media in UNREADABLE:
        raise ReadError(f"{path}：{UNREADABLE[media]}")
    try:
        extract = _extract(media, path, data, encoding)
    except (MemoryError, RecursionError):
        raise ReadError(f"{path}：结构过于庞大或嵌套过深，无法读取") from None
    if not extract.gaps and not extract.text.strip():
        raise ReadError(f"{path}：没有文字")
    return extract


def read_text(text: str, path: Path = Path("-")) -> Extract:
    """The same for text that is there already, taken as plain text."""
    if not text.strip():
        raise ReadError(f"{path}：没有文字")
    return from_text(text, path)


def walk(path: Path, skip: Callable[[Path], object] = lambda path: None) -> Iterator[Path]:
    """The files below a folder that ``read`` is to be tried on, in sorted order; ``skip`` gets the other ones."""
    return folder.walk(path, SUFFIXES, skip)


def _extract(media: str, path: Path, data: bytes, encoding: str | None) -> Extract:
    if media == "pdf":
        from checker.read import pdf

        return pdf.extract(path, data)
    if media == "docx":
        from checker.read import docx

        return docx.extract(path, data)
    if media == "text":
        from checker.read import text

        return text.extract(path, data, encoding)
    if media == "markdown":
        from checker.read import markdown

        return markdown.extract(path, data, encoding)
    from checker.read import html

    return (html.extract_mht if media == "mht" else html.extract)(path, data, encoding)
