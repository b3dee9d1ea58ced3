"""Names given to ``--select`` and ``--ignore`` -> the rules that are meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from checker.errors import ConfigError
from checker.model import AREAS, Rule
from checker.rulebook import Rulebook


def choose(rulebook: Rulebook, select: Sequence[str], ignore: Sequence[str]) -> Rulebook:
    """The rules named by ``select`` (all if empty) less those named by ``ignore``.

    A name is a rule (penalties/sets-fine), a folder of rules (penalties), an area (A-penalty) or a group of
    areas (A). Raises ConfigError for a name that is none of these.
    """
    if not select and not ignore:
        return rulebook
    known = names(rulebook.rules)
    wanted, unwanted = set(split(select)), set(split(ignore))
    for name in sorted(wanted | unwanted):
        if name not in known:
            raise ConfigError(unknown(name, known))
    keep = [rule for rule in rulebook.rules if not unwanted & called(rule) and (not wanted or wanted & called(rule))]
    if not keep:
        raise ConfigError("按 --select 和 --ignore 没有剩下任何规则")
    return rulebook.only(keep)


def split(names: Iterable[str]) -> list[str]:
    """Names that may also stand in one word, parted by commas."""
    return [name.strip().rstrip("/") for given in names for name in given.replace("，", ",").split(",") if name.strip()]


def called(rule: Rule) -> set[str]:
    """Every name that means this rule."""
    return {rule.id, rule.id.partition("/")[0], rule.area, rule.group}


def names(rules: Iterable[Rule]) -> set[str]:
    """Every name that means a rule or that is an area."""
    areas = {*AREAS, *(area.partition("-")[0] for area in AREAS)}
    return areas.union(*(called(rule) for rule in rules))


def unknown(name: str, known: Iterable[str]) -> str:
    """What to say of a name that nothing has, with the nearest ones."""
    upper = {word.lower(): word for word in sorted(known)}
    near = [upper[word] for word in get_close_matches(name.lower(), upper, n=3, cutoff=0.5)]
    return f"没有名为 {name} 的规则、规则包或领域" + (f"；是不是 {'、'.join(near)}？" if near else "")
