"""A paragraph's properties -> its automatic number, as Word shows it (一、 第三条 1.2).

Numbers are counted while the paragraphs go by, so every paragraph must be asked for once, in order.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.lazy import lazily
from checker.read.docx_lists import Level, List, Style, place, read_lists, read_styles, value
from checker.read.docx_numerals import numeral
from checker.read.docx_package import Element

_PLACE = lazily(r"%([1-9])")
_HAN = lazily("[一-鿿]")
_UNIT = lazily("[编章节条款]$")
_CLOSED = lazily(r"[、）．。：〕】\s]$")
_LONGEST_CHAIN = 20
"""A chain of styles longer than this is a ring."""


@dataclass(frozen=True)
class Numbering:
    """The lists and styles of a file, and how far each family of lists has counted."""

    lists: dict[str, List] = field(default_factory=dict)
    styles: dict[str, Style] = field(default_factory=dict)
    default_style: str = ""
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def label(self, properties: Element | None) -> str:
        """The number of the next paragraph with the space that parts it from the text, "" if it has none."""
        if not self.lists:
            return ""
        name, index = self._place(properties)
        found = self.lists.get(name)
        if found is None or index not in found.levels:
            return ""
        level = found.levels[index]
        count = self._count(name, found, index)
        if level.form == "bullet" and not _HAN.search(level.text):
            return ""
        text = _PLACE.sub(lambda match: _shown(found, level, count, int(match[1]) - 1), level.text)
        return text + _space(text, level)

    def _place(self, properties: Element | None) -> tuple[str, int]:
        """Which list and level a paragraph belongs to: its own word first, then that of its styles."""
        name, level = place(properties)
        chain = self._chain(value(properties, "pStyle") or self.default_style)
        if not name:
            name = next((self.styles[style].list_id for style in chain if self.styles[style].list_id), "")
            level = level or self._linked(name, chain)
        level = level or next((self.styles[style].level for style in chain if self.styles[style].level), "0")
        return name, int(level) if level.isdigit() else 0

    def _chain(self, style: str) -> list[str]:
        """A style and those it is based on, nearest first."""
        chain: list[str] = []
        while style in self.styles and len(chain) < _LONGEST_CHAIN:
            chain.append(style)
            style = self.styles[style].based_on
        return chain

    def _linked(self, name: str, chain: list[str]) -> str:
        """The level that calls one of the styles its own; the nearest style wins."""
        levels = self.lists[name].levels if name in self.lists else {}
        owners = {level.style: str(index) for index, level in levels.items() if level.style}
        return next((owners[style] for style in chain if style in owners), "")

    def _count(self, name: str, found: List, index: int) -> dict[int, int]:
        """Count one on; a level above that was skipped is taken to stand at its start."""
        count = self.counts.setdefault(found.family, {})
        renewed = index in found.starts and (name, index) not in self.begun
        self.begun.add((name, index))
        count[index] = found.start(index) if renewed or index not in count else count[index] + 1
        for level in [level for level in count if level > index and _restarts(found.levels.get(level), index)]:
            del count[level]
        for level in range(index):
            count.setdefault(level, found.start(level))
        return count


def read_numbering(numbering: Element, styles: Element | None) -> Numbering:
    """The numbering of a file from the roots of its two parts."""
    read, default = read_styles(styles)
    return Numbering(read_lists(numbering, read), read, default)


def _restarts(level: Level | None, used: int) -> bool:
    """Whether a deeper level begins again after level ``used`` (0-based) was counted."""
    if level is None or level.restart is None:
        return True
    return used < level.restart


def _shown(found: List, level: Level, count: dict[int, int], index: int) -> str:
    form = found.levels[index].form if index in found.levels else "decimal"
    number = count.get(index, found.start(index))
    return numeral(number, "decimal" if level.legal and form != "none" else form)


def _space(text: str, level: Level) -> str:
    """One space where Word has a tab, none after a full-width mark; 第三条 is parted from its text in any case."""
    if not text or _CLOSED.search(text):
        return ""
    return "" if level.joined and not _UNIT.search(text) else " "
