"""Folded text -> its lines, each with the number that stands at its head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.lazy import lazily
from checker.model import Table
from checker.segment.numbers import NUMERAL

BOOK, CHAPTER, SECTION, ARTICLE, FIRST, SECOND, THIRD, FOURTH, FIFTH = range(10, 100, 10)
"""Levels of numbering: 编 章 节 条 一、（一）1.（1）①. Plain lines have level 0."""

_HAN = "一二三四五六七八九十百〇零"
_LINE = lazily(
    rf"^[^\S\n]*+(?=\S)(?:(第 ?[{NUMERAL} ]{{1,9}}编(?=[ \n]|$))"
    rf"|(第 ?[{NUMERAL} ]{{1,9}}章(?![节、，的规和至]))"
    rf"|(第 ?[{NUMERAL} ]{{1,9}}节(?![、，的规和至课能]))"
    rf"|(第 ?[{NUMERAL} ]{{1,9}}条(?:之[一二三四五六七八九十])?(?!之?规定|所[列称]|第|[、和至或的款，]|中(?!国|央|小|介|等|标|华)))"
    rf"|([{_HAN}]{{1,4}} ?[、．.])"
    rf"|(（ ?[{_HAN}]{{1,4}} ?）、?)"
    r"|([0-9]{1,3} ?(?:[.、．](?![0-9])|[.．、](?=(?:19|20)[0-9]{2}年)))"
    r"|(（ ?[0-9]{1,3} ?）|[0-9]{1,2}[)）])"
    r"|([①-⑳])"
    r")?[^\n]*",
    re.MULTILINE,
)

_RUN_ON = 400
"""A line longer than this may be a whole paper whose line breaks were lost."""
_BREAK = lazily(
    rf"(?<=[。；：！？”）]) ++(?=\S)"
    rf"|(?<! ) ++(?=第[{NUMERAL}]{{1,7}}[章条] )"
    r"|(?<=[0-9]日) ++(?=\S)"
    r"|(?<! ) ++(?=附件(?: |[0-9]|：)|抄送：)"
)
_ARTICLE_BREAK = lazily(rf"(?<=[。；：]) *+(?=第[{NUMERAL}]{{1,7}}条 )")


class Line(NamedTuple):
    """A line without the blanks around it. ``mark`` is the end of its number, ``start`` where it has none."""

    start: int
    end: int
    level: int
    mark: int
    table: int = -1
    row: int = -1


def read_lines(folded: str, tables: tuple[Table, ...] = ()) -> list[Line]:
    """The lines that hold something. A paper that is all one line is broken where its lines must have been."""
    lines: list[Line] = []
    room = len(folded)
    for found in _LINE.finditer(folded):
        start, end = found.span()
        if end - start > _RUN_ON:
            lines += _broken(folded, start, end, (end - start) * 2 > room)
        else:
            lines.append(_line(found))
    return _with_tables(lines, tables) if tables else lines


def _line(found: re.Match[str]) -> Line:
    end = found.end()
    whole = found[0]
    start = end - len(whole.lstrip())
    if whole[-1].isspace():
        end -= len(whole) - len(whole.rstrip())
    index = found.lastindex
    return Line(start, end, 0, start) if index is None else Line(start, end, index * 10, found.end(index))


def _broken(folded: str, start: int, end: int, whole: bool) -> Iterator[Line]:
    """The pieces of one long line; ``whole`` says that it is most of the paper."""
    pattern = _BREAK if whole else _ARTICLE_BREAK
    cuts = [found.end() for found in pattern.finditer(folded, start, end)]
    for left, right in zip([start, *cuts], [*cuts, end], strict=True):
        piece = _LINE.match(folded[left:right])
        if piece is not None:
            line = _line(piece)
            yield Line(line.start + left, line.end + left, line.level, line.mark + left)


def _with_tables(lines: list[Line], tables: tuple[Table, ...]) -> list[Line]:
    """The lines, with the table and row that each belongs to; a row is one line."""
    rows: list[tuple[int, int, int, int]] = []
    for index, table in enumerate(tables):
        for number, cells in enumerate(table.rows):
            if cells:
                rows.append((cells[0].start, cells[-1].end, index, number))
    rows.sort()
    placed: list[Line] = []
    at = 0
    for line in lines:
        while at < len(rows) and rows[at][1] < line.start:
            at += 1
        inside = at < len(rows) and rows[at][0] <= line.end and line.start <= rows[at][1]
        placed.append(Line(line.start, line.end, 0, line.start, *rows[at][2:]) if inside else line)
    return placed
