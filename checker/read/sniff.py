"""Bytes -> what kind of file they are. The content decides; the suffix only tells kinds of plain text apart."""

from __future__ import annotations

import re
from pathlib import Path

from checker.errors import ReadError
from checker.lazy import lazily
from checker.read.limits import open_zip

_SAVE_AS = "请用 Word 或 WPS 打开，另存为 .docx 后再检查"
_EXPORT = "请另存为 .docx 或导出为带文字的 PDF 后再检查"

UNREADABLE = {
    "encrypted": "文件已加密，请去掉密码后再检查",
    "doc": f"旧版 Word/WPS 格式暂不能直接读取，{_SAVE_AS}",
    "word-xml": f"Word XML 格式暂不能直接读取，{_SAVE_AS}",
    "rtf": f"RTF 格式暂不能直接读取，{_SAVE_AS}",
    "odt": f"ODT/UOF 格式暂不能直接读取，{_EXPORT}",
    "ofd": "OFD 版式文件暂不能直接读取，请导出为带文字的 PDF 后再检查",
    "sheet": f"电子表格暂不能直接读取，{_EXPORT}",
    "slides": f"演示文稿暂不能直接读取，{_EXPORT}",
    "office": f"旧版 Office 格式暂不能直接读取，{_EXPORT}",
    "image": "是图片，没有文字层，请先做文字识别（OCR），或提供带文字的 PDF、.docx",
    "archive": "是压缩包，请先解压，再检查其中的文件",
    "mail": "是电子邮件，请把正文或附件另存后再检查",
    "program": "是程序文件，不是公文",
}
"""Kinds that are recognised but not read: why, and what the user can do."""

_MAGIC = (
    (b"{\\rtf", "rtf"),
    (b"\xff\xd8\xff", "image"),
    (b"\x89PNG\r\n", "image"),
    (b"GIF8", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"Rar!\x1a\x07", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b\x08", "archive"),
    (b"BZh9", "archive"),
    (b"\xfd7zXZ\0", "archive"),
    (b"\x7fELF", "program"),
    (b"MZ\x90\0", "program"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (  # the first that occurs decides: an encrypted package holds nothing else
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", "doc"),
    ("Workbook", "sheet"),
    ("PowerPoint Document", "slides"),
    ("__substg1.0", "mail"),
)
_ZIP_PARTS = (
    (lazily(r"word/.*\.xml$"), "docx"),
    (lazily(r"xl/"), "sheet"),
    (lazily(r"ppt/"), "slides"),
    (lazily(r"(.*/)?OFD\.xml$"), "ofd"),
    (lazily(r"content\.xml$|uof/"), "odt"),
)
_PDF = re.compile(rb"\s*%PDF-")
_HTML = re.compile(rb"(<\?xml[^>]*>|<!--.*?-->|\s)*<(!doctype\s+html|html|head|body|meta\s)", re.DOTALL)
_MHT = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*?)*?content-type:\s*(?:multipart/related|text/html)")
_WORD_XML = (b"<w:worddocument", b'progid="word.document"', b"<pkg:package")
_MARKDOWN = (".md", ".markdown", ".mdown")
_HTML_SUFFIXES = (".html", ".htm", ".shtml", ".xhtml")


def sniff(path: Path, data: bytes) -> str:
    """One of pdf, docx, html, mht, markdown, text, or a key of ``UNREADABLE``. Raises ReadError for a broken zip."""
    suffix = path.suffix.lower()
    if data.startswith(_OLE):
        return _ole(data)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip(path, data)
    magic = next((kind for start, kind in _MAGIC if data.startswith(start)), "") or _riff_or_bitmap(data)
    return magic or _pdf(data, suffix) or _text(data[:4096], suffix)


def _ole(data: bytes) -> str:
    return next((kind for name, kind in _OLE_STREAMS if name.encode("utf-16-le") in data), "office")


def _zip(path: Path, data: bytes) -> str:
    try:
        with open_zip(path, data) as archive:
            names = [name.replace("\\", "/") for name in archive.namelist()]
    except ReadError:
        if b"word/document.xml" not in data:
            raise
        return "docx"  # its reader saves what it can of a cut-off file, and refuses a bomb for the same reason
    return next((kind for part, kind in _ZIP_PARTS if any(map(part.match, names))), "archive")


def _riff_or_bitmap(data: bytes) -> str:
    webp = data.startswith(b"RIFF") and data[8:12] == b"WEBP"
    bitmap = data.startswith(b"BM") and data[6:10] == b"\0\0\0\0"
    return "image" if webp or bitmap else ""


def _pdf(data: bytes, suffix: str) -> str:
    # Some writers put a few bytes before the header; a text that talks about PDF must not be taken for one.
    start = data[:1024]
    late = b"%PDF-" in start and (suffix == ".pdf" or b"startxref" in data[-2048:])
    return "pdf" if late or _PDF.match(start) else ""


def _text(head: bytes, suffix: str) -> str:
    # Without its NULs and byte order mark, markup in UTF-16 looks like markup in ASCII.
    start = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if any(mark in start for mark in _WORD_XML):
        return "word-xml"
    if start.startswith((b"mime-version:", b"from:", b"message-id:", b"content-type:")) and _MHT.match(start):
        return "mht"
    if suffix == ".eml":
        return "mail"
    if suffix in _HTML_SUFFIXES or _HTML.match(start):
        return "html"
    return "markdown" if suffix in _MARKDOWN else "text"
