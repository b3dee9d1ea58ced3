"""The act that a citation means: by its number, its title, or a title cut short."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

from checker.laws.citation import Citation
from checker.laws.names import core, inner, title_key
from checker.laws.register import Entry, Register
from checker.lazy import lazily

_ORGAN_BEFORE = lazily(r"(?:中共中央|国务院|办公厅|[\u4e00-\u9fff]{1,12}(?:部|委员会|委|总局|局|署|银行|法院|检察院))$")
_NEAR, _ALIKE = 0.86, 0.6
_LONG_CORE = 14
_FEW = 3


class Resolved(NamedTuple):
    """``entry`` is the act, if there is one; ``fault`` is wrong_number or wrong_title, ``reason`` why."""

    entry: Entry | None
    fault: str = ""
    reason: str = ""


def resolve(citation: Citation, register: Register) -> Resolved:
    """Title and number of a citation held against the register."""
    by_title = _titled(citation, register)
    by_number = register.by_number(citation.number) if citation.number else None
    if not citation.title or citation.kind == "number":
        return Resolved(by_number)
    if by_number is None:
        return _only_title(citation, by_title, register)
    if by_title is None or by_title is by_number:
        return Resolved(by_number) if by_title else _only_number(citation, by_number)
    reason = f"《{by_number.title}》的文号才是{citation.number}，《{by_title.title}》的文号是{_numbers(by_title)}"
    return Resolved(by_title, "wrong_number", reason)


def _titled(citation: Citation, register: Register) -> Entry | None:
    key = title_key(citation.title)
    if not key:
        return None
    if (entry := register.find(key)) is not None:
        return entry
    organ = _ORGAN_BEFORE.search(title_key(citation.before))
    if organ and (entry := register.find(organ[0] + key)) is not None:
        return entry
    return register.find(inner(key)) if inner(key) else None


def _only_title(citation: Citation, entry: Entry | None, register: Register) -> Resolved:
    if entry is None:
        cut = register.by_core(citation.title)
        return Resolved(cut if cut and len(core(title_key(cut.title))) >= _LONG_CORE and not cut.repealed else None)
    if not citation.number or not _same_series(citation.number, entry) or entry.amended:
        return Resolved(entry)
    return Resolved(entry, "wrong_number", f"《{entry.title}》的文号是{_numbers(entry)}，不是{citation.number}")


def _only_number(citation: Citation, entry: Entry) -> Resolved:
    said, true = _words(core(title_key(citation.title))), _words(core(title_key(entry.title)))
    wrapped = _words(core(inner(title_key(entry.title))))
    if said in true or (wrapped and (said in wrapped or wrapped in said)) or true in said:
        return Resolved(entry)
    alike = SequenceMatcher(None, said, true, autojunk=False).ratio()
    if alike >= _ALIKE:
        return Resolved(entry, "wrong_title", f"{citation.number}的标题是《{entry.title}》")
    return Resolved(entry, "wrong_number", f"{citation.number}是《{entry.title}》，与所引标题不符")


def _words(title: str) -> str:
    """A title without what writers leave out or write differently: 的, dashes, 关于."""
    return re.sub(r"的|关于|[-—–－~～至]", "", title)


def _same_series(number: str, entry: Entry) -> bool:
    """Whether the act has a number of this kind (国办发, 国务院令), so that another one must be wrong."""
    return any(_series(number) == _series(own) for own in entry.numbers)


def _series(number: str) -> str:
    return re.split(r"〔|第", number)[0]


def _numbers(entry: Entry) -> str:
    return "、".join(entry.numbers) or "另一个"


def nearest_law(title: str, register: Register) -> Entry | None:
    """The law whose name is so like this one that it must be meant (固体废物污染防治法); None if none is."""
    key = title_key(title)
    best, best_ratio = None, _NEAR
    for name in register.bare_names:
        if not name.endswith("法") or abs(len(name) - len(key)) > _FEW or name[:2] != key[:2]:
            continue
        ratio = SequenceMatcher(None, key, name, autojunk=False).ratio()
        if _left_out(key, name):
            ratio = max(ratio, _NEAR)
        if ratio >= best_ratio:
            best, best_ratio = register.find(name), ratio
    return best


def _left_out(key: str, name: str) -> bool:
    """Whether the one is the other with a word left out: 治安处罚法 for 治安管理处罚法."""
    short, long = sorted((key, name), key=len)
    return any(short == long[:cut] + long[cut + len(long) - len(short) :] for cut in range(2, len(short) - 1))
