"""Folders of law texts into the user's own library, at once or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

_PART = re.compile(r"^\d\d[-_]")
_TEXT = (".md", ".txt")


def law_files(folder: Path, reader: Callable[[Path], str] | None = None) -> Iterator[tuple[str, str]]:
    """Name and text of every law under ``folder`` (or of the one file it is).

    A law kept in parts (README.md with 01-….md beside it) comes as one text. ``reader`` reads what is neither
    Markdown nor plain text.
    """
    if folder.is_file():
        yield folder.stem, _read(folder, reader)
        return
    suffixes = _TEXT if reader is None else (*_TEXT, ".docx")
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in suffixes and path.is_file())
    for path in files:
        if path.name.startswith(("_", ".", "~$")) or _is_part(path):
            continue
        text = _read(path, reader)
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
