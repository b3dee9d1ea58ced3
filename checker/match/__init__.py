"""The kinds of matcher that a rule file may name, and what becomes of their options when a rule is compiled."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from checker.match.guard import LISTS, RANKS, Guard
from checker.match.literals import needs
from checker.match.terms import expression
from checker.model import Matcher, Stance

_GUARD = frozenset(field.name for field in fields(Guard))
_OPTIONS = {
    "pattern": _GUARD | {"any", "parts"},
    "terms": _GUARD | {"groups", "within", "parts"},
    "missing": frozenset({"any_of", "when", "unless", "parts", "unless_parts", "unless_title", "at"}),
    "citation": frozenset(
        {"verdicts", "unless", "unless_before", "unless_after", "unless_title", "ranks", "kinds", "laws", "except_laws"}
    ),
    "layout": frozenset({"check", "options"}),
    "learned": _GUARD | {"area"},
}
KINDS = tuple(_OPTIONS)

Expand = Callable[[str], str]


def compile_match(data: Mapping[str, Any], expand: Expand) -> dict[str, Any]:
    """Options as a rule file gives them to options ready to build from; raises ValueError in Chinese."""
    kind = data.get("kind")
    if kind not in _OPTIONS:
        raise ValueError(f"kind 为 {kind!r}，只能是 {'、'.join(KINDS)}")
    if unknown := data.keys() - _OPTIONS[kind] - {"kind"}:
        raise ValueError(f"{kind} 没有选项 {'、'.join(sorted(unknown))}，可用 {'、'.join(sorted(_OPTIONS[kind]))}")
    options = {name: _expanded(value, expand) for name, value in data.items() if name != "kind"}
    _check_guard(options)
    if kind == "pattern":
        options["needs"] = [needs(pattern) for pattern in options["any"]]
    if kind == "terms":
        options["groups"] = [_words(group) for group in options["groups"]]
        options["needs"] = [needs(expression(options["groups"], options.get("within", 20)))]
    if any(not groups for groups in options.get("needs", ())):
        raise ValueError("有一个表达式没有必有的字词，无法快速定位")
    return {"kind": kind} | options


def build_match(compiled: Mapping[str, Any]) -> Matcher:
    """A matcher from what ``compile_match`` gave (also after a trip through the cache)."""
    from checker.match.citation import CitationStatus
    from checker.match.layout import Layout
    from checker.match.learned import Learned
    from checker.match.missing import Missing
    from checker.match.pattern import Pattern
    from checker.match.terms import Terms

    kinds: dict[str, Callable[..., Matcher]] = {
        "pattern": Pattern,
        "terms": Terms,
        "missing": Missing,
        "citation": CitationStatus,
        "layout": Layout,
        "learned": Learned,
    }
    options = {name: _frozen(value) for name, value in compiled.items() if name != "kind"}
    guarded = compiled["kind"] in ("pattern", "terms", "learned")
    guard = {name: options.pop(name) for name in _GUARD & options.keys()} if guarded else {}
    if guard:
        options["guard"] = Guard(**guard)
    if compiled["kind"] == "layout" and "options" in options:
        options["options"] = tuple(sorted(compiled["options"].items()))
    return kinds[compiled["kind"]](**options)


def _check_guard(options: Mapping[str, Any]) -> None:
    stances = {stance.value for stance in Stance}
    if wrong := set(options.get("stance", ())) - stances:
        raise ValueError(f"stance 没有 {'、'.join(sorted(wrong))}，可用 {'、'.join(sorted(stances))}")
    cites = options.get("unless_cites", "")
    if cites and cites not in RANKS:
        raise ValueError(f"unless_cites 为 {cites!r}，只能是 {'、'.join(RANKS)}")
    lists = options.get("unless_listed", "")
    if lists and lists not in LISTS:
        raise ValueError(f"unless_listed 为 {lists!r}，只能是 {'、'.join(LISTS)}")


def _words(group: list[str]) -> list[str]:
    """A group after expansion: “(?:甲|乙)” of a lexicon falls back into its words."""
    flat = (word for entry in group for word in entry.removeprefix("(?:").removesuffix(")").split("|"))
    return sorted(set(flat), key=lambda word: (-len(word), word))


def _expanded(value: Any, expand: Expand) -> Any:
    if isinstance(value, str):
        return expand(value)
    if isinstance(value, list):
        return [_expanded(item, expand) for item in value]
    return value


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if isinstance(value, list | tuple) else value
