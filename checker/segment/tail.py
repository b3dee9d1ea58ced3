"""The last lines of a paper -> its signature (署名) and date (成文日期)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from checker.lazy import lazily
from checker.model import Span
from checker.segment.dates import find_dates, whole_date
from checker.segment.lines import Line
from checker.segment.numbers import HAN

_ORGAN = lazily(
    r"(?:人民政府|委员会|管委会|办事处|办公室|办公厅|局|厅|部|委|院|公司|中心|领导小组|指挥部|联席会议|会|处|署|总队|支队|大队|学校"
    r"|银行|法院|检察院|政府|分局|支行|分行|税务局|工信委|所|站|集团|秘书处|行)(?:（[^）]{1,12}）)?$"
)
_PERSON = lazily(rf"{HAN}{{0,14}}(?:[市省县区部局署行院会镇乡]长|主席|主任|总理)：?{HAN}{{2,4}}")
_LONGEST_DATE = 24
_SHORTEST_NAME = 3
_LONGEST_NAME = 42
_MOST_SIGNERS = 14


@dataclass(frozen=True, slots=True)
class Tail:
    """``names`` are the signing organs, one line each; ``first`` and ``last`` are indices of lines."""

    names: tuple[Span, ...] = ()
    dated_at: Span | None = None
    dated: date | None = None
    first: int = -1
    last: int = -1

    @property
    def signature(self) -> Span | None:
        return Span(self.names[0].start, self.names[-1].end) if self.names else None


def read_tail(folded: str, lines: list[Line], first: int, last: int, roles: list[str]) -> Tail:
    """The first signature with a date in ``lines[first:last]``, else a bare date or a bare signature at the end."""
    best = Tail()
    for at in range(first, last):
        line = lines[at]
        if line.level or line.table >= 0 or roles[at] or line.end - line.start > _LONGEST_NAME + _LONGEST_DATE:
            continue
        tail = _dated(folded, lines, at, first, roles)
        best = tail or best
        if best.names:
            break
    if best.first < 0 and last - first > 1:
        names = _names_above(folded, lines, last, first, roles)
        best = Tail(_spans(lines, names), first=names[0], last=last - 1) if names else best
    _mark(lines, best, roles)
    return best


def _dated(folded: str, lines: list[Line], at: int, first: int, roles: list[str]) -> Tail | None:
    """The tail that a line with a date closes; None where the line is not a name and a date, or a date alone."""
    line = lines[at]
    if mention := whole_date(folded, line.start, line.end):
        above = _names_above(folded, lines, at, first, roles)
        return Tail(_spans(lines, above), mention.span, mention.date, above[0] if above else at, at)
    found = find_dates(folded, line.start, line.end)
    if not found or line.end > found[-1].span.end + 1:
        return None
    name = folded[line.start : found[-1].span.start].strip()
    if not _may_sign(name):
        return None
    return Tail((Span(line.start, line.start + len(name)),), found[-1].span, found[-1].date, at, at)


def _names_above(folded: str, lines: list[Line], at: int, first: int, roles: list[str]) -> tuple[int, ...]:
    """Indices of the lines right above ``at`` that name organs."""
    found: list[int] = []
    for index in range(at - 1, max(first, at - 1 - _MOST_SIGNERS) - 1, -1):
        line = lines[index]
        if line.level or line.table >= 0 or roles[index] or not _may_sign(folded[line.start : line.end]):
            break
        found.insert(0, index)
    return tuple(found)


def is_person(words: str) -> bool:
    """市长 and a name: orders are signed by a person, all other papers by an organ."""
    return bool(_PERSON.fullmatch(words.replace(" ", "")))


def _may_sign(words: str) -> bool:
    plain = words.replace(" ", "")
    if len(plain) < _SHORTEST_NAME or len(words) > _LONGEST_NAME or any(mark in plain for mark in "。；：，？“"):
        return False
    return bool(_ORGAN.search(plain)) or is_person(words)


def _spans(lines: list[Line], indices: tuple[int, ...]) -> tuple[Span, ...]:
    return tuple(Span(lines[index].start, lines[index].end) for index in indices)


def _mark(lines: list[Line], tail: Tail, roles: list[str]) -> None:
    if tail.first < 0:
        return
    for index in range(tail.first, tail.last + 1):
        named = any(name.start == lines[index].start for name in tail.names)
        roles[index] = "signature" if named else "date"
