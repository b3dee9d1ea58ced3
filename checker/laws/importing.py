"""Folders of law texts into the user's own library, at once or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import LawError, ReadError
from checker.laws.lawtext import LawText, read_law
from checker.laws.library import SCHEMA, connect, readable
from checker.laws.names import title_key
from checker.laws.state import clear_leftovers
from checker.lazy import lazily

if TYPE_CHECKING:
    import sqlite3

_TABLES = f"""
PRAGMA user_version = {SCHEMA};
CREATE TABLE IF NOT EXISTS laws (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, title TEXT NOT NULL, number TEXT NOT NULL,
    version TEXT NOT NULL, effective TEXT NOT NULL, UNIQUE (name, version)
);
CREATE TABLE IF NOT EXISTS articles (
    law INTEGER NOT NULL REFERENCES laws, key TEXT NOT NULL, place INTEGER NOT NULL, words TEXT NOT NULL,
    PRIMARY KEY (law, key)
) WITHOUT ROWID;
"""
_PART = lazily(r"^\d\d[-_]")
_TEXT = (".md", ".txt")


def law_files(
    folder: Path, reader: Callable[[Path], str] | None = None, unread: list[tuple[str, str]] | None = None
) -> Iterator[tuple[str, str]]:
    """Name and text of every law under ``folder`` (or of the one file it is).

    A law kept in parts (README.md with 01-….md beside it) comes as one text. ``reader`` reads what is neither
    Markdown nor plain text; files of a folder that it cannot read are put into ``unread`` with the reason.
    """
    if folder.is_file():
        yield folder.stem, _read(folder, reader)
        return
    suffixes = _TEXT if reader is None else (*_TEXT, ".docx")
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in suffixes and path.is_file())
    for path in files:
        if path.name.startswith(("_", ".", "~$")) or _is_part(path):
            continue
        try:
            text = _read(path, reader)
        except ReadError as problem:
            if unread is None:
                raise
            unread.append((path.name, str(problem).removeprefix(f"{path}：")))
            continue
        if path.stem == "README":
            parts = [part for part in sorted(path.parent.glob("*.md")) if _PART.match(part.name)]
            text = "\n".join([text, *(_read(part, reader) for part in parts)])
        yield path.stem, text


def _is_part(path: Path) -> bool:
    return _PART.match(path.name) is not None and (path.parent / "README.md").is_file()


def _read(path: Path, reader: Callable[[Path], str] | None) -> str:
    if reader is not None and path.suffix.lower() not in _TEXT:
        return reader(path)
    data = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", errors="replace")


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: versions added, versions that were there already, and files left out with the reason."""

    added: int
    known: int
    left_out: tuple[tuple[str, str], ...]


def import_laws(source: Path, library: Path, reader: Callable[[Path], str] | None = None) -> Imported:
    """Add the laws of a folder or file to a library, all at once: a copy is filled and put in its place.

    Two texts of one law with one version date: the one already held stays, the other is reported.
    """
    if not source.exists():
        raise LawError(f"{source}：没有这个文件或文件夹")
    library.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    clear_leftovers(library.parent)
    handle, name = tempfile.mkstemp(prefix=".laws-", suffix=".sqlite", dir=library.parent)
    os.close(handle)
    fresh = Path(name)
    try:
        if library.is_file():
            connect(library).close()
            shutil.copyfile(library, fresh)
        with readable(fresh):
            unread: list[tuple[str, str]] = []
            done = _fill(fresh, law_files(source, reader, unread))
            done = replace(done, left_out=(*done.left_out, *unread))
        if source.is_file() and not done.added and done.left_out:
            raise LawError(f"{source}：{done.left_out[0][1]}")
        fresh.replace(library)
    finally:
        fresh.unlink(missing_ok=True)
    return done


def _fill(path: Path, files: Iterable[tuple[str, str]]) -> Imported:
    import sqlite3

    added = known = 0
    left_out: list[tuple[str, str]] = []
    with closing(sqlite3.connect(path)) as base, base:
        base.executescript(_TABLES)
        for name, text in files:
            problem = _add(base, read_law(text, name))
            added += problem is None
            known += problem == ""
            if problem:
                left_out.append((name, problem))
    return Imported(added, known, tuple(left_out))


def _add(base: sqlite3.Connection, law: LawText) -> str | None:
    """None if the version was added, empty if it was there, else why it was left out."""
    if not law.articles:
        return "没有读到条文，不是法规文本"
    if not law.version:
        return "没有读到公布、通过或修订日期，无法与其他版本区分（可在文件名末尾加上版本日期，如“（2021-01-22）”）"
    key = title_key(law.title)
    row = base.execute("SELECT id FROM laws WHERE name = ? AND version = ?", (key, law.version)).fetchone()
    if row:
        held = tuple(base.execute("SELECT key, words FROM articles WHERE law = ? ORDER BY place", row))
        return "" if held == law.articles else f"《{law.title}》{law.version}版已有不同的文本，保留原有文本"
    values = (key, law.title, law.number, law.version, law.effective or law.version)
    cursor = base.execute("INSERT INTO laws (name, title, number, version, effective) VALUES (?, ?, ?, ?, ?)", values)
    rows = ((cursor.lastrowid, key, place, words) for place, (key, words) in enumerate(law.articles))
    base.executemany("INSERT OR IGNORE INTO articles (law, key, place, words) VALUES (?, ?, ?, ?)", rows)
    return None
