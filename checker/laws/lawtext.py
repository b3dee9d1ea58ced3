"""The text of a law, Markdown or plain, into title, dates, number and articles."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.laws.numerals import DIGITS, number
from checker.lazy import lazily

_ARTICLE = lazily(
    rf"^[#\s*]*第 ?(?P<main>[{DIGITS}]{{1,8}}) ?条(?: ?之 ?(?P<sub>[{DIGITS}]{{1,3}}))?(?:[*]+|(?=[ \u3000\t〔【（(])|$)[ \u3000\t]*(?P<rest>.*)$"
)
_HEADING = lazily(rf"^[#\s*]*第 ?[{DIGITS}]{{1,5}} ?(?:编|分编|章|节)(?:[ \u3000].*|$)|^#")
_DATE = lazily(r"((?:19|20)\d\d) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日")
_EFFECTIVE = lazily(r"自 ?((?:19|20)\d\d) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日 ?起?(?:正式)?(?:施行|实施|生效|执行)")
_STARTS = lazily(r"((?:19|20)\d\d) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日 ?起?(?:施行|实施|生效|执行)")
_CHANGED = lazily(r"修订|修正|修改|修改决定")
_ORDER = lazily(r"国务院(?:、中华人民共和国中央军事委员会)?令第? ?(\d{1,4}) ?号")
_TITLE = lazily(r"^#* *(?P<title>[^#。；]{2,100}?)(?:[（(](?P<version>\d{4}-\d\d-\d\d)[）)])? *$")
_FULL_WIDTH = {ord("０") + i: ord("0") + i for i in range(10)}
_TENS = "一二三四五六七八九十"
_SECTION = lazily(rf"^[#\s*]*(?:(?P<main>[{_TENS}]{{1,3}})、|[（(](?P<sub>[{_TENS}]{{1,3}})[）)])(?P<rest>.*)$")


@dataclass(frozen=True, slots=True)
class LawText:
    """``articles`` are key (``120-1``) and words without the number, one line a paragraph. Dates are ISO, or empty.

    ``first`` is the adoption of the first version, ``version`` that of this one, ``effective`` the day that the
    text names for its coming into force.
    """

    title: str
    first: str
    version: str
    effective: str
    number: str
    changed: bool
    articles: tuple[tuple[str, str], ...]


def read_law(text: str, name: str = "") -> LawText:
    """A law from its text; ``name`` is the file's, which may carry the version: 行政处罚法(2021-01-22)."""
    lines = [line.strip() for line in text.replace("<br>", "\n").translate(_FULL_WIDTH).splitlines()]
    lines = _without_front_matter(lines)
    title, named = _title(lines, name)
    start = next((index for index, line in enumerate(lines) if _ARTICLE.match(line)), len(lines))
    head = "\n".join(lines[:start])
    articles = _articles(lines[start:]) or _sections(lines)
    dates = _signed(lines) if start == len(lines) else []
    dates = dates or sorted("-".join((y, m.zfill(2), d.zfill(2))) for y, m, d in _DATE.findall(_history(head)))
    version = named or (dates[-1] if dates else "")
    effective = _effective(head, articles, version)
    order = _ORDER.search(head)
    return LawText(
        title,
        dates[0] if dates else version,
        version,
        effective,
        f"国务院令第{order[1]}号" if order else "",
        _CHANGED.search(head) is not None or (bool(dates) and dates[0][:4] < version[:4]),
        articles,
    )


def _without_front_matter(lines: list[str]) -> list[str]:
    if lines and lines[0] == "---" and "---" in lines[1:]:
        return lines[lines.index("---", 1) + 1 :]
    return lines


def _title(lines: list[str], name: str) -> tuple[str, str]:
    version = re.search(r"[（(_](\d{4}-?\d\d-?\d\d)[）)]?$", name)
    day = version[1].replace("-", "") if version else ""
    named = f"{day[:4]}-{day[4:6]}-{day[6:]}" if day else ""
    for line in lines:
        if found := _TITLE.match(line):
            return found["title"].replace(" ", "").replace("\u3000", ""), found["version"] or named
    return re.sub(r"[（(_]\d{4}-?\d\d-?\d\d[）)]?$", "", name), named


def _history(head: str) -> str:
    """The lines above the first article that tell adoption and changes, without the day of effect."""
    kept = [line for line in head.splitlines() if not _STARTS.search(line) or _CHANGED.search(line) or "公布" in line]
    return "\n".join(_STARTS.sub("", line) for line in kept)


def _signed(lines: list[str]) -> list[str]:
    """The date below the signature of a paper without articles: the first line that is a date and nothing else."""
    found = next(filter(None, map(_DATE.fullmatch, lines)), None)
    return [_iso(found)] if found else []


def _articles(lines: list[str]) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, list[str]]] = []
    last = (0, 0)
    for line in lines:
        match = _ARTICLE.match(line)
        place = (number(match["main"]), number(match["sub"] or "")) if match else (0, 0)
        if match and _follows(place, last):
            last = place
            found.append((f"{place[0]}-{place[1]}" if place[1] else str(place[0]), [match["rest"]]))
        elif line and found and not _HEADING.match(line) and not line.startswith("<!--"):
            found[-1][1].append(line.strip("*"))
    return tuple((key, "\n".join(filter(None, words)).replace("**", "")) for key, words in found)


def _sections(lines: list[str]) -> tuple[tuple[str, str], ...]:
    """A paper without articles by its headings: 二 and 二（五）. What stands before the first one is left out."""
    found: list[tuple[str, list[str]]] = []
    for line in lines:
        match = _SECTION.match(line)
        if match and match["main"]:
            found.append((match["main"], [match["rest"]]))
        elif match and found:
            found.append((f"{re.split('（', found[-1][0])[0]}（{match['sub']}）", [match["rest"]]))
        elif line and found:
            found[-1][1].append(line)
    once = {key: "\n".join(filter(None, words)) for key, words in reversed(found)}
    return tuple((key, once[key]) for key in dict.fromkeys(key for key, _ in found))


def _follows(place: tuple[int, int], last: tuple[int, int]) -> bool:
    """Articles only go up, and never by a leap: a line that begins with “第三条规定的” is no article."""
    return place > last and place[0] - last[0] <= 20


def _effective(head: str, articles: tuple[tuple[str, str], ...], version: str) -> str:
    """The day of coming into force, if it is one of this version: a changed act still names its first one."""
    ends = [words for _, words in articles[-3:]]
    tail = "\n".join(ends)
    days = [_iso(match) for match in (*_EFFECTIVE.finditer(tail), *_STARTS.finditer(head))]
    later = [day for day in days if day >= version]
    return later[-1] if later else (days[-1] if days and not version else "")


def _iso(match: re.Match[str]) -> str:
    return f"{match[1]}-{match[2].zfill(2)}-{match[3].zfill(2)}"
