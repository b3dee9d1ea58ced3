"""Word files written by hand: the parts a test cares for, and no more."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from checker.model import Extract
from checker.read.docx import extract

PATH = Path("草案.docx")
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = " ".join(
    (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
        f'xmlns:r="{_OFFICE}"',
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
        'xmlns:v="urn:schemas-microsoft-com:vml"',
        'xmlns:o="urn:schemas-microsoft-com:office:office"',
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
    )
)


def words(text: str) -> str:
    """A run."""
    return f"<w:r><w:t>{text}</w:t></w:r>"


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph of a text, or of some XML."""
    content = content if content.startswith("<") or not content else words(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def numbered(text: str, number: int = 1, level: int = 0) -> str:
    """A paragraph that names its list and level."""
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, place)


def row(*cells: str) -> str:
    """A row; a cell is a text, or XML that begins with its w:tcPr or a w:p."""
    return "<w:tr>" + "".join(f"<w:tc>{_cell(cell)}</w:tc>" for cell in cells) + "</w:tr>"


def _cell(content: str) -> str:
    return content if content.startswith("<") else paragraph(content)


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def level(index: int, form: str, text: str, extra: str = "", start: int = 1) -> str:
    """A level of a list; ``extra`` is what stands between its number format and its text."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'{extra}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*families: str, numbers: Mapping[int, tuple[int, str]] | None = None) -> str:
    """A numbering part. Without ``numbers`` (w:numId: family and overrides) each family has one list, from 1."""
    numbers = numbers or {index + 1: (index, "") for index in range(len(families))}
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{index}">{levels}</w:abstractNum>' for index, levels in enumerate(families)
    )
    nums = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{family}"/>{more}</w:num>'
        for number, (family, more) in numbers.items()
    )
    return root("numbering", abstract + nums)


def root(name: str, content: str) -> str:
    """A whole part with all namespaces declared."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {_NAMES}>{content}</w:{name}>'


def word_file(body: str, parts: Mapping[str, str | bytes] | None = None, links: str = "") -> bytes:
    """A docx of a body, more parts by name, and the relationships made with ``link``."""
    return archive(
        {
            "_rels/.rels": _relationships(link("main", "officeDocument", "word/document.xml")),
            "word/_rels/document.xml.rels": _relationships(links),
            "word/document.xml": root("document", f"<w:body>{body}<w:sectPr/></w:body>"),
            **(parts or {}),
        }
    )


def link(identifier: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{identifier}" Type="{_OFFICE}/{kind}" Target="{target}"/>'


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return buffer.getvalue()


def read(body: str, parts: Mapping[str, str | bytes] | None = None, links: str = "") -> Extract:
    """What is read from a file of this body."""
    return extract(PATH, word_file(body, parts, links))


def _relationships(links: str) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{links}</Relationships>'
