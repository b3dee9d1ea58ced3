"""A PDF -> its text, one paragraph a line, with the page, line and place of each part.

pdfium reads the text (pdfplumber brings it along); pages without a text layer or with a garbled one are reported
as gaps. pdfium is not made for threads: read several files in several processes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import ReadError
from checker.model import Extract, Gap
from checker.read.pdf_assemble import assemble
from checker.read.pdf_content import Content, read_content
from checker.read.pdf_open import opened

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_TAIL = 4096
_PASSWORD = 4
"""pdfium's FPDF_ERR_PASSWORD."""


def extract(path: Path, data: bytes) -> Extract:
    """Read a PDF; raises ReadError if nothing of it can be read."""
    with closing(_open(path, data)) as document:
        if len(document) == 0:
            raise ReadError(f"{path}：PDF 中没有任何页面")
        contents = [_read_page(document, number) for number in range(1, len(document) + 1)]
        gaps = [*_page_gaps(contents), *_file_gaps(document, data)]
    return assemble(path, contents, gaps)


def _open(path: Path, data: bytes) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError

    if b"%PDF-" not in data[:1024]:
        raise ReadError(f"{path}：不是 PDF 文件（缺少 %PDF 文件头），可能已损坏")
    try:
        return PdfDocument(data)
    except PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD and b"/Encrypt" in data:  # the code may be an earlier file's
            raise ReadError(f"{path}：文件已加密，需要密码") from None
        reason = "文件不完整（被截断）" if _is_cut_off(data) else "文件结构已损坏，或者没有任何页面"
        raise ReadError(f"{path}：{reason}，无法作为 PDF 打开") from None


def _read_page(document: PdfDocument, number: int) -> Content:
    from pypdfium2 import PdfiumError

    try:
        with opened(document, number) as shown:
            content = read_content(shown.page, shown.textpage, number)
    except PdfiumError:
        return Content(number, gap="这一页已损坏，未读")
    return replace(content, gap=content.gap or "表单域中填写的内容不能显示，未读") if shown.hidden else content


def _page_gaps(contents: list[Content]) -> Iterator[Gap]:
    return (Gap(f"第{content.number}页", content.gap) for content in contents if content.gap)


def _file_gaps(document: PdfDocument, data: bytes) -> Iterator[Gap]:
    if _is_cut_off(data):
        yield Gap("文件末尾", "缺少 PDF 结束标记，文件可能不完整，缺失部分未读")
    for index in range(document.count_attachments()):
        yield Gap(f"附带文件“{document.get_attachment(index).get_name()}”", "PDF 内嵌的附带文件，未读")


def _is_cut_off(data: bytes) -> bool:
    return b"%%EOF" not in data[-_TAIL:]
