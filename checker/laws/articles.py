"""“第九条、第十条和第二十三条第二款第（一）、（三）项” into one reference for each place named."""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.laws.numerals import DIGITS, chinese, number
from checker.lazy import lazily

_LONGEST_RANGE = 60
"""A longer range is kept as its two ends."""

_UNITS = "条款项目"
_NUMERAL = rf"[{DIGITS}](?: ?[{DIGITS}]){{0,8}}"
_NUMBER = rf"(?:（ ?{_NUMERAL} ?）|{_NUMERAL})"
_JOIN = r"(?:、|,|和|及|与|或|以及|或者|至|到|-|—|~|－)"
_GROUP = lazily(
    rf" ?(?P<ordinal>第)? ?(?P<numbers>{_NUMBER}(?: ?{_JOIN} ?第? ?{_NUMBER})*) ?(?P<unit>[条款项目])"
    rf"(?!目|例|件|文|约|码|线|规(?!定)|的?式)(?: ?之(?P<sub>[{DIGITS}]{{1,3}})(?![{DIGITS}]))?"
)
_SEPARATOR = lazily(r" ?(?:以及|或者|、|，|,|；|和|及|与|或|并|至|到|-|—|~|的)? ?")
_RANGE = lazily(r"至|到|-|—|~|－")
_ONE_NUMBER = lazily(rf"(?P<join>{_JOIN})? ?第? ?(?P<number>{_NUMBER})")


_BEGINS_ARTICLE = lazily(rf" +第[{DIGITS}]{{1,8}}条(?:之[{DIGITS}]+)? ")
"""The title of an act, then its first article, in a text without line breaks: that is no citation."""


Place = tuple[int, int]
"""A number and the one after 之, 0 if there is none."""


class ArticleRef(NamedTuple):
    """One place in an act; 0 where the citation names none. ``sub`` is the 一 of 之一."""

    article: int
    sub: int = 0
    paragraph: int = 0
    item: int = 0
    point: int = 0

    @property
    def key(self) -> str:
        """``120-1`` for 第一百二十条之一: how versions and the library name the article."""
        return f"{self.article}-{self.sub}" if self.sub else str(self.article)

    @property
    def name(self) -> str:
        """第一百二十条之一, without paragraph and item."""
        if not self.article:
            return ""
        return f"第{chinese(self.article)}条" + (f"之{chinese(self.sub)}" if self.sub else "")

    @property
    def label(self) -> str:
        """The whole path: 第三条第二款第（一）项第1目."""
        paragraph = f"第{chinese(self.paragraph)}款" if self.paragraph else ""
        item = f"第（{chinese(self.item)}）项" if self.item else ""
        point = f"第{self.point}目" if self.point else ""
        return self.name + paragraph + item + point


def article_key(name: str) -> str:
    """``120-1`` for 第一百二十条之一 or 120条之一; empty for what names no article."""
    refs, _ = read_articles(name, 0)
    return refs[0].key if refs and refs[0].article else ""


def key_of(place: str) -> str:
    """``120-1`` for 第一百二十条之一, 第120条之一 or 120-1 itself; 二（五） for a section of a paper."""
    section = place.replace("(", "（").replace(")", "）")
    if re.fullmatch(r"\d+(?:-\d+)?|[一二三四五六七八九十]{1,3}(?:（[一二三四五六七八九十]{1,3}）)?", section):
        return section
    return article_key(place)


def read_articles(text: str, start: int) -> tuple[tuple[ArticleRef, ...], int]:
    """The references that stand from ``start`` on, and where they end (``start`` if there are none)."""
    if _BEGINS_ARTICLE.match(text, start):
        return (), start
    refs: list[ArticleRef] = []
    end, last = start, ""
    separator = ""
    while match := _GROUP.match(text, end + len(separator)):
        unit = match["unit"]
        if not _continues(match, separator, last):
            break
        places = _numbers(match["numbers"], number(match["sub"] or ""))
        if separator and _RANGE.search(separator) and refs and unit == last:
            places = _between(getattr(refs[-1], _FIELDS[unit]), places)
        refs = _extend(refs, unit, places, separator.strip() not in ("", "的"))
        end, last = match.end(), unit
        found = _SEPARATOR.match(text, end)
        separator = found[0] if found else ""
    return tuple(refs), end


_FIELDS = {"条": "article", "款": "paragraph", "项": "item", "目": "point"}


def _continues(match: re.Match[str], separator: str, last: str) -> bool:
    """Whether this group belongs to the citation: “第九条，三项” starts something new."""
    if match["ordinal"]:
        return separator.strip() not in ("；", "并") or match["unit"] != "条" or bool(last)
    if not last:
        return match["unit"] == "条"
    return (bool(separator.strip()) and separator.strip() not in "，；的并") or match["numbers"].startswith("（")


def _numbers(numbers: str, sub: int) -> list[Place]:
    places: list[int] = []
    for match in _ONE_NUMBER.finditer(numbers):
        value = number(match["number"].strip("（） ").replace(" ", ""))
        if match["join"] and _RANGE.fullmatch(match["join"]) and places:
            places += [place for place, _ in _between(places[-1], [(value, 0)])]
        else:
            places.append(value)
    return [(place, 0) for place in places[:-1]] + [(places[-1], sub)]


def _between(first: int, places: list[Place]) -> list[Place]:
    """The places of a range, its first one left out."""
    last = places[0][0]
    inner = range(first + 1, last) if 0 < last - first <= _LONGEST_RANGE else range(0)
    return [*((place, 0) for place in inner), *places]


def _extend(refs: list[ArticleRef], unit: str, places: list[Place], parted: bool) -> list[ArticleRef]:
    """Refine the references read last (第十条 + 第二款), or put new ones beside them (第一款、第三款)."""
    base = refs[-1] if refs else ArticleRef(0)
    if unit == "条":
        return refs + [ArticleRef(place, sub) for place, sub in places]
    beside = parted and (getattr(base, _FIELDS[unit]) or _below(base, unit))
    stem = _stem(base, unit)
    made = [stem._replace(**{_FIELDS[unit]: place}) for place, _ in places]
    return refs + made if beside else refs[:-1] + made


def _below(ref: ArticleRef, unit: str) -> bool:
    """Whether the reference goes deeper than this unit."""
    return any(getattr(ref, _FIELDS[lower]) for lower in _UNITS[_UNITS.index(unit) + 1 :])


def _stem(ref: ArticleRef, unit: str) -> ArticleRef:
    """The reference without this unit and what is below it."""
    return ref._replace(**{_FIELDS[lower]: 0 for lower in _UNITS[_UNITS.index(unit) :]})
