"""Numbers of papers (发文字号, 令号) in a text into their normal form, with what is wrong about how they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.laws.numerals import DIGITS, number
from checker.lazy import lazily

_LEADS = lazily(
    r".*(?:根据|依据|依照|按照|遵照|参照|贯彻|落实|执行|实施|印发|转发|制定|废止|修改|公布|发布|关于|以及|和|与|及|等|的|由|按|对|在|以"
    r"|见|即|为|凭|同时|文件|标题|文号|字号)"
)
_OPEN, _CLOSE = r"[〔\[（【［﹝{<〈「]", r"[〕\]）】］﹞}>〉」]"
_PAPER = lazily(
    rf"(?P<code>[\u4e00-\u9fff]{{1,16}}(?:[A-Za-z]{{1,3}})?) ?(?P<open>{_OPEN}) ?(?P<year>(?:19|20)\d\d|\d\d|[〇○零一二三四五六七八九]{{4}})年? ?"
    rf"(?P<close>{_CLOSE}) ?(?P<nth>第)? ?(?P<serial>\d{{1,5}}) ?号"
)
_ORDER = lazily(
    rf"(?P<organ>[\u4e00-\u9fff、 ]{{2,40}}?)?(?:"
    rf"令 ?（?(?:(?P<year>(?:19|20)\d\d) ?年 ?)?(?:第 ?)?(?P<serial>[{DIGITS}]{{1,6}}) ?号(?: ?令)?）?"
    rf"|(?:(?P<year2>(?:19|20)\d\d) ?年 ?)?第 ?(?P<serial2>[{DIGITS}]{{1,6}}) ?号 ?令(?!牌))"
)
_NOTICE = lazily(
    r"(?:(?P<word>公告|通告) ?（?(?P<year>(?:19|20)\d\d) ?年 ?第 ?(?P<serial>\d{1,5}) ?号）?"
    r"|(?P<year2>(?:19|20)\d\d) ?年 ?第 ?(?P<serial2>\d{1,5}) ?号 ?（?(?P<word2>公告|通告)）?)"
)
_ORGAN_LEADS = lazily(
    r".*(?:根据|依据|依照|按照|遵照|参照|贯彻|落实|执行|实施|已经|经由|由|以|经|现行|原|日|号|见|即|废止|修改|公布|发布|与|及|年|的|》"
    r"|(?<!发展)(?<!资源)(?<!住房)(?<!工业)(?<!文化)(?<!林业)(?<!卫生)(?<!粮食)(?<!民共)和)"
)


_BEFORE, _AFTER = 80, 16
"""No form is longer than this before and after its 号."""


class Number(NamedTuple):
    """``form`` is the normal form, ``fault`` what is wrong about the way it is written (Chinese), or empty."""

    start: int
    end: int
    form: str
    fault: str = ""


def find_numbers(text: str) -> Iterator[Number]:
    """Every 发文字号, 令号 and 公告号 of a folded text, in order of their kind."""
    places = list(_places(text))
    for start, end in places:
        for match in _PAPER.finditer(text, start, end):
            if (found := _paper(match)) is not None:
                yield found
    for start, end in places:
        for match in _ORDER.finditer(text, start, end):
            yield from _order(match)
    for start, end in places:
        for match in _NOTICE.finditer(text, start, end):
            serial = match["serial"] or match["serial2"]
            form = f"{match['year'] or match['year2']}年第{int(serial)}号{match['word'] or match['word2']}"
            yield Number(match.start(), _end(match), form)


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Where a number may stand: around each 号, the only word that every form has; overlapping places are one."""
    start = end = 0
    at = text.find("号")
    while at >= 0:
        if at - _BEFORE > end:
            if end:
                yield start, end
            start = at - _BEFORE
        end = at + _AFTER
        at = text.find("号", at + 1)
    if end:
        yield max(start, 0), min(end, len(text))


def _paper(match: re.Match[str]) -> Number | None:
    code = match["code"]
    if lead := _LEADS.match(code):
        code = code[lead.end() :]
    if not code:
        return None
    start = match.start("code") + len(match["code"]) - len(code)
    year = match["year"] if match["year"].isdigit() and match["year"].isascii() else str(number(match["year"]))
    full = "20" + year if len(year) == 2 else year
    form = f"{code}〔{full}〕{int(match['serial'])}号"
    return Number(start, match.end(), form, _fault(match, form))


def _fault(match: re.Match[str], form: str) -> str:
    faults = []
    if match["open"] + match["close"] not in ("〔〕", "﹝﹞"):
        faults.append("年份应当用六角括号〔〕括入")
    if len(match["year"]) == 2:
        faults.append("年份应当写全四位")
    if match["nth"] and not form.split("〔")[0].endswith(("公告", "通告", "令")):
        faults.append("发文顺序号前不加“第”字")
    if match["serial"].startswith("0"):
        faults.append("发文顺序号不编虚位")
    return f"发文字号写法不规范：{'，'.join(faults)}，应为{form}" if faults else ""


def _order(match: re.Match[str]) -> Iterator[Number]:
    organ = match["organ"] or ""
    lead = _ORGAN_LEADS.match(organ)
    cut = lead.end() if lead else 0
    cut += len(organ[cut:]) - len(organ[cut:].lstrip())
    organ = organ[cut:]
    serial = number(match["serial"] or match["serial2"])
    if not serial or organ.endswith(("命", "指", "法", "口")):
        return
    year = match["year"] or match["year2"]
    start = match.start() + cut
    name = organ.replace("中华人民共和国", "").replace(" ", "")
    yield Number(start, _end(match), f"{name}令{f'{year}年' if year else ''}第{serial}号")


def _end(match: re.Match[str]) -> int:
    """The end of the number, without a bracket that was opened before it."""
    return match.end() - (match[0].count("）") > match[0].count("（"))
