"""Names of organs that were dissolved or renamed, where a text still uses them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from checker.laws.citation import Citation, surroundings
from checker.laws.register import Organ, Register
from checker.lazy import lazily
from checker.model import Span

_QUOTED = lazily(r"《[^《》\n]{2,120}》|〈[^〉\n]{2,120}〉|“[^”\n]{2,40}”")
_FORMER = lazily(r"(?:原|前|时任|更名前的|撤销|并入|不再保留|划入|组建前)(?:[\u4e00-\u9fff]{0,6})$")
_GONE = lazily(
    r"(?:的?职责|职能)?(?:更名|改名|撤销|并入|划入|整合|改组|改为|合并)"
    r"|(?:办公室|办公厅)?(?:关于|[.．])|(?:联合)?(?:令|公告|通告|通知) ?[（第〔0-9一二三四五六七八九十]|[12]\d{3}年第|(?:发布|公布|印发|颁布|制定|批准)"
)
"""What shows that the organ is named as the one that acted then, or as one that is gone."""


@lru_cache(maxsize=64)
def _pattern(organs: tuple[Organ, ...]) -> re.Pattern[str]:
    longest_first = sorted(organs, key=lambda organ: -len(organ.old))
    names = "|".join(map(_guarded, longest_first))
    return lazily(f"(?:{names})(?![门势面限级])" if names else "(?!)")


def _guarded(organ: Organ) -> str:
    """The name, unless the character before it makes it another organ's."""
    return (f"(?<![{organ.not_after}])" if organ.not_after else "") + re.escape(organ.old)


def find_organs(text: str, register: Register) -> Iterator[Citation]:
    """Mentions of organs that lost their name, except in titles, numbers and where the text says 原 or 并入."""
    named = tuple(organ for organ in register.organs if organ.old in text)
    if not named:
        return
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    for match in _pattern(named).finditer(text):
        start, end = match.span()
        if any(left <= start < right for left, right in quoted):
            continue
        before, after = surroundings(text, start, end)
        if _FORMER.search(before) or _GONE.match(after):
            continue
        yield Citation(Span(start, end), match[0], "", (), "organ", "", match[0], "", before, after)


def organ_of(name: str, register: Register) -> Organ | None:
    """What became of the organ of this name."""
    return next((organ for organ in register.organs if organ.old == name), None)
