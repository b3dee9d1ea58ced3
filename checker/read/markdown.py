"""A Markdown file -> its text without the marks, each line still knowing its line in the file."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator
from pathlib import Path

from checker.lazy import lazily
from checker.model import Extract, Gap
from checker.read.clean import tidy
from checker.read.decode import decode
from checker.read.lines import Line, assemble

_TITLE = lazily(r"title\s*[:：]\s*(.+)")
_HEADING = lazily(r" {0,3}#{1,6}(?:\s+|(?=[^\s#\w]|[\u4e00-\u9fff]))(.*?)(?:\s+#+)?\s*")
_PREFIX = lazily(r"\s*(?:>\s?)*\s*(?:[-*+]\s+(?:\[[ xX]\]\s+)?)?")
_RULE = lazily(r"\s*(?:=+|(?:-\s*){2,}|(?:\*\s*){3,}|(?:_\s*){3,})\s*")
_FENCE = lazily(r"\s*(`{3,}|~{3,})")
_UNDER_HEADER = lazily(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_CELL = lazily(r"(?<!\\)\|")
_COMMENT = lazily(r"<!--.*?(?:-->|\Z)", re.DOTALL)
# The bounds keep a line of nothing but brackets from taking minutes.
_IMAGE = lazily(r"!\[([^\]\n]{0,200})\]\([^)\n]{0,1000}\)")
_LINK = lazily(r"\[([^\]\n]{1,200})\]\([^)\n]{0,1000}\)")
_TAG = lazily(r"</?[a-zA-Z][\w-]*(?:\s[^<>]*)?/?>")
_AUTOLINK = lazily(r"<((?:https?|mailto):[^<>\s]+)>")
# Bold that was opened and never closed, as converters leave it; stars inside a line mask digits (138****1234).
_LEFT_OVER = lazily(r"\s*\*{2,}")
_BLOCK = lazily(r"\s*(?:#|>|[-*+]\s|`{3}|~{3})")
_MARKS = (
    lazily(r"(?<!\\)(\*\*\*|\*\*)(?=[^\s*])(.+?)(?<=[^\s*\\])\1"),
    lazily(r"(?<![\\\d*])(\*)(?=[^\s*])([^*]+)(?<=[^\s\\])\1(?!\d)"),
    lazily(r"(?<![\w\\])(___|__|_)(?=[^\s_])(.+?)(?<=[^\s_\\])\1(?!\w)"),
    lazily(r"(~~)(?=\S)(.+?)(?<=\S)\1"),
    lazily(r"(`+)(.+?)\1"),
)
_ESCAPED = lazily(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")

_FEW = 60
"""A file with fewer characters beside its pictures has its text in them."""


def extract(path: Path, data: bytes, encoding: str | None = None) -> Extract:
    """One line of text for each line of the file that is not only a mark; table rows become cells."""
    decoded = decode(path, data, encoding)
    source = tidy(decoded.text)
    lost = len(_IMAGE.sub("", source).strip()) < _FEW
    pictures = len(_IMAGE.findall(source)) + source.count("<img ")
    gaps = (Gap("图片", f"正文中有 {pictures} 张图片，图片里的文字没有读取", lost),) if pictures else ()
    return assemble(_lines(source), decoded.gaps + gaps).extract(path, "markdown")


def _lines(source: str) -> Iterator[Line]:
    numbered = list(enumerate(_without_comments(source).split("\n"), 1))
    title, start = _front_matter([line for _, line in numbered])
    yield from title
    rest = numbered[start:]
    place = 0
    while place < len(rest):
        taken = _fence(rest, place) or _table(rest, place) or _html_table(rest, place)
        if taken:
            yield from taken[0]
            place = taken[1]
            continue
        number, line = rest[place]
        if not (_RULE.fullmatch(line) and line.strip()):
            yield Line(_plain(line), number)
        place += 1


def _without_comments(source: str) -> str:
    return _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), source)


def _front_matter(lines: list[str]) -> tuple[list[Line], int]:
    """The title out of a YAML header, and the index of the line after it; 0 if there is none."""
    if lines[0].rstrip() != "---":
        return [], 0
    end = next((place for place, line in enumerate(lines[1:60], 1) if line.rstrip() in {"---", "..."}), 0)
    header = lines[1:end]
    if not end or not any(re.match(r"[\w-]+\s*:", line) for line in header):
        return [], 0
    titles = [(number, _TITLE.match(line)) for number, line in enumerate(header, 2)]
    return [Line(found[1].strip().strip("\"'"), number) for number, found in titles if found][:1], end + 1


def _fence(rest: list[tuple[int, str]], place: int) -> tuple[list[Line], int] | None:
    """Everything up to the closing fence as it is; a fence that is never closed is only a mark."""
    opened = _FENCE.match(rest[place][1])
    if not opened:
        return None
    for end in range(place + 1, len(rest)):
        if rest[end][1].strip().startswith(opened[1]) and not rest[end][1].strip().strip(opened[1][0]):
            return [Line(line, number) for number, line in rest[place + 1 : end]], end + 1
    return [], place + 1


def _table(rest: list[tuple[int, str]], place: int) -> tuple[list[Line], int] | None:
    """Rows from a header with a line of dashes under it to the first line that goes on with none of them."""
    if "|" not in rest[place][1] or place + 1 == len(rest) or not _is_under_header(rest[place + 1][1]):
        return None
    fenced = rest[place][1].lstrip().startswith("|")
    rows = [(rest[place][0], _cells(rest[place][1]))]
    end = place + 2
    while end < len(rest) and _goes_on(rest[end][1], fenced):
        number, line = rest[end]
        if "|" in line:
            rows.append((number, _cells(line)))
        else:
            rows[-1][1][-1] += f" {_inline(line).strip()}"
        end += 1
    return [Line("", number, tuple(cells), rows[0][0]) for number, cells in rows], end


def _goes_on(line: str, fenced: bool) -> bool:
    """Whether a line belongs to the table: a row, or more of the last cell where rows have no outer bars."""
    return "|" in line or bool(not fenced and line.strip() and not _BLOCK.match(line))


def _is_under_header(line: str) -> bool:
    return "|" in line and "-" in line and _UNDER_HEADER.fullmatch(line) is not None


def _cells(line: str) -> list[str]:
    bare = line.strip().removeprefix("|")
    bare = bare[:-1] if bare.endswith("|") and not bare.endswith("\\|") else bare
    return [_inline(cell).strip() for cell in _CELL.split(bare)]


def _html_table(rest: list[tuple[int, str]], place: int) -> tuple[list[Line], int] | None:
    """A table written in HTML, as converters from PDF and Word leave it."""
    if "<table" not in rest[place][1].lower():
        return None
    end = next((i for i in range(place, len(rest)) if "</table" in rest[i][1].lower()), None)
    if end is None:
        return None
    from checker.read.html import html_text

    number = rest[place][0]
    read = html_text("\n".join(line for _, line in rest[place : end + 1]), whole=True)
    in_table = {row[0].start: row for table in read.tables for row in table.rows}
    lines = []
    for origin, text in zip(read.origins, read.text.split("\n"), strict=True):
        row = in_table.get(origin.start)
        cells = tuple(read.text[cell.start : cell.end] for cell in row) if row else None
        lines.append(Line(text, number, cells, number))
    return lines, end + 1


def _plain(line: str) -> str:
    heading = _HEADING.fullmatch(line)
    if heading:
        return _inline(heading[1])
    mark = _PREFIX.match(line)
    # The indent of a plain line is the author's; before a mark it belongs to the mark.
    return _inline(line[mark.end() :] if mark and mark[0].strip() else line)


def _closed(text: str) -> str:
    left = _LEFT_OVER.match(text)
    text = text[left.end() :] if left else text
    end = text.rstrip()
    while end.endswith("**") or (end.endswith("__") and not end.endswith("___")):
        text = end = end.rstrip("*").removesuffix("__").rstrip()
    return text


def _inline(text: str) -> str:
    text = _LINK.sub(r"\1", _IMAGE.sub(r"\1", text))
    if "<" in text:
        text = _TAG.sub(lambda tag: " " if tag[0][1:3].lower() == "br" else "", _AUTOLINK.sub(r"\1", text))
    for mark in _MARKS:
        text = mark.sub(r"\2", text)
    text = _closed(text)
    text = _ESCAPED.sub(r"\1", text) if "\\" in text else text
    return entities.unescape(text) if "&" in text else text
