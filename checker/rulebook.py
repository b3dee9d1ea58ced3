"""Folders of rule files to a rulebook; what is compiled once is kept in the user's cache."""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from checker.match import build_match
from checker.match.scan import Scanner, scanner
from checker.model import Basis, Rule, Severity
from checker.resources import cache_folder, rules_folder
from checker.version import VERSION

_NOT_RULES = frozenset({"laws", "lexicon", "jurisdictions"})
_KEPT = 16
_DRAFTS = ("normative", "draft")


@dataclass(frozen=True, eq=False)
class Rulebook:
    """Rules in the order of their ids; ``digest`` names this very set in every report."""

    rules: tuple[Rule, ...]
    digest: str

    @cached_property
    def scanner(self) -> Scanner:
        """The automaton over the words of all rules; its patterns stand in the order of ``slots``."""
        return scanner(needs for rule in self.rules for needs in rule.matcher.needs)

    @cached_property
    def slots(self) -> tuple[tuple[int, int], ...]:
        """For every rule the range of its patterns in the scanner."""
        ends, at = [], 0
        for rule in self.rules:
            ends.append((at, at + len(rule.matcher.needs)))
            at = ends[-1][1]
        return tuple(ends)

    @cached_property
    def owners(self) -> tuple[int, ...]:
        """For every pattern of the scanner the number of its rule."""
        return tuple(number for number, (start, end) in enumerate(self.slots) for _ in range(start, end))

    def since(self, day: date) -> date:
        """The first day from which on the same rules were in force as on ``day``."""
        return self._turns[bisect_right(self._turns, day) - 1]

    @cached_property
    def _turns(self) -> list[date]:
        ends = (rule.until + timedelta(1) for rule in self.rules if rule.until < date.max)
        return sorted({date.min, *(rule.since for rule in self.rules), *ends})

    def only(self, keep: Sequence[Rule]) -> Rulebook:
        """A rulebook of some of these rules, under the same digest."""
        return Rulebook(tuple(keep), self.digest)


def load(paths: Sequence[Path] | None = None) -> Rulebook:
    """The rules under the given folders, or those that were installed. Raises RuleError."""
    folders = tuple(paths) if paths else (rules_folder(),)
    entries: list[dict[str, Any]] = []
    digest = hashlib.sha256()
    for folder in folders:
        compiled = _compiled(folder)
        entries += compiled["rules"]
        digest.update(compiled["digest"].encode())
    rules = tuple(_rule(entry) for entry in sorted(entries, key=lambda entry: str(entry["id"])))
    return Rulebook(rules, digest.hexdigest()[:12])


def rule_files(folder: Path) -> list[Path]:
    """Every rule file of a folder, in order; a single file is taken as such."""
    if folder.is_file():
        return [folder]
    return [file for file in sorted(folder.glob("*/*.yaml")) if file.parent.name not in _NOT_RULES]


def _compiled(folder: Path) -> dict[str, Any]:
    """The rules of one folder as plain data: from the cache if no file changed since, else compiled anew."""
    root = folder.parent.parent if folder.is_file() else folder
    files = rule_files(folder)
    stamp = _stamp([*files, *sorted((root / "lexicon").glob("*.yaml"))])
    place = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
    cached = cache_folder() / f"rules-{place}.json"
    try:
        found: dict[str, Any] = json.loads(cached.read_bytes())
        if found["stamp"] == stamp:
            return found
    except (OSError, ValueError, KeyError, TypeError):
        pass
    compiled = _compile(files, root) | {"stamp": stamp}
    _keep(cached, json.dumps(compiled, ensure_ascii=False).encode())
    return compiled


def _compile(files: list[Path], root: Path) -> dict[str, Any]:
    from checker.rulefile import read_lexicon, read_rule

    lexicon = read_lexicon(root)
    rules = [read_rule(file, root, lexicon) for file in files]
    return {"rules": rules, "digest": hashlib.sha256(repr(rules).encode()).hexdigest()}


def _stamp(files: list[Path]) -> str:
    digest = hashlib.sha256(VERSION.encode())
    for file in files:
        stat = file.stat()
        digest.update(f"{file}|{stat.st_mtime_ns}|{stat.st_size}\n".encode())
    code = Path(__file__).parent / "match"
    for source in sorted([Path(__file__), Path(__file__).with_name("rulefile.py"), *code.glob("*.py")]):
        digest.update(f"{source.stat().st_mtime_ns}".encode())
    return digest.hexdigest()[:24]


def _keep(path: Path, data: bytes) -> None:
    """Write whole or not at all; a cache that cannot be written is no fault."""
    temporary = path.with_suffix(f".{hashlib.sha256(data).hexdigest()[:8]}.tmp")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
        _prune(path.parent)
    except OSError:
        temporary.unlink(missing_ok=True)


def _prune(folder: Path) -> None:
    """Rules of folders that are long gone leave nothing behind for ever."""
    kept = sorted(folder.glob("rules-*"), key=lambda file: file.stat().st_mtime_ns, reverse=True)
    for old in kept[_KEPT:]:
        old.unlink(missing_ok=True)


def _rule(data: dict[str, Any]) -> Rule:
    return Rule(
        id=data["id"],
        area=data["area"],
        title=data["title"],
        severity=Severity(data["severity"]),
        applies_to=tuple(data.get("applies_to", _DRAFTS)),
        basis=tuple(_basis(entry) for entry in data["basis"]),
        matcher=build_match(data["match"]),
        message=data["message"],
        suggestion=data["suggestion"],
        cure=data.get("cure", ""),
        since=date.fromisoformat(data.get("since", "0001-01-01")),
        until=date.fromisoformat(data.get("until", "9999-12-31")),
        supersedes=tuple(data.get("supersedes", ())),
        yields=bool(data.get("yields", False)),
        traps=tuple(data.get("traps", ())),
        violations=tuple(data["examples"]["violation"]),
        compliant=tuple(data["examples"]["compliant"]),
    )


def _basis(entry: dict[str, Any]) -> Basis:
    return Basis(**(entry | {"holds": tuple(entry.get("holds", ()))}))
