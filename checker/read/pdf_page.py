"""One page of a PDF -> pieces of text, each with its place on the page as a reader sees it, by pdfium.

A piece is what pdfium sets between two line breaks: a line of print, or a part of one. Boxes are asked for at a
piece's two ends only; asking for every character's costs half as much again as reading the text.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from checker.lazy import lazily

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the page's top left."""

_FAR = 1.8
"""A gap so many times as wide as the letters are high parts columns."""
_SLANT = 0.28
"""Quarter turns up to which letters count as italic; water marks are turned by 30 or 45 degrees."""
_PIECE = lazily(r"[^\r\n]+")
_WIDE = lazily("[\u3400-\u9fff]")
_SURROGATE = lazily("[\ud800-\udfff]")


class Run(NamedTuple):
    """Characters ``start`` to ``end`` of a page, without blanks at the ends; ``wide`` is their size in points."""

    start: int
    end: int
    box: Box
    wide: float


@dataclass(frozen=True, slots=True)
class View:
    """How a page is held to be read: quarter turns, and the corner and size of what is shown of it."""

    turn: int
    left: float
    bottom: float
    width: float
    height: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as read."""
        return (self.height, self.width) if self.turn % 2 else (self.width, self.height)

    def shows(self, box: Box) -> bool:
        """Whether the middle of a box is on the page: what is printed beside it nobody sees."""
        width, height = self.size
        return 0 <= box[0] + box[2] <= 2 * width and 0 <= box[1] + box[3] <= 2 * height

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box of PDF space (up is more) as a box of the page (down is more)."""
        left, right = left - self.left, right - self.left
        bottom, top = bottom - self.bottom, top - self.bottom
        if self.turn == 0:
            return left, self.height - top, right, self.height - bottom
        if self.turn == 1:
            return bottom, left, top, right
        if self.turn == 2:
            return self.width - right, bottom, self.width - left, top
        return self.height - top, self.width - right, self.height - bottom, self.width - left


class Glyphs:
    """The characters of one text page, and where they stand."""

    def __init__(self, page: Any, textpage: Any) -> None:
        from pypdfium2 import raw

        self._raw = raw
        self._textpage = textpage.raw
        self._rect = raw.FS_RECTF()
        self.text = _text(raw, textpage.raw)
        self._angles = {run.start(): self._angle(run.start()) for run in _PIECE.finditer(self.text)}
        self.view = _view(page, _main_turn(self.text, self._angles))

    def box(self, index: int) -> Box:
        """Where a character stands: as wide as it moves the pen, as high as its font."""
        rect = self._rect
        self._raw.FPDFText_GetLooseCharBox(self._textpage, index, rect)
        return self.view.box(rect.left, rect.bottom, rect.right, rect.top)

    def is_generated(self, index: int) -> bool:
        """Whether pdfium put the character in because it saw a gap."""
        return bool(self._raw.FPDFText_IsGenerated(self._textpage, index) == 1)

    def runs(self) -> Iterator[Run]:
        """The pieces of the page that run the way the page is read, in the order of the file."""
        return self._runs(lambda turn: turn == self.view.turn)

    def askew(self) -> str:
        """What is set across the reading direction: water marks, stamps, notes in the margin."""
        return "".join(self.text[run.start : run.end] for run in self._runs(lambda turn: turn != self.view.turn))

    def run(self, start: int, end: int) -> Run | None:
        """Characters ``start`` to ``end`` as a run; None if they are blank."""
        while start < end and self.text[start].isspace():
            start += 1
        while start < end and self.text[end - 1].isspace():
            end -= 1
        if start == end:
            return None
        first, last = self.box(start), self.box(end - 1)
        box = (
            min(first[0], last[0]),
            min(first[1], last[1]),
            max(first[2], last[2]),
            max(first[3], last[3]),
        )
        return Run(start, end, box, self._size(start, end, first, last))

    def _size(self, start: int, end: int, first: Box, last: Box) -> float:
        """The size of the type: a Chinese character is as wide as its size, Latin ones are 0.8 of their height."""
        if _is_wide(self.text[start]) or _is_wide(self.text[end - 1]):
            return max(box[2] - box[0] for box, at in ((first, start), (last, end - 1)) if _is_wide(self.text[at]))
        inside = _WIDE.search(self.text, start, end)
        box = self.box(inside.start()) if inside else first
        return box[2] - box[0] if inside else (box[3] - box[1]) * 0.8

    def _runs(self, wanted: Callable[[int], bool]) -> Iterator[Run]:
        for match in _PIECE.finditer(self.text):
            if wanted(self._angles[match.start()]):
                runs = (self.run(*part) for part in self._parts(*match.span()))
                yield from (run for run in runs if run and self.view.shows(run.box))

    def _parts(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The parts of a piece that stand by themselves: pdfium may take a gap between columns, and even the step
        to the next line, for a blank.
        """
        begun = start
        at = self.text.find(" ", start + 1, end - 1)
        while at > 0:
            if self.is_generated(at) and _is_far(self.box(at - 1), self.box(at + 1)):
                yield begun, at
                begun = at + 1
            at = self.text.find(" ", at + 1, end - 1)
        yield begun, end

    def _angle(self, index: int) -> int:
        """Quarter turns of a character against the clock (pdfium counts with it); -1 if it stands askew."""
        quarters: float = self._raw.FPDFText_GetCharAngle(self._textpage, index) / (math.pi / 2)
        nearest = round(quarters)
        return -nearest % 4 if abs(quarters - nearest) < _SLANT else -1


def union(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds them all."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _is_far(before: Box, after: Box) -> bool:
    """Whether two letters do not stand on one line, or far apart on it."""
    height = min(before[3] - before[1], after[3] - after[1])
    return not -height < after[0] - before[2] < _FAR * height or before[3] <= after[1] or after[3] <= before[1]


def _is_wide(char: str) -> bool:
    return _WIDE.match(char) is not None


def _text(raw: Any, textpage: Any) -> str:
    count = raw.FPDFText_CountChars(textpage)
    if count <= 0:
        return ""
    buffer = ctypes.create_string_buffer(2 * count + 2)
    raw.FPDFText_GetText(textpage, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
    text = buffer.raw[: 2 * count].decode("utf-16-le", "surrogatepass")
    if "\0" not in text and not _SURROGATE.search(text) and len(text) == count:
        return text
    # Characters without Unicode or beyond 16 bits: one by one, so that places in the text are pdfium's own.
    return "".join(chr(min(raw.FPDFText_GetUnicode(textpage, index), 0x10FFFF)) or "\0" for index in range(count))


def _main_turn(text: str, angles: dict[int, int]) -> int:
    if set(angles.values()) <= {0}:
        return 0
    weights: Counter[int] = Counter()
    for match in _PIECE.finditer(text):
        angle = angles[match.start()]
        if angle >= 0:
            weights[angle] += len(match.group())
    return weights.most_common(1)[0][0] if weights else 0


def _view(page: Any, turn: int) -> View:
    left, bottom, right, top = page.get_bbox()
    return View(turn, left, bottom, right - left, top - bottom)
