"""Signature, title or masthead -> the organ that issued the paper."""

from __future__ import annotations

import re

from checker.lazy import lazily
from checker.segment.numbers import HAN
from checker.segment.parts import Layout
from checker.segment.tail import Tail, is_person

_TITLED = lazily(r"^(.{2,60}?)(?:关于|印发|转发|发布|公布)", re.DOTALL)
_ORDERED = lazily(rf"({HAN}{{2,20}}(?:人民政府|委员会|部|总局|局|厅|署|国务院|银行))令")
_MASTHEAD = lazily(r" ?文 ?件$")
_ABBREVIATED = lazily(
    r"(?:人民政府|委员会|管委会|办公室|办公厅|[局厅部委院署会处司行政府]|公司|中心|银行|小组|医院|学校)(?:等.{0,6})?$"
)


def issuer(folded: str, layout: Layout, tail: Tail) -> str:
    """Names of the issuing organs joined by 、, empty where the text names none."""
    signed = [folded[name.start : name.end] for name in tail.names]
    organs = [re.sub(r"\s", "", name) for name in signed if not is_person(name)]
    if organs:
        return "、".join(organs)
    if not layout.heads:
        return ""
    head = layout.heads[0]
    title = re.sub(r"\s", "", folded[slice(*head.title)]) if head.title else ""
    if (found := _TITLED.match(title)) and _ABBREVIATED.search(found[1]):
        return found[1]
    if head.masthead:
        return _MASTHEAD.sub("", folded[slice(*head.masthead)]).replace(" ", "")
    order = _ORDERED.match(folded[slice(*head.number)] if head.number else "") or _ORDERED.fullmatch(title)
    return order[1] if order else ""
