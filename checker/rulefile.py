"""A rule file to plain, checked data; the first thing wrong is told as ``path:line: what, and what was allowed``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from checker.errors import RuleError
from checker.match import compile_match
from checker.model import AREAS, KINDS, Severity

_REQUIRED = ("id", "area", "title", "severity", "basis", "match", "message", "suggestion", "examples")
_OPTIONAL = ("applies_to", "since", "until", "cure", "traps", "supersedes", "yields")
_BASIS = {"law", "article", "gist", "holds", "proven", "number"}
_LEXICON = re.compile(r"\{@([\w-]+)\}")
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """YAML that refuses a key given twice."""


def _mapping(loader: Any, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = [key.value for key, _ in node.value]
    for key, (mark, _) in zip(keys, node.value, strict=True):
        if keys.count(key) > 1:
            raise yaml.MarkedYAMLError(problem=f"键 {key} 重复", problem_mark=mark.start_mark)
    loader.flatten_mapping(node)
    return {
        loader.construct_object(key, deep=True): loader.construct_object(value, deep=True) for key, value in node.value
    }


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def read_yaml(path: Path) -> Any:
    """The contents of a YAML file; RuleError with path and line where it is none."""
    try:
        return yaml.load(path.read_text("utf-8"), Loader=_Loader)
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        raise RuleError(f"{path}:{mark.line + 1 if mark else 1}: {problem.problem}") from problem
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as problem:
        raise RuleError(f"{path}:1: 无法读取：{problem}") from problem


def read_lexicon(folder: Path) -> dict[str, str]:
    """Every word list under ``lexicon/``, as one alternation each; lists may name one another as ``{@name}``."""
    lists: dict[str, list[str]] = {}
    for path in sorted((folder / "lexicon").glob("*.yaml")):
        for name, words in (read_yaml(path) or {}).items():
            if name in lists or not isinstance(words, list):
                raise RuleError(f"{path}:1: 词表 {name} 重复或不是列表")
            lists[name] = [str(word) for word in words]
    return {name: _alternation(name, lists, ()) for name in lists}


def _alternation(name: str, lists: Mapping[str, list[str]], above: tuple[str, ...]) -> str:
    if name not in lists or name in above:
        raise RuleError(f"lexicon:1: 词表 {name} 不存在或循环引用")
    words: list[str] = []
    for word in lists[name]:
        found = _LEXICON.fullmatch(word)
        inner = _alternation(found[1], lists, (*above, name)) if found else ""
        words += inner.removeprefix("(?:").removesuffix(")").split("|") if found else [word]
    return "(?:" + "|".join(sorted(set(words), key=lambda word: (-len(word), word))) + ")"


def read_rule(path: Path, folder: Path, lexicon: Mapping[str, str]) -> dict[str, Any]:
    """One rule as plain data, its patterns expanded and the words they need worked out."""
    data = read_yaml(path)
    try:
        if not isinstance(data, dict):
            raise ValueError("不是一条规则")
        _check_keys(data)
        expected = path.relative_to(folder).with_suffix("").as_posix()
        if data["id"] != expected:
            raise _Wrong("id", f"id 为 {data['id']!r}，按路径应为 {expected!r}")
        _check_values(data)
        data["match"] = _compiled(data["match"], lexicon)
        return _plain(data)
    except _Wrong as problem:
        raise RuleError(f"{path}:{_line(path, problem.key)}: {problem}") from problem
    except (ValueError, TypeError, re.error, KeyError) as problem:
        raise RuleError(f"{path}:{_line(path, 'match')}: {problem}") from problem


class _Wrong(ValueError):
    """A value of a key is wrong."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key


def _check_keys(data: Mapping[str, Any]) -> None:
    for key in data:
        if key not in _REQUIRED + _OPTIONAL:
            raise _Wrong(str(key), f"没有键 {key}，可用 {'、'.join(_REQUIRED + _OPTIONAL)}")
    for key in _REQUIRED:
        if not data.get(key):
            raise _Wrong("id", f"缺少 {key}")


def _check_values(data: Mapping[str, Any]) -> None:
    _one_of("area", [data["area"]], AREAS)
    _one_of("severity", [data["severity"]], [level.value for level in Severity])
    _one_of("applies_to", data.get("applies_to", []), (*KINDS, "any"))
    for basis in data["basis"]:
        _one_of("basis", basis, _BASIS)
        if not {"law", "article", "gist"} <= basis.keys():
            raise _Wrong("basis", "依据须有 law、article、gist")
        if data["severity"] == "error" and not basis.get("proven", True):
            raise _Wrong("severity", "依据未经核实，不得为 error")
    examples = data["examples"]
    _one_of("examples", examples, ("violation", "compliant"))
    if not examples.get("violation") or not examples.get("compliant"):
        raise _Wrong("examples", "须有违反（violation）与合规（compliant）两种例句")
    for day in ("since", "until"):
        if day in data and not isinstance(data[day], date):
            raise _Wrong(day, f"{day} 为 {data[day]!r}，应为日期，如 2024-08-01")


def _one_of(key: str, values: Any, allowed: Any) -> None:
    for value in values:
        if value not in allowed:
            raise _Wrong(key, f"{key} 为 {value!r}，只能是 {'、'.join(sorted(allowed))}")


def _compiled(match: Mapping[str, Any], lexicon: Mapping[str, str]) -> dict[str, Any]:
    def expand(text: str) -> str:
        return _LEXICON.sub(lambda found: _list(found[1], lexicon), text)

    compiled = compile_match(match, expand)
    for value in compiled.values():
        for text in value if isinstance(value, list) else ():
            if isinstance(text, str):
                re.compile(text)
    return compiled


def _list(name: str, lexicon: Mapping[str, str]) -> str:
    if name not in lexicon:
        raise ValueError(f"没有词表 {name}，可用 {'、'.join(sorted(lexicon))}")
    return lexicon[name]


def _plain(data: dict[str, Any]) -> dict[str, Any]:
    for day in ("since", "until"):
        if day in data:
            data[day] = data[day].isoformat()
    return data


def _line(path: Path, key: str) -> int:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if line.startswith(f"{key}:"):
            return number
    return 1
