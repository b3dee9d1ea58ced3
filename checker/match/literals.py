"""A regular expression to the words that every match of it must hold."""

from __future__ import annotations

from re import _parser  # type: ignore[attr-defined]
from typing import Any

from checker.model import Needs

_MOST_WORDS = 400
"""A group with more words is hardly a filter and would swell the automaton."""
_COMMON = frozenset(
    [
        "应当",
        "不得",
        "可以",
        "企业",
        "单位",
        "办理",
        "管理",
        "规定",
        "有关",
        "部门",
        "机构",
        "人员",
        "进行",
        "以上",
        "以下",
        "或者",
        "提供",
        "提交",
        "要求",
        "项目",
        "市场",
        "服务",
        "本市",
        "情况",
        "工作",
        "实施",
        "申请",
        "必须",
        "予以",
        "不予",
        "证明",
        "材料",
        "依法",
        "使用",
        "经营",
        "政府",
        "建设",
        "责任",
        "行政",
        "本区",
        "本县",
        "按照",
        "取得",
    ]
)


def needs(pattern: str) -> Needs:
    """Groups of literals, the rarest first, at most three; one of each group stands in every match.

    Empty where the pattern demands no literal at all. A group with a single character stands alone or not at all:
    it is found so often that looking it up takes longer than trying the pattern.
    """
    groups = [group for group in _sequence(_parser.parse(pattern)) if 0 < len(group) <= _MOST_WORDS]
    ranked = sorted({frozenset(group) for group in groups}, key=lambda group: (cost(group), sorted(group)))
    told = [group for group in ranked[1:3] if min(map(len, group)) > 1]
    return tuple(tuple(sorted(group)) for group in [*ranked[:1], *told])


def cost(words: frozenset[str]) -> float:
    """How often one of the words may be expected to stand in a text; only the order of costs matters."""
    return sum(
        (1.0 if word in _COMMON else 0.3) if len(word) == 2 else (10.0 if len(word) < 2 else 0.05) for word in words
    )


def _sequence(parsed: Any) -> list[set[str]]:
    """The groups demanded by the parts of a sequence; literals in a row become one word."""
    groups: list[set[str]] = []
    run = ""
    for operation, argument in parsed:
        name = str(operation)
        if name == "LITERAL":
            run += chr(argument)
            continue
        if run:
            groups.append({run})
            run = ""
        groups += _part(name, argument)
    if run:
        groups.append({run})
    return groups


def _part(name: str, argument: Any) -> list[set[str]]:
    if name == "SUBPATTERN":
        return _sequence(argument[3])
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _sequence(argument[2]) if argument[0] >= 1 else []
    if name == "BRANCH":
        return _branch(argument[1])
    if name == "IN" and all(str(kind) == "LITERAL" for kind, _ in argument):
        return [{chr(code) for _, code in argument}]
    return []


def _branch(alternatives: list[Any]) -> list[set[str]]:
    """The union over all alternatives of the best group of each; nothing if one alternative demands nothing."""
    union: set[str] = set()
    for alternative in alternatives:
        groups = _sequence(alternative)
        if not groups:
            return []
        union |= min(groups, key=lambda group: cost(frozenset(group)))
    return [union]
