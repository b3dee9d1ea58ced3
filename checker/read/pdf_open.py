"""A page of an open PDF -> the page and its text as it is shown, with what was filled in and stamped on it.

pdfium leaves the words of form fields, text boxes and stamps out of a page's text until they are made part of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument


class Shown(NamedTuple):
    """A page, its text page, and whether a field on it was filled in but holds nothing to be shown."""

    page: Any
    textpage: Any
    hidden: bool


@contextmanager
def opened(document: PdfDocument, number: int) -> Iterator[Shown]:
    """Page ``number`` (from 1); raises PdfiumError if it is broken."""
    with closing(document[number - 1]) as page:
        hidden = _has_hidden_field(page)
        changed = _put_on_page(page)
        if not changed:
            with closing(page.get_textpage()) as textpage:
                yield Shown(page, textpage, hidden)
    if changed:  # pdfium sees the change only when the page is loaded again
        with closing(document[number - 1]) as page, closing(page.get_textpage()) as textpage:
            yield Shown(page, textpage, hidden)


def _has_hidden_field(page: Any) -> bool:
    from pypdfium2 import raw

    fields = (note for note in _notes(page) if raw.FPDFAnnot_GetSubtype(note) == raw.FPDF_ANNOT_WIDGET)
    return any(_length(raw, note, b"V") > 1 and _appearance(raw, note) <= 1 for note in fields)


def _put_on_page(page: Any) -> bool:
    from pypdfium2 import raw

    kinds = {raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP}
    if not any(raw.FPDFAnnot_GetSubtype(note) in kinds for note in _notes(page)):
        return False
    return bool(raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS)


def _notes(page: Any) -> Iterator[Any]:
    from pypdfium2 import raw

    for index in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        note = raw.FPDFPage_GetAnnot(page.raw, index)
        if note:
            yield note
            raw.FPDFPage_CloseAnnot(note)


def _length(raw: Any, note: Any, key: bytes) -> int:
    """Characters of a text that a note holds under ``key``, with the zero at its end."""
    return int(raw.FPDFAnnot_GetStringValue(note, key, None, 0)) // 2


def _appearance(raw: Any, note: Any) -> int:
    return int(raw.FPDFAnnot_GetAP(note, raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0)) // 2
