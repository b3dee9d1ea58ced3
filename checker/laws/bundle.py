"""The law data in use into one zip that can be carried to an office without a network."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
import zipfile
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from checker.laws.library import connect, readable
from checker.laws.register import read_register
from checker.laws.state import current_state, register_folder
from checker.version import VERSION

FORMAT = 1
"""Raised when older programs cannot use the bundles of newer ones."""
MANIFEST = "manifest.json"
FACTS = ("register.tsv", "organs.tsv")
LIBRARY = "laws.sqlite"
MEMBERS = (*FACTS, LIBRARY)
_BLOCK = 2**20
_LAW = "name, title, number, version, effective"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""Members carry no time of their own, so that equal data gives equal bundles."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a bundle says of itself: ``as_of`` is the date of its data, ``sha256`` that of each member."""

    format: int
    version: str
    as_of: str
    made: str
    sha256: dict[str, str]


def make_bundle(target: Path, library: Path | None, today: date) -> Bundle:
    """Write the register in use, and the texts of the user's library and of the update in use, to ``target``."""
    with tempfile.TemporaryDirectory(prefix=".bundle-", dir=target.absolute().parent) as scratch:
        folder = Path(scratch)
        for name in FACTS:
            shutil.copyfile(register_folder() / name, folder / name)
        _gather_texts(folder / LIBRARY, library)
        members = tuple(name for name in MEMBERS if (folder / name).is_file())
        hashes = {name: hash_of(folder / name) for name in members}
        bundle = Bundle(FORMAT, VERSION, read_register(folder).as_of, today.isoformat(), hashes)
        (folder / MANIFEST).write_text(json.dumps(asdict(bundle), indent=1) + "\n", "utf-8")
        _pack(folder, (MANIFEST, *members), folder / "bundle.zip")
        (folder / "bundle.zip").replace(target)
    return bundle


def _pack(folder: Path, members: tuple[str, ...], target: Path) -> None:
    with zipfile.ZipFile(target, "w") as packed:
        for name in members:
            item = zipfile.ZipInfo(name, _FIRST_DAY)
            item.compress_type = zipfile.ZIP_DEFLATED
            with (folder / name).open("rb") as file, packed.open(item, "w") as member:
                shutil.copyfileobj(file, member, _BLOCK)


def _gather_texts(target: Path, library: Path | None) -> None:
    state = current_state()
    held = [path for path in (library, state / LIBRARY if state else None) if path and path.is_file()]
    if not held:
        return
    connect(held[0]).close()
    shutil.copyfile(held[0], target)
    for other in held[1:]:
        _merge(target, other)


def _merge(target: Path, other: Path) -> None:
    """Add the laws of another library whose version is not held yet."""
    import sqlite3

    connect(other).close()
    with readable(other), closing(sqlite3.connect(target)) as base:
        base.execute("ATTACH ? AS other", (str(other),))
        base.execute(
            "CREATE TEMP TABLE fresh AS SELECT o.id FROM other.laws o"
            " LEFT JOIN laws l USING (name, version) WHERE l.id IS NULL"
        )
        shift = base.execute("SELECT coalesce(max(id), 0) FROM laws").fetchone()
        base.execute(f"INSERT INTO laws (id, {_LAW}) SELECT id + ?, {_LAW} FROM other.laws WHERE id IN fresh", shift)
        base.execute(
            "INSERT INTO articles SELECT law + ?, key, place, words FROM other.articles WHERE law IN fresh", shift
        )
        base.commit()


def hash_of(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
