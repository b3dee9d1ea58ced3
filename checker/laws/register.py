"""The register of laws: what exists, since when, and what took its place. Facts, no texts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from checker.errors import LawError
from checker.laws.names import core, title_key
from checker.laws.state import register_folder

RANKS = (
    "constitution",
    "law",
    "administrative_regulation",
    "state_council",
    "judicial",
    "local_regulation",
    "department_rule",
    "local_rule",
    "normative",
    "unknown",
)


_BARE = ("法", "法典", "条例", "办法", "规定", "细则", "规则")
_LONGEST_BARE = 36


@dataclass(frozen=True, slots=True)
class Version:
    """One wording of an act. ``last`` is the number of its last article, 0 if not known.

    ``inserted`` are articles such as ``120-1``. Dates are ISO, so that they compare as strings.
    """

    adopted: str
    effective: str
    last: int = 0
    inserted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Renumbering:
    """From ``since`` on, what article ``old`` said stands in ``new``. ``topics`` are words that tell its matter."""

    since: str
    old: str
    new: str
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One act, with every version known. Dates are ISO strings, empty where not known.

    From ``doubtful`` on a source has it as gone, without a date or what took its place.
    """

    title: str
    rank: str
    source: str
    numbers: tuple[str, ...] = ()
    versions: tuple[Version, ...] = ()
    effective: str = ""
    repealed: str = ""
    successor: str = ""
    repealed_by: str = ""
    renumbered: tuple[Renumbering, ...] = ()
    doubtful: str = ""

    @property
    def amended(self) -> bool:
        """Whether there is a later wording than the first: the act may then have several numbers."""
        newest = max((version.adopted for version in self.versions), default="")
        return len(self.versions) > 1 or len(self.numbers) > 1 or newest > (self.effective or "9999")

    def version(self, day: date, year: str = "") -> Version | None:
        """The wording in force that day; with ``year`` the one adopted in that year, if it is known."""
        if year:
            named = [version for version in self.versions if version.adopted.startswith(year)]
            if named:
                return named[-1]
        current = [version for version in self.versions if version.effective <= day.isoformat()]
        return current[-1] if current else None


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ that lost its name or was dissolved on ``since``.

    After one of the characters ``not_after`` the words are a part of another name (文化和|旅游局).
    """

    old: str
    new: str
    since: str
    source: str
    not_after: str = ""


@dataclass(frozen=True, eq=False)
class Register:
    """Lines of the register file by name and number; a line is decoded when it is asked for.

    ``complete`` are the ranks of which no national act is missing up to ``as_of``.
    """

    as_of: str
    complete: frozenset[str]
    lines: tuple[str, ...]
    names: dict[str, int]
    numbers: dict[str, int]
    organs: tuple[Organ, ...] = ()
    decoded: dict[int, Entry] = field(default_factory=dict, repr=False)

    def find(self, title: str) -> Entry | None:
        """The act of this title or short name, whatever its width, spaces and version mark."""
        index = self.names.get(title_key(title))
        return None if index is None else self._entry(index)

    def by_number(self, number: str) -> Entry | None:
        """The act of this 文号, given in normal form: 国办发〔2018〕37号, 国务院令第722号."""
        index = self.numbers.get(number)
        return None if index is None else self._entry(index)

    def by_core(self, title: str) -> Entry | None:
        """The one paper whose title without issuer and 关于 is this; None if there are none or several."""
        index = self._cores.get(core(title_key(title)))
        return None if index is None or index < 0 else self._entry(index)

    def __iter__(self) -> Iterator[Entry]:
        return (self._entry(index) for index in range(len(self.lines)))

    def __len__(self) -> int:
        return len(self.lines)

    def _entry(self, index: int) -> Entry:
        if index not in self.decoded:
            self.decoded[index] = _decode(self.lines[index])
        return self.decoded[index]

    @cached_property
    def bare_names(self) -> tuple[str, ...]:
        """Names that a text may use without 《》: those that end like a law does."""
        return tuple(name for name in self.names if name.endswith(_BARE) and len(name) < _LONGEST_BARE)

    @cached_property
    def _cores(self) -> dict[str, int]:
        cores: dict[str, int] = {}
        for name, index in self.names.items():
            if name.endswith(("通知", "意见", "决定", "公告", "通告", "函", "批复")):
                short = core(name)
                cores[short] = index if cores.get(short, index) == index else -1
        return cores


def load_register(folder: Path | None = None) -> Register:
    """The register of a folder, the one in use if none is given; read once."""
    return _loaded(folder or register_folder())


def read_register(folder: Path) -> Register:
    """Read ``register.tsv`` and ``organs.tsv``; LawError if they are missing or damaged."""
    path = folder / "register.tsv"
    try:
        head, *lines = path.read_text("utf-8").splitlines()
        meta = json.loads(head)
        names, numbers = _index(lines)
        organs = tuple(
            Organ(*line.split("\t")) for line in (folder / "organs.tsv").read_text("utf-8").split("\n") if line
        )
        return Register(meta["as_of"], frozenset(meta["complete"]), tuple(lines), names, numbers, organs)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LawError(f"{path}：法规登记册无法读取或已损坏（{error}），请重新安装或重新生成") from error


_loaded = lru_cache(maxsize=4)(read_register)


def _index(lines: list[str]) -> tuple[dict[str, int], dict[str, int]]:
    names: dict[str, int] = {}
    numbers: dict[str, int] = {}
    for index, line in enumerate(lines):
        keys, own_numbers, _ = line.split("\t", 2)
        for key in keys.split("|"):
            names.setdefault(key, index)
        for number in own_numbers.split("|") if own_numbers else ():
            numbers.setdefault(number, index)
    return names, numbers


def _decode(line: str) -> Entry:
    _, numbers, body = line.split("\t", 2)
    fields: dict[str, Any] = json.loads(body)
    versions = tuple(
        Version(row[0], row[1], row[2] if len(row) > 2 else 0, tuple(row[3]) if len(row) > 3 else ())
        for row in fields.pop("versions", ())
    )
    renumbered = tuple(Renumbering(row[0], row[1], row[2], tuple(row[3])) for row in fields.pop("renumbered", ()))
    return Entry(
        numbers=tuple(numbers.split("|")) if numbers else (), versions=versions, renumbered=renumbered, **fields
    )
