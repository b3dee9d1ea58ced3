"""Lines -> which of them are headings, lead-ins (引导语) and items of a list without numbers."""

from __future__ import annotations

from collections.abc import Sequence

from checker.lazy import lazily
from checker.model import Span
from checker.segment.lines import ARTICLE, FIRST, Line

_LEAD = lazily("下列|如下|以下(?!简称|罚款|的|有期)")
_PLAIN_LEAD = lazily(
    r"(?:通知|通告|公告|意见|函告|批复|规定|通报|报告|公示|发布|公布|说明|汇报|安排|措施|方案|部署|解读|事项)如下：$"
)
_ENDS = frozenset("。；：！？，、.;:")
_STOPS = frozenset("。：！？，")
_NUMBERED_HEADING = 40
_BARE_HEADING = 16
_ITEM = 40


def own_lead(folded: str, lines: Sequence[Line], at: int, last: Span) -> Span | None:
    """The line's last sentence, if a list hangs on it. “现通知如下：” says nothing about its items and is none."""
    words = folded[last.start : last.end]
    if words[-1] == "：":
        return None if _PLAIN_LEAD.search(words) else last
    below = lines[at + 1] if at + 1 < len(lines) else None
    hangs = below is not None and (below.level > max(lines[at].level, ARTICLE) or below.table >= 0)
    return last if hangs and _LEAD.search(words) else None


def is_title(folded: str, line: Line) -> bool:
    """Short, and without a full stop or the like at its end: may head what follows."""
    return line.end - line.start <= _NUMBERED_HEADING and folded[line.end - 1] not in _ENDS and line.mark < line.end


def heads(folded: str, lines: Sequence[Line], at: int, governed: bool, after_item: bool) -> bool:
    """Whether a numbered line is the heading of what follows rather than an item of a list."""
    line = lines[at]
    if not is_title(folded, line) or at + 1 == len(lines):
        return False
    below = lines[at + 1]
    if below.level:
        return below.level > line.level and (not governed or line.level == FIRST)
    return not after_item or below.table >= 0


def heads_bare(folded: str, lines: Sequence[Line], at: int) -> bool:
    """Whether a line without number is a heading: a few words alone, and a fuller line below."""
    line = lines[at]
    if line.end - line.start > _BARE_HEADING or at + 1 == len(lines) or not _is_words(folded, line):
        return False
    below = lines[at + 1]
    fuller = below.level or below.table >= 0 or below.end - below.start > _BARE_HEADING
    above = lines[at - 1] if at else None
    return bool(fuller) and (above is None or not _is_words(folded, above) or bool(above.level))


def _is_words(folded: str, line: Line) -> bool:
    words = folded[line.start : line.end]
    return len(words) <= _BARE_HEADING and words.isalpha()


def bare_items(folded: str, lines: Sequence[Line], roles: Sequence[str]) -> list[bool]:
    """Lines without number that are items all the same: they follow a ：and end in ；or in nothing."""
    found = [False] * len(lines)
    for at in range(1, len(lines)):
        line, above = lines[at], lines[at - 1]
        if line.level or roles[at] or roles[at - 1] or line.table >= 0:
            continue
        before, last = folded[above.end - 1], folded[line.end - 1]
        inside = found[at - 1]
        if before != "：" and not (inside and before != "。"):
            continue
        plain = before == "：" and _PLAIN_LEAD.search(folded, max(above.start, above.end - 30), above.end)
        short = last not in _STOPS and line.end - line.start <= _ITEM
        found[at] = not plain and (last == "；" or short or (inside and before == "；" and last == "。"))
    return found


def several_paragraphs(lines: Sequence[Line], roles: Sequence[str], items: Sequence[bool]) -> set[int]:
    """Indices of the articles that have a second 款."""
    found: set[int] = set()
    more = False
    for at in range(len(lines) - 1, -1, -1):
        level = lines[at].level
        if level == ARTICLE:
            if more:
                found.add(at)
            more = False
        elif roles[at] or (level and level < ARTICLE):
            more = False
        elif not level and not items[at] and lines[at].table < 0:
            more = True
    return found
