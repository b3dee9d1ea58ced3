"""Lines of print -> paragraphs: hard-wrapped lines are put together again, also across pages.

Four things tell whether a line goes on in the next: whether the next line's first word would have had room in it,
whether the next line is indented, how far they are apart, and what the words say (pdf_marks).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from checker.read.pdf_line import Line
from checker.read.pdf_margins import CLOSERS
from checker.read.pdf_marks import (
    carries_on,
    cites,
    has_leaders,
    is_closed,
    is_open,
    starts_new,
    surely_starts,
)

_OPENERS = "（《〈“‘「『(["
_INDENT = 1.2
"""From so many characters of blank on a line is indented."""
_SHORT = 3.0
"""Lines that stop so many characters before the edge are last lines."""
_FAR = 4.0
_SIGNATURE = 7.0
_UNEVEN = 1.6
_RAGGED = 8.0
_LONGEST_NOTE = 8
_TITLE = 1.15
"""Titles are so many times as large as the text."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a document is set: whether paragraphs are indented, the size of its text, and how far lines are apart."""

    indented: bool
    size: float
    leading: float


def style_of(lines: Sequence[Line]) -> Style:
    """The style that most lines show."""
    pairs = [(line, after) for line, after in pairwise(lines) if _same_column(line, after)]
    fresh = [after for line, after in pairs if is_closed(line.text)]
    indented = sum(_INDENT <= line.indent <= 6 for line in fresh)
    wrapped = [_step(line, after) for line, after in pairs if _is_wrapped(line, after)]
    return Style(
        indented=2 * indented >= len(fresh) > 0,
        size=median(line.size for line in lines) if lines else 0.0,
        leading=median(wrapped) if wrapped else 0.0,
    )


def join(lines: Iterable[Line], style: Style) -> list[list[Line]]:
    """The lines of each paragraph."""
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and goes_on(paragraphs[-1], line, style):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def glue(before: str, after: str) -> str:
    """What stands between two lines that are put together: nothing in Chinese, a blank between Latin words."""
    if not (before[-1:].isascii() and after[:1].isascii()):
        return ""
    return (
        " "
        if (before[-1:].isalpha() and after[:1].isalnum()) or (before[-1:].isalnum() and after[:1].isalpha())
        else ""
    )


def goes_on(paragraph: Sequence[Line], line: Line, style: Style) -> bool:
    """Whether ``line`` belongs to the paragraph."""
    last = paragraph[-1]
    if last.spread or line.spread or has_leaders(last.text) or surely_starts(line.text):
        return False
    if _is_note(paragraph, line):
        return True
    if _differ_in_size(last, line) or _is_set_right(last):
        return False
    if _is_title(last, line, style):
        return not starts_new(line.text) and not is_closed(last.text)
    if _is_apart(last, line, style):
        return False
    if _is_short(last, line):
        return _may_be_uneven(last, line, style)
    if starts_new(line.text):
        return _may_be_cited(last, line, style)
    return not _is_indented(last, line, style)


def _is_set_right(line: Line) -> bool:
    """Whether a line stands at the right edge, as signatures and dates do."""
    return line.indent > _SIGNATURE and not _is_centred(line)


def _same_column(line: Line, after: Line) -> bool:
    return line.page == after.page and line.block == after.block and line.box[1] < after.box[1]


def _step(line: Line, after: Line) -> float:
    return after.box[3] - line.box[3]


def _is_wrapped(line: Line, after: Line) -> bool:
    sure = not _is_short(line, after) and not is_closed(line.text) and not starts_new(after.text)
    return sure and not _differ_in_size(line, after)


def _differ_in_size(line: Line, after: Line) -> bool:
    if line.text.isascii() or after.text.isascii():
        return False
    return not 0.87 < line.size / after.size < _TITLE


def _is_short(line: Line, after: Line) -> bool:
    """Whether the first word of the next line would have had room in this one."""
    return line.room > _first_word(after.text) - 0.15


def _first_word(text: str) -> float:
    """How many characters wide the part is that cannot be cut off: a letter with its punctuation, a Latin word."""
    end = 1
    while end < len(text) and text[end - 1] in _OPENERS:
        end += 1
    if text[end - 1].isascii() and text[end - 1].isalnum():
        while end < len(text) and text[end].isascii() and not text[end].isspace():
            end += 1
    while end < len(text) and text[end] in CLOSERS:
        end += 1
    return sum(0.6 if char.isascii() else 1.0 for char in text[:end])


def _is_apart(line: Line, after: Line, style: Style) -> bool:
    """Whether more blank parts the lines than parts the lines of a paragraph."""
    if not style.leading or not _same_column(line, after):
        return False
    step = _step(line, after)
    return step > style.leading * (1.25 if is_closed(line.text) else 2.2) + 1


def _may_be_uneven(line: Line, after: Line, style: Style) -> bool:
    """Whether a line that ends early goes on all the same, as in text set ragged or round a stamp."""
    if is_closed(line.text) or starts_new(after.text):
        return False
    if line.room < _RAGGED and after.indent < _INDENT and (is_open(line.text) or carries_on(line.text)):
        return True
    return line.room < _SHORT and after.indent < _INDENT if style.indented else line.room < _UNEVEN


def _may_be_cited(line: Line, after: Line, style: Style) -> bool:
    """Whether a number at the start of a line is one that the sentence speaks about."""
    if is_closed(line.text):
        return False
    if style.indented:
        return after.indent < _INDENT
    return carries_on(line.text) or cites(after.text) or is_open(line.text)


def _is_indented(last: Line, line: Line, style: Style) -> bool:
    """Whether ``line`` is set back as a first line is, and the line before it may be a last one."""
    if style.indented and line.indent >= _INDENT:
        return is_closed(last.text) or line.box[0] > last.box[0] + _FAR * line.size
    return line.indent > last.indent + _FAR and not _is_centred(line)


def _is_note(paragraph: Sequence[Line], line: Line) -> bool:
    """Whether the paragraph is a note in brackets (“（某年某月某日通过”) that is not closed yet."""
    if len(paragraph) > _LONGEST_NOTE or paragraph[0].text[0] not in "（(" or starts_new(paragraph[0].text):
        return False
    return line.page == paragraph[0].page and is_open("".join(part.text for part in paragraph))


def _is_title(line: Line, after: Line, style: Style) -> bool:
    """Whether both lines are set in the middle and are a title, a chapter's heading or cut in mid-phrase."""
    if not (_is_centred(line) and _is_centred(after)) or _step(line, after) >= 3 * line.size:
        return False
    large = line.size > style.size * _TITLE and after.size > style.size * _TITLE
    heading = surely_starts(line.text) and min(line.indent, after.indent) > 2
    return large or heading or is_open(line.text) or carries_on(line.text)


def _is_centred(line: Line) -> bool:
    return abs(line.indent - line.room) < 1.6 and line.indent > -0.5
