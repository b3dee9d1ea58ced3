"""jieba's dictionary and our lexicon -> a memory-mapped trie, and jieba's own algorithm over it.

The files are made once for each dictionary and lexicon; after that they open in a few milliseconds, and nothing of
jieba is imported.
"""

from __future__ import annotations

import hashlib
import mmap
import os
import tempfile
from array import array
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from math import log
from pathlib import Path
from typing import Any

from checker.lazy import lazily

_FORMAT = "1"
_LONGEST_WORD = 20
# The blocks that jieba cuts by its dictionary, and what it takes for Latin.
_BLOCK = lazily(r"([\u4E00-\u9FD5a-zA-Z0-9+#&\._%\-]+)")
_BLANK = lazily(r"(\r\n|\s)")
_LATIN = lazily(r"[a-zA-Z0-9]")


class TrieCut:
    """``trie`` maps the words to ids; ``weights`` holds the logarithm of each word's share, the last one of unknowns."""

    def __init__(self, trie: Any, weights: Sequence[float]) -> None:
        self.trie, self.weights = trie, weights

    def __call__(self, text: str) -> Iterator[str]:
        """The words of ``text``."""
        for block in _BLOCK.split(text):
            if not block:
                continue
            if _BLOCK.match(block):
                yield from self._block(block)
            else:
                for piece in _BLANK.split(block):
                    yield from (piece,) if _BLANK.match(piece) else piece

    def _block(self, text: str) -> Iterator[str]:
        """The way of the greatest probability; of equal ones the longer first word, as in jieba."""
        ends = self._ends(text)
        start, latin = 0, ""
        while start < len(text):
            word = text[start : ends[start]]
            start = ends[start]
            if len(word) == 1 and _LATIN.match(word):
                latin += word
                continue
            if latin:
                yield latin
                latin = ""
            yield word
        if latin:
            yield latin

    def _ends(self, text: str) -> list[int]:
        """For every offset the end of the word that begins there on the best way to the end."""
        size = len(text)
        weights, unknown = self.weights, self.weights[-1]
        prefixes = self.trie.iter_prefixes_with_ids
        score = [0.0] * (size + 1)
        ends = [0] * size
        for start in range(size - 1, -1, -1):
            best, best_end = None, start + 1
            for word, key in prefixes(text[start : start + _LONGEST_WORD]):
                end = start + len(word)
                total = weights[key] + score[end]
                if best is None or total > best or (total == best and end > best_end):
                    best, best_end = total, end
            score[start] = unknown + score[start + 1] if best is None else best
            ends[start] = best_end
        return ends


def open_trie(entries: Iterable[tuple[str, int]], folder: Path) -> TrieCut | None:
    """The engine, its files made first if they are not in ``folder``; None without a dictionary or a place for them."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        return None
    dictionary = Path(spec.origin).with_name("dict.txt")
    known = tuple(entries)
    try:
        stem = folder / f"words-{_digest(dictionary, known)}"
        if not stem.with_suffix(".weights").is_file():
            _build(dictionary, known, stem)
        return _load(stem)
    except OSError:
        return None


def _digest(dictionary: Path, entries: tuple[tuple[str, int], ...]) -> str:
    about = dictionary.stat()
    facts = (_FORMAT, str(dictionary), about.st_size, about.st_mtime_ns, entries)
    return hashlib.blake2b(repr(facts).encode(), digest_size=8).hexdigest()


def _load(stem: Path) -> TrieCut:
    import marisa_trie

    trie = marisa_trie.Trie()
    trie.mmap(str(stem.with_suffix(".trie")))
    with stem.with_suffix(".weights").open("rb") as file:
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    return TrieCut(trie, memoryview(mapped).cast("d"))


def _build(dictionary: Path, entries: tuple[tuple[str, int], ...], stem: Path) -> None:
    import marisa_trie

    frequencies, total = _frequencies(dictionary, entries)
    words = [word for word, frequency in frequencies.items() if frequency]
    trie = marisa_trie.Trie(words)
    whole = log(total)
    weights = array("d", bytes(8 * (len(words) + 1)))
    for word in words:
        weights[trie[word]] = log(frequencies[word]) - whole
    weights[-1] = log(1) - whole
    _write(stem.with_suffix(".trie"), trie.tobytes())
    # The weights are written last: where they are, the trie is whole.
    _write(stem.with_suffix(".weights"), weights.tobytes())


def _frequencies(dictionary: Path, entries: tuple[tuple[str, int], ...]) -> tuple[dict[str, int], int]:
    frequencies: dict[str, int] = {}
    total = 0
    with dictionary.open(encoding="utf-8") as rows:
        for row in rows:
            known, share = row.split(" ", 2)[:2]
            frequencies[known] = int(share)
            total += int(share)
    for word, frequency in entries:
        # Like jieba's add_word: the total grows, and a word known before is not taken off it.
        frequencies[word] = frequency
        total += frequency
    return frequencies, total


def _write(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    Path(name).replace(path)
