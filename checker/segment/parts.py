"""Lines -> the papers that one file holds (notice, act, explanatory note, attachments) and what each line is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from checker.lazy import lazily
from checker.model import Part, Span
from checker.segment.head import ENDS_AS_TITLE, Head, read_head
from checker.segment.lines import ARTICLE, CHAPTER, FIRST, Line
from checker.segment.tail import Tail, read_tail

_CARRIED = lazily(
    r"(?:印发|发布|公布|转发|批转|颁布|下发|征求)(?:《(?P<quoted>.+)》|(?P<bare>.{4,60}?))的?(?:（[^）]*）)?(?:的|意见)"
)
_ATTACHED = lazily(r"附 ?(?:件|表|录|图) ?([0-9一二三四五六七八九十]{0,3}) ?(?:[：:.、—-] ?|$| )")
_NOTE = lazily(r"(?:起草|编制|修订|制定|修改)(?:情况)?的?(?:情况)?说明$")
_FORM = lazily(r"(?:表|申请书|承诺书|样式|样表|模板|回执|格式|文书|范本|存根|证明书|单)(?:（[^）]*）)?$")
_ACT = lazily(
    r"(?:办法|规定|细则|规则|规程|规范|制度|方案|要点|计划|规划|纲要|预案|措施|政策|条例|意见|标准|准则|章程|守则|清单|目录|指南|指引"
    r"|举措|条)(?:（[^（）]{1,30}）)*$"
)
_NOTICE = lazily(r"(?:通知|公告|通告|通报|批复|函|令|决定|公示)(?:（[^（）]*）)?$")
_CLOSE = lazily(r"(?:^|[ 局厅部委府会室处院])(?:[12][0-9]{3}|二[〇○零OО].{2}) ?年.{1,4}月.{1,4}日$")
_LONGEST_CLOSE = 45
_LONGEST_TITLE = 80
_NEAR = 4
_LISTED = 8


@dataclass(slots=True)
class Layout:
    """What the lines are. ``firsts`` are the indices of the first lines of ``parts``, ``names`` what labels call them."""

    roles: list[str]
    parts: list[Part] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    heads: list[Head] = field(default_factory=list)
    tails: list[Tail] = field(default_factory=list)


def lay_out(folded: str, lines: list[Line]) -> Layout:
    """Tell the parts of a file from each other, and in each the title, number, addressee, signature and date."""
    layout = Layout([""] * len(lines))
    if not lines:
        layout.parts.append(Part("act", Span(0, len(folded))))
        layout.firsts.append(0)
        layout.names.append("")
        return layout
    starts = _starts(folded, lines, layout)
    layout.roles[:] = [""] * len(lines)
    bounds = [*(start for start, _, _ in starts), len(lines)]
    for index, (first, kind, name) in enumerate(starts):
        _add(folded, lines, layout, (first, bounds[index + 1]), kind, name)
    return layout


def _starts(folded: str, lines: list[Line], layout: Layout) -> list[tuple[int, str, str]]:
    """First line, kind and name of every part."""
    head = read_head(folded, lines, 0, len(lines), layout.roles)
    title = folded[head.title.start : head.title.end].replace("\n", "") if head.title else ""
    wanted = _carried(title)
    starts = [(0, _first_kind(title, wanted), "")]
    closed = False
    for at in range(head.body, len(lines)):
        line = lines[at]
        if line.table >= 0 or line.end - line.start > _LONGEST_TITLE:
            continue
        words = folded[line.start : line.end]
        closed = closed or (words[-1] == "日" and len(words) < _LONGEST_CLOSE and bool(_CLOSE.search(words)))
        start = _start(folded, lines, at, words, wanted, closed)
        if start and at - starts[-1][0] >= (2 if starts[-1][1] in ("attachment", "form") else 1):
            starts.append((at, *start))
            wanted = "" if start[0] == "act" else wanted
    return starts


def _start(folded: str, lines: list[Line], at: int, words: str, wanted: str, closed: bool) -> tuple[str, str] | None:
    """Kind and name of the part that begins at this line, None if none does."""
    if words[0] == "附" and (found := _ATTACHED.match(words)):
        alone = found.end() == len(words)
        if alone and words[-1] == "：" and _listed_below(folded, lines, at):
            return None
        if (alone and words[-1] != "：") or (closed and (found[1] or alone or _ACT.search(words))):
            return _attachment(folded, lines, at, words[found.end() :], f"附件{found[1]}")
        return None
    if lines[at].level or words[-1] in "。；：，、":
        return None
    if wanted and _is_wanted(folded, lines, at, words, wanted):
        return "act", ""
    if _NOTE.search(words) and len(words) > _NEAR:
        return "note", "起草说明"
    if closed and not wanted and ENDS_AS_TITLE.search(words) and _ACT.search(words) and _opens(lines, at):
        return "act", ""
    return None


def _listed_below(folded: str, lines: list[Line], at: int) -> bool:
    """附件：that only lists names: the attachments themselves begin further down."""
    below = lines[at + 1 : at + 1 + _LISTED]
    return any(_ATTACHED.match(folded, line.start, line.end) for line in below)


def _attachment(folded: str, lines: list[Line], at: int, rest: str, name: str) -> tuple[str, str]:
    title = rest
    if not title and at + 1 < len(lines):
        below = lines[at + 1]
        title = folded[below.start : below.end] if below.end - below.start <= _LONGEST_TITLE else ""
    if _NOTE.search(title):
        return "note", "起草说明"
    if _FORM.search(title):
        return "form", name
    act = bool(_ACT.search(title)) and _opens(lines, at + 1)
    return ("act", "" if name == "附件" else name) if act else ("attachment", name)


def _opens(lines: list[Line], at: int) -> bool:
    """Articles or chapters follow within a few lines."""
    return any(line.level in (CHAPTER, ARTICLE) for line in lines[at + 1 : at + 1 + _NEAR])


def _carried(title: str) -> str:
    """The squeezed name of the act that a notice carries."""
    found = _CARRIED.search(title)
    return _squeezed(found["quoted"] or found["bare"]) if found else ""


def _is_wanted(folded: str, lines: list[Line], at: int, words: str, wanted: str) -> bool:
    """The line, or it and the next one or two, are the name of the carried act."""
    joined = _squeezed(words)
    if not joined or joined[:6] != wanted[: len(joined[:6])]:
        return False
    for used in range(3):
        if joined == wanted or (wanted in joined and len(joined) <= len(wanted) + 12):
            return True
        if at + used + 1 >= len(lines) or len(joined) > len(wanted):
            return False
        below = lines[at + used + 1]
        joined += _squeezed(folded[below.start : below.end]) if below.end - below.start <= _LONGEST_TITLE else "。"
    return False


def _squeezed(words: str) -> str:
    return re.sub(r"[\s《》“”（）]", "", words)


def _first_kind(title: str, wanted: str) -> str:
    if wanted or _NOTICE.search(title):
        return "notice"
    return "note" if _NOTE.search(title) else "act"


def _add(folded: str, lines: list[Line], layout: Layout, room: tuple[int, int], kind: str, name: str) -> None:
    """Add the part of these lines."""
    first, last = room
    roles = layout.roles
    top = first
    if _ATTACHED.match(folded, lines[first].start, lines[first].end):
        roles[first] = "attachment"
        top = first + 1
    head = read_head(folded, lines, top, last, roles)
    if top > first and (rest := _title_beside(folded, lines[first])):
        head.title = rest
    tail = read_tail(folded, lines, max(head.body, top), last, roles)
    _mark_list(folded, lines, (head.body, last), roles)
    begin = lines[first].start if first else 0
    end = lines[last].start if last < len(lines) else len(folded)
    layout.parts.append(Part(kind, Span(begin, end), head.title))
    layout.firsts.append(first)
    layout.names.append(name)
    layout.heads.append(head)
    layout.tails.append(tail)


def _title_beside(folded: str, line: Line) -> Span | None:
    """What stands after 附件1 on its own line."""
    found = _ATTACHED.match(folded, line.start, line.end)
    return Span(found.end(), line.end) if found and found.end() < line.end else None


def _mark_list(folded: str, lines: list[Line], room: tuple[int, int], roles: list[str]) -> None:
    """附件：1.… and the lines of the same list below it, up to the signature."""
    listing = False
    for at in range(*room):
        line = lines[at]
        length = line.end - line.start
        if folded[line.start] == "附" and not roles[at] and _ATTACHED.match(folded, line.start, line.end):
            listing = True
        elif roles[at] or length > _LONGEST_TITLE or folded[line.end - 1] == "。" or 0 < line.level < FIRST:
            listing = False
        if listing:
            roles[at] = "attachment"
