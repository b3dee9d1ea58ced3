"""A folder -> the files in it that are to be read, or named as unread."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

_SKIPPED_NAMES = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini"})
_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp"})


def walk(path: Path, suffixes: frozenset[str], skip: Callable[[Path], object] = lambda path: None) -> Iterator[Path]:
    """Files below ``path`` in sorted order; ``path`` itself if it is a file.

    A folder that cannot be opened and a link that leads nowhere are yielded too: reading them tells the reason.
    Hidden files and Word's lock files are left out; ``skip`` is called with each other file that is not taken, the
    pictures of a saved web page among them.
    """
    if not _is_folder(path):
        yield path
        return
    seen: set[str] = set()
    waiting = [path]
    while waiting:
        entry = waiting.pop()
        if not _is_folder(entry):
            if (entry.suffix.lower() in suffixes or _is_unnamed_paper(entry)) and not _is_of_page(entry):
                yield entry
            else:
                skip(entry)
            continue
        real = os.path.realpath(entry)
        if real in seen:  # a link back to a folder above, or to one that was read already
            continue
        seen.add(real)
        inside = _entries(entry)
        if inside is None:
            yield entry
        else:
            waiting += reversed(inside)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name or a path that is too long; reading it tells so
        return False


def _is_of_page(path: Path) -> bool:
    """A picture in the folder that a browser saves beside a page (通知.html, 通知_files)."""
    folder = path.parent
    if not folder.name.endswith("_files") or path.suffix.lower() not in _PICTURES:
        return False
    name = folder.name.removesuffix("_files")
    return any(folder.with_name(name + suffix).exists() for suffix in (".html", ".htm"))


def _entries(folder: Path) -> list[Path] | None:
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries)
    except OSError:
        return None
    return [folder / name for name in names if not _is_hidden(name)]


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name in _SKIPPED_NAMES


def _is_unnamed_paper(path: Path) -> bool:
    """A Chinese name without a suffix (“1.总体方案” has none either) is a paper until its content says otherwise."""
    return not path.name.isascii() and not (path.suffix.isascii() and path.suffix)
