"""Names of laws without 《》, and what a text says of itself (本办法第五条) or of what it named last (前款, 该条例)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from checker.laws.articles import ArticleRef, read_articles
from checker.laws.numerals import DIGITS
from checker.lazy import lazily

_ENDINGS = "条例|办法|规定|细则|规则|准则|规程|法典|法"
_STATE = "中华人民共和国"
_RIGHT = lazily(
    r"律|院|官|人|规|定|治|制|学|案|庭|务|例|典|式|办法|宝|语|医|网|理|商|系|盲|"
    r"(?:的?若干|实施)(?:规定|条例|细则|办法|意见|方案|问题)|解释|释义|修正案|修订草案|草案"
)
_LEFT_LOCAL = lazily(r"[市省县区州盟旗镇](?:实施)?$")
_CUE = lazily(
    r"(?:根据|依据|依照|按照|遵照|参照|违反|适用|符合|贯彻|执行|遵守|和|与|及|、|》|条|款|项|“)(?:我国|国家)? ?$"
)
_SHORTEST_ALONE = 4
_GAP = lazily(r"(?: ?（[^（）\n]{1,30}）)?(?: ?(?:中|的))?(?: ?第[0-9一二三四五六七八九十]{1,4}[编章节])*")
_UNKNOWN = lazily(rf"(?:{_ENDINGS})(?:（(?:试行|暂行|[12]\d{{3}}[^（）]{{0,6}})）)? ?(?=第 ?[{DIGITS}]{{1,7}} ?条)")
_BACK = lazily(r"[\u4e00-\u9fff]{1,30}$")
_LEADS = lazily(
    r".*(?:根据|依据|依照|按照|遵照|参照|违反|适用|符合|贯彻|执行|遵守|落实|按|依|由|和|与|及|或者|或|的|是|为|在|对|将|把|以|即|见|有|等|其|除)"
)
SELF = lazily(
    r"本 ?(?P<noun>(?:暂行|实施|管理|试行)?(?:办法|条例|规定|细则|规则|决定|意见|通知|方案|制度|准则|章程|规程|规范|措施|指南|指引|公告|合同|协议|法典|法))"
    rf"(?:（[^（）\n]{{1,10}}）)? ?(?=第 ?[{DIGITS}（])"
)
PLACE = lazily(
    rf"(?P<lead>依照|按照|根据|依据|违反|适用|参照|符合|除|属于|遵守|有|前述|和|、|本)(?=第 ?[{DIGITS}]{{1,7}} ?条)"
)
PREVIOUS = lazily(
    rf"(?P<word>(?:前|上)(?P<many>[一二两三四五])?(?P<unit>条|款|项)(?!件|例|目)|(?P<that>该|同|上述)(?P<noun>{_ENDINGS}|决定|意见|通知)(?!律|规|定))"
)


class Bare(NamedTuple):
    """A name that stands without 《》 and the articles after it."""

    start: int
    end: int
    name: str
    articles: tuple[ArticleRef, ...]


@lru_cache(maxsize=8)
def _automaton(names: tuple[str, ...]) -> Any:
    from ahocorasick_rs import AhoCorasick, MatchKind

    return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)


def find_known(text: str, names: tuple[str, ...], aliases: frozenset[str]) -> Iterator[Bare]:
    """Names of the register, and short names that the text has given, where they stand without 《》."""
    for start, end in _occurrences(text, names, aliases):
        if _RIGHT.match(text, end):
            continue
        before = text[max(0, start - 12) : start]
        whole = before.endswith(_STATE)
        if _LEFT_LOCAL.search(before.removesuffix(_STATE)):
            continue
        articles, stop = articles_after(text, end)
        name = text[start:end]
        if not (articles or whole or (name not in aliases and _stands_alone(name, before))):
            continue
        yield Bare(start - len(_STATE) * whole, stop if articles else end, name, articles)


def _occurrences(text: str, names: tuple[str, ...], aliases: frozenset[str]) -> Iterator[tuple[int, int]]:
    found: list[tuple[int, int]] = [(start, end) for _, start, end in _automaton(names).find_matches_as_indexes(text)]
    for alias in aliases:
        found += [(match.start(), match.end()) for match in re.finditer(re.escape(alias), text)]
    yield from sorted(found)


def _stands_alone(name: str, before: str) -> bool:
    """宪法 by itself is a value that all honour, not a citation."""
    if name == "宪法":
        return False
    return len(name) >= _SHORTEST_ALONE or _CUE.search(before) is not None


def find_unknown(text: str) -> Iterator[Bare]:
    """Names that no register holds, told by the article after them: 某市物业管理条例第三条."""
    for match in _UNKNOWN.finditer(text):
        back = _BACK.search(text, max(0, match.start() - 30), match.start())
        stem = back[0] if back else ""
        if lead := _LEADS.match(stem):
            stem = stem[lead.end() :]
        if len(stem) < 2 or stem.startswith(("本", "该", "同", "上述", "前", "第")):
            continue
        articles, stop = articles_after(text, match.start() + len(match[0].rstrip()))
        if articles:
            yield Bare(match.start() - len(stem), stop, stem + match[0].strip(), articles)


def articles_after(text: str, end: int) -> tuple[tuple[ArticleRef, ...], int]:
    """The references right after a name, a version in brackets between them allowed."""
    gap = _GAP.match(text, end)
    return read_articles(text, gap.end() if gap else end)
