"""Official lists of permits, charges, deposits and certificates: what stands in one, on what basis."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import LawError
from checker.laws.state import data_folder
from checker.laws.status import grounds
from checker.laws.tables import Row, read_table
from checker.lazy import lazily
from checker.resources import rules_folder

if TYPE_CHECKING:
    from checker.laws import Laws

KINDS = {"permits": "行政许可", "fees": "收费", "deposits": "保证金", "certificates": "证明"}
_HIGH = frozenset({"constitution", "law", "administrative_regulation", "state_council"})
_LOCAL = _HIGH | {"local_regulation"}
RANKS = {
    "permits": _LOCAL,
    "fees": _LOCAL | {"department_rule", "local_rule", "normative"},
    "deposits": _HIGH,
    "certificates": _LOCAL,
}
"""What an item of a list must rest on: 行政许可法 第十四、十五条; 优化营商环境条例 第二十五、四十四条. Charges are
also set by papers of the finance and price departments (价格法 第四十七条; the catalogues name them by 文号)."""
_SHORTEST = {"permits": 4, "fees": 3, "deposits": 3, "certificates": 4}
_BRACKETS = lazily(r"（[^（）]*）|\([^()]*\)|[“”\"]")
_ACT = lazily(r"(?:的)?(?:核发|审批|审核|核准|签发|办理|开具|出具)$")
_FOLD = str.maketrans("()", "（）", " \t\n\u3000")


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of a list: its name, what it is based on, and from which list it comes."""

    name: str
    basis: str
    source: str


def import_list(path: Path, kind: str, folder: Path | None = None) -> tuple[Entry, ...]:
    """Take a list into the user's folder, in place of an earlier one of the same file name; what it holds."""
    rows = read_table(path)
    if not rows:
        raise LawError(f"{path}：清单中没有条目")
    _keep(kind, {**_kept(kind, folder), path.stem: rows}, folder)
    return tuple(Entry(row.name, row.basis, path.stem) for row in rows)


def remove_list(name: str, kind: str, folder: Path | None = None) -> None:
    """Drop an imported list; LawError if there is none of this name."""
    kept = dict(_kept(kind, folder))
    if kept.pop(name, None) is None:
        raise LawError(f"{name}：没有导入过这个清单，已有：{'、'.join(kept) or '无'}")
    _keep(kind, kept, folder)


def entries(kind: str, folder: Path | None = None) -> tuple[Entry, ...]:
    """Everything in the lists of a kind, the deposits that ship included."""
    own = (Entry(row.name, row.basis, source) for source, rows in _kept(kind, folder).items() for row in rows)
    return (*_shipped(kind), *own)


def imported(kind: str, folder: Path | None = None) -> bool:
    """Whether the user has imported a list of this kind, so that what is in none is worth saying."""
    return bool(_kept(kind, folder))


def listed(kind: str, words: str, laws: Laws, day: date, folder: Path | None = None) -> Entry | None:
    """The item that these words name, if it rests on law of the right rank in force that day; the longest name wins."""
    text = words.translate(_FOLD)
    found = [entry for name, entry in _names(kind, folder or data_folder()) if name in text]
    return next((entry for entry in found if _stands(entry, kind, laws, day)), None)


def _stands(entry: Entry, kind: str, laws: Laws, day: date) -> bool:
    return grounds(entry.basis, laws, day, RANKS[kind]) is not None


@lru_cache(maxsize=16)
def _names(kind: str, folder: Path) -> tuple[tuple[str, Entry], ...]:
    """Every form of every name, longest first."""
    forms = [(form, entry) for entry in entries(kind, folder) for form in _forms(entry.name, kind)]
    return tuple(sorted(forms, key=lambda form: (-len(form[0]), form[0])))


def _forms(name: str, kind: str) -> set[str]:
    bare = _BRACKETS.sub("", name.translate(_FOLD))
    return {form for form in (bare, _ACT.sub("", bare)) if len(form) >= _SHORTEST[kind]}


@lru_cache(maxsize=2)
def _shipped(kind: str) -> tuple[Entry, ...]:
    if kind != "deposits":
        return ()
    import yaml

    said = yaml.safe_load((rules_folder() / "laws" / "deposits.yaml").read_text("utf-8"))["deposits"]
    return tuple(
        Entry(
            name,
            "，".join(f"《{basis['law']}》" for basis in item["basis"]),
            "工程建设领域四类保证金",
        )
        for item in said
        for name in (item["name"], *item.get("names", ()))
    )


@lru_cache(maxsize=16)
def _kept(kind: str, folder: Path | None) -> dict[str, list[Row]]:
    path = _path(kind, folder)
    try:
        said = json.loads(path.read_text("utf-8"))
        return {str(source): [Row(*map(str, row)) for row in rows] for source, rows in said.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise LawError(f"{path}：已导入的清单无法读取或已损坏（{error}），请删除该文件后重新导入") from error


def _keep(kind: str, lists: dict[str, list[Row]], folder: Path | None) -> None:
    path = _path(kind, folder)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    fresh.write_text(json.dumps(lists, ensure_ascii=False), "utf-8")
    fresh.replace(path)
    forget()


def forget() -> None:
    """Read the lists anew the next time."""
    _kept.cache_clear()
    _names.cache_clear()


def _path(kind: str, folder: Path | None) -> Path:
    return (folder or data_folder()) / "lists" / f"{kind}.json"
